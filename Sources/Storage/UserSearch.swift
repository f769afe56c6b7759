package import Purchases

/// Whether a shopper's id contains a text, in whatever case and however its accents are encoded.
package struct UserSearch: Sendable {
    private var text: String

    /// Makes the search for `text`; nil and the empty text are found in every id.
    package init(_ text: String?) { self.text = text?.lowercased() ?? "" }

    /// Whether every id is found.
    package var isForAll: Bool { text.isEmpty }

    package func matches(_ user: UserID) -> Bool {
        text.isEmpty || user.rawValue.lowercased().contains(text)
    }
}
