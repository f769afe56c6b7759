import Purchases
import SQLStorage
import Storage
import Synchronization
import TestServers
import Testing

@testable import PostgresStorage

/// A copy that follows the database, as PostgreSQL makes one by streaming replication.
@Suite(.enabled(if: TestPostgresServer.isInstalled, "\(TestPostgresServer.absence)")) struct PostgresReplicaTests {
    private static let user = UserID(rawValue: "U1")

    private let primary: TestPostgresServer
    private let standby: TestPostgresServer

    init() async throws {
        primary = try TestPostgresServer()
        try primary.query("CREATE DATABASE shop")
        standby = try TestPostgresServer(following: primary)
    }

    private func store(onChange: @escaping @Sendable (StorageError?) -> Void = { _ in }) throws -> PostgresPurchaseStore {
        try PostgresPurchaseStore(
            at: PostgresAddress(primary.url(of: "shop")), replica: PostgresAddress(standby.url(of: "shop")), onReplicaChange: onChange)
    }

    /// How often the servers were asked for a history.
    private func counts() throws -> (primary: Int, standby: Int) {
        func count(_ server: TestPostgresServer) throws -> Int {
            try server.query("SELECT pg_read_file(pg_current_logfile())").matches(of: #/SELECT customer_id, year, content/#).count
        }
        return try (count(primary), count(standby))
    }

    @Test func `what the copy has is read there, what it has not yet is read in the database`() async throws {
        let first = try store()
        try await first.add([.sample("U1", order: "1"), .sample("U2", order: "2")])
        try primary.query("ALTER DATABASE shop SET log_statement = 'all'")
        try standby.catchUp(with: primary)
        let store = try store()
        for user in ["U1", "U2"] { #expect(try await store.allPurchases(of: user).count == 1) }
        #expect(try counts() == (0, 2))

        try standby.query("SELECT pg_wal_replay_pause()")
        try await first.add([.sample("U1", order: "3")])
        // An import reads what is kept of the shoppers that it is about.
        let before = try counts()
        #expect(try await store.allPurchases(of: "U1").count == 2)
        #expect(try await store.history(of: Self.user).revision == store.revision(of: Self.user))
        #expect(try counts() == (before.primary + 2, before.standby), "the copy was not there yet")
        #expect(try await store.allPurchases(of: "U2").count == 1)
        #expect(try counts() == (before.primary + 2, before.standby + 1), "what it has of another shopper is the same")

        try standby.query("SELECT pg_wal_replay_resume()")
        try standby.catchUp(with: primary)
        #expect(try await store.allPurchases(of: "U1").count == 2)
        #expect(try counts() == (before.primary + 2, before.standby + 2))
    }

    @Test func `every answer during imports has the revision of what it says, and none is older than one before`() async throws {
        let store = try store()
        let simplest = InMemoryPurchaseStore()
        try await store.add([.sample("U1", order: "0")])
        var expected: [Revision: Int] = [:]
        for number in 0..<20 {
            try await simplest.add([.sample("U1", order: "\(number)")])
            expected[try await simplest.revision(of: Self.user)] = number + 1
        }
        let reading = Task {
            var last = 0
            while !Task.isCancelled && last < 20 {
                let history = try await store.history(of: Self.user)
                #expect(expected[history.revision] == history.value.count)
                #expect(history.value.count >= last)
                last = history.value.count
            }
        }
        for number in 1..<20 { try await store.add([.sample("U1", order: "\(number)")]) }
        try await reading.value
        try standby.catchUp(with: primary)
        let copy = try PostgresPurchaseStore(at: PostgresAddress(standby.url(of: "shop")))
        #expect(try await Snapshot(of: copy) == Snapshot(of: store))
    }

    @Test func `without the database the copy answers, where it has all that was told, and nothing is written`() async throws {
        let store = try store()
        try await store.add([.sample("U1", order: "1")])
        try standby.catchUp(with: primary)
        let snapshot = try await Snapshot(of: store)
        try primary.stop()
        #expect(try await Snapshot(of: store) == snapshot)
        try await store.checkAvailability()
        await #expect(throws: StorageError.unknownUser(UserID(rawValue: "U9"))) {
            try await store.history(of: UserID(rawValue: "U9"))
        }
        for work in [
            { try await store.change(.add("Tea")) }, { try await store.add([.sample("U1", order: "2")]) }, { try await store.list() },
        ] as [@Sendable () async throws -> any Sendable] {
            let error = await #expect(throws: StorageError.self) { _ = try await work() }
            guard case .unavailable? = error else { return #expect(Bool(false), "\(String(describing: error))") }
        }
        try primary.start()
        #expect(try await store.add([.sample("U1", order: "2")]).newOrders == 1)
    }

    @Test func `a copy that lacks what was told says nothing in the database's place`() async throws {
        let store = try store()
        try await store.add([.sample("U1", order: "1")])
        try standby.catchUp(with: primary)
        try standby.query("SELECT pg_wal_replay_pause()")
        try await store.add([.sample("U1", order: "2")])
        _ = try await store.history(of: Self.user)
        try primary.stop()
        for _ in 0..<2 {
            let error = await #expect(throws: StorageError.self) { try await store.history(of: Self.user) }
            guard case .unavailable? = error else { return #expect(Bool(false), "\(String(describing: error))") }
        }
        // Another database is no copy of it, whatever it has.
        let other = try TestPostgresServer()
        try other.query("CREATE DATABASE shop")
        let stranger = try PostgresPurchaseStore(at: PostgresAddress(other.url(of: "shop")))
        for number in 0..<5 { try await stranger.add([.sample("U1", order: "\(number)")]) }
        try primary.start()
        let mistaken = try PostgresPurchaseStore(
            at: PostgresAddress(primary.url(of: "shop")), replica: PostgresAddress(other.url(of: "shop")))
        #expect(try await mistaken.allPurchases(of: "U1").count == 2)
        try primary.stop()
        await #expect(throws: StorageError.self) { try await mistaken.history(of: Self.user) }
    }

    @Test func `without the copy the database answers alone, and that is told once`() async throws {
        let changes = Mutex<[Bool]>([])
        let store = try store { error in changes.withLock { $0.append(error == nil) } }
        try await store.add([.sample("U1", order: "1")])
        try standby.stop()
        for _ in 0..<3 { #expect(try await store.allPurchases(of: "U1").count == 1) }
        #expect(changes.withLock { $0 } == [false])
    }

    @Test func `a copy that is given as the database is told as one, and can be read`() async throws {
        let address = try PostgresAddress(standby.url(of: "shop"))
        try await store().add([.sample("U1", order: "1")])
        try standby.catchUp(with: primary)
        let copy = try PostgresPurchaseStore(at: address)
        #expect(try await copy.allPurchases(of: "U1").count == 1)
        for work in [
            { try await copy.change(.add("Tea")) }, { try await copy.add([.sample("U1", order: "2")]) },
            { try await copy.checkAvailability() },
        ] as [@Sendable () async throws -> any Sendable] {
            let error = await #expect(throws: StorageError.self) { _ = try await work() }
            guard case .unusable(.standby, _)? = error else { return #expect(Bool(false), "\(String(describing: error))") }
        }
    }

    @Test func `when the copy takes the database's place it is written to`() async throws {
        let hosts = "127.0.0.1:\(primary.port),127.0.0.1:\(standby.port)"
        let url = "postgres://\(TestPostgresServer.user):\(TestPostgresServer.password)@\(hosts)/shop?target_session_attrs=read-write"
        let store = try PostgresPurchaseStore(at: PostgresAddress(url), replica: PostgresAddress(standby.url(of: "shop")))
        try await store.add([.sample("U1", order: "1")])
        try await store.change(.add("Tea"))
        try standby.catchUp(with: primary)
        try primary.stop()
        #expect(try await store.allPurchases(of: "U1").count == 1)
        try standby.query("SELECT pg_promote()")
        #expect(try await store.change(.add("Rice")).names == ["Tea", "Rice"])
        #expect(try await store.add([.sample("U1", order: "2")]).newOrders == 1)
        #expect(try await store.allPurchases(of: "U1").count == 2)
    }
}
