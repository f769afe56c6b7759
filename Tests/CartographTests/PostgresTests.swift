import Foundation
import TestServers
import Testing

/// The program on a PostgreSQL server, run as it is.
@Suite(.enabled(if: TestPostgresServer.isInstalled, "\(TestPostgresServer.absence)"), .timeLimit(.minutes(10))) struct PostgresTests {
    private static let log = """
        OrderID,CustomerID,OrderDate,ProductID,Item Name,Brand,Category,Quantity,Base Price,TotalPrice,Description
        1,U1,1/31/2024,P1,Milk,House,Dairy,2,2.48,2.482.48,milk
        1,U1,1/31/2024,P2,Crème brûlée,House,Bakery,1,3,3,cream
        2,U1,2/14/2024,P1,Milk,House,Dairy,1,2.48,2.48,milk
        3,U2,2/15/2024,P1,Milk,House,Dairy,-1,2.48,-2.48,returned

        """

    private func with(_ body: (_ program: Program, _ server: TestPostgresServer, _ url: String) async throws -> Void) async throws {
        let program = try Program()
        defer { program.remove() }
        try program.write(Self.log, to: "log.csv")
        try await TestDatabases.shared.withDatabase { server, database in try await body(program, server, server.url(of: database)) }
    }

    @Test func `the same log gives the same bytes as from a SQLite file, also imported twice and behind a pooler`() async throws {
        try await with { program, server, url in
            var databases = ["sqlite:shop.sqlite", url]
            let pooler = TestPooler.isInstalled ? try TestPooler(for: server) : nil
            try server.query("CREATE DATABASE pooled")
            if let pooler { databases.append(pooler.url(of: "pooled")) }
            for words in ["3 new orders, 0 replaced", "0 new orders, 0 replaced, 3 already there"] {
                for database in databases {
                    let outcome = try program.run(["import", "log.csv", "--database", database])
                    #expect(outcome.status == 0)
                    #expect(outcome.output.contains(words))
                }
                for (insight, file) in [
                    ("metrics", "json"), ("monthly-trends", "csv"), ("spending-summary", "png"), ("recommendations", "json"),
                    ("top-items", "svg"),
                ] {
                    let answers = try databases.enumerated().map { number, database in
                        let name = "\(number).\(file)"
                        _ = try program.run(["chart", insight, "--user", "U1", "--output", name], environment: ["DATABASE_URL": database])
                        return try program.bytes(of: name)
                    }
                    for answer in answers { #expect(answer == answers[0], "\(insight).\(file)") }
                }
            }
            try server.query("DROP DATABASE pooled WITH (FORCE)")
        }
    }

    @Test func `two servers on one database lose no edit of a list`() async throws {
        try await with { program, server, url in
            let database = try #require(url.split(separator: "/").last.map(String.init))
            _ = try program.run(["import", "log.csv", "--database", url])
            // Where there is a pooler, one of them is behind it.
            let pooled = TestPooler.isInstalled ? try await TestDatabases.shared.pooler().url(of: database) : url
            let servers = try [url, pooled].map { try RunningServer(program, environment: ["DATABASE_URL": $0]) }
            defer { for server in servers { server.kill() } }
            let path = "/api/users/U1/bucket-list"
            try await withThrowingTaskGroup(of: Int.self) { group in
                for number in 0..<30 {
                    group.addTask { try servers[number % 2].send("POST", "\(path)/items", body: "{\"item\":\"Item \(number)\"}").status }
                }
                for try await status in group { #expect(status == 201) }
            }
            for server in servers {
                let list = try JSONSerialization.jsonObject(with: Data(try server.send("GET", path).body.utf8)) as? [String: Any]
                let items = (list?["bucket_list"] as? [[String: Any]] ?? []).compactMap { $0["item"] as? String }
                #expect(Set(items) == Set((0..<30).map { "Item \($0)" }))
            }
        }
    }

    @Test func `a database that goes away makes the server not ready, and one that comes back ready again`() throws {
        let program = try Program()
        defer { program.remove() }
        try program.write(Self.log, to: "log.csv")
        let database = try TestPostgresServer()
        let url = database.url(of: "postgres")
        let server = try RunningServer(program, ["--import", "log.csv"], environment: ["DATABASE_URL": url])
        defer { server.kill() }
        #expect(try server.send("GET", "/readyz").status == 200)
        try database.stop()
        #expect(try server.send("GET", "/livez").status == 200)
        for path in ["/readyz", "/api/users/U2/metrics"] {
            let reply = try server.send("GET", path)
            #expect(reply.status == 503)
            for hidden in ["SELECT", "postgres", "127.0.0.1", TestPostgresServer.password] { #expect(!reply.body.contains(hidden)) }
        }
        try database.start()
        for path in ["/readyz", "/api/users/U2/metrics"] { #expect(try server.send("GET", path).status == 200) }
    }

    @Test func `pages and charts are answered by a copy of the database while that is away`() throws {
        let program = try Program()
        defer { program.remove() }
        try program.write(Self.log, to: "log.csv")
        let primary = try TestPostgresServer()
        let standby = try TestPostgresServer(following: primary)
        let server = try RunningServer(
            program, ["--import", "log.csv"],
            environment: [
                "DATABASE_URL": primary.url(of: "postgres"), "CARTOGRAPH_DATABASE_REPLICA": standby.url(of: "postgres"),
            ])
        defer { server.kill() }
        try standby.catchUp(with: primary)
        let paths = ["/api/users/U2/metrics", "/api/users/U1/monthly-trends.svg", "/api/users", "/"]
        let before = try paths.map { try server.send("GET", $0) }
        try primary.stop()
        for (path, reply) in zip(paths + ["/api/users/U1/spending-summary", "/readyz"], before.map(Optional.some) + [nil, nil]) {
            let now = try server.send("GET", path)
            #expect(now.status == 200, "\(path)")
            if let reply { #expect(now.body == reply.body, "\(path)") }
        }
        #expect(try server.send("POST", "/api/users/U1/bucket-list/items", body: "{\"item\":\"Tea\"}").status == 503)
    }

    @Test func `why a database refused is told with its SQLSTATE, to who runs the program alone`() async throws {
        try await with { program, database, url in
            let server = try RunningServer(program, ["--import", "log.csv"], environment: ["DATABASE_URL": url])
            defer { server.kill() }
            try database.query("ALTER TABLE cartograph.customer RENAME TO buyer", in: url.split(separator: "/").last.map(String.init) ?? "")
            let reply = try server.send("GET", "/api/users/U1/metrics")
            #expect(reply.status == 503)
            let log = String(decoding: try program.bytes(of: "server-errors"), as: UTF8.self)
            let outcome = try program.run(["chart", "metrics", "--user", "U1", "--output", "a.json"], environment: ["DATABASE_URL": url])
            #expect(outcome.status == 1)
            for text in [log, outcome.errors] {
                for word in ["42P01", "\"customer\"", "127.0.0.1"] { #expect(text.contains(word), "\(text)") }
                for hidden in [TestPostgresServer.password, "SELECT", "the log says more"] { #expect(!text.contains(hidden), "\(text)") }
            }
            for hidden in ["42P01", "customer\"", "127.0.0.1"] { #expect(!reply.body.contains(hidden)) }
        }
    }

    @Test func `what is wrong with a database is told with the place, and without the password`() async throws {
        try await with { program, server, url in
            let port = try TestPostgresServer.freePort()
            for (url, words) in [
                (url.replacing(TestPostgresServer.password, with: "guess"), ["refuses the user or the password", "authentication failed"]),
                (server.url(of: "nowhere"), ["no database of that name", "createdb", "nowhere"]),
                ("postgres://shop:guess@127.0.0.1:\(port)/shop", ["postgres://shop@127.0.0.1:\(port)/shop: ", "Is the server running"]),
            ] {
                let outcome = try program.run(["import", "log.csv"], environment: ["DATABASE_URL": url])
                #expect(outcome.status == 1)
                for word in words { #expect(outcome.errors.contains(word), "\(outcome.errors)") }
                for hidden in ["guess", TestPostgresServer.password, "SELECT"] { #expect(!outcome.errors.contains(hidden)) }
            }
        }
    }
}
