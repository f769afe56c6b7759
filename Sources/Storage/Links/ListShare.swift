/// A link by which somebody else sees a bucket list, or writes to it.
public struct ListShare: Hashable, Sendable {
    public enum Role: String, CaseIterable, Sendable { case view, edit }

    /// The link's id.
    public var id: String
    public var role: Role
    /// Both in seconds since 1970 UTC.
    public var creation: Int64
    public var expiry: Int64
    public var isRevoked: Bool

    public init(id: String, role: Role, creation: Int64, expiry: Int64, isRevoked: Bool = false) {
        self.id = id
        self.role = role
        self.creation = creation
        self.expiry = expiry
        self.isRevoked = isRevoked
    }

    /// How many shares of a list may be alive at once.
    public static let countLimit = 100
}

public enum ListShareError: Error, Hashable, Sendable, CustomStringConvertible {
    case tooMany

    public var description: String {
        "The list has \(ListShare.countLimit) shares, and more are not allowed. Those that are withdrawn go when they expire."
    }
}
