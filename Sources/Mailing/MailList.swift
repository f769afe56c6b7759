/// Things to do that stand in a mail after its report, each in a line or two.
public struct MailList: Hashable, Sendable {
    public struct Item: Hashable, Sendable {
        let name: String
        let state: String
        let note: String
        let link: String?

        /// - Parameters:
        ///   - state: in a word or two.
        ///   - note: why it is there.
        ///   - link: where it is done; nil for nowhere.
        public init(_ name: String, state: String, note: String, link: String? = nil) {
            self.name = name
            self.state = state
            self.note = note
            self.link = link
        }
    }

    let title: String
    /// What a link says.
    let linkLabel: String
    let items: [Item]

    public init(_ title: String, linkLabel: String, items: [Item]) {
        self.title = title
        self.linkLabel = linkLabel
        self.items = items
    }
}

extension MailList {
    /// The list for those who read no HTML.
    var plainTextLines: [String] {
        let lines = items.flatMap { item in
            ["- \(item.name) (\(item.state)): \(item.note)"] + (item.link.map { ["  \(linkLabel): \($0)"] } ?? [])
        }
        return [title, String(repeating: "-", count: title.count)] + lines
    }
}
