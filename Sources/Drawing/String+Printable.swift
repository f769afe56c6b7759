import Foundation

extension String {
    /// The text without the characters that XML 1.0 forbids; PNG and PDF cannot keep all of them either.
    ///
    /// It is composed, so that strings that are equal have the same bytes.
    package var printable: String {
        if isPrintableAsItIs { return self }
        return String(
            UnicodeScalarView(precomposedStringWithCanonicalMapping.unicodeScalars.map(\.withoutNoncharacter).filter(\.isAllowedInXML)))
    }

    /// The text as one line: composed, spaces instead of controls and line breaks, cut after 4,096 scalars.
    package var printableLine: String {
        let longestLine = 4096
        if utf8.count <= longestLine, isPrintableAsItIs, !utf8.contains(where: \.isControl) { return self }
        let scalars = precomposedStringWithCanonicalMapping.unicodeScalars.prefix(longestLine)
        return String(UnicodeScalarView(scalars.map(\.withoutControl.withoutNoncharacter)))
    }

    /// Whether no character is forbidden, and each is composed whatever stands around it.
    private var isPrintableAsItIs: Bool {
        // By bytes first: most texts have no other letters than ASCII's.
        utf8.allSatisfy { $0 < 0x80 && !$0.isControl || $0.isWhitespaceInXML } || unicodeScalars.allSatisfy(\.isPrintableAsItIs)
    }
}

extension UInt8 {
    fileprivate var isControl: Bool { self < 0x20 || self == 0x7F }
    fileprivate var isWhitespaceInXML: Bool { self == 0x9 || self == 0xA || self == 0xD }
}

extension Unicode.Scalar {
    /// Whether the scalar is allowed and composed: Latin letters, dashes and quotes, signs of currencies.
    fileprivate var isPrintableAsItIs: Bool {
        switch value {
        case 0x9, 0xA, 0xD, 0x20...0x7E, 0xA0...0x2FF, 0x2002...0x2027, 0x202F...0x20CF: true
        default: false
        }
    }

    /// Whether XML 1.0 has the character (section 2.2, production 2).
    fileprivate var isAllowedInXML: Bool {
        switch value {
        case 0x9, 0xA, 0xD, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...: true
        default: false
        }
    }

    /// The scalar, or a space for one that only controls a device or ends a line.
    fileprivate var withoutControl: Unicode.Scalar {
        switch properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator: " "
        default: self
        }
    }

    /// The scalar, or U+FFFD for one that Unicode keeps for a program's own use: Cairo takes it for no character at all.
    fileprivate var withoutNoncharacter: Unicode.Scalar { properties.isNoncharacterCodePoint ? "\u{FFFD}" : self }
}
