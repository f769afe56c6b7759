public import Purchases

/// A store of subscriptions that forgets everything when it goes away.
public actor InMemoryMailSubscriptionStore: MailSubscriptionStore {
    private var subscriptions: [Int: MailSubscription] = [:]
    /// Until when somebody has a mail in hand, by the subscription's id.
    private var ends: [Int: Int64] = [:]
    private var lastID = 0

    public init() {}

    public func mailSubscriptions() -> [MailSubscription] { subscriptions.values.sorted { $0.id < $1.id } }

    public func mailSubscriptions(of user: UserID) -> [MailSubscription] {
        mailSubscriptions().filter { ExactText($0.terms.user.rawValue) == ExactText(user.rawValue) }
    }

    public func mailSubscriptions(to address: String) -> [MailSubscription] {
        mailSubscriptions().filter { ExactText($0.terms.recipientAddress) == ExactText(address.lowercased()) }
    }

    public func addMailSubscription(_ terms: MailSubscription.Terms, due: Int64) -> MailSubscription {
        lastID += 1
        let subscription = MailSubscription(id: lastID, terms: terms, due: due)
        subscriptions[lastID] = subscription
        return subscription
    }

    public func pauseMailSubscription(_ id: Int, because reason: String?) -> MailSubscription? {
        subscriptions[id]?.pause = reason
        return subscriptions[id]
    }

    public func removeMailSubscription(_ id: Int) -> Bool { subscriptions.removeValue(forKey: id) != nil }

    public func takeDueMails(at time: Int64, until end: Int64, limit: Int) -> [MailSubscription] {
        let due = mailSubscriptions().filter { $0.pause == nil && $0.due <= time && ends[$0.id].map { $0 <= time } ?? true }
        let taken = due.sorted { ($0.due, $0.id) < ($1.due, $1.id) }.prefix(max(0, limit))
        for subscription in taken { ends[subscription.id] = end }
        return Array(taken)
    }

    public func giveBackMails(of ids: [Int], takenUntil end: Int64) {
        for id in ids where ends[id] == end { ends[id] = nil }
    }

    public func claimMail(of id: Int, due: Int64, next: Int64) -> Bool {
        guard let subscription = subscriptions[id], subscription.due == due, subscription.pause == nil else { return false }
        subscriptions[id]?.due = next
        ends[id] = nil
        return true
    }
}
