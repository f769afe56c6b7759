/// Whom a server asks who they are.
public enum AccessMode: String, CaseIterable, Hashable, Sendable {
    /// Everybody may do everything.
    case open
    /// Programs show a key; people come by signed links.
    case keys
    /// People have accounts, programs have keys.
    case login

    /// What holds where nobody chose: a server that only its own machine reaches is open, any other one is not.
    ///
    /// - Parameter host: the address that the server listens on.
    public static func standard(listeningOn host: String) -> AccessMode { isLoopback(host) ? .open : .keys }

    /// Whether requests are limited where nobody chose.
    public func limitsRequests(listeningOn host: String) -> Bool { !(self == .open && Self.isLoopback(host)) }

    static func isLoopback(_ host: String) -> Bool {
        let name = host.lowercased()
        return name == "localhost" || IPAddress(name)?.isLoopback == true
    }
}
