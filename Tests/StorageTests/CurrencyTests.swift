import Purchases
import Storage
import Testing

/// What all sums of a database are in.
@Suite struct CurrencyTests {
    @Test(arguments: Backend.allCases)
    func `the first log that names a currency names that of the database, and one that names none changes nothing`(
        backend: Backend
    ) async throws {
        try await backend.withStore { store in
            try await store.add([.sample(order: "1")])
            #expect(try await store.currency() == nil)
            try await store.add([.sample(order: "2")], ImportSettings(currency: "EUR", isRehearsal: true))
            #expect(try await store.currency() == nil)
            try await store.add([.sample(order: "2")], ImportSettings(currency: "EUR"))
            try await store.add([.sample(order: "3")])
            #expect(try await store.currency() == "EUR")
            #expect(try await store.summary(of: UserID(rawValue: "U1")).currency == "EUR")
            #expect(try await store.allPurchases().count == 3)
        }
    }

    @Test(arguments: Backend.allCases)
    func `a log in another currency is refused with both names, and nothing of it is kept`(backend: Backend) async throws {
        try await backend.withStore { store in
            try await store.add([.sample(order: "1")], ImportSettings(currency: "EUR"))
            let before = try await Snapshot(of: store)
            let error = await #expect(throws: CurrencyMismatch.self) {
                try await store.add([.sample(order: "2")], ImportSettings(currency: "CHF"))
            }
            #expect(error?.kept == "EUR" && error?.coming == "CHF")
            #expect(error?.description.contains("EUR") == true && error?.description.contains("CHF") == true)
            #expect(try await Snapshot(of: store) == before)
        }
    }

    @Test(arguments: Backend.allCases)
    func `another name changes every revision and no number`(backend: Backend) async throws {
        try await backend.withStore { store in
            try await store.add([.sample(order: "1"), .sample("U2", order: "1")])
            let before = try await Snapshot(of: store)
            try await store.keepCurrency("JPY")
            let after = try await Snapshot(of: store)
            #expect(after.revision != before.revision)
            for (user, shopper) in before.shoppers {
                #expect(after.shoppers[user]?.history.value == shopper.history.value)
                #expect(after.shoppers[user]?.history.revision != shopper.history.revision)
                #expect(after.shoppers[user]?.summary.revision == after.shoppers[user]?.history.revision)
            }
            try await store.keepCurrency(nil)
            #expect(try await Snapshot(of: store) == before)
        }
    }
}
