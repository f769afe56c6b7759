import Synchronization
import TestServers
import Testing

@testable import Mailing

/// Mails that go to a real server one after the other, and several at a time.
@Suite(.enabled(if: TestMailServer.isInstalled, "make setup-test installs aiosmtpd"), .timeLimit(.minutes(10)))
struct MailConnectionTests {
    private static func message(to recipient: String) throws -> Message {
        Message(
            try Samples.envelope(to: [recipient]), subject: "A report", language: "en",
            body: .text("What \(recipient) reads.\n", subtype: "plain"))
    }

    private static func connections(to server: TestMailServer) throws -> MailConnections {
        MailConnections(to: try MailServer("smtp://127.0.0.1:\(server.port)"))
    }

    @Test func `mails that follow one another go by one connection, and by a new one where the server has hung up`() async throws {
        let server = try TestMailServer()
        let connections = try Self.connections(to: server)
        for number in 0..<6 { try await connections.deliver(Self.message(to: "reader\(number)@example.org")) }
        #expect(try server.sessionCount == 1)
        try await connections.deliver(Self.message(to: "last@example.org"))
        try await Task.sleep(for: .milliseconds(300))
        for number in 6..<9 { try await connections.deliver(Self.message(to: "reader\(number)@example.org")) }
        #expect(try server.sessionCount == 2)
        let names = (0..<6).map { "reader\($0)" } + ["last"] + (6..<9).map { "reader\($0)" }
        #expect(try server.recipients == names.map { "\($0)@example.org" })
    }

    @Test func `a server that wants no more mails by a connection gets the next by another, at once and once`() async throws {
        let server = try TestMailServer()
        let connections = try Self.connections(to: server)
        let claims = Mutex(0)
        for number in 0..<3 {
            try await connections.deliver(Self.message(to: "first\(number)@example.org")) { claims.withLock { $0 += 1 } }
        }
        #expect(try server.sessionCount == 3)
        #expect(try server.recipients == ["first0@example.org", "first1@example.org", "first2@example.org"])
        #expect(claims.withLock { $0 } == 3)
    }

    @Test func `what is refused is refused alone, before its text or after it`() async throws {
        let server = try TestMailServer()
        let connections = try Self.connections(to: server)
        let claims = Mutex<[String]>([])
        func deliver(_ name: String) async throws {
            try await connections.deliver(Self.message(to: "\(name)@example.org")) { claims.withLock { $0.append(name) } }
        }
        try await deliver("a")
        await #expect(throws: DeliveryError.refused(550)) { try await deliver("gone") }
        await #expect(throws: DeliveryError.deferred(451)) { try await deliver("later") }
        try await deliver("b")
        await #expect(throws: DeliveryError.deferred(452)) { try await deliver("full") }
        try await deliver("later")
        #expect(try server.recipients == ["a@example.org", "b@example.org", "later@example.org"])
        #expect(claims.withLock { $0 } == ["a", "b", "full", "later"])
    }

    @Test func `four mails at once have a connection each, which the next four go by`() async throws {
        let server = try TestMailServer()
        let connections = try Self.connections(to: server)
        for round in 0..<2 {
            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in 0..<4 {
                    group.addTask { try await connections.deliver(Self.message(to: "together\(round)\(number)@example.org")) }
                }
                try await group.waitForAll()
            }
        }
        #expect(try server.sessionCount == 4)
        #expect(try Set(server.recipients).count == 8)
    }

    @Test func `a mail whose claim fails does not arrive, and the next does`() async throws {
        struct Taken: Error {}
        let server = try TestMailServer()
        let connections = try Self.connections(to: server)
        await #expect(throws: Taken.self) { try await connections.deliver(Self.message(to: "a@example.org")) { throw Taken() } }
        try await connections.deliver(Self.message(to: "b@example.org"))
        #expect(try server.recipients == ["b@example.org"])
        let texts = try server.messages().map { String(decoding: $0, as: UTF8.self) }
        #expect(texts.count == 1 && texts[0].contains("What b@example.org reads."))
    }
}
