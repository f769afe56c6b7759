/// The names that a server answers to.
///
/// A page of a stranger can have its own name resolve to a server on its reader's machine, and then read that server as its own. The
/// request still says the stranger's name.
public struct HostRules: Hashable, Sendable {
    private let names: Set<String>
    /// Each begins with a dot.
    private let suffixes: Set<String>

    public enum Verdict: Hashable, Sendable {
        case allowed
        /// There is no `Host`, more than one, or one that is none: 400 (RFC 9112, section 3.2).
        case malformed
        /// Another server's name: 421.
        case foreign
    }

    /// The names of the own machine alone.
    public static let ownMachine = HostRules()

    private init() { (names, suffixes) = ([], []) }

    /// - Parameter names: what is answered to besides the names of the own machine: hosts, without a port, or `*.example.org` for all
    ///   names below one.
    public init(_ names: [String]) throws(HostError) {
        var (exact, suffixes): (Set<String>, Set<String>) = ([], [])
        for name in names {
            let isWildcard = name.hasPrefix("*.")
            guard let host = Self.host(of: isWildcard ? String(name.dropFirst(2)) : name), !name.contains("*") || isWildcard else {
                throw HostError(text: name)
            }
            if isWildcard { suffixes.insert(".\(host)") } else { exact.insert(host) }
        }
        self.names = exact
        self.suffixes = suffixes
    }

    /// Tells whether a request with these `Host` fields is for this server.
    public func verdict(on hosts: [String]) -> Verdict {
        guard hosts.count == 1, let host = Self.host(of: hosts[0]) else { return .malformed }
        return allows(host) ? .allowed : .foreign
    }

    private func allows(_ host: String) -> Bool {
        if host == "localhost" || host.hasSuffix(".localhost") { return true }
        if IPAddress(host)?.isLoopback == true { return true }
        return names.contains(host) || suffixes.contains { host.hasSuffix($0) && host.count > $0.count }
    }

    /// Returns the host of `host:port`, in lower case, without brackets and a last dot; nil where it is none.
    static func host(of text: String) -> String? {
        guard !text.isEmpty, text.utf8.count <= 300 else { return nil }
        var (host, port) = (text[...], text[text.endIndex...])
        if text.hasPrefix("[") {
            guard let end = text.firstIndex(of: "]") else { return nil }
            host = text[text.index(after: text.startIndex)..<end]
            guard IPAddress(host) != nil, host.contains(":") else { return nil }
            port = text[text.index(after: end)...]
        } else {
            if let colon = text.firstIndex(of: ":") { (host, port) = (text[..<colon], text[colon...]) }
            guard host.utf8.allSatisfy(\.isNameCharacter) else { return nil }
        }
        guard port.isEmpty || port.first == ":" && port.dropFirst().utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
        if host.hasSuffix(".") { host = host.dropLast() }
        guard !host.isEmpty else { return nil }
        return host.lowercased()
    }
}

/// A name that no `Host` can be.
public struct HostError: Error, Hashable, Sendable, CustomStringConvertible {
    let text: String

    public var description: String {
        "“\(text.prefix(80))” is no host: give a name or an address as in charts.example.org, or *.example.org for all names below it."
    }
}

extension UInt8 {
    fileprivate var isNameCharacter: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
            UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"):
            true
        default: false
        }
    }
}
