import Foundation
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

    @Test func `a server that says nothing holds nobody who gives up`() async throws {
        let server = try SilentServer()
        let address = try MailServer("smtp://127.0.0.1:\(server.port)")
        let message = try Samples.mail().message
        let sending = Task { try await RetryPolicy().deliver(message, to: address) }
        try await server.waitForClient()
        sending.cancel()
        await #expect(throws: CancellationError.self) { try await sending.value }
    }

    /// A server that lets others connect and does not greet them.
    private final class SilentServer {
        let port: Int
        private let descriptor: Int32

        init() throws {
            descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
            var address = sockaddr_in()
            address.sin_family = sa_family_t(AF_INET)
            address.sin_addr.s_addr = inet_addr("127.0.0.1")
            var length = socklen_t(MemoryLayout<sockaddr_in>.size)
            let (socket, size) = (descriptor, length)
            let isBound = withUnsafeMutablePointer(to: &address) { address in
                address.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                    bind(socket, address, size) == 0 && listen(socket, 5) == 0 && getsockname(socket, address, &length) == 0
                }
            }
            try #require(isBound)
            port = Int(UInt16(bigEndian: address.sin_port))
        }

        deinit { close(descriptor) }

        /// Returns once somebody has connected.
        func waitForClient() async throws {
            var event = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
            while poll(&event, 1, 0) < 1 { try await Task.sleep(for: .milliseconds(5)) }
        }
    }
}
