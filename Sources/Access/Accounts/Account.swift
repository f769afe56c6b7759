public import Purchases

/// A person who may sign in.
public struct Account: Hashable, Sendable {
    public let name: AccountName
    public var role: Role
    /// Whose figures are the account's own; every account of a shopper has one.
    public var shopper: UserID?
    public var password: PasswordHash
    /// When it was locked; nil for one that may sign in.
    public var locking: Timestamp?
    public var creation: Timestamp

    public init(
        name: AccountName, role: Role, shopper: UserID?, password: PasswordHash, locking: Timestamp? = nil, creation: Timestamp
    ) {
        self.name = name
        self.role = role
        self.shopper = shopper
        self.password = password
        self.locking = locking
        self.creation = creation
    }

    public var isLocked: Bool { locking != nil }

    /// Where mail reaches the person: the name, where that is an address.
    public var mailAddress: String? { name.isMailAddress ? name.text : nil }
}
