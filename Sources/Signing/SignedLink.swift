/// A grant in a path that needs no login: `/s/v1.KEY.PAYLOAD.CODE/monthly-trends.png`.
///
/// The path has only letters, digits, `-`, `.`, `_`, `~` and `/`, so nothing on its way finds something to encode anew, and it has no
/// query. The code covers everything else, the name included.
public struct SignedLink: Hashable, Sendable {
    public let grant: Grant
    /// What stands between `/s/` and the name.
    public let token: String

    /// Signs a grant. Equal grants and keys make equal links.
    ///
    /// - Precondition: the grant's name has only unreserved characters (RFC 3986, section 2.3).
    public init(_ grant: Grant, signedWith ring: KeyRing) {
        self.grant = grant
        let head = "\(Self.version).\(ring.signingKeyID).\(Base64URL.text(grant.payload))"
        token = "\(head).\(Base64URL.text(ring.code(for: Self.message(head, grant.name))))"
    }

    /// Reads a link that one of the keys signed, or returns nil, whatever is wrong.
    ///
    /// Whether it has expired or was withdrawn is not asked here.
    public init?(token: String, name: String, verifiedWith ring: KeyRing) {
        let parts = token.split(separator: ".", omittingEmptySubsequences: false)
        guard token.utf8.count <= Self.tokenLimit, parts.count == 4, parts[0] == Self.version, let code = Base64URL.bytes(parts[3]),
            ring.isValid(code, for: Self.message("\(parts[0]).\(parts[1]).\(parts[2])", name), keyID: String(parts[1])),
            let payload = Base64URL.bytes(parts[2]), let grant = Grant(payload: payload, name: name)
        else { return nil }
        self.grant = grant
        self.token = token
    }

    public var path: String { "/s/\(token)/\(grant.name)" }

    /// What the link is withdrawn by: 96 bits of its code, which nobody can make a link of.
    public var id: String { String(token.suffix(43).prefix(16)) }

    private static let version = "v1"
    /// The most characters of a token that is read: an address of more than 8 kB finds no server.
    public static let tokenLimit = 7_168

    /// What is signed says what it is for, so that a code from elsewhere is no link.
    private static func message(_ head: String, _ name: String) -> String { "cartograph link\n\(head)\n\(name)" }
}
