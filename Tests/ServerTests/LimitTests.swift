import Logging
import Purchases
import Storage
import Synchronization
import Testing

@testable import Server

/// What the server does not put up with.
@Suite(.timeLimit(.minutes(10))) struct LimitTests {
    @Test func `when all slots are taken and the queue is full, the answer is 503 at once`() async throws {
        try await TestServer.run(configure: { ($0.renderingSlotCount, $0.waitingLimit) = (1, 0) }) { server in
            let gate = Gate()
            let held = Task { try await server.slots.run { gate.wait() } }
            await gate.entered()
            for path in Fixture.insightPaths + ["/api/users/U001/purchases"] {
                let reply = try await server.get("\(path).json")
                #expect(reply.status == 503)
                #expect(reply["Retry-After"] == "1")
                #expect(reply["Cache-Control"] == "no-store")
            }
            // Even then a picture's problem is a picture, and what needs no slot is answered.
            #expect(try await server.get("/api/users/U001/metrics.png?width=100&height=100").pngSize == [100, 100])
            // Busy is not broken: a balancer that took it away would only make others busier.
            #expect(try await server.get("/readyz").status == 200)
            #expect(try await server.send("HEAD", "/api/users/U001/metrics.png").status == 200)
            #expect(try await server.get("/api/users").status == 200)
            gate.open()
            try await held.value
            #expect(try await server.get("/api/users/U001/metrics").status == 200)
        }
    }

    @Test func `a client that goes away frees its place in the queue`() async throws {
        try await TestServer.run(configure: { ($0.renderingSlotCount, $0.waitingLimit) = (1, 1) }) { server in
            let gate = Gate()
            let held = Task { try await server.slots.run { gate.wait() } }
            await gate.entered()
            try await Connection.open(port: server.port) { connection in
                try await connection.send("GET /api/users/U001/metrics.png HTTP/1.1\r\nHost: localhost\r\n\r\n")
                try await until { server.slots.waitingCount == 1 }
            }
            try await until { server.slots.waitingCount == 0 }
            gate.open()
            try await held.value
            #expect(try await server.get("/api/users/U001/metrics").status == 200)
        }
    }

    @Test(arguments: [
        "", "GET /livez HTTP/1.1\r\nHost: local", "GET /livez HTTP/1.1\r\nHost: localhost\r\n\r\n",
        "POST /livez HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\nhalf",
    ])
    func `a connection without a whole request is closed`(beginning: String) async throws {
        try await TestServer.run(configure: { $0.idleTimeout = .milliseconds(200) }) { server in
            try await Connection.open(port: server.port) { connection in
                // On a busy machine the server may have closed before this is sent, which is as good.
                if !beginning.isEmpty { try? await connection.send(beginning) }
                _ = await connection.readToEnd()
            }
        }
    }

    @Test func `a body that drips does not hold its connection`() async throws {
        // Long enough for the answer on a machine that is busy with other tests.
        try await TestServer.run(configure: { $0.idleTimeout = .seconds(30) }) { server in
            try await Connection.open(port: server.port) { connection in
                try await connection.send("GET /livez HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000000\r\n\r\n")
                let reply = try await connection.response()
                #expect(reply.status == 200)
                #expect(reply["Connection"] == "close")
                // Every byte comes well within the idle timeout; in the end sending fails, since the server is gone.
                await #expect(throws: (any Error).self) {
                    while true {
                        try await connection.send("x")
                        try await Task.sleep(for: .milliseconds(50))
                    }
                }
            }
        }
    }

    @Test func `an upload that drips is cut off, one that waits for the server is not`() async throws {
        let head = "POST /api/imports HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/csv\r\nContent-Length: 100000\r\n\r\n"
        try await TestServer.run(configure: { $0.slowSenderInterval = .milliseconds(500) }) { server in
            try await Connection.open(port: server.port) { connection in
                try await connection.send(head)
                await #expect(throws: (any Error).self) {
                    while true {
                        try await connection.send("x")
                        try await Task.sleep(for: .milliseconds(50))
                    }
                }
            }
        }
        // A server that takes longer than that to answer has no fault with its client.
        let store = HookedStore(try await Fixture.store()) { _ in try? await Task.sleep(for: .seconds(2)) }
        try await TestServer.run(store, configure: { $0.slowSenderInterval = .milliseconds(200) }) { server in
            let reply = try await server.send("POST", "/api/users/U001/bucket-list/items", body: #"{"item":"Tea"}"#)
            #expect(reply.status == 201)
        }
    }

    @Test func `a body whose chunks are broken is a bad request`() async throws {
        try await TestServer.run { server in
            for chunk in ["ZZ\r\n", "5\r\nabcdefgh\r\n"] {
                try await Connection.open(port: server.port) { connection in
                    try await connection.send(
                        "POST /api/imports HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/csv\r\nTransfer-Encoding: chunked\r\n\r\n\(chunk)"
                    )
                    let text = String(decoding: await connection.readToEnd(), as: UTF8.self)
                    #expect(text.hasPrefix("HTTP/1.1 400 "), "\(text)")
                }
            }
        }
    }

    @Test func `bodies on their way leave room for who only asks`() async throws {
        try await TestServer.run(configure: { $0.connectionLimit = 8 }) { server in
            let head = "POST /api/imports HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/csv\r\nContent-Length: 100000\r\n\r\na"
            try await withThrowingTaskGroup(of: Void.self) { group in
                let sent = AsyncStream.makeStream(of: Void.self)
                for _ in 0..<7 {
                    group.addTask {
                        try await Connection.open(port: server.port) { connection in
                            try await connection.send(head)
                            sent.continuation.yield()
                            // Until it is cut off or the test is over.
                            _ = await connection.readToEnd()
                        }
                    }
                }
                var iterator = sent.stream.makeAsyncIterator()
                for _ in 0..<7 { await iterator.next() }
                let reply = try await server.get("/api/users/U001/metrics")
                #expect(reply.status == 200)
                group.cancelAll()
            }
        }
    }

    @Test func `a client that never reads its responses is cut off`() async throws {
        try await TestServer.run(configure: { $0.stallTimeout = .milliseconds(500) }) { server in
            try await Connection.open(port: server.port) { connection in
                let request = "GET /api/users/U001/purchases HTTP/1.1\r\nHost: localhost\r\n\r\n"
                // Nothing is read here, so the responses fill the buffers of both sides, and then sending stops too.
                await #expect(throws: (any Error).self) {
                    while true { try await connection.send(String(repeating: request, count: 200)) }
                }
            }
        }
    }

    @Test func `an answer that takes longer than a client may stall comes all the same`() async throws {
        let store = HookedStore(try await Fixture.store()) { _ in try? await Task.sleep(for: .seconds(2)) }
        try await TestServer.run(store, configure: { $0.stallTimeout = .milliseconds(200) }) { server in
            let reply = try await server.get("/api/users/U001/metrics")
            #expect(reply.status == 200)
        }
    }

    @Test func `a header that is too long is refused and ends the connection`() async throws {
        try await TestServer.run { server in
            for field in ["X: \(String(repeating: "a", count: 100_000))", String(repeating: "X: a\r\n", count: 500) + "Y: b"] {
                try await Connection.open(port: server.port) { connection in
                    try await connection.send("GET /livez HTTP/1.1\r\nHost: localhost\r\n\(field)\r\n\r\n")
                    let text = String(decoding: await connection.readToEnd(), as: UTF8.self)
                    #expect(text.hasPrefix("HTTP/1.1 400"))
                }
            }
        }
    }

    @Test func `requests that come at once are all answered`() async throws {
        try await TestServer.run { server in
            let replies = try await withThrowingTaskGroup(of: Int.self) { group in
                for _ in 0..<20 { group.addTask { try await server.get("/api/users/U001/top-items.png").status } }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(replies == Array(repeating: 200, count: 20))
        }
    }

    @Test func `where nothing ends any more the server is not ready`() async throws {
        try await TestServer.run(configure: { ($0.renderingSlotCount, $0.stuckTimeout) = (1, .zero) }) { server in
            #expect(try await server.get("/readyz").status == 200)
            let gate = Gate()
            let held = Task { try await server.slots.run { gate.wait() } }
            await gate.entered()
            #expect(try await server.get("/readyz").status == 503)
            #expect(try await server.get("/livez").status == 200)
            gate.open()
            try await held.value
        }
    }

    @Test func `shoppers with few purchases are answered while those with very many wait`() async throws {
        let gate = Gate()
        let heavy = UserID(rawValue: "U004")
        let store = HookedStore(try await Fixture.store(), weights: [heavy: 300_000]) { user in
            if user == heavy { await gate.opened() }
        }
        try await TestServer.run(store, configure: { ($0.renderingSlotCount, $0.waitingLimit) = (2, 64) }) { server in
            let waiting = (0..<10).map { number in Task { try await server.get("/api/users/U004/metrics.json?title=\(number)").status } }
            try await until { server.slots.waitingCount == 9 }
            for number in 0..<20 { #expect(try await server.get("/api/users/U001/metrics.json?title=\(number)").status == 200) }
            #expect(server.slots.waitingCount == 9)
            gate.open()
            for task in waiting { #expect(try await task.value == 200) }
        }
    }

    @Test func `searches hold up nobody but one another, and too many are turned away`() async throws {
        let gate = Gate()
        let store = HookedStore(try await Fixture.store(), beforeSearch: { await gate.opened() })
        try await TestServer.run(store, configure: { $0.waitingLimit = 2 }) { server in
            let searches = (0..<3).map { number in Task { try await server.get("/api/users?q=\(number)").status } }
            try await until { server.services.searches.waitingCount == 2 }
            #expect(try await server.get("/api/users?q=more").status == 503)
            #expect(try await server.get("/api/users").status == 200)
            #expect(try await server.get("/api/users/U001/metrics.json").status == 200)
            gate.open()
            for task in searches { #expect(try await task.value == 200) }
        }
    }
}
