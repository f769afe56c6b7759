import Foundation
import TestServers
import Purchases
import SQLStorage
import Storage
import Testing

@testable import PostgresStorage

/// What is said when a database cannot be used, and what happens then.
@Suite(.enabled(if: TestPostgresServer.isInstalled, "\(TestPostgresServer.absence)")) struct PostgresFaultTests {
    /// Returns the error of opening a database, nil when it opens.
    private func error(of url: String) -> StorageError? {
        do {
            _ = try PostgresPurchaseStore(at: PostgresAddress(url))
            return nil
        } catch let error as StorageError {
            #expect(error.detail?.contains(TestPostgresServer.password) == false)
            #expect(error.detail?.contains("127.0.0.1") == true, "the detail names the server")
            return error
        } catch {
            Issue.record("\(error)")
            return nil
        }
    }

    private func fault(of url: String) -> StorageError.Fault? {
        guard case .unusable(let fault, _)? = error(of: url) else { return nil }
        return fault
    }

    private func with(_ body: (_ server: TestPostgresServer, _ database: String) async throws -> Void) async throws {
        try await TestDatabases.shared.withDatabase(body)
    }

    @Test func `a wrong password, none, and an unknown user`() async throws {
        try await with { server, database in
            #expect(fault(of: server.url(of: database, password: "guess")) == .loginRefused)
            #expect(fault(of: server.url(of: database, user: "nobody")) == .loginRefused)
            #expect(
                fault(of: "postgres://\(TestPostgresServer.user)@127.0.0.1:\(server.port)/\(database)?passfile=/dev/null") == .loginRefused)
        }
    }

    @Test func `a database that is not there`() async throws {
        try await with { server, _ in
            #expect(fault(of: server.url(of: "nowhere")) == .missingDatabase)
        }
    }

    @Test func `a server that is not there`() async throws {
        let port = try TestPostgresServer.freePort()
        guard case .unavailable(let detail)? = error(of: "postgres://a:\(TestPostgresServer.password)@127.0.0.1:\(port)/b") else {
            return #expect(Bool(false), "opened")
        }
        #expect(detail.contains("postgres://a@127.0.0.1:\(port)/b"))
        #expect(detail.contains("Is the server running"))
    }

    @Test func `a server that says nothing`() throws {
        // It accepts connections, for that is done by the kernel, and never answers.
        let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(listener) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        let port = try TestPostgresServer.freePort()
        address.sin_port = port.bigEndian
        let isBound = withUnsafePointer(to: &address) { address in
            address.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(listener, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0 }
        }
        try #require(isBound && listen(listener, 1) == 0)
        guard case .unavailable(let detail)? = error(of: "postgres://a:b@127.0.0.1:\(port)/c?connect_timeout=1") else {
            return #expect(Bool(false), "opened")
        }
        #expect(detail.contains("too long"))
    }

    @Test func `another program's schema`() async throws {
        try await with { server, database in
            try server.query("CREATE SCHEMA cartograph; CREATE TABLE cartograph.road (name text)", in: database)
            #expect(fault(of: server.url(of: database)) == .foreign)
            let tables = try server.query("SELECT tablename FROM pg_tables WHERE schemaname = 'cartograph'", in: database)
            #expect(tables == "road", "nothing is added to it")
        }
    }

    @Test func `other tables of the database are left alone`() async throws {
        try await with { server, database in
            try server.query("CREATE TABLE IF NOT EXISTS purchase (road text)", in: database)
            #expect(error(of: server.url(of: database)) == nil)
            #expect(try server.query("SELECT count(*) FROM public.purchase", in: database) == "0")
            try server.query("DROP TABLE public.purchase", in: database)
        }
    }

    @Test func `a newer version's database`() async throws {
        try await with { server, database in
            #expect(error(of: server.url(of: database)) == nil)
            try server.query("INSERT INTO cartograph.migration VALUES ('999 wonders')", in: database)
            #expect(fault(of: server.url(of: database)) == .newer)
        }
    }

    @Test func `a user who may not make a schema`() async throws {
        try await with { server, database in
            try server.query("DROP ROLE IF EXISTS guest; CREATE ROLE guest LOGIN PASSWORD '\(TestPostgresServer.password)'")
            #expect(fault(of: server.url(of: database, user: "guest")) == .missingRights)
        }
    }

    @Test func `a database whose text is not Unicode`() async throws {
        try await with { server, _ in
            try server.query("CREATE DATABASE latin ENCODING 'LATIN1' LOCALE 'C' TEMPLATE template0")
            #expect(fault(of: server.url(of: "latin")) == .notUnicode)
            try server.query("DROP DATABASE latin WITH (FORCE)")
        }
    }

    @Test func `a database that can only be read`() async throws {
        try await with { server, database in
            try server.query("ALTER DATABASE \(database) SET default_transaction_read_only = on")
            defer { _ = try? server.query("ALTER DATABASE \(database) RESET default_transaction_read_only") }
            let result = Result { try Connection.forTests(at: PostgresAddress(server.url(of: database))).executeAll("CREATE SCHEMA x") }
            guard case .failure(let error) = result else { return #expect(Bool(false), "written") }
            let address = try PostgresAddress(server.url(of: database))
            guard case .unusable(.standby, _) = StorageError(error, at: address) else { return #expect(Bool(false), "\(error)") }
        }
    }

    @Test func `an import that another server makes is waited for, then the store is busy`() async throws {
        try await withPostgres { address in
            let store = try PostgresPurchaseStore(at: address, patience: .milliseconds(50))
            try await store.add([.sample(order: "1")])
            let other = try Connection.forTests(at: address)
            try other.executeAll("BEGIN; UPDATE store SET imports = imports + 1")
            let error = await #expect(throws: StorageError.self) { try await store.add([.sample(order: "2")]) }
            guard case .busy? = error else { return #expect(Bool(false), "\(String(describing: error))") }
            #expect(try await store.allPurchases().count == 1, "reads go on")
            try other.executeAll("ROLLBACK")
            #expect(try await store.add([.sample(order: "2")]).newOrders == 1)
        }
    }

    @Test func `nobody waits for what was cancelled`() async throws {
        try await withPostgres { address in
            let store = try PostgresPurchaseStore(at: address)
            try await store.add([.sample()])
            let other = try Connection.forTests(at: address)
            try other.executeAll("BEGIN; LOCK TABLE history IN ACCESS EXCLUSIVE MODE")
            let reading = Task { try await store.allPurchases() }
            // Another one, since a transaction sees the same activity all the time.
            let observer = try Connection.forTests(at: address)
            let select = "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"
            while try !observer.finds(select) { try await Task.sleep(for: .milliseconds(1)) }
            reading.cancel()
            await #expect(throws: StorageError.cancelled) { try await reading.value }
            try other.executeAll("ROLLBACK")
            #expect(try await store.allPurchases().count == 1)
        }
    }

    @Test func `a server that was restarted is connected to anew, and one that is away is told`() async throws {
        let server = try TestPostgresServer()
        try server.query("CREATE DATABASE shop")
        let store = try PostgresPurchaseStore(at: PostgresAddress(server.url(of: "shop")))
        try await store.add([.sample(order: "1")])
        try await store.change(.add("Tea"))
        for _ in 0..<2 {
            try server.stop()
            try server.start()
            #expect(try await store.allPurchases().count == 1)
            #expect(try await store.add([.sample(order: "1")]).unchangedOrders == 1)
            try server.stop()
            try server.start()
            #expect(try await store.change(.add("Rice")).names.contains("Rice"))
        }
        try server.stop()
        for _ in 0..<2 {
            let error = await #expect(throws: StorageError.self) { try await store.checkAvailability() }
            guard case .unavailable? = error else { return #expect(Bool(false), "\(String(describing: error))") }
        }
        try server.start()
        try await store.checkAvailability()
        #expect(try await store.list().version == 3)
    }
}
