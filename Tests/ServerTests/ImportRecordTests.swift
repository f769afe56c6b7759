import Foundation
import Testing

@testable import Server

/// What was imported, and the last of it undone, over HTTP.
@Suite(.timeLimit(.minutes(10))) struct ImportRecordTests {
    private static let log = "CustomerID,OrderID,OrderDate,Item Name,Category,Base Price,Currency\nU9,1,2024-01-31,Milk,Dairy,2.48,USD\n"

    private func send(_ log: String, to server: TestServer) async throws {
        let reply = try await server.send("POST", "/api/imports", headers: ["Content-Type": "text/csv"], body: log)
        #expect(reply.status == 200, "\(reply.text)")
    }

    private func records(of server: TestServer, _ query: String = "") async throws -> [[String: Any]] {
        let reply = try await server.get("/api/imports\(query)")
        #expect(reply.status == 200)
        return try #require(try reply.json()["imports"] as? [[String: Any]])
    }

    @Test func `an import is listed with its digest, and undone once`() async throws {
        try await TestServer.run { server in
            let before = try await server.get("/api/users").text
            try await send(Self.log, to: server)
            #expect(try await server.get("/api/users/U9/metrics.json").status == 200)
            let record = try #require(try await records(of: server).first)
            #expect(record["can_be_undone"] as? Bool == true && record["undone"] is NSNull && record["time"] is String)
            let file = try #require((record["files"] as? [[String: Any]])?.first)
            #expect((file["sha256"] as? String)?.count == 64)
            let undone = try await server.send("POST", "/api/imports/undo")
            #expect(undone.status == 200, "\(undone.text)")
            #expect(try undone.json()["number"] as? Int == record["number"] as? Int)
            #expect(try await server.get("/api/users/U9/metrics.json").status == 404)
            #expect(try await server.get("/api/users").text == before)
            let again = try await server.send("POST", "/api/imports/undo")
            #expect(again.status == 409 && again.text.contains("undone already"))
        }
    }

    @Test func `records come page by page, and another import than the last is refused`() async throws {
        try await TestServer.run { server in
            for day in 1...4 {
                try await send(Self.log.replacing("2024-01-31", with: "2024-01-0\(day)").replacing(",1,", with: ",\(day),"), to: server)
            }
            let numbers = try await records(of: server).compactMap { $0["number"] as? Int }
            let last = try #require(numbers.first)
            #expect(try await records(of: server, "?limit=2").compactMap { $0["number"] as? Int } == Array(numbers.prefix(2)))
            #expect(try await server.get("/api/imports?limit=2").json()["next"] as? Int == numbers[1])
            #expect(
                try await records(of: server, "?limit=2&before=\(numbers[1])").compactMap { $0["number"] as? Int }
                    == Array(numbers[2...].prefix(2)))
            #expect(try await server.send("POST", "/api/imports/undo?number=\(last - 1)").status == 409)
            #expect(try await server.send("POST", "/api/imports/undo?number=\(last)").status == 200)
            #expect(try await server.get("/api/imports?limit=0").status == 400)
        }
    }

    @Test func `the page shows what was imported, and undoes the last without a script`() async throws {
        try await TestServer.run { server in
            try await send(Self.log, to: server)
            let page = try await server.get("/import").text
            let number = try #require(page.firstMatch(of: /name="number" value="([0-9]+)"/)).1
            let form = ["Content-Type": "application/x-www-form-urlencoded"]
            let reply = try await server.send("POST", "/import/undo", headers: form, body: "number=\(number)&back=/import")
            #expect(reply.status == 303 && reply["Location"] == "/import")
            #expect(!(try await server.get("/import").text.contains("name=\"number\"")))
            let again = try await server.send("POST", "/import/undo", headers: form, body: "number=\(number)&back=/import")
            #expect(again.status == 409 && again.text.contains("undone already"))
        }
    }
}
