public import Access
public import Purchases

/// Where it is kept who may do what: keys of programs, accounts of people, and the browsers they signed in with.
///
/// Every implementation passes the same tests, `AccessStoreTests`. No secret is kept, and what was acknowledged is on the disk.
public protocol AccessStore: Sendable {
    func addKey(_ key: APIKey) async throws(StorageError)
    func key(_ id: String) async throws(StorageError) -> APIKey?

    /// Returns all keys, revoked and expired ones too, the oldest first.
    func keys() async throws(StorageError) -> [APIKey]

    /// Ends a key, and returns whether there was one that had not been ended before.
    func revokeKey(_ id: String, at time: Timestamp) async throws(StorageError) -> Bool

    /// Writes down that a key was used, unless a later day is written down.
    func noteUse(ofKey id: String, on day: CalendarDate) async throws(StorageError)

    /// Returns false, and keeps nothing, where there is an account of that name.
    func addAccount(_ account: Account) async throws(StorageError) -> Bool
    func account(_ name: AccountName) async throws(StorageError) -> Account?

    /// Returns all accounts, by name.
    func accounts() async throws(StorageError) -> [Account]

    /// Changes the password, unlocks nothing, and ends all sessions; returns whether there is such an account.
    func setPassword(_ password: PasswordHash, of name: AccountName) async throws(StorageError) -> Bool

    /// Locks the account and ends all its sessions, or unlocks it where there is no time; returns whether there is such an account.
    func setLocking(_ time: Timestamp?, of name: AccountName) async throws(StorageError) -> Bool

    /// Keeps a new session, and forgets those of the account that are over, and the oldest of more than `Session.countLimit`.
    func addSession(_ session: Session, at time: Timestamp) async throws(StorageError)

    /// Returns a session that was kept, even if it is over by now, and its account.
    func session(_ digest: SecretDigest) async throws(StorageError) -> SignedInAccount?

    /// Lets a session last until another time; does nothing where it was ended meanwhile.
    func renewSession(_ digest: SecretDigest, until expiry: Timestamp) async throws(StorageError)
    func endSession(_ digest: SecretDigest) async throws(StorageError)
}

/// A session, and whose it is.
public struct SignedInAccount: Hashable, Sendable {
    public var session: Session
    public var account: Account

    public init(session: Session, account: Account) {
        self.session = session
        self.account = account
    }
}
