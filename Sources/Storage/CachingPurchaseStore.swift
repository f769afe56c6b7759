public import Purchases
import Synchronization

/// A store in front of another that keeps the histories asked for last, so that a repeated read costs one query for the revision.
///
///     let store = CachingPurchaseStore(try SQLitePurchaseStore(path: path))
///
/// A history is kept as a whole and under its revision, so what was cached before an import is never shown after it, whichever
/// program did the import.
public final class CachingPurchaseStore: PurchaseStore {
    private struct History: Sendable {
        var revision: Revision
        var purchases: [Purchase]
    }

    private let base: any PurchaseStore
    private let capacity: Int
    private let cache: Mutex<RecencyCache<ExactText, History>>
    private let revisions: RevisionMemory

    /// Makes a store in front of `base` that keeps at most `capacity` purchases, about 250 bytes each.
    ///
    /// - Parameters:
    ///   - revisionLifetime: how long a revision is taken for granted before the base is asked again; so much later is an
    ///     import by another program seen. Zero asks every time.
    ///   - now: tells the time.
    public init(
        _ base: any PurchaseStore, capacity: Int = 200_000, revisionLifetime: Duration = .zero,
        now: @escaping @Sendable () -> ContinuousClock.Instant = { .now }
    ) {
        self.base = base
        self.capacity = capacity
        cache = Mutex(RecencyCache(capacity: capacity))
        revisions = RevisionMemory(lifetime: revisionLifetime, now: now)
    }

    /// How many purchases are cached, never more than the capacity.
    public var cachedPurchaseCount: Int { cache.withLock { $0.cost } }

    public func purchases(of user: UserID, in filter: PurchaseFilter) async throws(StorageError) -> [Purchase] {
        let history = try await history(of: user)
        return filter == .none ? history : history.filter(filter.contains)
    }

    private func history(of user: UserID) async throws(StorageError) -> [Purchase] {
        let key = ExactText(user.rawValue)
        if let known = knownRevision(of: user), let cached = cache.withLock({ $0.value(for: key) }), cached.revision == known {
            return cached.purchases
        }
        // Asked anew, and remembered: who compares the revision after the read must not be told an older one.
        let revision = try await freshRevision(of: user)
        if let cached = cache.withLock({ $0.value(for: key) }), cached.revision == revision { return cached.purchases }
        let purchases = try await base.purchases(of: user, in: .none)
        // An import may have come between the two questions: what is cached has to be what the revision says.
        if purchases.count <= capacity, try await freshRevision(of: user) == revision {
            let history = History(revision: revision, purchases: purchases)
            cache.withLock { $0.keep(history, for: key, cost: purchases.count) }
        }
        return purchases
    }

    public func knownRevision(of user: UserID) -> Revision? { revisions.value(for: .user(ExactText(user.rawValue))) }

    public func revision(of user: UserID) async throws(StorageError) -> Revision {
        if let known = knownRevision(of: user) { return known }
        return try await freshRevision(of: user)
    }

    private func freshRevision(of user: UserID) async throws(StorageError) -> Revision {
        let revision = try await base.revision(of: user)
        revisions.remember(revision, for: .user(ExactText(user.rawValue)))
        return revision
    }

    public func revision() async throws(StorageError) -> Revision {
        if let remembered = revisions.value(for: .everyone) { return remembered }
        let revision = try await base.revision()
        revisions.remember(revision, for: .everyone)
        return revision
    }

    public func users(matching text: String?, after cursor: UserID?, limit: Int) async throws(StorageError) -> [UserID] {
        try await base.users(matching: text, after: cursor, limit: limit)
    }

    public func categories() async throws(StorageError) -> [String] { try await base.categories() }

    public func categoryMonths() async throws(StorageError) -> [CategoryMonth] { try await base.categoryMonths() }

    public func importPurchases(_ nextBatch: @escaping @Sendable () throws -> [Purchase]) async throws -> ImportOutcome {
        defer { revisions.forget() }
        return try await base.importPurchases(nextBatch)
    }

    public func checkAvailability() async throws(StorageError) { try await base.checkAvailability() }
}
