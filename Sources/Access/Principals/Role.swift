/// What an account is for: a column of the table in `AccessTable`. A later role may do more.
public enum Role: String, CaseIterable, Hashable, Sendable, Comparable {
    /// Somebody who buys, and sees their own purchases.
    case shopper
    /// Somebody who looks at all shoppers and the shop, and changes nothing.
    case analyst
    case admin

    public static func < (a: Role, b: Role) -> Bool { a.rank < b.rank }

    private var rank: Int {
        switch self {
        case .shopper: 0
        case .analyst: 1
        case .admin: 2
        }
    }
}
