import Foundation
import GRDB
import TestServers
import Testing

/// What a process leaves behind that is killed while it writes purchases.
@Suite(.timeLimit(.minutes(10))) struct KillTests {
    enum Kind: CaseIterable { case sqlite, postgres }

    /// A database of its own, and what runs statements in it.
    private struct Place {
        var program: Program
        var database: String
        /// How often a command is killed: a server of its own takes its time.
        var rounds: Int
        var execute: (String) throws -> Void

        func run(_ arguments: String..., killedAfter delay: Double? = nil) throws -> Program.Outcome {
            try program.run(arguments, environment: ["DATABASE_URL": database], killedAfter: delay)
        }

        /// Everything that is kept.
        func lines() throws -> String {
            let outcome = try run("export")
            #expect(outcome.status == 0, "\(outcome.errors)")
            return outcome.output
        }
    }

    private func with(_ kind: Kind, _ body: (Place) throws -> Void) async throws {
        let program = try Program()
        defer { program.remove() }
        switch kind {
        case .sqlite:
            let file = program.folder.appending(path: "shop.sqlite").path
            try body(
                Place(program: program, database: "sqlite:\(file)", rounds: 4) { sql in
                    try DatabaseQueue(path: file).writeWithoutTransaction { try $0.execute(sql: sql) }
                })
        case .postgres:
            guard TestPostgresServer.isInstalled else { try Test.cancel("\(TestPostgresServer.absence)") }
            try await TestDatabases.shared.withDatabase { server, database in
                try body(Place(program: program, database: server.url(of: database), rounds: 2) { try server.query($0, in: database) })
            }
        }
    }

    /// Runs a command again and again, killed a bit later each time, and then to its end.
    ///
    /// - Parameters:
    ///   - duration: about how many seconds it takes when nobody kills it.
    ///   - check: looks at the database after each time.
    private func killed(_ place: Place, _ command: String..., duration: Double, check: () throws -> Void) throws {
        for round in 1...place.rounds {
            _ = try place.program.run(
                command, environment: ["DATABASE_URL": place.database], killedAfter: duration * Double(round) / Double(place.rounds + 1))
            try check()
        }
        let outcome = try place.program.run(command, environment: ["DATABASE_URL": place.database])
        #expect(outcome.status == 0, "\(outcome.errors)")
    }

    private func seconds(_ body: () throws -> Void) rethrows -> Double {
        let clock = ContinuousClock()
        return try clock.measure(body) / .seconds(1)
    }

    private static func log(_ numbers: Range<Int>, price: Int) -> String {
        let lines = numbers.map { "\($0 / 4),U\($0 / 4 % 20),2024-0\(1 + $0 / 4 % 9)-11,Item \($0 % 97),C\($0 % 7),\(price).00\n" }
        return "OrderID,CustomerID,OrderDate,Item Name,Category,Base Price\n" + lines.joined()
    }

    @Test(arguments: Kind.allCases)
    func `an import that is killed at any moment is kept as a whole or not at all`(kind: Kind) async throws {
        try await with(kind) { place in
            try place.program.write(Self.log(0..<1_200, price: 2), to: "before.csv")
            try place.program.write(Self.log(600..<1_800, price: 3), to: "after.csv")
            var isImported = false
            let duration = try seconds { isImported = try place.run("import", "before.csv").status == 0 }
            #expect(isImported)
            let before = try place.lines()
            var states: Set<String> = []
            try killed(place, "import", "after.csv", duration: duration) { states.insert(try place.lines()) }
            let after = try place.lines()
            #expect(states.isSubset(of: [before, after]) && after != before)
            #expect(after.split(separator: "\n").count == 1_801)
            #expect(try place.run("doctor", "--recount").output.contains("all counts were right"))
        }
    }

    @Test(arguments: Kind.allCases)
    func `an import whose undoing is killed at any moment is undone as a whole or not at all`(kind: Kind) async throws {
        try await with(kind) { place in
            try place.program.write(Self.log(0..<1_200, price: 2), to: "before.csv")
            try place.program.write(Self.log(600..<1_800, price: 3), to: "after.csv")
            var isImported = false
            let duration = try seconds { isImported = try place.run("import", "before.csv").status == 0 }
            #expect(isImported)
            let before = try place.lines()
            #expect(try place.run("import", "after.csv").status == 0)
            let after = try place.lines()
            for round in 1...place.rounds {
                _ = try place.run("imports", "undo", killedAfter: duration * Double(round) / Double(place.rounds + 1))
                let lines = try place.lines()
                #expect(lines == before || lines == after)
                // Undone at once: imported again for the next time.
                if lines == before { #expect(try place.run("import", "after.csv").status == 0) }
            }
            #expect(try place.run("imports", "undo").status == 0)
            #expect(try place.lines() == before)
            #expect(try place.run("doctor", "--recount").output.contains("all counts were right"))
        }
    }

    @Test(arguments: Kind.allCases)
    func `a database of the first release whose migration is killed at any moment loses nothing`(kind: Kind) async throws {
        let (file, schema) = kind == .sqlite ? ("1.sqlite.sql", "") : ("1.postgres.sql", "cartograph.")
        let dump = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../StorageTests/Releases/\(file)")
        let sql =
            try String(contentsOf: dump, encoding: .utf8) + """
                ; WITH RECURSIVE row(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM row WHERE i < 2399)
                INSERT INTO \(schema)purchase
                    (customer_id, order_id, line, import, day, product_id, item, brand, category, quantity, base_price, total_price)
                SELECT 'U' || (i / 4 % 20), 'O' || (i / 4), i % 4, 1, 19000 + i / 40, 'P' || (i % 97), 'Item ' || (i % 97), '', 'Food', 1,
                    100 + i % 7, 100 + i % 7 FROM row;
                """
        var whole = ""
        var duration = 0.0
        try await with(kind) { place in
            try place.execute(sql)
            duration = try seconds { whole = try place.lines() }
        }
        try await with(kind) { place in
            try place.execute(sql)
            // Nothing but the kill is looked at in between: whatever opens the database migrates it.
            try killed(place, "export", duration: duration) {}
            #expect(try place.lines() == whole)
            #expect(whole.split(separator: "\n").count > 2_400)
            #expect(try place.run("doctor", "--recount").output.contains("all counts were right"))
        }
    }
}
