import Purchases
import Synchronization
import Testing

@testable import Storage

@Suite struct RevisionMemoryTests {
    /// A clock that a test moves.
    private final class HandClock: Sendable {
        private let instant = Mutex(ContinuousClock.now)
        func now() -> ContinuousClock.Instant { instant.withLock { $0 } }
        func advance(by duration: Duration) { instant.withLock { $0 += duration } }
    }

    private let clock = HandClock()
    private let user = UserID(rawValue: "U1")
    private let summary = HistorySummary(revision: Revision(rawValue: 1), lineCount: 2)

    @Test func `by default nothing is remembered`() {
        let memory = RevisionMemory(lifetime: .zero, now: clock.now)
        memory.remember(summary, of: user)
        #expect(memory.summary(of: user) == nil)
    }

    @Test func `a revision lives as long as it was told`() {
        let memory = RevisionMemory(lifetime: .milliseconds(100), now: clock.now)
        memory.remember(summary, of: user)
        clock.advance(by: .milliseconds(99))
        #expect(memory.summary(of: user) == summary)
        #expect(memory.ofEveryone == nil)
        clock.advance(by: .milliseconds(1))
        #expect(memory.summary(of: user) == nil)
    }

    @Test func `what this program imports is seen at once, what another one imports after the lifetime`() async throws {
        let base = InMemoryPurchaseStore()
        let store = CachingPurchaseStore(base, revisionLifetime: .seconds(1), now: clock.now)
        try await store.add([.sample(order: "1", "Old")])
        let first = try await store.revision(of: Purchase.sample().user)
        try await store.add([.sample(order: "2", "New")])
        let second = try await store.revision(of: Purchase.sample().user)
        #expect(first != second)
        try await base.add([.sample(order: "3", "Newer")])
        #expect(try await store.revision(of: Purchase.sample().user) == second)
        clock.advance(by: .seconds(1))
        #expect(try await store.revision(of: Purchase.sample().user) != second)
    }

    @Test func `after a read the revision is the one of what was read`() async throws {
        let base = InMemoryPurchaseStore()
        let store = CachingPurchaseStore(base, revisionLifetime: .seconds(1), now: clock.now)
        try await store.add([.sample(order: "1", "Old")])
        let before = try await store.revision(of: Purchase.sample().user)
        try await base.add([.sample(order: "1", "New")])
        #expect(try await store.allPurchases().map(\.itemName) == ["New"])
        #expect(try await store.revision(of: Purchase.sample().user) != before)
    }
}
