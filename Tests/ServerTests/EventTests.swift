import Access
import Purchases
import Storage
import Testing

@testable import Server

/// How open pages hear of changes.
@Suite(.timeLimit(.minutes(10))) struct EventTests {
    private static let day = Month(year: 2025, month: 1)!.firstDay

    /// Reads the stream until `text` has come.
    private func read(_ connection: inout Connection, until text: String) async throws -> String {
        var received = ""
        while !received.contains(text) { received += String(decoding: try await connection.bytes(), as: UTF8.self) }
        return received
    }

    @Test(arguments: ["/events", "/users/U001/events"])
    func `a page is told the state, and every later one`(path: String) async throws {
        let store = try await Fixture.store()
        try await TestServer.run(store, configure: { $0.eventInterval = .milliseconds(20) }) { server in
            try await Connection.open(port: server.port) { connection in
                try await connection.send("GET \(path) HTTP/1.1\r\nHost: localhost\r\n\r\n")
                let first = try await read(&connection, until: "data: ")
                #expect(first.contains("text/event-stream") && first.contains("event: state"))
                try await Fixture.add([Fixture.purchase("U001", "new", Self.day, "Tea", "Drinks", 100, quantity: 1)], to: store)
                let revision = path == "/events" ? await store.revision() : try await store.revision(of: UserID(rawValue: "U001"))
                _ = try await read(&connection, until: "data: \(revision)")
            }
        }
    }

    @Test func `a stream that has nothing to tell beats, and is not taken for stalled`() async throws {
        // What waits for the client is taken at once, so it never stalls, however long the stream is silent.
        let configure = { @Sendable (configuration: inout CartographServer.Configuration) in
            configuration.stallTimeout = .milliseconds(200)
            (configuration.eventInterval, configuration.eventHeartbeat) = (.milliseconds(20), .seconds(1))
        }
        try await TestServer.run(configure: configure) { server in
            try await Connection.open(port: server.port) { connection in
                try await connection.send("GET /events HTTP/1.1\r\nHost: localhost\r\n\r\n")
                for _ in 0..<3 { _ = try await read(&connection, until: ":\n\n") }
            }
        }
    }

    @Test func `one who holds most of the places loses the oldest to the next who comes`() {
        let seats = Seats(limit: 4)
        let (many, one) = (ClientKey.local, ClientKey.principal(.key(id: "abcdefgh")))
        var held = (0..<4).compactMap { _ in seats.take(for: many) }
        #expect(held.count == 4)
        let other = seats.take(for: one)
        #expect(other?.isTaken == true && held.map(\.isTaken) == [false, true, true, true])
        let another = seats.take(for: many)
        #expect(another?.isTaken == true && held.map(\.isTaken) == [false, false, true, true])
        held = []
        #expect((0..<2).compactMap { _ in seats.take(for: one) }.count == 2)
        // Of places that are shared fairly nobody loses one.
        let fair = Seats(limit: 2)
        let both = [fair.take(for: many), fair.take(for: one)]
        #expect(fair.take(for: many) == nil && both.allSatisfy { $0?.isTaken == true })
    }

    @Test func `those who listen are few, and a place is free again when one leaves`() async throws {
        try await TestServer.run(configure: { ($0.eventStreamLimit, $0.eventInterval) = (1, .milliseconds(20)) }) { server in
            try await Connection.open(port: server.port) { connection in
                try await connection.send("GET /events HTTP/1.1\r\nHost: localhost\r\n\r\n")
                _ = try await read(&connection, until: "data: ")
                #expect(try await server.get("/events").status == 503)
            }
            try await until {
                (try? await Connection.open(port: server.port) { connection in
                    try await connection.send("GET /events HTTP/1.1\r\nHost: localhost\r\n\r\n")
                    return try await read(&connection, until: "\r\n").contains(" 200 ")
                }) ?? false
            }
        }
    }

    @Test func `nobody's events are not found`() async throws {
        try await TestServer.run { server in
            let reply = try await server.get("/users/nobody/events")
            #expect(reply.status == 404)
        }
    }
}
