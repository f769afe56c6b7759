import Foundation

/// What somebody signs in as: a name or a mail address, the same however it is capitalised.
public struct AccountName: Hashable, Sendable {
    /// In lower case, composed (Unicode's NFC).
    public let text: String

    /// Returns nil for what is no name: 1 to 100 characters that can be seen, and single spaces between them.
    public init?(_ text: String) {
        let name = text.precomposedStringWithCanonicalMapping.lowercased().precomposedStringWithCanonicalMapping
        guard (1...100).contains(name.count), name.utf8.count <= 400 else { return nil }
        guard name.unicodeScalars.allSatisfy({ $0 == " " || $0.isVisible }) else { return nil }
        guard !name.hasPrefix(" "), !name.hasSuffix(" "), !name.contains("  ") else { return nil }
        self.text = name
    }

    /// Whether it has the form of a mail address.
    var isMailAddress: Bool {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        return parts.count == 2 && !parts[0].isEmpty && parts[1].contains(".") && !text.contains(" ")
    }
}

extension Unicode.Scalar {
    fileprivate var isVisible: Bool {
        switch properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator, .spaceSeparator: false
        default: true
        }
    }
}
