import Foundation
import Testing

/// Links, made on the command line and followed on a server.
@Suite(.timeLimit(.minutes(10))) struct SignTests {
    private static let path = "/api/users/U1/metrics.png?width=300"

    private func withProgram(_ body: (Program) throws -> Void) throws {
        let program = try Program()
        defer { program.remove() }
        try program.write("OrderID,CustomerID,OrderDate,Item Name,Category,Base Price\n1,U1,2024-01-31,Milk,Dairy,2.48\n", to: "log.csv")
        _ = try program.run(["import", "log.csv"])
        try body(program)
    }

    @Test func `a link of the command line works on the server, and after it is started again`() throws {
        try withProgram { program in
            let outcome = try program.run(["sign", Self.path, "--expires", "2d"])
            #expect(outcome.status == 0, "\(outcome.errors)")
            let link = outcome.output.trimmingCharacters(in: .newlines)
            #expect(link.hasPrefix("/s/v1.db."))
            for _ in 0..<2 {
                let server = try RunningServer(program)
                defer { server.kill() }
                #expect(try server.send("GET", link).status == 200)
                #expect(try server.send("GET", link + "A").status == 403)
            }
        }
    }

    @Test func `keys of the environment sign, those of the database still verify, and no secret is said`() throws {
        try withProgram { program in
            let old = try program.run(["sign", Self.path]).output.trimmingCharacters(in: .newlines)
            let environment = ["CARTOGRAPH_SIGNING_KEYS": "2024b:correct horse battery,2024a:staple of many bytes"]
            let outcome = try program.run(["sign", Self.path], environment: environment)
            let new = outcome.output.trimmingCharacters(in: .newlines)
            #expect(new.hasPrefix("/s/v1.2024b."))
            let server = try RunningServer(program, ["--log-level", "trace"], environment: environment)
            defer { server.kill() }
            for link in [old, new] { #expect(try server.send("GET", link).status == 200) }
            let log = String(decoding: try program.bytes(of: "server-errors"), as: UTF8.self)
            for text in [log, outcome.output, outcome.errors] { #expect(!text.contains("horse")) }
            #expect(!log.contains(new))
        }
    }

    @Test func `the database's own key is retired when that is said, and until then a start says that it holds`() throws {
        try withProgram { program in
            let old = try program.run(["sign", Self.path]).output.trimmingCharacters(in: .newlines)
            let environment = ["CARTOGRAPH_SIGNING_KEYS": "2024b:correct horse battery"]
            do {
                let server = try RunningServer(program, environment: environment)
                defer { server.kill() }
                #expect(try server.send("GET", old).status == 200)
            }
            #expect(String(decoding: try program.bytes(of: "server-errors"), as: UTF8.self).contains("--retire-database-key"))
            let server = try RunningServer(program, ["--retire-database-key"], environment: environment)
            defer { server.kill() }
            #expect(try server.send("GET", old).status == 403)
            #expect(!String(decoding: try program.bytes(of: "server-errors"), as: UTF8.self).contains("--retire-database-key"))
            let new = try program.run(["sign", Self.path, "--retire-database-key"], environment: environment)
            #expect(try server.send("GET", new.output.trimmingCharacters(in: .newlines)).status == 200)
            #expect(try program.run(["sign", Self.path, "--retire-database-key"]).errors.contains("keys of your own"))
        }
    }

    @Test func `a key file is read, and a bad key is told without its secret`() throws {
        try withProgram { program in
            try program.write("file:correct horse battery\n", to: "keys")
            #expect(try program.run(["sign", Self.path, "--signing-key-file", "keys"]).output.hasPrefix("/s/v1.file."))
            let outcome = try program.run(["sign", Self.path], environment: ["CARTOGRAPH_SIGNING_KEYS": "a b:horse"])
            #expect(outcome.status == 1)
            #expect(outcome.errors.contains("a b"))
            #expect(!outcome.errors.contains("horse"))
        }
    }

    @Test(arguments: [
        (["/api/users/U1/metric.png"], "metrics"), (["/api/users/U2/metrics.png"], "U2"), ([path, "--expires", "soon"], "soon"),
        ([path, "--disclosure", "none"], "disclosure"), (["/api/users/U1/metrics.png?width=1"], "width"),
    ])
    func `a wish that cannot be granted is quoted with what to do`(arguments: [String], quote: String) throws {
        try withProgram { program in
            let outcome = try program.run(["sign"] + arguments)
            #expect(outcome.status != 0)
            #expect(outcome.errors.contains(quote) && !outcome.errors.contains(".."), "\(outcome.errors)")
        }
    }
}
