import Foundation
import TestServers
import Testing

/// Keys and accounts, made on the command line.
@Suite(.timeLimit(.minutes(10))) struct AccessCommandTests {
    private func withProgram(_ body: (Program) throws -> Void) throws {
        let program = try Program()
        defer { program.remove() }
        try program.write("OrderID,CustomerID,OrderDate,Item Name,Category,Base Price\n1,S7,2024-01-31,Milk,Dairy,2.48\n", to: "log.csv")
        _ = try program.run(["import", "log.csv"])
        try body(program)
    }

    private func everything(in program: Program) -> String {
        ["cartograph.sqlite", "cartograph.sqlite-wal"].compactMap { try? program.bytes(of: $0) }
            .map { String(decoding: $0, as: UTF8.self) }.joined()
    }

    @Test func `a key is shown once, listed without its secret, and revoked`() throws {
        try withProgram { program in
            let added = try program.run([
                "keys", "add", "till 1", "--scope", "read", "--scope", "lists", "--user", "S7", "--expires", "365d",
            ])
            #expect(added.status == 0, "\(added.errors)")
            let match = try #require(added.output.wholeMatch(of: /cg_([a-z0-9]{8})_([A-Za-z0-9_-]{43})\n/))
            let (id, secret) = (String(match.output.1), String(match.output.2))
            let list = try program.run(["keys", "list"]).output
            #expect(list.hasPrefix("\(id)  till 1  read:S7 lists:S7  never used  expires 20"))
            for text in [list, added.errors, everything(in: program)] { #expect(!text.contains(secret)) }
            #expect(try program.run(["keys", "revoke", id]).output == "revoked \(id)\n")
            #expect(try program.run(["keys"]).output.contains("  revoked 20"))
            let again = try program.run(["keys", "revoke", id])
            #expect(again.status == 1)
            #expect(again.errors.contains("was revoked"))
        }
    }

    @Test(arguments: [
        (["keys", "add", "a"], "--scope read"), (["keys", "add", "a", "--scope", "reed"], "reed"),
        (["keys", "add", "a", "--scope", "import:S7"], "cannot be limited"),
        (["keys", "add", "a", "--scope", "read:S7", "--user", "S8"], "without --user"),
        (["keys", "add", "a", "--scope", "read", "--expires", "soon"], "soon"),
        (["keys", "add", "a", "--scope", "read", "--expires", "2001-01-01"], "is over"), (["keys", "add", " ", "--scope", "read"], "name"),
        (["keys", "revoke", "abcdefgh"], "no key abcdefgh"), (["accounts", "add", "ada"], "--user"),
        (["accounts", "add", "ada", "--role", "boss"], "boss"), (["accounts", "add", "ada", "--role", "admin", "--user", "S7"], "--user"),
        (["accounts", "lock", "ada"], "no account ada"), (["accounts", "password", "ada"], "no account ada"),
    ])
    func `what cannot be done is told`(arguments: [String], word: String) throws {
        try withProgram { program in
            let outcome = try program.run(arguments, input: "correct horse\n")
            #expect(outcome.status != 0)
            #expect(outcome.errors.contains(word), "\(outcome.errors)")
        }
    }

    @Test func `an account is made with a password of standard input, listed, locked and unlocked`() throws {
        try withProgram { program in
            let added = try program.run(["accounts", "add", "Ada@example.org", "--user", "S7"], input: "correct horse\n")
            #expect(added.status == 0, "\(added.errors)")
            #expect(added.output.hasPrefix("ada@example.org  shopper  S7  since 20"))
            #expect(try program.run(["accounts", "add", "eve", "--role", "analyst"], input: "another horse\n").status == 0)
            #expect(!(everything(in: program)).contains("correct horse"))
            let again = try program.run(["accounts", "add", "ADA@example.org", "--role", "admin"], input: "correct horse\n")
            #expect(again.status == 1)
            #expect(try program.run(["accounts", "lock", "ada@example.org"]).output == "locked ada@example.org\n")
            let lines = try program.run(["accounts", "list"]).output.split(separator: "\n")
            #expect(lines.count == 2)
            #expect(lines[0].contains("  locked 20"))
            #expect(!lines[1].contains("locked"))
            #expect(try program.run(["accounts", "unlock", "ada@example.org"]).output == "unlocked ada@example.org\n")
            #expect(try program.run(["accounts", "password", "eve"], input: "a third horse\n").output == "changed the password of eve\n")
        }
    }

    @Test func `a short password, none, and an unknown shopper make no account`() throws {
        try withProgram { program in
            for (input, shopper, word) in [("short\n", "S7", "at least 10"), ("", "S7", "no password"), ("correct horse\n", "S8", "S8")] {
                let outcome = try program.run(["accounts", "add", "ada", "--user", shopper], input: input)
                #expect(outcome.status == 1)
                #expect(outcome.errors.contains(word), "\(outcome.errors)")
            }
            #expect(try program.run(["accounts"]).output == "no accounts\n")
        }
    }

    /// Keys and accounts as a server meets them, on one database or the other.
    private func serveWithKeys(_ program: Program, _ arguments: [String]) throws {
        _ = try program.run(["import", "log.csv"] + arguments)
        func key(_ scope: String) throws -> String {
            try program.run(["keys", "add", "till", "--scope", scope] + arguments).output.trimmingCharacters(in: .newlines)
        }
        let (reader, importer) = (try key("read:S7"), try key("import"))
        let added = try program.run(["accounts", "add", "ada", "--user", "S7"] + arguments, input: "correct horse\n")
        #expect(added.status == 0, "\(added.errors)")
        let server = try RunningServer(program, ["--access", "login", "--limits", "on"] + arguments)
        defer { server.kill() }
        func status(_ path: String, _ key: String?) throws -> Int {
            try server.send("GET", path, headers: key.map { ["Authorization": "Bearer \($0)"] } ?? [:]).status
        }
        let metrics = "/api/users/S7/metrics"
        for _ in 0..<2 {
            #expect(try status(metrics, nil) == 401)
            #expect(try status(metrics, reader) == 200)
            #expect(try status(metrics, importer) == 403)
            #expect(try status("/api/users/S8/metrics", reader) == 404)
            #expect(try status("/api/users", reader) == 403)
            #expect(try status("/livez", nil) == 200)
        }
        let id = String(reader.dropFirst("cg_".count).prefix(8))
        #expect(try program.run(["keys", "revoke", id] + arguments).status == 0)
        // A server may take a key for granted for less than a second.
        sleep(1)
        #expect(try status(metrics, reader) == 401)
    }

    @Test(
        arguments: [
            ([], nil), (["--base", "https://charts.example.org"], "charts.example.org may do everything; say --access"),
            (["--base", "https://charts.example.org", "--access", "open"], "charts.example.org may do everything: --access open"),
            (["--base", "https://charts.example.org", "--access", "login"], "no account yet"),
        ] as [([String], String?)])
    func `a server that others reach says who may do everything`(arguments: [String], words: String?) throws {
        try withProgram { program in
            let server = try RunningServer(program, arguments)
            defer { server.kill() }
            let log = String(decoding: try program.bytes(of: "server-errors"), as: UTF8.self)
            #expect(words.map(log.contains) ?? !log.contains("may do everything"), "\(log)")
        }
    }

    @Test func `a server with a SQLite file lets in whom the keys of the moment let in`() throws {
        try withProgram { try serveWithKeys($0, []) }
    }

    @Test(.enabled(if: TestPostgresServer.isInstalled, "\(TestPostgresServer.absence)"))
    func `a server with PostgreSQL does so too`() async throws {
        try await TestDatabases.shared.withDatabase { server, database in
            try withProgram { try serveWithKeys($0, ["--database", server.url(of: database)]) }
        }
    }
}
