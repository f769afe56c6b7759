import Foundation
import TestServers
import Testing

@testable import Mailing

/// Mails that a real server takes, or does not.
@Suite(.enabled(if: TestMailServer.isInstalled, "make setup-test installs aiosmtpd")) struct DeliveryTests {
    private static func message(to recipient: String) throws -> Message {
        try ReportMail(Samples.document(), Samples.envelope(to: [recipient]), typesetter: Samples.typesetter()).message
    }

    @Test func `a mail arrives as it was sent`() throws {
        let server = try TestMailServer()
        let message = try Self.message(to: "ada@example.org")
        try MailServer("smtp://127.0.0.1:\(server.port)").deliver(message)
        let received = try #require(server.messages().first)
        let (sent, read) = (try ReadMail(message.bytes), try ReadMail(received))
        #expect(read.headers["subject"] == sent.headers["subject"] && read.headers["message-id"] == sent.headers["message-id"])
        #expect(read.parts.map(\.content) == sent.parts.map(\.content))
    }

    @Test func `to another machine a mail goes encrypted, to a certificate that is trusted, with a password`() throws {
        let server = try TestMailServer(host: "127.0.0.2", isEncrypted: true)
        var address = try MailServer("smtp://ada:s%40cret@127.0.0.2:\(server.port)")
        let message = try Self.message(to: "ada@example.org")
        #expect { try address.deliver(message) } throws: { if case DeliveryError.insecure = $0 { true } else { false } }
        address.certificates = server.certificate
        try address.deliver(message)
        var other = try MailServer("smtp://ada:wrong@127.0.0.2:\(server.port)")
        other.certificates = server.certificate
        #expect(throws: DeliveryError.authentication) { try other.deliver(message) }
        #expect(try server.messages().count == 1)
    }

    @Test func `to another machine nothing goes in the open`() throws {
        let server = try TestMailServer(host: "127.0.0.2")
        let address = try MailServer("smtp://127.0.0.2:\(server.port)")
        let message = try Self.message(to: "ada@example.org")
        #expect { try address.deliver(message) } throws: { if case DeliveryError.insecure = $0 { true } else { false } }
        #expect(try server.messages().isEmpty)
    }

    @Test(.timeLimit(.minutes(10)))
    func `a server that takes a mail and falls silent is not waited for, nor is the mail sent again`() async throws {
        let server = try TestMailServer()
        var address = try MailServer("smtp://127.0.0.1:\(server.port)")
        address.timeout = .seconds(2)
        var pauses = 0
        let message = try Self.message(to: "silent@example.org")
        await #expect {
            try await RetryPolicy().deliver(message, to: address) { _ in pauses += 1 }
        } throws: {
            if case DeliveryError.unanswered = $0 { true } else { false }
        }
        #expect(pauses == 0)
        #expect(try server.messages().count == 1)
    }

    @Test func `what is refused for now is tried again, what is refused for good is not`() async throws {
        let server = try TestMailServer()
        let address = try MailServer("smtp://127.0.0.1:\(server.port)")
        var pauses = 0
        try await RetryPolicy().deliver(Self.message(to: "later@example.org"), to: address) { _ in pauses += 1 }
        #expect(pauses == 1)
        await #expect(throws: DeliveryError.refused(550)) {
            try await RetryPolicy().deliver(Self.message(to: "gone@example.org"), to: address) { _ in pauses += 1 }
        }
        #expect(pauses == 1)
        #expect(try server.messages().count == 1)
    }
}
