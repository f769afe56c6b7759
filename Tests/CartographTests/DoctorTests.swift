import Foundation
import TestServers
import Testing

@Suite(.timeLimit(.minutes(10))) struct DoctorTests {
    private static let topics = ["fonts", "libraries", "database", "disk", "clock", "keys", "mail"]

    private func withProgram(_ body: (Program) throws -> Void) throws {
        let program = try Program()
        defer { program.remove() }
        try body(program)
    }

    @Test func `all that the program needs is looked at, and nothing is made`() throws {
        try withProgram { program in
            let outcome = try program.run(["doctor"])
            #expect(outcome.status == 0, "\(outcome.output)")
            for topic in Self.topics { #expect(outcome.output.contains(" \(topic) "), "\(topic)") }
            #expect(outcome.output.contains("Import a purchase log"))
            #expect(outcome.output.contains("libcairo"))
            #expect(!FileManager.default.fileExists(atPath: program.folder.appending(path: "cartograph.sqlite").path))
        }
    }

    @Test func `what keeps the program from working is a fault, and what to do stands at the end`() throws {
        try withProgram { program in
            try program.write(String(repeating: "OrderID,CustomerID,OrderDate\n", count: 100), to: "cartograph.sqlite")
            let outcome = try program.run(["doctor", "--smtp", "smtp://127.0.0.1:1"])
            #expect(outcome.status == 1)
            let parts = outcome.output.split(separator: "\nWhat to do:\n")
            #expect(parts.count == 2)
            #expect(parts[0].contains("FAULT  database"))
            #expect(parts[0].contains("FAULT  mail"))
            #expect(parts.last?.contains("The database's file is something else.") == true, "\(outcome.output)")
            #expect(parts.last?.contains("Check --smtp") == true)
        }
    }

    @Test func `a key that expires soon and a signing key that cannot be read are told`() throws {
        try withProgram { program in
            try program.write("OrderID,CustomerID,OrderDate,Item Name,Base Price\n1,S7,2024-01-31,Milk,2.48\n", to: "log.csv")
            _ = try program.run(["import", "log.csv"])
            _ = try program.run(["keys", "add", "till", "--scope", "read", "--expires", "2d"])
            let outcome = try program.run(["doctor", "--signing-keys", "a:horse"])
            #expect(outcome.status == 1)
            #expect(outcome.output.contains("1 of 1 API keys hold, 0 of 0 accounts"))
            #expect(outcome.output.contains("Give “till” another key"))
            #expect(outcome.output.contains("FAULT  keys"))
            #expect(!outcome.output.contains("horse"))
        }
    }

    @Test(.enabled(if: TestMailServer.isInstalled)) func `a mail server that answers is fine`() throws {
        try withProgram { program in
            let server = try TestMailServer()
            let outcome = try program.run(["doctor", "--smtp", "smtp://127.0.0.1:\(server.port)"])
            #expect(outcome.output.contains("the mail server answers"), "\(outcome.output)")
            #expect(outcome.status == 0)
        }
    }
}
