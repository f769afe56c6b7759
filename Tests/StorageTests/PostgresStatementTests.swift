import Purchases
import SQLStorage
import Storage
import TestServers
import Testing

@testable import PostgresStorage

/// What the server is asked, as its own log has it.
@Suite(.enabled(if: TestPostgresServer.isInstalled, "\(TestPostgresServer.absence)")) struct PostgresStatementTests {
    /// Of these each row is one shopper's, and can be kept with the others of the same shopper.
    private static let tables = [
        "history", "customer", "bucket_list", "bucket_list_item", "link_generation", "revoked_link", "list_share", "mail_subscription",
        "shown_suggestion",
    ]

    /// Returns the statements that the server was sent, in their order.
    private func statements(of server: TestPostgresServer) throws -> [String] {
        let log = try server.query("SELECT pg_read_file(pg_current_logfile())")
        return log.matches(of: #/LOG:  (?:execute \S+|statement): ([\s\S]*?)(?=\n\d{4}-\d\d-\d\d |$)/#).map { String($0.1) }
    }

    private func with(_ body: (TestPostgresServer, PostgresPurchaseStore) async throws -> Void) async throws {
        let server = try TestPostgresServer()
        try server.query("CREATE DATABASE shop")
        let store = try PostgresPurchaseStore(at: PostgresAddress(server.url(of: "shop")))
        try await store.add([.sample("U1", order: "1"), .sample("U2", order: "2")])
        try server.query("ALTER DATABASE shop SET log_statement = 'all'")
        try await body(server, PostgresPurchaseStore(at: PostgresAddress(server.url(of: "shop"))))
    }

    @Test func `whatever is about one shopper names them in every statement`() async throws {
        try await with { server, store in
            let user = UserID(rawValue: "U1")
            _ = try await (store.history(of: user), store.log(of: user), store.summary(of: user))
            try await store.change(.add("Tea"))
            try await store.change(.add("Rice"))
            _ = try await (store.bucketList(of: user), store.bucketListHistory(of: user), store.linkGeneration(of: user))
            try await store.revoke("link", of: user, expiry: 9, at: 1)
            _ = try await store.keep(ListShare(id: "share", role: .view, creation: 1, expiry: 9), of: user, at: 1)
            _ = try await (store.isRevoked("link", of: user), store.shares(of: user, at: 1), store.revokeAllLinks(of: user))
            let terms = MailSubscription.Terms(user: user, recipient: "a@b", sender: "c@d", schedule: "", options: "")
            _ = try await (store.addMailSubscription(terms, due: 1), store.mailSubscriptions(of: user))
            try await store.keepShown([ShownSuggestion(to: user, in: .list, kind: "habit", item: "Tea", on: .last, for: 14)])
            let pattern = try Regex("\\b(FROM|INTO|UPDATE|COPY) (\(Self.tables.joined(separator: "|")))\\b")
            let asked = try statements(of: server).filter { $0.contains(pattern) }
            for table in Self.tables { #expect(asked.contains { $0.contains(" \(table) ") }, "nothing was asked of \(table)") }
            for statement in asked {
                #expect(statement.contains(#/customer_id (= \$|IN \(\$)|\(customer_id,/#), "\(statement)")
            }
        }
    }

    @Test func `an import that takes counts away looks at those alone`() async throws {
        try await with { server, store in
            try await store.add([.sample("U1", order: "1", "Another", category: "Other")])
            let deletions = try statements(of: server).filter { $0.contains(#/^DELETE FROM (statistic|category_month)\b/#) }
            #expect(deletions.count == 2)
            for deletion in deletions {
                let table = deletion.contains("category_month") ? "category_month" : "statistic"
                let connection = try Connection.forTests(at: PostgresAddress(server.url(of: "shop")))
                try connection.executeAll("CREATE TEMPORARY TABLE incoming_\(table) (LIKE \(table))")
                let plan = try connection.rows("EXPLAIN \(deletion)") { $0.text(0) }.joined(separator: "\n")
                #expect(plan.contains("Index Scan using \(table)_pkey on \(table)"), "\(plan)")
                #expect(!plan.contains("Seq Scan on \(table)"), "\(plan)")
            }
            let left = "SELECT count(*) FROM cartograph.category_month WHERE lines = 0"
            #expect(try server.query(left, in: "shop") == "0")
        }
    }
}
