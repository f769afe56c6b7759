import Caching
import Purchases
import Synchronization

/// Revisions that were read a moment ago, so that many requests for one shopper do not each ask the database.
final class RevisionMemory: Sendable {
    private struct Entry<Value: Sendable>: Sendable {
        var value: Value
        var expiry: ContinuousClock.Instant
    }

    private struct State {
        var summaries = LRUCache<ExactText, Entry<HistorySummary>>(capacity: 10_000)
        var everyone: Entry<Revision>?
    }

    private let lifetime: Duration
    private let now: @Sendable () -> ContinuousClock.Instant
    private let state = Mutex(State())

    /// - Parameter lifetime: how long what was read is taken for granted; zero to remember nothing.
    init(lifetime: Duration, now: @escaping @Sendable () -> ContinuousClock.Instant) {
        self.lifetime = lifetime
        self.now = now
    }

    /// What was read of a shopper's history, if that was not too long ago.
    func summary(of user: UserID) -> HistorySummary? {
        current { $0.summaries.value(for: ExactText(user.rawValue)) }
    }

    /// The revision of all shoppers' purchases.
    var ofEveryone: Revision? { current(\.everyone) }

    func remember(_ summary: HistorySummary, of user: UserID) {
        guard lifetime > .zero else { return }
        let entry = Entry(value: summary, expiry: now() + lifetime)
        state.withLock { $0.summaries.insert(entry, for: ExactText(user.rawValue), cost: 1) }
    }

    func remember(_ revision: Revision) {
        guard lifetime > .zero else { return }
        let entry = Entry(value: revision, expiry: now() + lifetime)
        state.withLock { $0.everyone = entry }
    }

    /// Forgets what was read of a shopper's history where it was another one.
    func forget(_ user: UserID, unlessAt revision: Revision) {
        state.withLock { state in
            let key = ExactText(user.rawValue)
            if let entry = state.summaries.value(for: key), entry.value.revision != revision { state.summaries.removeValue(for: key) }
        }
    }

    func forget() { state.withLock { $0 = State() } }

    private func current<Value: Sendable>(_ entry: (inout State) -> Entry<Value>?) -> Value? {
        guard lifetime > .zero else { return nil }
        let time = now()
        return state.withLock { state in entry(&state).flatMap { $0.expiry > time ? $0.value : nil } }
    }
}
