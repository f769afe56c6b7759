import Testing

@testable import Mailing

@Suite struct ServerAddressTests {
    @Test func `an address says the port, the user and whether no line leaves the machine`() throws {
        let server = try MailServer("smtp://ada:s%40cret@mail.example.org")
        #expect(server.url == "smtp://mail.example.org:587")
        #expect(server.user == "ada" && server.password == "s@cret")
        #expect(!server.isLoopback)
        #expect(try MailServer("smtps://localhost").url == "smtps://localhost:465")
        #expect(try MailServer("smtp://127.0.0.1:2525").isLoopback)
    }

    @Test(arguments: [
        "", "mail.example.org", "http://mail.example.org", "smtp://", "smtp://host/path", "smtp://host:99999", "smtp://host?x=1",
    ])
    func `what is no address is refused without repeating it`(text: String) {
        #expect(throws: MailServer.InvalidAddress.self) { _ = try MailServer(text) }
    }

    @Test func `a server that is not there is tried again, each time after twice as long`() async throws {
        var server = try MailServer("smtp://127.0.0.1:1")
        server.timeout = .seconds(5)
        let message = try Samples.mail().message
        var pauses: [Duration] = []
        await #expect(throws: DeliveryError.self) {
            try await RetryPolicy(attempts: 4, firstPause: .seconds(1)).deliver(message, to: server) { pauses.append($0) }
        }
        #expect(pauses == [.seconds(1), .seconds(2), .seconds(4)])
    }
}
