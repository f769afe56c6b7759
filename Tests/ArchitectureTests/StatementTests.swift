import Foundation
import Testing

/// What the statements of the stores must not do, so that poolers, replicas and engines that spread shoppers over servers can be used.
@Suite struct StatementTests {
    private struct Rule {
        let name: String
        let pattern: String

        func refuses(_ statement: String) -> Bool { statement.range(of: pattern, options: .regularExpression) != nil }
    }

    private static let rules = [
        Rule(name: "join with arrays: a list of keys leads to the servers that have them", pattern: #"(?i)\bunnest\b"#),
        Rule(name: "lock for a session, which a pooler lends to others", pattern: #"(?i)pg_(try_)?advisory_(un)?lock"#),
        Rule(name: "wait for notifications in a session", pattern: #"\b(LISTEN|NOTIFY)\b"#),
        Rule(name: "keep a cursor or a prepared statement in a session", pattern: #"\b(WITH HOLD|PREPARE|DEALLOCATE)\b"#),
        Rule(name: "join across shoppers", pattern: #"\bJOIN\b|\bFROM \w+( AS \w+)?, \w"#),
    ]

    /// The catalog is on every server; sessions and accounts are not spread, as no shopper has them.
    private static let exceptions: Set = ["FROM pg_class JOIN pg_namespace", "FROM session JOIN account"]

    /// The texts in the sources of the stores.
    private static func texts() throws -> [String] {
        try ["Sources/SQLStorage", "Sources/PostgresStorage"].flatMap { try Repository.swiftFiles(in: $0) }.flatMap { file in
            let source = try String(contentsOf: file, encoding: .utf8)
            return source.matches(of: #/"""([\s\S]*?)"""|"([^"\n]*)"/#).map { String($0.1 ?? $0.2 ?? "") }
        }
    }

    @Test func `no statement does what only one session or one server can do`() throws {
        let texts = try Self.texts()
        #expect(texts.count { $0.contains("SELECT ") } > 30)
        for text in texts {
            guard !Self.exceptions.contains(where: text.contains) else { continue }
            for rule in Self.rules { #expect(!rule.refuses(text), "A statement may not \(rule.name): \(text)") }
        }
        for exception in Self.exceptions { #expect(texts.contains { $0.contains(exception) }, "\(exception) is no statement any more") }
    }

    @Test(arguments: [
        "SELECT 1 FROM history JOIN unnest($1) AS user (id) ON id = customer_id", "SELECT pg_advisory_lock($1)",
        "SELECT pg_try_advisory_lock($1)", "LISTEN imports", "SELECT 1 FROM list_share LEFT JOIN revoked_link USING (link_id)",
        "SELECT 1 FROM customer, history WHERE customer.customer_id = history.customer_id",
    ])
    func `what may not be done is found`(statement: String) {
        #expect(Self.rules.contains { $0.refuses(statement) })
    }

    @Test(arguments: [
        "SELECT pg_advisory_xact_lock($1)", "SELECT 1 FROM history WHERE customer_id IN ($1, $2)", "SELECT kind, number FROM statistic",
    ])
    func `what may be done is not`(statement: String) {
        #expect(!Self.rules.contains { $0.refuses(statement) })
    }
}
