extension String {
    /// The text with U+FFFD for each noncharacter: U+FDD0 to U+FDEF, and the last two of every plane.
    ///
    /// Unicode keeps them for a program's own use, not for texts that are passed on (The Unicode Standard, section 23.7), and neither XML
    /// nor PDF has to take them.
    package var replacingNoncharacters: String {
        // By bytes first, since hardly any text has one: U+FDD0… begin so, and all others end so.
        var last: UInt8 = 0
        var isSuspect = false
        for byte in utf8 {
            if last == 0xEF && byte == 0xB7 || last == 0xBF && byte >= 0xBE { isSuspect = true }
            last = byte
        }
        guard isSuspect, unicodeScalars.contains(where: \.properties.isNoncharacterCodePoint) else { return self }
        return String(UnicodeScalarView(unicodeScalars.map { $0.properties.isNoncharacterCodePoint ? "\u{FFFD}" : $0 }))
    }
}
