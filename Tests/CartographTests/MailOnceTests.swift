import Foundation
import Purchases
import Storage
import TestServers
import Testing

@testable import Cartograph

/// Mails that are due, with several servers on one database and one of them killed or stopped.
@Suite(.timeLimit(.minutes(10))) struct MailOnceTests {
    private static let count = 24

    private static func subscribe(_ number: Int, in store: some MailSubscriptionStore, due: Int64) async throws {
        try await subscribe("reader\(number)", in: store, due: due)
    }

    private static func subscribe(_ name: String, in store: some MailSubscriptionStore, due: Int64) async throws {
        let terms = MailSubscription.Terms(
            user: UserID(rawValue: "U1"), recipient: "\(name)@example.org", sender: "shop@example.org",
            schedule: "monthly 1 08:00 GMT", options: ""
        )
        _ = try await store.addMailSubscription(terms, due: due)
    }

    /// As if what somebody has in hand had been there for too long: whoever was killed gives nothing back.
    private static func freeMails(in store: some MailSubscriptionStore) async throws {
        let now = Int64(Date().timeIntervalSince1970)
        _ = try await store.takeDueMails(at: now + 60, until: now - 1, limit: count)
    }

    private static func program() throws -> (Program, any MailSubscriptionStore) {
        let program = try Program()
        try program.write("OrderID,CustomerID,OrderDate,Item Name,Category,Base Price\n1,U1,2024-01-31,Milk,Dairy,2.48\n", to: "log.csv")
        _ = try program.run(["import", "log.csv"])
        return (program, try DatabaseLocation.sqlite(path: program.folder.appending(path: "cartograph.sqlite").path).open())
    }

    @Test(.enabled(if: TestMailServer.isInstalled, "make setup-test installs aiosmtpd"))
    func `no mail is sent twice by two servers of which one is killed, and what it had in hand is sent by those that go on`()
        async throws
    {
        let (program, store) = try Self.program()
        defer { program.remove() }
        let now = Int64(Date().timeIntervalSince1970)
        for number in 0..<Self.count { try await Self.subscribe(number, in: store, due: now - 60) }
        let sink = try TestMailServer()
        let arguments = ["--smtp", "smtp://127.0.0.1:\(sink.port)"]
        let first = try RunningServer(program, arguments)
        let second = try RunningServer(program, arguments)
        defer { second.kill() }
        while try sink.recipients.count < Self.count / 4 { try await Task.sleep(for: .milliseconds(20)) }
        first.kill()
        try await Self.freeMails(in: store)
        let third = try RunningServer(program, arguments)
        defer { third.kill() }
        while try await store.mailSubscriptions().contains(where: { $0.due <= now }) { try await Task.sleep(for: .milliseconds(50)) }
        // The last that was claimed may be on its way.
        for _ in 0..<40 where try sink.recipients.count < Self.count { try await Task.sleep(for: .milliseconds(100)) }
        let recipients = try sink.recipients
        #expect(Set(recipients).count == recipients.count, "\(recipients.sorted())")
        // What the first had claimed and not yet given the kernel, of which it takes luck to see any.
        #expect(recipients.count >= Self.count - 1)
    }

    @Test(.enabled(if: TestMailServer.isInstalled, "make setup-test installs aiosmtpd"))
    func `a mail whose server is killed is sent by the next if its end was not, and not again if it was`() async throws {
        let (program, store) = try Self.program()
        defer { program.remove() }
        let now = Int64(Date().timeIntervalSince1970)
        for name in ["held", "silent"] { try await Self.subscribe(name, in: store, due: now - 60) }
        let sink = try TestMailServer()
        let arguments = ["--smtp", "smtp://127.0.0.1:\(sink.port)"]
        let first = try RunningServer(program, arguments)
        // One waits for its recipient to be taken, of the other the answer to its end is missing.
        while try sink.recipients != ["silent@example.org"] { try await Task.sleep(for: .milliseconds(20)) }
        first.kill()
        #expect(try await store.mailSubscriptions().map { $0.due > now } == [false, true])
        try await Self.freeMails(in: store)
        try sink.go()
        let second = try RunningServer(program, arguments)
        defer { second.kill() }
        while try await store.mailSubscriptions().contains(where: { $0.due <= now }) { try await Task.sleep(for: .milliseconds(50)) }
        #expect(second.stop() == 0)
        #expect(try sink.recipients == ["silent@example.org", "held@example.org"])
    }

    @Test(.enabled(if: TestMailServer.isInstalled && TestPostgresServer.isInstalled, "make setup-test installs aiosmtpd and PostgreSQL"))
    func `three servers on one database in PostgreSQL send each mail once`() async throws {
        let (program, _) = try Self.program()
        defer { program.remove() }
        let postgres = try TestPostgresServer()
        try postgres.query("CREATE DATABASE shop")
        let url = postgres.url(of: "shop")
        _ = try program.run(["import", "log.csv", "--database", url])
        let store = try DatabaseLocation(url).open()
        let (now, count) = (Int64(Date().timeIntervalSince1970), 90)
        for number in 0..<count { try await Self.subscribe(number, in: store, due: now - 60) }
        let sink = try TestMailServer()
        let servers = try (0..<3).map { _ in
            try RunningServer(program, ["--database", url, "--smtp", "smtp://127.0.0.1:\(sink.port)", "--smtp-connections", "3"])
        }
        defer { for server in servers { server.kill() } }
        while try await store.mailSubscriptions().contains(where: { $0.due <= now }) { try await Task.sleep(for: .milliseconds(50)) }
        #expect(servers.map { $0.stop() } == [0, 0, 0])
        #expect(try sink.recipients.sorted() == (0..<count).map { "reader\($0)@example.org" }.sorted())
        #expect(try sink.sessionCount <= 9)
    }

    @Test func `a server that is stopped while the mail server says nothing ends well, and its mail is due again`() async throws {
        let (program, store) = try Self.program()
        defer { program.remove() }
        let due = Int64(Date().timeIntervalSince1970) - 60
        try await Self.subscribe("reader", in: store, due: due)
        // A web server waits for the other side to speak first.
        let silent = try RunningServer(program)
        defer { silent.kill() }
        let server = try RunningServer(program, ["--smtp", "smtp://127.0.0.1:\(silent.port)"])
        while try await !store.takeDueMails(at: due + 60, until: due + 60, limit: 1).isEmpty {
            try await Task.sleep(for: .milliseconds(20))
        }
        // It is in hand, and soon on its way.
        try await Task.sleep(for: .milliseconds(500))
        #expect(server.stop() == 0)
        #expect(try await store.mailSubscriptions().first?.due == due)
    }
}
