import Foundation
package import Purchases

/// Whether a shopper's id contains a text, in whatever case and however its accents are encoded.
package struct UserSearch: Sendable {
    /// What is searched for, as `folded` makes it.
    package let text: String

    /// Makes the search for `text`; nil and the empty text are found in every id.
    package init(_ text: String?) { self.text = Self.folded(text ?? "") }

    /// Whether every id is found.
    package var isForAll: Bool { text.isEmpty }

    package func matches(_ user: UserID) -> Bool {
        guard !text.isEmpty else { return true }
        var (id, text) = (Self.folded(user.rawValue), text)
        return id.withUTF8 { id in
            text.withUTF8 { text in
                guard id.count >= text.count else { return false }
                return (0...id.count - text.count).contains { start in
                    id[start] == text[0] && UnsafeBufferPointer(rebasing: id[start..<start + text.count]).elementsEqual(text)
                }
            }
        }
    }

    /// Returns the text in small letters, its accents composed (Unicode's form NFC). What is equal then is equal by bytes.
    package static func folded(_ text: String) -> String {
        let text = text.lowercased()
        return text.utf8.allSatisfy { $0 < 0x80 } ? text : text.precomposedStringWithCanonicalMapping
    }
}
