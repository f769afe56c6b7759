import Purchases
import Storage
import Testing

@Suite struct RevisionTests {
    private let log: [Purchase] = [
        .sample("U1", order: "1", "Milk"), .sample("U1", order: "1", "Tea"), .sample("U1", order: "2"), .sample("U2", order: "1"),
    ]

    @Test func `a revision is sixteen hexadecimal digits`() {
        #expect(Revision.zero.description == "0000000000000000")
        #expect(Revision(rawValue: 0xc5_e1f3).description == "0000000000c5e1f3")
        #expect(Revision(rawValue: .max).description == "ffffffffffffffff")
    }

    @Test func `a line has the same revision on every machine`() {
        #expect(Revision(of: .sample(), line: 0).description == "6bde60cf0b0e6d41")
    }

    @Test func `every part of a line counts`() {
        let milk = Purchase.sample()
        let changes: [(inout Purchase) -> Void] = [
            { $0.user.rawValue = "U2" }, { $0.order.rawValue = "2" }, { $0.date = $0.date.adding(days: 1) }, { $0.productID = "" },
            { $0.itemName += " " }, { $0.brand = "" }, { $0.category = "dairy" }, { $0.quantity = -1 },
            { $0.quantity = Quantity(thousandths: 1) },
            { $0.basePrice.millionths += 1 }, { $0.basePrice.millionths *= -1 }, { $0.basePrice.millionths /= 10_000 },
            { $0.totalPrice = .zero },
            { line in (line.brand, line.category) = ("", line.brand + line.category) },
        ]
        let revisions = changes.map { change in
            var changed = milk
            change(&changed)
            return Revision(of: changed, line: 0)
        }
        #expect(Set(revisions + [Revision(of: milk, line: 0), Revision(of: milk, line: 1)]).count == changes.count + 2)
    }

    @Test func `what is added and taken away again leaves no trace`() {
        let sum = log.enumerated().map { Revision(of: $0.element, line: $0.offset) }
        #expect(sum.reversed().reduce(sum.reduce(.zero, +), -) == .zero)
    }

    @Test(arguments: Backend.allCases)
    func `a shopper's revision changes only with their purchases`(backend: Backend) async throws {
        try await backend.withStore { store in
            try await store.add(log)
            let (one, two) = (UserID(rawValue: "U1"), UserID(rawValue: "U2"))
            let before = try await (store.revision(of: one), store.revision(of: two), store.revision())
            try await store.add([.sample("U2", order: "1", "Ink")])
            #expect(try await store.revision(of: one) == before.0)
            #expect(try await store.revision(of: two) != before.1)
            #expect(try await store.revision() != before.2)
            try await store.add([.sample("U2", order: "1")])
            #expect(try await (store.revision(of: one), store.revision(of: two), store.revision()) == before)
        }
    }

    @Test(arguments: Backend.allCases)
    func `the store's revision is the sum of its shoppers'`(backend: Backend) async throws {
        try await backend.withStore { store in
            try await store.add(log)
            let all = try await Snapshot(of: store)
            #expect(all.revision == all.shoppers.values.map(\.summary.revision).reduce(.zero, +))
            #expect(all.revision != .zero)
        }
    }

    @Test(arguments: Backend.allCases)
    func `it does not matter how orders are split into imports`(backend: Backend) async throws {
        let whole = InMemoryPurchaseStore()
        try await whole.add(log)
        try await backend.withStore { store in
            try await store.add(Array(log[2...]))
            try await store.add(Array(log[..<2]))
            let snapshot = try await Snapshot(of: whole)
            #expect(try await Snapshot(of: store) == snapshot)
        }
    }
}
