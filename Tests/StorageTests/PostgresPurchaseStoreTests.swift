import TestServers
import Purchases
import SQLStorage
import Storage
import Synchronization
import Testing

@testable import PostgresStorage

/// What is particular to the store on a server.
@Suite(.enabled(if: TestPostgresServer.isInstalled, "\(TestPostgresServer.absence)")) struct PostgresPurchaseStoreTests {
    private static let log = (0..<500).map { number in
        Purchase.sample(
            "U\(number % 3)", order: "\(number % 50)", on: "2024-0\(1 + number % 9)-03", "Item \(number % 70)", category: "C\(number % 4)",
            quantity: Quantity(thousandths: Int64(number % 5 - 1) * 250), total: Int64(number)
        )
    }

    @Test(arguments: PostgresRoute.allCases)
    func `what was imported is there when the database is opened again, and two stores see each other's imports`(
        route: PostgresRoute
    ) async throws {
        try await withPostgres(by: route) { address in
            let (one, two) = (try PostgresPurchaseStore(at: address), try PostgresPurchaseStore(at: address))
            try await one.add([.sample(order: "1"), .sample("U2", order: "2", category: "Bakery")])
            let before = try await Snapshot(of: one)
            #expect(try await Snapshot(of: two) == before)
            #expect(try await Snapshot(of: PostgresPurchaseStore(at: address)) == before)
            #expect(try await two.add([.sample(order: "1")]).unchangedOrders == 1)
        }
    }

    @Test(arguments: PostgresRoute.allCases)
    func `a new database may be opened many times at once`(route: PostgresRoute) async throws {
        try await withPostgres(by: route) { address in
            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in 0..<6 { group.addTask { try await PostgresPurchaseStore(at: address).add([.sample("U\(number)")]) } }
                try await group.waitForAll()
            }
            #expect(try await PostgresPurchaseStore(at: address).users(matching: nil, after: nil, limit: 10).value.count == 6)
        }
    }

    @Test func `readers see the old state until an import has ended`() async throws {
        try await withPostgres { address in
            let store = try PostgresPurchaseStore(at: address)
            try await store.add([.sample("U1")])
            let reader = Mutex(try Connection.forTests(at: address))
            let batches = Mutex<[[Purchase]]>([[.sample("U2")], [.sample("U2")], []])
            let counts = Mutex<[Int64?]>([])
            _ = try await store.importPurchases {
                let count = try reader.withLock { try $0.first("SELECT count(*) FROM history") { $0.integer(0) } }
                counts.withLock { $0.append(count) }
                return batches.withLock { $0.removeFirst() }
            }
            #expect(counts.withLock { $0 } == [1, 1, 1])
            #expect(try await store.allPurchases(of: "U2").count == 2)
        }
    }

    @Test(
        arguments: PostgresRoute.allCases,
        [(lines: 1, names: 1), (lines: 7, names: 2), (lines: 100, names: 10), (lines: 1_000, names: 3)])
    func `what is held in memory is bounded, and that changes nothing`(
        route: PostgresRoute, bounds: (lines: Int, names: Int)
    ) async throws {
        try await withPostgres(by: route) { address in
            let store = try PostgresPurchaseStore(at: address)
            let simplest = InMemoryPurchaseStore()
            for log in [Self.log, Array(Self.log[100..<400].reversed())] {
                let expected = try await simplest.add(log)
                var rest = [Array(log[..<37]), Array(log[37...]), []]
                let sorted = try SortedLog(lineBound: bounds.lines, runBound: 3) { rest.removeFirst() }
                let connection = try Connection.forTests(at: address)
                let outcome = try connection.transaction {
                    try HistoryImport.run(
                        sorted, into: PostgresSession(connection: connection),
                        .init(lines: bounds.lines, names: bounds.names, historyLines: 20))
                }
                #expect(outcome == expected)
            }
            let snapshot = try await Snapshot(of: simplest)
            #expect(try await Snapshot(of: store) == snapshot)
        }
    }

    @Test(arguments: PostgresRoute.allCases)
    func `sums that no integer holds wrap around and stop nothing`(route: PostgresRoute) async throws {
        try await withPostgres(by: route) { address in
            let store = try PostgresPurchaseStore(at: address)
            for order in ["1", "2"] {
                try await store.add([
                    .sample(order: order, quantity: Quantity(thousandths: .max), total: .max),
                    .sample(order: order, quantity: Quantity(thousandths: .max), total: .max),
                    .sample(order: order, quantity: Quantity(thousandths: .min), total: .min),
                ])
            }
            #expect(try await store.allPurchases().count == 6)
        }
    }

    @Test(arguments: PostgresRoute.allCases)
    func `all equals what a file holds, statistics and revisions too`(route: PostgresRoute) async throws {
        let other = InMemoryPurchaseStore()
        try await withPostgres(by: route) { address in
            let store = try PostgresPurchaseStore(at: address)
            for log in [Self.log, Array(Self.log.prefix(100))] {
                try await other.add(log)
                try await store.add(log)
            }
            let expected = try await Snapshot(of: other)
            #expect(try await Snapshot(of: store) == expected)
        }
    }

    @Test func `a database that counted whole quantities and hundredths counts thousandths from now on`() async throws {
        try await withPostgres { address in
            let store = try PostgresPurchaseStore(at: address)
            try await store.add(
                Self.log.map { line in
                    var line = line
                    line.quantity = 3
                    return line
                })
            let months = try await store.categoryMonths()
            let connection = try Connection.forTests(at: address)
            try connection.executeAll("UPDATE cartograph.category_month SET units = units / 1000, total = total / 10")
            try connection.executeAll("DELETE FROM cartograph.migration WHERE name = '15 thousandths'")
            #expect(try await PostgresPurchaseStore(at: address).categoryMonths() == months)
        }
    }

    @Test func `whoever asks in SQL gets the lines that the store gives`() async throws {
        try await withPostgres { address in
            let store = try PostgresPurchaseStore(at: address)
            try await store.add(Self.log + [.sample("U1", order: "é", "it's \u{0}", quantity: Quantity(thousandths: .min), total: .max)])
            let user = UserID(rawValue: "U1")
            let log = try await store.log(of: user).value
            let rows = try Connection.forTests(at: address).rows(
                """
                SELECT order_id, order_date::text, product_id, item, brand, category, quantity::text, base_price::text, total_price::text
                FROM cartograph.purchase WHERE customer_id = $1 ORDER BY order_id COLLATE "C", line
                """, "U1"
            ) { row in (0..<9).map { row.text($0) } }
            #expect(rows.count == log.count)
            for (row, line) in zip(rows, log) {
                let texts = [
                    line.order.rawValue, "\(line.date)", line.productID, line.itemName, line.brand, line.category,
                ]
                #expect(Array(row.prefix(6)) == texts.map { $0.replacing("\u{0}", with: "\u{FFFD}") })
                #expect(row.dropFirst(6).map { Double($0) } == [line.quantity.amount, line.basePrice.amount, line.totalPrice.amount])
            }
        }
    }

    @Test(arguments: PostgresRoute.allCases)
    func `changes to one list from two servers all count`(route: PostgresRoute) async throws {
        try await withPostgres(by: route) { address in
            let stores = [try PostgresPurchaseStore(at: address), try PostgresPurchaseStore(at: address)]
            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in 0..<40 { group.addTask { try await stores[number % 2].change(.add("\(number)")) } }
                try await group.waitForAll()
            }
            let list = try await stores[0].list()
            #expect(Set(list.names) == Set((0..<40).map(String.init)))
            #expect(list.version == 40)
        }
    }

    @Test(arguments: PostgresRoute.allCases)
    func `of two servers one claims a mail, and both keep the same secret`(route: PostgresRoute) async throws {
        try await withPostgres(by: route) { address in
            let stores = [try PostgresPurchaseStore(at: address), try PostgresPurchaseStore(at: address)]
            let terms = MailSubscription.Terms(user: UserID(rawValue: "U1"), recipient: "a@b", sender: "c@d", schedule: "", options: "")
            let subscription = try await stores[0].addMailSubscription(terms, due: 1)
            let wins = try await withThrowingTaskGroup(of: Bool.self) { group in
                for number in 0..<20 { group.addTask { try await stores[number % 2].claimMail(of: subscription.id, due: 1, next: 2) } }
                return try await group.reduce(0) { $0 + ($1 ? 1 : 0) }
            }
            #expect(wins == 1)
            async let one = stores[0].signingSecret(orKeep: [1])
            async let two = stores[1].signingSecret(orKeep: [2])
            let secrets = try await [one, two]
            #expect(secrets[0] == secrets[1])
        }
    }

    @Test func `everybody is served by few connections`() async throws {
        try await TestDatabases.shared.withDatabase { server, database in
            // A pooler may have others in the same database.
            let address = try PostgresAddress("\(server.url(of: database))?application_name=few")
            let store = try PostgresPurchaseStore(at: address, connections: 2)
            try await store.add([.sample()])
            try await withThrowingTaskGroup(of: Int.self) { group in
                for _ in 0..<40 { group.addTask { try await store.allPurchases().count } }
                for try await count in group { #expect(count == 1) }
            }
            // They are kept for the next questions: two, the one of the import, and the one that counts.
            let select = "SELECT count(*) FROM pg_stat_activity WHERE application_name = 'few' AND datname = current_database()"
            let count = try Connection.forTests(at: address).first(select) { $0.integer(0) }
            #expect(count == 4)
        }
    }
}

extension Connection {
    /// Connects as the store does.
    static func forTests(at address: PostgresAddress) throws -> Connection {
        try Connection(to: address, limits: SessionLimits(statement: .seconds(30), lock: .seconds(10), idleTransaction: .seconds(30)))
    }
}
