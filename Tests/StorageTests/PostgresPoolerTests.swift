import PostgresStorage
import Purchases
import SQLStorage
import Storage
import TestServers
import Testing

/// What a pooler lends is not ours to keep. The store's promises are kept behind one in all tests with `PostgresRoute.pooled`.
@Suite(.enabled(if: TestPostgresServer.isInstalled && TestPooler.isInstalled, "\(TestPooler.absence)")) struct PostgresPoolerTests {
    /// Calls `body` with a pooler in front of an empty database that has one session for everybody.
    private func withOneSession(_ body: (_ pooler: TestPooler, _ database: String) async throws -> Void) async throws {
        try await TestDatabases.shared.withDatabase { server, database in
            try await body(TestPooler(for: server, sessions: 1), database)
        }
    }

    private func use(_ store: PostgresPurchaseStore) async throws {
        try await store.add([.sample("U1", order: "1"), .sample("U2", order: "2")])
        try await store.change(.add("Tea"))
        #expect(try await store.list().names.contains("Tea"))
        #expect(try await store.users(matching: "u2", after: nil, limit: 9).value.map(\.rawValue) == ["U2"])
        #expect(try await store.recount() == 0)
        try await store.checkAvailability()
    }

    @Test func `others find the session as it was`() async throws {
        try await withOneSession { pooler, database in
            let select = """
                SELECT name, setting FROM pg_settings WHERE source = 'session' AND name NOT IN ('application_name', 'client_encoding');
                SELECT name FROM pg_prepared_statements; SELECT relname FROM pg_class WHERE relpersistence = 't';
                SELECT mode FROM pg_locks WHERE locktype = 'advisory' AND pid = pg_backend_pid()
                """
            let before = try pooler.query(select, in: database)
            try await use(PostgresPurchaseStore(at: PostgresAddress(pooler.url(of: database))))
            let after = try pooler.query(select, in: database)
            #expect(after == before)
        }
    }

    @Test func `what others leave in the session changes nothing`() async throws {
        try await withOneSession { pooler, database in
            try pooler.query(
                """
                CREATE TEMPORARY TABLE store AS SELECT 7 AS revision; PREPARE s0 AS SELECT 7; SET search_path = nowhere;
                SET statement_timeout = '7777ms'; SET plan_cache_mode = force_custom_plan; SET synchronous_commit = off
                """, in: database)
            try await use(PostgresPurchaseStore(at: PostgresAddress(pooler.url(of: database))))
            #expect(try pooler.query("SHOW statement_timeout", in: database) == "7777ms")
        }
    }
}
