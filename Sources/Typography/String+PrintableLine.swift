import Foundation

extension String {
    private static let longestLine = 4096

    /// The text as one line: composed, spaces instead of controls and line breaks, cut after 4,096 scalars.
    var asPrintableLine: String {
        if utf8.count <= Self.longestLine, utf8.allSatisfy({ (0x20...0x7E).contains($0) }) { return self }
        // Composed, so that strings that are equal, and share a place in the cache, have the same bytes.
        let scalars = precomposedStringWithCanonicalMapping.unicodeScalars.prefix(Self.longestLine)
        return String(UnicodeScalarView(scalars.map(\.printable)))
    }
}

extension Unicode.Scalar {
    /// The scalar, or a space for one that only controls a device or ends a line.
    fileprivate var printable: Unicode.Scalar {
        switch properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator: " "
        default: self
        }
    }
}
