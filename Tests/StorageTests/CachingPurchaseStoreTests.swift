import Hashing
import Purchases
@testable import Storage
import Synchronization
import Testing

@Suite struct CachingPurchaseStoreTests {
    /// A store that counts what is asked of it.
    private final class Counted: PurchaseStore {
        let base = InMemoryPurchaseStore()
        let counts = Mutex((reads: 0, revisions: 0, statistics: 0))
        var reads: Int { counts.withLock { $0.reads } }
        var revisions: Int { counts.withLock { $0.revisions } }

        func history(of user: UserID) async throws(StorageError) -> Versioned<[Purchase]> {
            counts.withLock { $0.reads += 1 }
            return try await base.history(of: user)
        }

        func summary(of user: UserID) async throws(StorageError) -> HistorySummary {
            counts.withLock { $0.revisions += 1 }
            return try await base.summary(of: user)
        }

        func revision() async throws(StorageError) -> Revision { await base.revision() }

        func statistics() async throws(StorageError) -> Versioned<ShopStatistics> {
            counts.withLock { $0.statistics += 1 }
            return await base.statistics()
        }

        func users(matching text: String?, after cursor: UserID?, limit: Int) async throws(StorageError) -> Versioned<[UserID]> {
            await base.users(matching: text, after: cursor, limit: limit)
        }

        func categoryMonths() async throws(StorageError) -> Versioned<[CategoryMonth]> { await base.categoryMonths() }

        func currency() async throws(StorageError) -> String? { try await base.currency() }

        func keepCurrency(_ code: String?) async throws { try await base.keepCurrency(code) }

        func imports(before number: Int?, limit: Int) async throws(StorageError) -> [ImportRecord] {
            await base.imports(before: number, limit: limit)
        }

        func undoLastImport(_ number: Int?, at time: Timestamp) async throws -> ImportRecord {
            try await base.undoLastImport(number, at: time)
        }

        func importPurchases(
            _ settings: ImportSettings, _ nextBatch: @escaping @Sendable () throws -> [Purchase]
        ) async throws -> ImportOutcome {
            try await base.importPurchases(settings, nextBatch)
        }

        func log(of user: UserID) async throws(StorageError) -> Versioned<[Purchase]> { try await base.log(of: user) }

        func forget(_ user: UserID) async throws -> Int? { await base.forget(user) }

        func recount() async throws -> Int { await base.recount() }

        func checkAvailability() async throws(StorageError) {}
    }

    @Test func `a first read costs one question, and a repeated one a question for the revision`() async throws {
        let base = Counted()
        let store = CachingPurchaseStore(base)
        try await store.add([.sample(order: "1", category: "Bakery"), .sample(order: "2")])
        #expect(try await store.allPurchases().count == 2)
        #expect(base.revisions == 0)
        #expect(try await store.allPurchases().count == 2)
        #expect(base.reads == 1)
        #expect(base.revisions == 1)
    }

    @Test func `statistics are read once, until something is imported`() async throws {
        let base = Counted()
        let store = CachingPurchaseStore(base)
        try await store.add([.sample(order: "1")])
        for _ in 0..<3 { #expect(try await store.statistics().value.items["Milk"]?.purchases == 1) }
        #expect(base.counts.withLock { $0.statistics } == 1)
        try await base.add([.sample(order: "2", on: "2024-02-10")])
        #expect(try await store.statistics().value.items["Milk"]?.purchases == 2)
    }

    @Test func `what another program imports is seen at once`() async throws {
        let base = Counted()
        let store = CachingPurchaseStore(base)
        try await base.add([.sample(order: "1", "Old")])
        #expect(try await store.allPurchases().map(\.itemName) == ["Old"])
        try await base.add([.sample(order: "1", "New")])
        #expect(try await store.allPurchases().map(\.itemName) == ["New"])
        #expect(base.reads == 2)
        #expect(store.cachedPurchaseCount == 1)
    }

    @Test func `no more purchases are cached than the capacity`() async throws {
        let store = CachingPurchaseStore(InMemoryPurchaseStore(), capacity: 25)
        let shoppers = (0..<40).map { number in (0..<number).map { Purchase.sample("U\(number)", order: "\($0)") } }
        try await store.add(Array(shoppers.joined()))
        var random = SplitMix64(state: 1)
        for _ in 0..<400 {
            let number = Int.random(in: 1..<40, using: &random)
            #expect(try await store.allPurchases(of: "U\(number)").count == number)
            #expect(store.cachedPurchaseCount <= 25)
        }
        #expect(store.cachedPurchaseCount > 0)
    }
}
