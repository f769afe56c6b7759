import Purchases
import Storage
import Testing

/// What every store promises of reading.
@Suite struct PurchaseStoreTests {
    @Test(arguments: Backend.allCases)
    func `a new store is empty and can be reached`(backend: Backend) async throws {
        try await backend.withStore { store in
            try await store.checkAvailability()
            #expect(try await store.users(matching: nil, after: nil, limit: 10).value == [])
            #expect(try await store.categories().value == [])
            #expect(try await store.revision() == .zero)
        }
    }

    @Test(arguments: Backend.allCases)
    func `an unknown shopper is an error that names them`(backend: Backend) async throws {
        try await backend.withStore { store in
            try await store.add([.sample("U1")])
            let nobody = UserID(rawValue: "u1")
            await #expect(throws: StorageError.unknownUser(nobody)) { try await store.history(of: nobody) }
            await #expect(throws: StorageError.unknownUser(nobody)) { try await store.summary(of: nobody) }
            #expect(StorageError.unknownUser(nobody).description.contains("“u1”"))
        }
    }

    @Test(arguments: Backend.allCases)
    func `purchases come back whole`(backend: Backend) async throws {
        let refund = Purchase(
            user: UserID(rawValue: "Zoë 'x' \u{0}%_"), order: OrderID(rawValue: ""), date: CalendarDate(dayNumber: -1), productID: "",
            itemName: "Crème\nbrûlée 🍮", brand: "", category: "\u{0}", quantity: -3, basePrice: UnitPrice(hundredths: 0),
            totalPrice: Money(hundredths: -9_99)
        )
        try await backend.withStore { store in
            try await store.add([refund])
            #expect(try await store.history(of: refund.user).value == [refund])
            #expect(try await store.users(matching: nil, after: nil, limit: 10).value == [refund.user])
            #expect(try await store.categories().value == ["\u{0}"])
        }
    }

    @Test(arguments: Backend.allCases)
    func `purchases come by date, then order, then line`(backend: Backend) async throws {
        let wanted: [Purchase] = [
            .sample(order: "9", on: "2024-01-01", "Tea"),
            .sample(order: "10", on: "2024-01-02", "Rice"),
            .sample(order: "10", on: "2024-01-02", "Beans"),
            .sample(order: "9", on: "2024-01-02", "Ink"),
            .sample(order: "1", on: "2024-02-01", "Bread"),
        ]
        try await backend.withStore { store in
            try await store.add([wanted[4], wanted[3], wanted[1], wanted[0], wanted[2]] + [.sample("U2")])
            #expect(try await store.allPurchases() == wanted)
        }
    }

    @Test(arguments: Backend.allCases)
    func `text is told apart by its bytes`(backend: Backend) async throws {
        let (composed, decomposed) = ("Caf\u{e9}", "Cafe\u{301}")
        try await backend.withStore { store in
            try await store.add([.sample(order: composed, category: composed), .sample("U2")])
            try await store.add([.sample(order: composed, "New"), .sample(order: decomposed, category: decomposed)])
            #expect(try await store.allPurchases().count == 2)
            #expect(try await store.categories().value == [decomposed, "Dairy"])
            try await store.add([.sample(composed), .sample(decomposed, category: composed)])
            #expect(try await store.users(matching: nil, after: nil, limit: 9).value.count == 4)
            #expect(try await store.categories().value.count == 3)
        }
    }

    @Test(arguments: Backend.allCases)
    func `the months of a category count every shopper's lines, and go with the last of them`(backend: Backend) async throws {
        try await backend.withStore { store in
            try await store.add([
                .sample("U1", order: "1", on: "2024-01-31", quantity: 2, total: 500),
                .sample("U2", order: "1", on: "2024-01-01", total: 250),
                .sample("U2", order: "2", on: "2024-02-01", quantity: -1, total: -250), .sample("U2", order: "3", category: "Bakery"),
            ])
            let dairy = try await store.categoryMonths().value.filter { $0.category == "Dairy" }
            #expect(dairy.map(\.month.description) == ["2024-01", "2024-02"])
            #expect(dairy.map(\.lines) == [2, 1])
            #expect(dairy.map(\.units) == [3, -1])
            #expect(dairy.map(\.total.hundredths) == [750, -250])
            try await store.add([.sample("U2", order: "2", on: "2024-01-09", total: 100)])
            #expect(try await store.categoryMonths().value.map(\.category) == ["Bakery", "Dairy"])
        }
    }

    @Test(arguments: Backend.allCases)
    func `a history is summed up without reading it`(backend: Backend) async throws {
        try await backend.withStore { store in
            try await store.add([.sample(order: "1"), .sample(order: "1", "Tea"), .sample(order: "2"), .sample("U2")])
            try await store.add([.sample(order: "1")])
            let history = try await store.history(of: UserID(rawValue: "U1"))
            #expect(history.value.count == 2)
            #expect(try await store.summary(of: UserID(rawValue: "U1")) == HistorySummary(revision: history.revision, lineCount: 2))
        }
    }

    @Test(arguments: Backend.allCases)
    func `the revision of a history is that of its purchases, told apart by bytes`(backend: Backend) async throws {
        let log: [Purchase] = [
            .sample(order: "\u{e9}", "Tea"), .sample(order: "e\u{301}", "Tea"), .sample(order: "\u{e9}", "Rice"),
            .sample(order: "e\u{301}", on: "2024-02-01", "Ink"),
        ]
        try await backend.withStore { store in
            try await store.add(log)
            let history = try await store.history(of: UserID(rawValue: "U1"))
            #expect(history.value.count == 4)
            #expect(Revision(of: history.value) == history.revision)
        }
    }

    @Test(arguments: Backend.allCases)
    func `what is read during imports comes with its own revision`(backend: Backend) async throws {
        let states: [[Purchase]] = [
            (0..<40).map { .sample(order: "\($0)", "Tea", category: "Drinks") }, (0..<40).map { .sample(order: "\($0)", "Rice") },
        ]
        var expected: [Revision: Snapshot] = [:]
        for state in states {
            let store = InMemoryPurchaseStore()
            try await store.add(state)
            let snapshot = try await Snapshot(of: store)
            expected[snapshot.revision] = snapshot
        }
        try await backend.withStore { store in
            let user = UserID(rawValue: "U1")
            try await store.add(states[0])
            let importing = Task { for round in 1...12 { try await store.add(states[round % 2]) } }
            for _ in 0..<60 {
                let history = try await store.history(of: user)
                #expect(expected[history.revision]?.shoppers[user]?.history == history)
                let statistics = try await store.statistics()
                #expect(expected[statistics.revision]?.statistics == statistics.value)
                let months = try await store.categoryMonths()
                #expect(expected[months.revision]?.categoryMonths == months.value)
            }
            try await importing.value
        }
    }

    @Test(arguments: Backend.allCases)
    func `shoppers come by id, page after page`(backend: Backend) async throws {
        let ids = ["", "U001", "U002", "U010", "u001", "É", "é"]
        try await backend.withStore { store in
            try await store.add(ids.shuffled().map { .sample($0) })
            var found: [UserID] = []
            var page = try await store.users(matching: nil, after: nil, limit: 2).value
            while !page.isEmpty {
                #expect(page.count <= 2)
                found += page
                page = try await store.users(matching: nil, after: page.last, limit: 2).value
            }
            #expect(found.map(\.rawValue) == ids)
            #expect(try await store.users(matching: nil, after: nil, limit: 0).value == [])
        }
    }

    @Test(
        arguments: Backend.allCases,
        [
            ("U0", ["U001", "u002"]), ("u0", ["U001", "u002"]), ("00", ["U001", "u002"]), ("%", ["50%_x"]), ("_", ["50%_x"]),
            ("é", ["CAFÉ"]), ("E\u{301}", ["CAFÉ"]), ("x y", []), ("", ["50%_x", "CAFÉ", "U001", "u002"]), ("*", []),
        ]
    )
    func `shoppers are found by a part of their id`(backend: Backend, example: (text: String, ids: [String])) async throws {
        try await backend.withStore { store in
            try await store.add(["U001", "u002", "CAFÉ", "50%_x"].map { .sample($0) })
            let found = try await store.users(matching: example.text, after: nil, limit: 100).value
            #expect(found.map(\.rawValue) == example.ids)
            let first = try await store.users(matching: example.text, after: nil, limit: 1).value
            let rest = try await store.users(matching: example.text, after: first.last, limit: 100).value
            #expect(first + (first.isEmpty ? [] : rest) == found)
        }
    }
}
