import Dashboard
import Purchases
import Reports
import Signing
import Storage

/// The addresses of a shopper's pictures for mail, which need no login.
///
/// All that are made on a day are good until the same day, so that a page stays as it is as long as what it shows does.
struct PictureLinks: Sendable {
    private let pen: LinkPen
    private let expiry: Timestamp

    /// A month and a day: mail is read late.
    private static let life = 31

    init(of user: UserID, _ signer: LinkSigner) async throws {
        pen = try await signer.pen(for: user)
        expiry = Timestamp(Timestamp(signer.now()).day.adding(days: Self.life))
    }

    /// What changes when the links do.
    var identity: String { "\(expiry) \(pen.generation)" }

    /// Returns the path to an insight's picture.
    func path(to insight: String, _ fields: [(name: String, value: String)]) throws(LinkRefusal) -> String {
        let query = Query(fields + [("scale", "2")])
        let path = "/api/users/\(pen.user.rawValue.percentEncoded)/\(insight).png?\(query.encoded)"
        let wish = LinkWish(path: path, expiry: .at(expiry))
        return try pen.link(to: LinkTarget(wish, pinnedOn: nil, currency: nil), for: wish, from: []).path
    }
}
