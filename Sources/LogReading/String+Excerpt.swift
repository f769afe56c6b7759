extension String {
    /// Makes a text that is safe to show: at most `limit` characters, bytes that are no UTF-8 replaced, control characters made visible.
    init(excerptOf bytes: Span<UInt8>, limit: Int = 200) {
        // No more is decoded than can be shown; a cut character at the end falls to the limit.
        var head: [UInt8] = []
        for index in 0..<Swift.min(bytes.count, limit * 4 + 4) { head.append(bytes[index]) }
        var scalars = String.UnicodeScalarView()
        for scalar in String(decoding: head, as: UTF8.self).unicodeScalars { scalars.append(scalar.visible) }
        let text = String(scalars)
        let isCut = bytes.count > head.count || text.count > limit
        self = isCut ? text.prefix(limit - 1) + "…" : text
    }

    init(excerptOf text: String, limit: Int = 200) {
        self.init(excerptOf: Array(text.utf8).span, limit: limit)
    }
}

extension Unicode.Scalar {
    /// The picture of a control character (U+2400 …), so that a quoted value cannot steer a terminal.
    fileprivate var visible: Unicode.Scalar {
        switch value {
        case 0..<0x20: Unicode.Scalar(0x2400 + value) ?? "\u{FFFD}"
        case 0x7F: "\u{2421}"
        case 0x80..<0xA0, 0x2028...0x202E, 0x2066...0x2069: "\u{FFFD}"
        default: self
        }
    }
}
