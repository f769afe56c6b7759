public import Purchases

/// The first page: all shoppers, or how to get some.
public struct StartPage: Sendable {
    struct Link {
        let name: String
        let href: String
    }

    let title = "Cartograph"
    let search: String
    let shoppers: [Link]
    let next: String?
    let isEmpty: Bool
    let noMatch: Bool

    /// - Parameters:
    ///   - users: those of this page.
    ///   - search: what their names contain; empty for all.
    ///   - hasMore: whether there are more after the last of them.
    public init(users: [UserID], search: String, isFirst: Bool, hasMore: Bool) {
        self.search = search
        shoppers = users.map { Link(name: $0.rawValue, href: Address(["users", $0.rawValue]).text) }
        next = hasMore ? users.last.map { Address([""], [("q", search), ("cursor", $0.rawValue)]).text } : nil
        isEmpty = users.isEmpty && search.isEmpty && isFirst
        noMatch = users.isEmpty && !search.isEmpty
    }
}
