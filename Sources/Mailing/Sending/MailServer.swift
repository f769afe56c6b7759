import Foundation

/// The server that takes mail, and how to speak to it.
///
///     let server = try MailServer("smtp://user:secret@mail.example.org:587")
///
/// `smtp://` begins in the open and goes on encrypted (STARTTLS), `smtps://` is encrypted from the first byte. Without encryption a mail
/// and a password go to this machine only.
public struct MailServer: Hashable, Sendable {
    /// As libcurl takes it, without a user or a password.
    let url: String
    let user: String?
    let password: String?
    /// Whether the server is this machine, which no line leaves.
    let isLoopback: Bool
    /// A file of certificates to trust in place of the machine's, in PEM; nil for the machine's.
    public var certificates: String?
    /// How long one delivery may take; taking leave of a server that is silent may take as long again.
    public var timeout = Duration.seconds(60)

    /// Whether the server is told who sends.
    public var isAuthenticated: Bool { user != nil }

    public struct InvalidAddress: Error, Hashable, Sendable, CustomStringConvertible {
        /// Says nothing that may be a password.
        public let description = "the mail server's address cannot be read: write smtp://user:password@host:587 or smtps://host"
    }

    public init(_ text: String) throws(InvalidAddress) {
        guard let parts = URLComponents(string: text), let scheme = parts.scheme, ["smtp", "smtps"].contains(scheme),
            let host = parts.host, !host.isEmpty, parts.path.isEmpty || parts.path == "/", parts.query == nil
        else { throw InvalidAddress() }
        let port = parts.port ?? (scheme == "smtps" ? 465 : 587)
        guard (1...65_535).contains(port) else { throw InvalidAddress() }
        url = "\(scheme)://\(host):\(port)"
        user = parts.user
        password = parts.password
        isLoopback = ["localhost", "127.0.0.1", "[::1]", "::1"].contains(host)
    }
}
