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
        let terms = MailSubscription.Terms(
            user: UserID(rawValue: "U1"), recipient: "reader\(number)@example.org", sender: "shop@example.org",
            schedule: "monthly 1 08:00 GMT", options: ""
        )
        _ = try await store.addMailSubscription(terms, due: due)
    }

    @Test(.enabled(if: TestMailServer.isInstalled, "make setup-test installs aiosmtpd"))
    func `no mail is sent twice by two servers of which one is killed and started again, and at most the one in hand is lost`()
        async throws
    {
        let program = try Program()
        defer { program.remove() }
        try program.write("OrderID,CustomerID,OrderDate,Item Name,Category,Base Price\n1,U1,2024-01-31,Milk,Dairy,2.48\n", to: "log.csv")
        _ = try program.run(["import", "log.csv"])
        let store = try DatabaseLocation.sqlite(path: program.folder.appending(path: "cartograph.sqlite").path).open()
        let now = Int64(Date().timeIntervalSince1970)
        for number in 0..<Self.count { try await Self.subscribe(number, in: store, due: now - 60) }
        let sink = try TestMailServer()
        let arguments = ["--smtp", "smtp://127.0.0.1:\(sink.port)"]
        let first = try RunningServer(program, arguments)
        let second = try RunningServer(program, arguments)
        defer { second.kill() }
        while try sink.recipients.count < Self.count / 4 { try await Task.sleep(for: .milliseconds(20)) }
        first.kill()
        let third = try RunningServer(program, arguments)
        defer { third.kill() }
        while try await store.mailSubscriptions().contains(where: { $0.due <= now }) { try await Task.sleep(for: .milliseconds(50)) }
        // The last that was claimed may be on its way.
        for _ in 0..<40 where try sink.recipients.count < Self.count { try await Task.sleep(for: .milliseconds(100)) }
        let recipients = try sink.recipients
        #expect(Set(recipients).count == recipients.count, "\(recipients.sorted())")
        #expect(recipients.count >= Self.count - 1)
    }

    @Test func `a server that is stopped while the mail server says nothing ends well, and its mail is due again`() async throws {
        let program = try Program()
        defer { program.remove() }
        try program.write("OrderID,CustomerID,OrderDate,Item Name,Category,Base Price\n1,U1,2024-01-31,Milk,Dairy,2.48\n", to: "log.csv")
        _ = try program.run(["import", "log.csv"])
        let store = try DatabaseLocation.sqlite(path: program.folder.appending(path: "cartograph.sqlite").path).open()
        let due = Int64(Date().timeIntervalSince1970) - 60
        try await Self.subscribe(1, in: store, due: due)
        // A web server waits for the other side to speak first.
        let silent = try RunningServer(program)
        defer { silent.kill() }
        let server = try RunningServer(program, ["--smtp", "smtp://127.0.0.1:\(silent.port)"])
        while try await store.mailSubscriptions().first?.due == due { try await Task.sleep(for: .milliseconds(20)) }
        // It is claimed, and soon on its way.
        try await Task.sleep(for: .milliseconds(500))
        #expect(server.stop() == 0)
        #expect(try await store.mailSubscriptions().first?.due == due)
    }
}
