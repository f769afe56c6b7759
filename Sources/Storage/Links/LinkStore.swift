public import Purchases

/// Where it is kept which links were withdrawn, which lists are shared, and the secret of a server that was given none.
///
/// Links themselves are not kept: their signature says what they are. Every implementation passes the same tests, `LinkStoreTests`.
public protocol LinkStore: Sendable {
    /// Returns the secret that links of this database are signed with; the first time, `candidate` becomes it.
    func signingSecret(orKeep candidate: [UInt8]) async throws(StorageError) -> [UInt8]

    /// Returns how often all of a shopper's links were withdrawn.
    func linkGeneration(of user: UserID) async throws(StorageError) -> Int

    /// Whether a link was withdrawn by itself.
    func isRevoked(_ link: String, of user: UserID) async throws(StorageError) -> Bool

    /// Withdraws a link; it does not matter whether there is one.
    ///
    /// - Parameters:
    ///   - expiry: when the link expires anyway and need not be remembered any longer, in seconds since 1970 UTC.
    ///   - time: now.
    func revoke(_ link: String, of user: UserID, expiry: Int64, at time: Int64) async throws(StorageError)

    /// Withdraws all links of a shopper that were made so far, and returns how often that was done.
    @discardableResult
    func revokeAllLinks(of user: UserID) async throws(StorageError) -> Int

    /// Remembers a link that shares a bucket list, or returns false when one with its id is remembered. What has expired is forgotten.
    ///
    /// - Throws: `ListShareError` or `StorageError`.
    func keep(_ share: ListShare, of user: UserID, at time: Int64) async throws -> Bool

    /// Returns the shares of a list that have not expired, the newest first.
    func shares(of user: UserID, at time: Int64) async throws(StorageError) -> [ListShare]
}
