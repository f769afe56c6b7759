import Dashboard
import Purchases
import Reports
import Signing
import Storage

/// The addresses of a shopper's pictures for mail, which need no login.
///
/// All that are made on a day are good until the same day, so that a page stays as it is as long as what it shows does.
struct PictureLinks: Sendable {
    private let user: UserID
    private let keys: KeyRing
    private let expiry: Timestamp
    /// How often all links of the shopper were withdrawn: those made before work no more.
    private let generation: Int

    /// A month and a day: mail is read late.
    private static let life = 31

    init(of user: UserID, _ signer: LinkSigner) async throws {
        self.user = user
        keys = signer.keys
        expiry = Timestamp(Timestamp(signer.now()).day.adding(days: Self.life))
        generation = try await signer.links.linkGeneration(of: user)
    }

    /// What changes when the links do.
    var identity: String { "\(expiry) \(generation)" }

    /// Returns the path to an insight's picture.
    func path(to insight: String, _ fields: [(name: String, value: String)]) throws(LinkRefusal) -> String {
        let query = Query(fields + [("scale", "2")])
        let path = "/api/users/\(user.rawValue.percentEncoded)/\(insight).png?\(query.encoded)"
        let target = try LinkTarget(LinkWish(path: path), pinnedOn: nil)
        let grant = Grant(user: user, name: target.name, terms: target.terms.encoded, expiry: expiry, generation: generation)
        return SignedLink(grant, signedWith: keys).path
    }
}
