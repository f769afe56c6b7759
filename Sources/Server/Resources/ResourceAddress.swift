import Storage

/// Where a resource is and what decides its bytes besides the data: all that can be known of a request before the data is asked.
///
/// Equal requests have equal addresses, so one may be made once and used again.
struct ResourceAddress: Sendable {
    /// The path without an extension, encoded.
    let path: String
    let query: Query
    let representations: [Representation]
    /// All that decides the bytes besides the data's version, the same however the request is spelled.
    let identity: [String]
    private let seed: EntityTag.Seed
    /// What `Link` says, by the extension of the path.
    private let links: [Representation?: String]

    /// A header that is longer is refused by some clients and proxies, so a very long query goes without its links.
    private static let linksLimit = 4096

    init(path: String, query: Query, representations: [Representation], identity: [String]) {
        self.path = path
        self.query = query
        self.representations = representations
        self.identity = identity
        seed = EntityTag.Seed(identity)
        let suffix = query.fields.isEmpty ? "" : "?\(query.encoded)"
        let alternates = representations.map { representation in
            let address = "\(path).\(representation.rawValue)\(suffix)"
            return (representation: representation, link: "<\(address)>; rel=\"alternate\"; type=\"\(representation.mediaType)\"")
        }
        var links: [Representation?: String] = [:]
        for named in [nil] + representations.map(Optional.some) {
            let value = alternates.filter { $0.representation != named }.map(\.link).joined(separator: ", ")
            if !value.isEmpty, value.utf8.count <= Self.linksLimit { links[named] = value }
        }
        self.links = links
    }

    func tag(of representation: Representation, at revision: Revision) -> EntityTag { seed.tag(of: representation, at: revision) }

    /// The other representations, as `Link` names them (RFC 8288), or nil where there is none or no room for them.
    func links(from representation: Representation?) -> String? { links[representation] }

    /// Returns the address with another query, as a next page has.
    func text(as representation: Representation?, query: Query) -> String {
        path + (representation.map { ".\($0.rawValue)" } ?? "") + (query.fields.isEmpty ? "" : "?\(query.encoded)")
    }
}
