import Hashing
import Purchases
import Storage
import Synchronization
import Testing

/// What every store promises of imports.
@Suite struct PurchaseImportTests {
    struct Failure: Error {}

    private static let log: [Purchase] = [
        .sample("U1", order: "1", "Milk"), .sample("U1", order: "1", "Milk"), .sample("U1", order: "2", "Bread", category: "Bakery"),
        .sample("U2", order: "1", "Tea", category: "Drinks", quantity: -1, total: -3_00),
    ]

    @Test(arguments: Backend.allCases)
    func `an import says what it did`(backend: Backend) async throws {
        try await backend.withStore { store in
            let more = [Purchase.sample(order: "2", "Cake"), .sample(order: "3")]
            let outcomes = try await [store.add(Self.log), store.add(more), store.add([])]
            #expect(outcomes[0] == ImportOutcome(newOrders: 3, replacedOrders: 0, lines: 4))
            var second = ImportOutcome(newOrders: 1, replacedOrders: 1, lines: 2)
            (second.sumBefore, second.sumAfter) = (Money(hundredths: 2_48), Money(hundredths: 2_48))
            second.changes = [
                .init(
                    user: UserID(rawValue: "U1"), order: OrderID(rawValue: "2"), before: Money(hundredths: 2_48),
                    after: Money(hundredths: 2_48))
            ]
            #expect(outcomes[1] == second)
            #expect(outcomes[2] == ImportOutcome())
        }
    }

    @Test(arguments: Backend.allCases)
    func `importing twice changes nothing`(backend: Backend) async throws {
        try await backend.withStore { store in
            try await store.add(Self.log)
            let before = try await Snapshot(of: store)
            let outcome = try await store.add(Self.log)
            #expect(outcome == ImportOutcome(unchangedOrders: 3, lines: 4))
            #expect(try await Snapshot(of: store) == before)
        }
    }

    @Test(arguments: Backend.allCases)
    func `an order that comes again is replaced`(backend: Backend) async throws {
        try await backend.withStore { store in
            try await store.add(Self.log)
            try await store.add([.sample("U1", order: "1", on: "2024-02-20", "Eggs", category: "Dairy")])
            #expect(try await store.allPurchases().map(\.itemName) == ["Bread", "Eggs"])
            #expect(try await store.allPurchases(of: "U2").map(\.itemName) == ["Tea"])
        }
    }

    @Test(arguments: Backend.allCases)
    func `a category goes with its last line`(backend: Backend) async throws {
        try await backend.withStore { store in
            try await store.add(Self.log)
            #expect(try await store.categories().value == ["Bakery", "Dairy", "Drinks"])
            try await store.add([.sample("U1", order: "2", category: "bakery")])
            #expect(try await store.categories().value == ["Dairy", "Drinks", "bakery"])
        }
    }

    @Test(arguments: Backend.allCases, [1, 2, 1_000])
    func `lines of one order count wherever they stand in an import`(backend: Backend, batchSize: Int) async throws {
        let scattered = [
            Purchase.sample(order: "1", "a"), .sample("U2", order: "1", "x"), .sample(order: "1", "b"), .sample(order: "2", "z"),
            .sample(order: "1", "c"), .sample("U2", order: "1", "y"),
        ]
        try await backend.withStore { store in
            try await store.add([.sample(order: "1", "old"), .sample(order: "1", "older")])
            let outcome = try await store.add(scattered, batchSize: batchSize)
            #expect((outcome.newOrders, outcome.replacedOrders, outcome.lines) == (2, 1, 6))
            #expect((outcome.sumBefore, outcome.sumAfter) == (Money(hundredths: 4_96), Money(hundredths: 7_44)))
            #expect(try await store.allPurchases().map(\.itemName) == ["a", "b", "c", "z"])
            #expect(try await store.allPurchases(of: "U2").map(\.itemName) == ["x", "y"])
        }
    }

    @Test(arguments: Backend.allCases)
    func `an import that fails leaves everything as it was`(backend: Backend) async throws {
        try await backend.withStore { store in
            try await store.add(Self.log)
            let before = try await Snapshot(of: store)
            let batches = Mutex([[Purchase.sample("U1", order: "1", "Eggs")], [.sample("U3", category: "New")]])
            await #expect(throws: Failure.self) {
                try await store.importPurchases { try batches.withLock { try $0.isEmpty ? { throw Failure() }() : $0.removeFirst() } }
            }
            #expect(try await Snapshot(of: store) == before)
            #expect(try await store.add(Self.log).unchangedOrders == 3)
        }
    }

    @Test(arguments: Backend.allCases)
    func `an import that is cancelled leaves everything as it was`(backend: Backend) async throws {
        try await backend.withStore { store in
            try await store.add(Self.log)
            let before = try await Snapshot(of: store)
            let endless = Task {
                try await store.importPurchases {
                    withUnsafeCurrentTask { $0?.cancel() }
                    return [.sample("U1", order: "1", "Eggs")]
                }
            }
            await #expect(throws: CancellationError.self) { try await endless.value }
            #expect(try await Snapshot(of: store) == before)
        }
    }

    @Test(arguments: Backend.allCases)
    func `imports at the same time come one after the other`(backend: Backend) async throws {
        let (a, b) = (Self.random(seed: 1, lines: 300), Self.random(seed: 2, lines: 300))
        try await backend.withStore { store in
            async let first = store.add(a, batchSize: 7)
            async let second = store.add(b, batchSize: 11)
            let lines = try await first.lines + second.lines
            #expect(lines == 600)
            let result = try await Snapshot(of: store)
            var serial: [Snapshot] = []
            for order in [[a, b], [b, a]] {
                let other = InMemoryPurchaseStore()
                for log in order { try await other.add(log) }
                serial.append(try await Snapshot(of: other))
            }
            #expect(serial.contains(result))
        }
    }

    @Test(arguments: Backend.allCases, 1...6)
    func `any imports leave what the simplest store has`(backend: Backend, seed: UInt64) async throws {
        let simplest = InMemoryPurchaseStore()
        try await backend.withStore { store in
            for step in 0..<4 {
                let log = Self.random(seed: seed * 100 + UInt64(step), lines: 120)
                let settings = ImportSettings(rule: MergeRule.allCases[seed % 3 == 0 ? step % 3 : 0])
                let expected = try await simplest.add(log, settings)
                #expect(try await store.add(log, batchSize: 1 + Int(seed) * 9, settings) == expected)
                let snapshot = try await Snapshot(of: simplest)
                #expect(try await Snapshot(of: store) == snapshot)
            }
        }
    }

    /// Lines of few shoppers, orders, items and categories, so that they meet.
    private static func random(seed: UInt64, lines: Int) -> [Purchase] {
        var random = SplitMix64(state: seed)
        return (0..<lines).map { _ in
            let user = "U\(Int.random(in: 0..<5, using: &random))"
            let date = "2024-0\(Int.random(in: 1...9, using: &random))-1\(Int.random(in: 0...9, using: &random))"
            // Of some lines the log named no order.
            let order = Int.random(in: 0..<18, using: &random)
            return .sample(
                user, order: order < 12 ? "\(order)" : "\(user)-\(date)", on: date,
                "Item \(Int.random(in: 0..<30, using: &random))", category: "Category \(Int.random(in: 0..<40, using: &random))",
                quantity: Quantity(thousandths: .random(in: -2_000...5_000, using: &random)),
                total: .random(in: -500...5_000, using: &random)
            )
        }
    }
}
