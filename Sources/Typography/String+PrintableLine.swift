import Foundation

extension String {
    private static let longestLine = 4096

    /// The text as one line: composed, spaces instead of controls and line breaks, cut after 4,096 scalars.
    var asPrintableLine: String {
        if utf8.count <= Self.longestLine, unicodeScalars.allSatisfy({ $0.isPrintableAsItIs }) { return self }
        // Composed, so that strings that are equal, and share a place in the cache, have the same bytes.
        let scalars = precomposedStringWithCanonicalMapping.unicodeScalars.prefix(Self.longestLine)
        return String(UnicodeScalarView(scalars.map(\.printable)))
    }
}

extension Unicode.Scalar {
    /// Whether the scalar is no control and composed whatever stands around it: Latin letters, dashes and quotes, signs of currencies.
    fileprivate var isPrintableAsItIs: Bool {
        switch value {
        case 0x20...0x7E, 0xA0...0x2FF, 0x2010...0x2027, 0x202F...0x205E, 0x20A0...0x20CF: true
        default: false
        }
    }

    /// The scalar, or a space for one that only controls a device or ends a line.
    fileprivate var printable: Unicode.Scalar {
        switch properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator: " "
        default: self
        }
    }
}
