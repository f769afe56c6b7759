public import Purchases

/// Where it is kept who gets which report when.
///
/// Every implementation passes the same tests, `MailSubscriptionStoreTests`. What was acknowledged is on the disk.
public protocol MailSubscriptionStore: Sendable {
    /// Returns all subscriptions, by their ids.
    func mailSubscriptions() async throws(StorageError) -> [MailSubscription]

    /// Returns the subscriptions to a shopper's reports, by their ids.
    func mailSubscriptions(of user: UserID) async throws(StorageError) -> [MailSubscription]

    /// Returns the subscriptions that mail to an address, in whatever case and whatever name stands before it, by their ids.
    func mailSubscriptions(to address: String) async throws(StorageError) -> [MailSubscription]

    /// Returns the subscriptions whose mail is due at a time in seconds since 1970 UTC, the longest due first, at most `limit` of them; none
    /// that is paused.
    func mailSubscriptions(dueBy time: Int64, limit: Int) async throws(StorageError) -> [MailSubscription]

    /// Keeps a new subscription, the first mail of which is due at a time in seconds since 1970 UTC.
    func addMailSubscription(_ terms: MailSubscription.Terms, due: Int64) async throws -> MailSubscription

    /// Pauses a subscription for a reason, or goes on with it when there is none; returns nil when there is no such subscription.
    func pauseMailSubscription(_ id: Int, because reason: String?) async throws -> MailSubscription?

    /// Returns whether there was one.
    func removeMailSubscription(_ id: Int) async throws -> Bool

    /// Takes it on to send the mail that is due, and says when the next one is.
    ///
    /// Of any number of servers that claim one mail, one alone gets true, and that once: who crashes after it loses the mail. The other way
    /// round, a claim after sending, a crash in between would send it twice.
    func claimMail(of id: Int, due: Int64, next: Int64) async throws -> Bool
}
