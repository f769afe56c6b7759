/// How far something is allowed.
public struct Allowance: Hashable, Sendable {
    public enum Reach: Hashable, Sendable {
        case nobody
        /// For the shopper that the account is of.
        case own
        case all
    }

    public var reach: Reach
    /// The most seconds that a link may last; nil for as long as any link may.
    public var linkLifetime: Int64?
    /// Whether mail may go to the account's own address alone.
    public var isForOwnAddress: Bool

    public init(_ reach: Reach, linkLifetime: Int64? = nil, isForOwnAddress: Bool = false) {
        self.reach = reach
        self.linkLifetime = linkLifetime
        self.isForOwnAddress = isForOwnAddress
    }

    static let nobody = Allowance(.nobody)
    static let own = Allowance(.own)
    static let all = Allowance(.all)
}

/// Which role may do what. Nothing else in the program decides that.
public enum AccessTable {
    public static func allowance(of role: Role, for action: Action) -> Allowance {
        switch (action, role) {
        case (_, .admin): .all
        case (.read, .shopper): .own
        case (.read, .analyst): .all
        case (.lists, .shopper): .own
        case (.lists, .analyst): .nobody
        case (.sign, .shopper): Allowance(.own, linkLifetime: 90 * 86_400)
        case (.sign, .analyst): .own
        case (.mail, .shopper): Allowance(.own, isForOwnAddress: true)
        case (.mail, .analyst): Allowance(.all, isForOwnAddress: true)
        case (.import, .shopper), (.import, .analyst): .nobody
        case (.shop, .shopper): .nobody
        case (.shop, .analyst): .all
        case (.charts, .shopper): .nobody
        case (.charts, .analyst): .all
        case (.admin, .shopper), (.admin, .analyst): .nobody
        }
    }
}
