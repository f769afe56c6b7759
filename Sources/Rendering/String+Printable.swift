import Foundation

extension String {
    /// The text without the characters that XML 1.0 forbids; PNG and PDF cannot keep all of them either.
    ///
    /// It is composed, so that strings that are equal have the same bytes.
    package var printable: String {
        // By bytes first: most texts have no other letters than ASCII's.
        if utf8.allSatisfy({ $0.isPrintableASCII }) || unicodeScalars.allSatisfy({ $0.isPrintableAsItIs }) { return self }
        return String(
            String.UnicodeScalarView(
                precomposedStringWithCanonicalMapping.unicodeScalars.filter { scalar in
                    switch scalar.value {
                    case 0x9, 0xA, 0xD, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...: true
                    default: false
                    }
                }
            )
        )
    }
}

extension UInt8 {
    fileprivate var isPrintableASCII: Bool { (0x20...0x7F).contains(self) || self == 0x9 || self == 0xA || self == 0xD }
}

extension Unicode.Scalar {
    /// Whether the scalar is printable and composed whatever stands around it: Latin letters, punctuation, currencies and the like.
    fileprivate var isPrintableAsItIs: Bool {
        switch value {
        case 0x9, 0xA, 0xD, 0x20...0x2FF, 0x2002...0x20CF: true
        default: false
        }
    }
}
