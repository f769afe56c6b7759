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

    /// Keeps a new subscription, the first mail of which is due at a time in seconds since 1970 UTC.
    func addMailSubscription(_ terms: MailSubscription.Terms, due: Int64) async throws -> MailSubscription

    /// Pauses a subscription for a reason, or goes on with it when there is none; returns nil when there is no such subscription.
    func pauseMailSubscription(_ id: Int, because reason: String?) async throws -> MailSubscription?

    /// Returns whether there was one.
    func removeMailSubscription(_ id: Int) async throws -> Bool

    /// Takes mails in hand that are due at a time in seconds since 1970 UTC, the longest due first, at most `limit` of them; none that is
    /// paused, and none that another has in hand.
    ///
    /// Nobody else is given these until `end`; after that anybody is, as if whoever had them were gone. It saves work, and decides nothing:
    /// `claimMail` does.
    func takeDueMails(at time: Int64, until end: Int64, limit: Int) async throws -> [MailSubscription]

    /// Gives mails back that were taken until `end` and are not sent: they are as due as they were.
    func giveBackMails(of ids: [Int], takenUntil end: Int64) async throws

    /// Takes it on to send the mail that is due, and says when the next one is. It is in nobody's hand then.
    ///
    /// Of any number of servers that claim one mail, one alone gets true, and that once: who crashes after it loses the mail. The other way
    /// round, a claim after sending, a crash in between would send it twice. So it is claimed as late as can be.
    func claimMail(of id: Int, due: Int64, next: Int64) async throws -> Bool
}
