import CPostgres

/// Where a database is and how it is connected to, as libpq reads it from a URL.
///
///     let address = try PostgresAddress("postgres://shop:secret@db.example.org:5432/purchases?sslmode=verify-full")
///     address.description             // postgres://shop@db.example.org:5432/purchases
///
/// Every parameter of libpq may stand in the query. What the URL leaves out, libpq takes from its own environment (`PGPASSWORD`,
/// `~/.pgpass`, …).
public struct PostgresAddress: Hashable, Sendable {
    /// By libpq's keywords.
    private let options: [String: String]

    public static let schemes = ["postgres://", "postgresql://"]

    /// A URL that cannot be read. Its description has no password in it.
    public struct Unreadable: Error, Hashable, CustomStringConvertible {
        public let description: String
    }

    public init(_ url: String) throws(Unreadable) {
        guard Self.schemes.contains(where: url.hasPrefix), !url.utf8.contains(0) else {
            throw Unreadable(description: "the address of a PostgreSQL database is written postgres://user:password@host:port/name")
        }
        var message: UnsafeMutablePointer<CChar>?
        guard let parsed = PQconninfoParse(url, &message) else {
            let reason = message.map { String(cString: $0) } ?? "memory is short"
            PQfreemem(message)
            throw Unreadable(description: Self.withoutSecrets(reason))
        }
        defer { PQconninfoFree(parsed) }
        var options: [String: String] = [:]
        var option = parsed
        while let keyword = option.pointee.keyword {
            if let value = option.pointee.val { options[String(cString: keyword)] = String(cString: value) }
            option += 1
        }
        guard options["port", default: ""].allSatisfy({ $0.isASCII && $0.isNumber || $0 == "," }) else {
            throw Unreadable(description: "its port is no number")
        }
        self.options = options
    }

    /// What libpq says of a URL quotes parts of it, and any of them may be a password, except the name of a parameter.
    private static func withoutSecrets(_ reason: String) -> String {
        let line = reason.split(whereSeparator: \.isNewline).joined(separator: " ")
        guard !line.hasPrefix("invalid URI query parameter:") else { return line }
        return line.split(separator: ": \"", maxSplits: 1).first.map(String.init) ?? line
    }

    /// What PostgreSQL's own programs are told by their environment to connect as this program does, as in `PGHOST`; the password, too,
    /// which others could read among a program's arguments. (PQconndefaults)
    public var environment: [String: String] {
        guard let defaults = PQconndefaults() else { return [:] }
        defer { PQconninfoFree(defaults) }
        var environment: [String: String] = [:]
        var option = defaults
        while let keyword = option.pointee.keyword {
            if let name = option.pointee.envvar, let value = options[String(cString: keyword)] {
                environment[String(cString: name)] = value
            }
            option += 1
        }
        return environment
    }

    /// Whether a pooler answers there, which lends its sessions from one transaction to the next; false where nobody answers.
    public var isOfPooler: Bool { (try? Connection(to: self, patience: .seconds(10)).isPooled()) ?? false }

    /// The schema that everything is kept in.
    public static let schema = Schema.name

    /// How many seconds connecting may take.
    var connectTimeout: Int { min(max(options["connect_timeout"].flatMap { Int($0) } ?? 5, 1), 60) }

    /// Whether the URL says when the server is to make a plan, as in `?options=-c%20plan_cache_mode%3Dforce_custom_plan`.
    var saysPlanCacheMode: Bool { options["options", default: ""].contains("plan_cache_mode") }

    /// What a connection is made with: the URL's parameters, and ours where it has none.
    var parameters: [String: String] {
        let ours = [
            "fallback_application_name": "cartograph",
            // A server that is gone without a word is found out in a minute, not in two hours.
            "keepalives_idle": "30", "keepalives_interval": "10", "keepalives_count": "3", "tcp_user_timeout": "30000",
        ]
        return ours.merging(options) { $1 }.merging(["client_encoding": "UTF8"]) { $1 }
    }
}

extension PostgresAddress: CustomStringConvertible {
    /// The URL without its password and its query.
    public var description: String {
        let user = options["user"].map { "\($0)@" } ?? ""
        let ports = (options["port"] ?? "").split(separator: ",", omittingEmptySubsequences: false)
        let hosts = (options["host"] ?? "").split(separator: ",", omittingEmptySubsequences: false)
        let places = hosts.enumerated().map { place, host in
            let name = host.contains(":") ? "[\(host)]" : String(host)
            // One port is for all hosts.
            let port = ports.count == 1 ? ports[0] : place < ports.count ? ports[place] : ""
            return port.isEmpty ? name : "\(name):\(port)"
        }
        return "postgres://\(user)\(places.joined(separator: ","))/\(options["dbname"] ?? "")"
    }
}
