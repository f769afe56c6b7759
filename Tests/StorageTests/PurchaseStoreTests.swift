import Purchases
import Storage
import Testing

/// What every store promises of reading.
@Suite struct PurchaseStoreTests {
    @Test(arguments: Backend.allCases)
    func `a new store is empty and can be reached`(backend: Backend) async throws {
        try await backend.withStore { store in
            try await store.checkAvailability()
            #expect(try await store.users(matching: nil, after: nil, limit: 10) == [])
            #expect(try await store.categories() == [])
            #expect(try await store.revision() == .zero)
        }
    }

    @Test(arguments: Backend.allCases)
    func `an unknown shopper is an error that names them`(backend: Backend) async throws {
        try await backend.withStore { store in
            try await store.add([.sample("U1")])
            let nobody = UserID(rawValue: "u1")
            await #expect(throws: StorageError.unknownUser(nobody)) { try await store.purchases(of: nobody, in: .none) }
            await #expect(throws: StorageError.unknownUser(nobody)) { try await store.revision(of: nobody) }
            #expect(StorageError.unknownUser(nobody).description.contains("“u1”"))
        }
    }

    @Test(arguments: Backend.allCases)
    func `purchases come back whole`(backend: Backend) async throws {
        let refund = Purchase(
            user: UserID(rawValue: "Zoë 'x' \u{0}%_"), order: OrderID(rawValue: ""), date: CalendarDate(dayNumber: -1), productID: "",
            itemName: "Crème\nbrûlée 🍮", brand: "", category: "\u{0}", quantity: -3, basePrice: Money(hundredths: 0),
            totalPrice: Money(hundredths: -9_99)
        )
        try await backend.withStore { store in
            try await store.add([refund])
            #expect(try await store.purchases(of: refund.user, in: .none) == [refund])
            #expect(try await store.users(matching: nil, after: nil, limit: 10) == [refund.user])
            #expect(try await store.categories() == ["\u{0}"])
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
            #expect(try await store.categories() == [decomposed, "Dairy"])
            try await store.add([.sample(composed), .sample(decomposed, category: composed)])
            #expect(try await store.users(matching: nil, after: nil, limit: 9).count == 4)
            #expect(try await store.categories().count == 3)
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
            let dairy = try await store.categoryMonths().filter { $0.category == "Dairy" }
            #expect(dairy.map(\.month.description) == ["2024-01", "2024-02"])
            #expect(dairy.map(\.lines) == [2, 1])
            #expect(dairy.map(\.units) == [3, -1])
            #expect(dairy.map(\.total.hundredths) == [750, -250])
            try await store.add([.sample("U2", order: "2", on: "2024-01-09", total: 100)])
            #expect(try await store.categoryMonths().map(\.category) == ["Bakery", "Dairy"])
        }
    }

    @Test(
        arguments: Backend.allCases,
        [
            (PurchaseFilter.none, ["a", "b", "c", "d"]),
            (PurchaseFilter(month: .everyYear(1)), ["a", "c"]),
            (PurchaseFilter(month: .only(Month("2024-01")!)), ["c"]),
            (PurchaseFilter(from: CalendarDate("2023-02-28")), ["b", "c", "d"]),
            (PurchaseFilter(to: CalendarDate("2023-02-28")), ["a", "b"]),
            (PurchaseFilter(from: CalendarDate("2023-03-01"), to: CalendarDate("2024-01-01")), ["c"]),
            (PurchaseFilter(categories: ["Dairy"]), ["a", "d"]),
            (PurchaseFilter(categories: ["Dairy", "Bakery"]), ["a", "b", "c", "d"]),
            (PurchaseFilter(month: .everyYear(1), from: CalendarDate("2023-01-02"), categories: ["Dairy"]), []),
        ]
    )
    func `a filter says which purchases come`(backend: Backend, example: (filter: PurchaseFilter, items: [String])) async throws {
        try await backend.withStore { store in
            try await store.add([
                .sample(order: "1", on: "2023-01-01", "a"), .sample(order: "2", on: "2023-02-28", "b", category: "Bakery"),
                .sample(order: "3", on: "2024-01-01", "c", category: "Bakery"), .sample(order: "4", on: "2024-02-29", "d"),
            ])
            #expect(try await store.allPurchases(in: example.filter).map(\.itemName) == example.items)
        }
    }

    @Test(arguments: Backend.allCases)
    func `shoppers come by id, page after page`(backend: Backend) async throws {
        let ids = ["", "U001", "U002", "U010", "u001", "É", "é"]
        try await backend.withStore { store in
            try await store.add(ids.shuffled().map { .sample($0) })
            var found: [UserID] = []
            var page = try await store.users(matching: nil, after: nil, limit: 2)
            while !page.isEmpty {
                #expect(page.count <= 2)
                found += page
                page = try await store.users(matching: nil, after: page.last, limit: 2)
            }
            #expect(found.map(\.rawValue) == ids)
            #expect(try await store.users(matching: nil, after: nil, limit: 0) == [])
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
            let found = try await store.users(matching: example.text, after: nil, limit: 100)
            #expect(found.map(\.rawValue) == example.ids)
            let first = try await store.users(matching: example.text, after: nil, limit: 1)
            let rest = try await store.users(matching: example.text, after: first.last, limit: 100)
            #expect(first + (first.isEmpty ? [] : rest) == found)
        }
    }
}
