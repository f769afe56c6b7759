import Foundation

/// Which other sites' pages may read figures and pictures.
public struct CrossOriginRules: Hashable, Sendable {
    private let origins: Set<String>

    public static let none = CrossOriginRules()

    private init() { origins = [] }

    /// - Parameter origins: as a browser sends them: `https://shop.example.org`, with a port where it is not the usual one.
    public init(_ origins: [String]) throws(OriginError) {
        var known: Set<String> = []
        for text in origins {
            guard let origin = Self.normalized(text) else { throw OriginError(text: text) }
            known.insert(origin)
        }
        self.origins = known
    }

    public var isEmpty: Bool { origins.isEmpty }

    /// Whether pages of that origin, as the field `Origin` has it, may read an answer.
    public func allows(_ origin: String) -> Bool { origins.contains(origin) }

    private static func normalized(_ text: String) -> String? {
        guard text.utf8.count <= 300, let url = URL(string: text), let scheme = url.scheme?.lowercased(),
            ["http", "https"].contains(scheme),
            let host = url.host(percentEncoded: true)?.lowercased(), HostRules.host(of: host.contains(":") ? "[\(host)]" : host) != nil,
            url.user() == nil, url.path().isEmpty || url.path() == "/", url.query() == nil, url.fragment() == nil
        else { return nil }
        let usual = scheme == "http" ? 80 : 443
        let port = url.port.flatMap { $0 == usual ? nil : ":\($0)" } ?? ""
        return "\(scheme)://\(host.contains(":") ? "[\(host)]" : host)\(port)"
    }
}

/// A text that is no origin.
public struct OriginError: Error, Hashable, Sendable, CustomStringConvertible {
    let text: String

    public var description: String {
        "“\(text.prefix(80))” is no origin: write it as browsers do, as in https://shop.example.org, without a path."
    }
}
