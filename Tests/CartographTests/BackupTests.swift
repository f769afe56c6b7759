import Foundation
import TestServers
import Testing

/// A copy that nothing acknowledged is missing from.
@Suite(.timeLimit(.minutes(10))) struct BackupTests {
    private static let log = "OrderID,CustomerID,OrderDate,Item Name,Category,Base Price\n1,S7,2024-01-31,Milk,Dairy,2.48\n"
    private static let list = "/api/users/S7/bucket-list"

    private func withProgram(_ body: (Program) async throws -> Void) async throws {
        let program = try Program()
        defer { program.remove() }
        try program.write(Self.log, to: "log.csv")
        try await body(program)
    }

    /// Runs a server, writes to it while backups are made, and returns how many items it had acknowledged before the last one.
    private func edit(_ program: Program, _ arguments: [String]) throws -> Int {
        let server = try RunningServer(program, arguments)
        defer { server.kill() }
        var count = 0
        for round in 0..<3 {
            for _ in 0..<20 {
                #expect(try server.send("POST", "\(Self.list)/items", body: "{\"item\":\"Item \(count)\"}").status == 201)
                count += 1
            }
            let outcome = try program.run(["backup", "copy"] + arguments)
            #expect(outcome.status == 0, "\(round): \(outcome.errors)")
        }
        return count
    }

    private func items(_ program: Program, _ arguments: [String]) throws -> [String] {
        let server = try RunningServer(program, arguments)
        defer { server.kill() }
        let list = try JSONSerialization.jsonObject(with: Data(try server.send("GET", Self.list).body.utf8)) as? [String: Any]
        return (list?["bucket_list"] as? [[String: Any]] ?? []).compactMap { $0["item"] as? String }
    }

    @Test func `the backup of a SQLite file that is in use has everything that was acknowledged, for its owner alone`() async throws {
        try await withProgram { program in
            _ = try program.run(["import", "log.csv"])
            let count = try edit(program, [])
            let attributes = try FileManager.default.attributesOfItem(atPath: program.folder.appending(path: "copy").path)
            #expect(attributes[.posixPermissions] as? Int == 0o600)
            let names = try FileManager.default.contentsOfDirectory(atPath: program.folder.path)
            #expect(!names.contains { $0.hasPrefix(".cartograph") || $0.hasPrefix("copy-") }, "\(names)")
            #expect(try items(program, ["--database", "sqlite:copy"]) == (0..<count).map { "Item \($0)" })
        }
    }

    @Test(.enabled(if: TestPostgresServer.isInstalled && TestPooler.isInstalled, "\(TestPooler.absence)"))
    func `a backup through a pooler is refused with what to do`() async throws {
        try await withProgram { program in
            try await TestDatabases.shared.withDatabase { server, database in
                let pooler = try TestPooler(for: server)
                let outcome = try program.run(["backup", "copy", "--database", pooler.url(of: database)])
                #expect(outcome.status != 0 && outcome.errors.contains("give the server's own address"), "\(outcome.errors)")
                let names = try FileManager.default.contentsOfDirectory(atPath: program.folder.path)
                #expect(!names.contains { $0 == "copy" || $0.hasPrefix(".cartograph") }, "\(names)")
            }
        }
    }

    @Test(.enabled(if: TestPostgresServer.isInstalled, "\(TestPostgresServer.absence)"))
    func `the backup of a PostgreSQL database is restored into another one`() async throws {
        try await withProgram { program in
            try await TestDatabases.shared.withDatabase { server, database in
                let url = server.url(of: database)
                _ = try program.run(["import", "log.csv", "--database", url])
                let count = try edit(program, ["--database", url])
                try await TestDatabases.shared.withDatabase { _, other in
                    let restore = Process()
                    restore.executableURL = URL(filePath: "/usr/bin/env")
                    restore.arguments = [
                        "pg_restore", "--clean", "--if-exists", "--no-owner", "--dbname=\(server.url(of: other))",
                        program.folder.appending(path: "copy").path,
                    ]
                    try restore.run()
                    restore.waitUntilExit()
                    #expect(restore.terminationStatus == 0)
                    #expect(try items(program, ["--database", server.url(of: other)]) == (0..<count).map { "Item \($0)" })
                }
            }
        }
    }

    @Test func `a database that is not there is told, and not made`() async throws {
        try await withProgram { program in
            let outcome = try program.run(["backup", "copy", "--database", "sqlite:none.sqlite"])
            #expect(outcome.status == 1)
            #expect(outcome.errors.contains("none.sqlite"))
            #expect(!FileManager.default.fileExists(atPath: program.folder.appending(path: "none.sqlite").path))
            #expect(!FileManager.default.fileExists(atPath: program.folder.appending(path: "copy").path))
        }
    }

    @Test func `a backup that cannot be written leaves the old one as it was`() async throws {
        try await withProgram { program in
            _ = try program.run(["import", "log.csv"])
            #expect(try program.run(["backup", "nowhere/copy"]).status == 1)
            try FileManager.default.createDirectory(at: program.folder.appending(path: "copy"), withIntermediateDirectories: false)
            #expect(try program.run(["backup", "copy"]).errors.contains("is a folder"))
        }
    }
}
