import Foundation
import PostgresStorage
import Purchases
import SQLiteStorage
import Storage
import Synchronization
import TestServers
import Typography

/// How costs grow with the number of purchases that others have: each figure beside that of the smallest database.
///
/// Shoppers have 200 lines each on average, in orders of ten. PostgreSQL runs on this machine, without waiting for the disk.
enum GrowthBenchmark {
    static let usualCounts = [10_000, 1_000_000, 10_000_000]
    private static let linesOfShopper = 200
    private static let nextCount = 100_000
    private static let nightCount = 2_000
    /// Whose those are, as far as there are so many; where there are fewer, the others are new.
    private static let nextUsers = 5_000
    private static let requestCount = 300

    private struct Figure {
        let name: String
        /// In the order of the databases.
        var values: [Double] = []
    }

    static func run(counts: [Int], typesetter: Typesetter) async throws {
        let counts = counts.sorted()
        try await run("SQLite", counts, typesetter) { _, body in
            let store = try TemporaryStore()
            defer { store.remove() }
            try await body(
                Place(store: store) {
                    try TemporaryStore(reopening: store)
                } size: {
                    try store.size
                })
        }
        guard TestPostgresServer.isInstalled else { return print("\(TestPostgresServer.absence)\n") }
        let server = try TestPostgresServer()
        try await run("PostgreSQL", counts, typesetter) { count, body in
            let name = "shop\(count)"
            try server.query("CREATE DATABASE \(name)")
            let address = try PostgresAddress(server.url(of: name))
            let store = TemporaryStore(try PostgresPurchaseStore(at: address))
            try await body(
                Place(store: store) {
                    TemporaryStore(try PostgresPurchaseStore(at: address))
                } size: {
                    Int(try server.query("SELECT pg_database_size('\(name)')")) ?? 0
                })
            try server.query("DROP DATABASE \(name) WITH (FORCE)")
        }
    }

    /// A database that is filled.
    private struct Place: Sendable {
        let store: TemporaryStore
        let reopen: @Sendable () throws -> TemporaryStore
        let size: @Sendable () throws -> Int

        init(store: TemporaryStore, reopen: @escaping @Sendable () throws -> TemporaryStore, size: @escaping @Sendable () throws -> Int) {
            (self.store, self.reopen, self.size) = (store, reopen, size)
        }
    }

    private static func run(
        _ database: String, _ counts: [Int], _ typesetter: Typesetter,
        _ with: (_ count: Int, _ body: (Place) async throws -> Void) async throws -> Void
    ) async throws {
        var figures: [Figure] = []
        for count in counts {
            try await with(count) { place in
                let measured = try await measure(place, count, typesetter)
                if figures.isEmpty { figures = measured.map { Figure(name: $0.0) } }
                for (index, figure) in measured.enumerated() { figures[index].values.append(figure.1) }
            }
        }
        print("\(database): each figure, and how many times that of the smallest database it is")
        var table = TextTable(["lines"] + counts.map(String.init))
        for figure in figures {
            let first = figure.values.first ?? 0
            table.append([figure.name] + figure.values.map { "\($0.text) (\(first > 0 ? ($0 / first).times : "-"))" })
        }
        table.printOut()
        fflush(nil)
    }

    private static func measure(_ place: Place, _ count: Int, _ typesetter: Typesetter) async throws -> [(String, Double)] {
        let users = max(1, count / linesOfShopper)
        let all = try await seconds { try await place.store.addOrders(lines: count, of: users) }
        let size = Double(try place.size()) / 1e6
        let answers = Mutex<(json: [Double], pictures: [Double])>(([], []))
        let start = ContinuousClock.now
        let reopened = try place.reopen()
        let opening = (ContinuousClock.now - start) / .milliseconds(1)
        let first = Mutex(0.0)
        try await reopened.serving(typesetter) { port, _ in
            let client = try BlockingClient(port: port)
            first.withLock { $0 = (ContinuousClock.now - start) / .milliseconds(1) }
            var random = SystemRandomNumberGenerator()
            for number in 0..<requestCount + 20 {
                let user = TemporaryStore.shopper(Int.random(in: 0..<users, using: &random))
                let json = try client.send("GET", "/api/users/\(user)/metrics.json?title=\(number)")
                let other = TemporaryStore.shopper(Int.random(in: 0..<users, using: &random))
                let picture = try client.send("GET", "/api/users/\(other)/monthly-trends.png?title=\(number)")
                guard json.status == 200, picture.status == 200 else { throw BlockingClient.Failure() }
                // The first few find nothing warm.
                guard number >= 20 else { continue }
                answers.withLock { answers in
                    answers.json.append(json.milliseconds)
                    answers.pictures.append(picture.milliseconds)
                }
            }
        }
        let (json, pictures) = answers.withLock { $0 }
        let next = try await seconds { try await place.store.addOrders(lines: nextCount, of: nextUsers, round: 1) }
        let night = try await seconds { try await place.store.addOrders(lines: nightCount, of: nextUsers, round: 2) }
        return [
            ("import of all, s", all), ("import of the next \(nextCount), s", next), ("a night's log of \(nightCount), s", night),
            ("size, MB", size), ("opening, ms", opening), ("until it listens, ms", first.withLock { $0 }),
            ("JSON p50, ms", json.share(0.5)), ("JSON p99, ms", json.share(0.99)),
            ("new PNG p50, ms", pictures.share(0.5)), ("new PNG p99, ms", pictures.share(0.99)),
        ]
    }

    private static func seconds(_ work: () async throws -> Void) async rethrows -> Double {
        let start = ContinuousClock.now
        try await work()
        return (ContinuousClock.now - start) / .seconds(1)
    }
}

extension GrowthBenchmark {
    /// One shopper with very many lines, and searches among very many shoppers, in an SQLite file.
    static func runLarge(typesetter: Typesetter) async throws {
        let (lineCount, shopperCount) = (300_000, 1_000_000)
        let store = try TemporaryStore()
        defer { store.remove() }
        let heavy = UserID(rawValue: "HEAVY")
        try await store.add(lineCount, of: heavy)
        try await store.addShoppers(shopperCount)
        var table = TextTable(["ms", "p50", "p99"])
        let texts = (0..<100).map { "\(77_100 + $0)" }
        for (name, texts) in [("search among \(shopperCount) shoppers", texts), ("list of them", texts.map { "C1\($0)0" })] {
            var times: [Double] = []
            for text in texts {
                let start = ContinuousClock.now
                if name.hasPrefix("search") {
                    _ = try await store.purchases.users(matching: text, after: nil, limit: 50)
                } else {
                    _ = try await store.purchases.users(matching: nil, after: UserID(rawValue: text), limit: 50)
                }
                times.append((ContinuousClock.now - start) / .milliseconds(1))
            }
            table.append([name, times.share(0.5).text, times.share(0.99).text])
        }
        let rows = Mutex<[[String]]>([])
        try await store.serving(typesetter) { port, _ in
            let client = try BlockingClient(port: port)
            for (name, path) in [("JSON", "metrics.json"), ("new PNG", "monthly-trends.png")] {
                let times = try (0..<40).map { try client.send("GET", "/api/users/\(heavy)/\(path)?title=\($0)").milliseconds }
                rows.withLock {
                    $0.append(["\(name) of a shopper with \(lineCount) lines", times.share(0.5).text, times.share(0.99).text])
                }
            }
        }
        for row in rows.withLock({ $0 }) { table.append(row) }
        table.printOut()
    }
}
