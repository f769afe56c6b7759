import Foundation
import Purchases
import Storage
import Testing

@testable import Server

/// Answers that are given again without a route.
@Suite(.timeLimit(.minutes(10))) struct KeptAnswerTests {
    private static let path = "/api/users/U001/monthly-trends.png"

    @Test func `an answer given again is the answer that was given, and neither the store nor a slot is asked`() async throws {
        let store = CountingStore(try await Fixture.store())
        try await TestServer.run(Self.remembering(store), configure: { ($0.renderingSlotCount, $0.waitingLimit) = (1, 0) }) { server in
            let paths = Fixture.insightPaths.flatMap { path in [path] + Representation.ofInsights.map { "\(path).\($0.rawValue)" } }
            var first: [HTTPReply] = []
            for path in paths { first.append(try await server.get(path)) }
            let reads = (store.purchaseReads, store.revisionReads)
            let gate = Gate()
            let held = Task { try await server.slots.run { gate.wait() } }
            await gate.entered()
            for (path, first) in zip(paths, first) {
                let again = try await server.get(path)
                #expect(again.status == 200)
                #expect(again.body == first.body)
                #expect(again.comparableFields == first.comparableFields)
                #expect(again["Date"]?.hasSuffix(" GMT") == true)
                #expect(again["Content-Length"] == first["Content-Length"])
                #expect(try await server.send("GET", path, headers: ["If-None-Match": first["ETag"] ?? ""]).status == 304)
            }
            #expect((store.purchaseReads, store.revisionReads) == reads)
            gate.open()
            try await held.value
        }
    }

    @Test func `new purchases are in the next answer`() async throws {
        let base = try await Fixture.store()
        let store = Self.remembering(base)
        try await TestServer.run(store) { server in
            let path = "/api/users/U001/metrics.json"
            let before = try await server.get(path)
            #expect(try await server.get(path).body == before.body)
            let day = Month(year: 2025, month: 1)!.firstDay
            try await Fixture.add([Fixture.purchase("U001", "9", day, "Tea", "Drinks", 100, quantity: 1)], to: store)
            let after = try await server.get(path)
            #expect(after.body != before.body)
            #expect(after["ETag"] != before["ETag"])
            #expect(try await server.send("GET", path, headers: ["If-None-Match": before["ETag"] ?? ""]).status == 200)
        }
    }

    @Test func `a client that has the bytes already is told so again, and others get them`() async throws {
        try await TestServer.run { server in
            let tag = try #require(try await server.send("HEAD", Self.path)["ETag"])
            for _ in 0..<2 {
                #expect(try await server.send("GET", Self.path, headers: ["If-None-Match": tag]).status == 304)
            }
            #expect(try await server.get(Self.path).status == 200)
            for (named, status) in [(tag, 304), ("\"x\", W/\(tag)", 304), ("*", 304), ("\"x\"", 200)] {
                #expect(try await server.send("GET", Self.path, headers: ["If-None-Match": named]).status == status, "\(named)")
            }
        }
    }

    @Test func `what one client accepts is not what another gets`() async throws {
        try await TestServer.run { server in
            for _ in 0..<2 {
                for type in ["application/json", "text/csv", "image/png"] {
                    let reply = try await server.get("/api/users/U001/metrics", accept: type)
                    #expect(reply["Content-Type"]?.hasPrefix(type) == true)
                    #expect(reply["Vary"] == (type == "image/png" ? "Accept" : "Accept, Accept-Encoding"))
                }
                #expect(try await server.get("/api/users/U001/metrics", accept: "video/mp4").status == 406)
            }
        }
    }

    @Test func `answers come in the order of the requests, kept or not`() async throws {
        try await TestServer.run { server in
            let kept = try await server.get(Self.path)
            let requests = ["/api/users/U001/metrics.png?width=300", Self.path, "/livez", Self.path, "/nothing", Self.path, Self.path]
            try await Connection.open(port: server.port) { connection in
                try await connection.send(requests.map { "GET \($0) HTTP/1.1\r\nHost: localhost\r\n\r\n" }.joined())
                for path in requests {
                    let reply = try await connection.response()
                    #expect(reply.status == (path == "/nothing" ? 404 : 200))
                    #expect((reply.body == kept.body) == (path == Self.path), "\(path)")
                }
            }
        }
    }

    @Test func `a request that says more than which address it wants is not answered from memory alone`() async throws {
        try await TestServer.run { server in
            _ = try await server.get(Self.path)
            #expect(try await server.send("POST", Self.path)["Allow"] == "GET, HEAD")
            #expect(try await server.send("HEAD", Self.path).body.isEmpty)
            try await Connection.open(port: server.port) { connection in
                try await connection.send("GET \(Self.path) HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                #expect(try await connection.response().status == 200)
                #expect(await connection.readToEnd().isEmpty)
            }
            try await Connection.open(port: server.port) { connection in
                try await connection.send("GET \(Self.path) HTTP/1.1\r\nHost: localhost\r\nContent-Length: 4\r\n\r\nbody")
                let reply = try await connection.response()
                #expect(reply.status == 200)
                #expect(reply["Connection"] == "close")
            }
        }
    }

    @Test func `answers given again are logged as others are`() async throws {
        let log = LogLines()
        try await TestServer.run(logger: log.logger) { server in
            for _ in 0..<2 { _ = try await server.get("\(Self.path)?title=private") }
            try await until { log.lines.count { $0.contains("info request ") } == 2 }
        }
        let requests = log.lines.filter { $0.contains("info request ") }
        #expect(requests.count == 2)
        for part in ["method=GET", "path=\(Self.path) ", "status=200", "ms=", "bytes=", "request_id=", "client=127.0.0.1"] {
            #expect(requests.allSatisfy { $0.contains(part) }, "\(part)")
        }
        #expect(!log.lines.contains { $0.contains("private") })
    }

    @Test func `the date is written as HTTP writes it`() {
        #expect(HTTPDate { Date(timeIntervalSince1970: 784_111_777.9) }.text == "Sun, 06 Nov 1994 08:49:37 GMT")
        #expect(HTTPDate { Date(timeIntervalSince1970: 1_709_164_800) }.text == "Thu, 29 Feb 2024 00:00:00 GMT")
    }

    private static func remembering(_ store: any PurchaseStore) -> CachingPurchaseStore {
        CachingPurchaseStore(store, revisionLifetime: .seconds(3_600))
    }
}
