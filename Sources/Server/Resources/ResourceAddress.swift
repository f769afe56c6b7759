import Storage

/// Where a resource is and what decides its bytes besides the data: all that can be known of a request before the data is asked.
///
/// Equal requests have equal addresses, so one may be made once and used again.
struct ResourceAddress: Sendable {
    /// The path without an extension, encoded.
    let path: String
    /// Whether a signed link leads to it, or the id of a kept chart: what is made to be shown elsewhere.
    var isLinked: Bool { ["/s/", "/c/", "/chart/render/"].contains(where: path.hasPrefix) }
    let query: Query
    let representations: [Representation]
    /// All that decides the bytes besides the data's version, the same however the request is spelled.
    let identity: [String]
    private let seed: EntityTag.Seed
    /// The query with its question mark, as an address has it.
    private let suffix: String

    /// A header that is longer is refused by some clients and proxies, so a very long query goes without its links.
    private static let linksLimit = 4096

    init(path: String, query: Query, representations: [Representation], identity: [String]) {
        self.path = path
        self.query = query
        self.representations = representations
        self.identity = identity
        seed = EntityTag.Seed(identity)
        suffix = query.fields.isEmpty ? "" : "?\(query.encoded)"
    }

    func tag(of representation: Representation, at revision: Revision) -> EntityTag { seed.tag(of: representation, at: revision) }

    /// The other representations, as `Link` names them (RFC 8288), or nil where there is none or no room for them.
    func links(from representation: Representation?) -> String? {
        let links = representations.filter { $0 != representation }.map { other in
            "<\(path).\(other.rawValue)\(suffix)>; rel=\"alternate\"; type=\"\(other.mediaType)\""
        }
        let value = links.joined(separator: ", ")
        return value.isEmpty || value.utf8.count > Self.linksLimit ? nil : value
    }

    /// Returns the address with another query, as a next page has.
    func text(as representation: Representation?, query: Query) -> String {
        path + (representation.map { ".\($0.rawValue)" } ?? "") + (query.fields.isEmpty ? "" : "?\(query.encoded)")
    }
}
