import Foundation
import Storage

/// The mails that are due, as those who send them take them: a few in hand, and then the next few.
actor MailRun {
    private let subscriptions: any MailSubscriptionStore
    private let start: Date
    private let clockStart = ContinuousClock.now
    private var inHand: [MailSubscription] = []
    /// Until when they are, in seconds since 1970 UTC.
    private var takenUntil: Int64 = 0
    /// Of the mails that are being taken in hand.
    private var taking: Task<Void, any Error>?
    private var isOver = false

    /// How many mails are taken in hand at once, and for how long: of a server that is killed the others wait for these.
    private static let handful = 32
    static let time: Int64 = 30

    init(of subscriptions: any MailSubscriptionStore, since start: Date) {
        self.subscriptions = subscriptions
        self.start = start
    }

    /// The moment of the run that it is now.
    nonisolated var now: Date { start.addingTimeInterval(clockStart.duration(to: .now) / .seconds(1)) }

    /// Returns the next mail to send; nil when there is none.
    func next() async throws -> MailSubscription? {
        while !isOver {
            if !inHand.isEmpty {
                // What was in hand for too long may be in another's.
                guard Int64(now.timeIntervalSince1970) < takenUntil else {
                    inHand = []
                    continue
                }
                return inHand.removeFirst()
            }
            // In a task of its own: whoever waits for it may be cancelled, and the others may not.
            let task = taking ?? Task { try await take() }
            taking = task
            try await task.value
        }
        return nil
    }

    private func take() async throws {
        defer { taking = nil }
        let time = Int64(now.timeIntervalSince1970)
        inHand = try await subscriptions.takeDueMails(at: time, until: time + Self.time, limit: Self.handful)
        takenUntil = time + Self.time
        if inHand.isEmpty { isOver = true }
    }

    /// No mail goes out any more.
    func finish() { isOver = true }

    /// Lets others have what is left in hand.
    func giveBackTheRest() async {
        isOver = true
        if let taking { _ = try? await taking.value }
        let ids = inHand.map(\.id)
        inHand = []
        // Where the database is away, they are free in half a minute.
        if !ids.isEmpty { try? await subscriptions.giveBackMails(of: ids, takenUntil: takenUntil) }
    }
}
