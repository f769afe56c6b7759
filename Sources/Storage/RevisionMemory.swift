import Synchronization

/// Revisions that were read a moment ago, so that many requests for one shopper do not each ask the database.
final class RevisionMemory: Sendable {
    enum Key: Hashable {
        case user(ExactText)
        case everyone
    }

    private struct Entry {
        var revision: Revision
        var expiry: ContinuousClock.Instant
    }

    private let lifetime: Duration
    private let now: @Sendable () -> ContinuousClock.Instant
    private let entries = Mutex<[Key: Entry]>([:])

    /// Where all have to go: most are out of date by then.
    private static let capacity = 10_000

    init(lifetime: Duration, now: @escaping @Sendable () -> ContinuousClock.Instant) {
        self.lifetime = lifetime
        self.now = now
    }

    func value(for key: Key) -> Revision? {
        guard lifetime > .zero else { return nil }
        let time = now()
        return entries.withLock { entries in entries[key].flatMap { $0.expiry > time ? $0.revision : nil } }
    }

    func remember(_ revision: Revision, for key: Key) {
        guard lifetime > .zero else { return }
        let expiry = now() + lifetime
        entries.withLock { entries in
            if entries.count >= Self.capacity { entries.removeAll(keepingCapacity: true) }
            entries[key] = Entry(revision: revision, expiry: expiry)
        }
    }

    func forget() { entries.withLock { $0.removeAll(keepingCapacity: true) } }
}
