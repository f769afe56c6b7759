import Caching
public import Purchases
import Synchronization

/// A store in front of another that keeps the histories asked for last, so that a repeated read costs one query for the revision.
///
///     let store = CachingPurchaseStore(try SQLitePurchaseStore(path: path))
///
/// A history is kept as a whole and under its revision, so what was cached before an import is never shown after it, whichever
/// program did the import.
public final class CachingPurchaseStore: PurchaseStore {
    private let base: any PurchaseStore
    private let capacity: Int
    private let cache: Mutex<LRUCache<ExactText, Versioned<[Purchase]>>>
    private let revisions: RevisionMemory
    private let statisticsMemory = Mutex<Versioned<ShopStatistics>?>(nil)

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
        cache = Mutex(LRUCache(capacity: capacity))
        revisions = RevisionMemory(lifetime: revisionLifetime, now: now)
    }

    /// How many purchases are cached, never more than the capacity.
    public var cachedPurchaseCount: Int { cache.withLock { $0.cost } }

    public func history(of user: UserID) async throws(StorageError) -> Versioned<[Purchase]> {
        let key = ExactText(user.rawValue)
        if let kept = cache.withLock({ $0.value(for: key) }), try await revision(of: user) == kept.revision { return kept }
        let history = try await base.history(of: user)
        revisions.forget(user, unlessAt: history.revision)
        cache.withLock { $0.insert(history, for: key, cost: history.value.count) }
        return history
    }

    public func log(of user: UserID) async throws(StorageError) -> Versioned<[Purchase]> { try await base.log(of: user) }

    public func knownRevision(of user: UserID) -> Revision? { revisions.summary(of: user)?.revision }

    public func summary(of user: UserID) async throws(StorageError) -> HistorySummary {
        if let known = revisions.summary(of: user) { return known }
        let summary = try await base.summary(of: user)
        revisions.remember(summary, of: user)
        return summary
    }

    public func currency() async throws(StorageError) -> String? { try await base.currency() }

    public func keepCurrency(_ code: String?) async throws {
        defer { revisions.forget() }
        try await base.keepCurrency(code)
    }

    public func revision() async throws(StorageError) -> Revision {
        if let known = revisions.ofEveryone { return known }
        let revision = try await base.revision()
        revisions.remember(revision)
        return revision
    }

    /// Returns the statistics from memory when nothing was imported since they were read.
    public func statistics() async throws(StorageError) -> Versioned<ShopStatistics> {
        if let kept = statisticsMemory.withLock({ $0 }), try await revision() == kept.revision { return kept }
        let statistics = try await base.statistics()
        revisions.remember(statistics.revision)
        statisticsMemory.withLock { $0 = statistics }
        return statistics
    }

    public func imports(before number: Int?, limit: Int) async throws(StorageError) -> [ImportRecord] {
        try await base.imports(before: number, limit: limit)
    }

    public func undoLastImport(_ number: Int?, at time: Timestamp) async throws -> ImportRecord {
        defer { revisions.forget() }
        return try await base.undoLastImport(number, at: time)
    }

    public func users(matching text: String?, after cursor: UserID?, limit: Int) async throws(StorageError) -> Versioned<[UserID]> {
        try await base.users(matching: text, after: cursor, limit: limit)
    }

    public func categoryMonths() async throws(StorageError) -> Versioned<[CategoryMonth]> { try await base.categoryMonths() }

    public func importPurchases(
        _ settings: ImportSettings, _ nextBatch: @escaping @Sendable () throws -> [Purchase]
    ) async throws -> ImportOutcome {
        defer { revisions.forget() }
        return try await base.importPurchases(settings, nextBatch)
    }

    public func forget(_ user: UserID) async throws -> Int? {
        defer { revisions.forget() }
        return try await base.forget(user)
    }

    public func recount() async throws -> Int {
        defer { revisions.forget() }
        return try await base.recount()
    }

    public func checkAvailability() async throws(StorageError) { try await base.checkAvailability() }
}
