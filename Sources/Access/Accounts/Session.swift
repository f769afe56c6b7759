public import Purchases

/// A browser that somebody signed in with.
public struct Session: Hashable, Sendable {
    /// SHA-256 of what the browser's cookie says.
    public let digest: SecretDigest
    public let account: AccountName
    public var expiry: Timestamp

    public init(digest: SecretDigest, account: AccountName, expiry: Timestamp) {
        self.digest = digest
        self.account = account
        self.expiry = expiry
    }

    /// Makes a session, and what the browser's cookie says, which has 256 random bits.
    public static func make(
        for account: AccountName, at time: Timestamp, using generator: inout some RandomNumberGenerator
    ) -> (session: Session, text: String) {
        let text = RandomSecret.text(using: &generator)
        return (Session(digest: SecretDigest(of: text), account: account, expiry: Self.expiry(at: time)), text)
    }

    /// Returns what a cookie's session is looked up by, or nil for what is none.
    public static func digest(of text: String) -> SecretDigest? { RandomSecret.isOne(text) ? SecretDigest(of: text) : nil }

    public func isOver(at time: Timestamp) -> Bool { expiry <= time }

    /// When the session ends if it is used now, or nil while it is not worth to be written down: once a day is enough.
    public func renewedExpiry(at time: Timestamp) -> Timestamp? {
        let renewed = Self.expiry(at: time)
        return renewed.secondsSince1970 - expiry.secondsSince1970 >= Self.renewalInterval ? renewed : nil
    }

    private static func expiry(at time: Timestamp) -> Timestamp { Timestamp(time.secondsSince1970 + lifetime) }

    /// 30 days, in seconds.
    public static let lifetime: Int64 = 30 * 86_400
    /// How many browsers an account may be signed in with.
    public static let countLimit = 50
    private static let renewalInterval: Int64 = 86_400
}
