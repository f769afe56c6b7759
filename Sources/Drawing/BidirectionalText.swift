/// Text that runs in both directions.
public enum BidirectionalText {
    /// Returns the text as a part of a sentence whose order it does not disturb.
    ///
    /// A name, a month or an amount that is written from right to left would draw the signs and digits beside it to its own side
    /// (UAX #9, section 2.4). Between a first-strong isolate and its end it does not. Text that cannot disturb stays as it is, so
    /// sentences of Latin letters are free of controls.
    public static func isolated(_ text: String) -> String {
        // What runs from right to left, and every control of direction, starts at U+0590: two bytes, the first at least 0xD6.
        guard text.utf8.contains(where: { $0 >= 0xD6 }), text.unicodeScalars.contains(where: \.disturbsOrder) else { return text }
        // A control within would end the isolate early, or open what nothing closes.
        let inner = text.unicodeScalars.filter { !$0.opensOrClosesDirection }
        return "\u{2068}\(String(String.UnicodeScalarView(inner)))\u{2069}"
    }
}

extension Unicode.Scalar {
    /// Whether it is written from right to left or marks a direction: the blocks that UAX #9 gives to classes R, AL and AN, and the
    /// marks and embeddings.
    fileprivate var disturbsOrder: Bool {
        switch value {
        case 0x590...0x8FF, 0x200F, 0xFB1D...0xFDFF, 0xFE70...0xFEFE, 0x10800...0x10FFF, 0x1E800...0x1EFFF: true
        default: opensOrClosesDirection
        }
    }

    /// Whether it opens or closes an embedding, an override or an isolate.
    fileprivate var opensOrClosesDirection: Bool {
        switch value {
        case 0x202A...0x202E, 0x2066...0x2069: true
        default: false
        }
    }
}
