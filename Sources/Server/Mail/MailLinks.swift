import Charts
public import Foundation
public import Mailing
public import Purchases
import Reports
import Signing
import Storage

/// Addresses in mails that need no login: of pictures, and of where to get no more of them.
public struct MailLinks: Sendable {
    let signer: LinkSigner
    let base: ServerBase

    /// How long a picture in a mail is shown: mail is read late, and forwarded.
    private static let pictureLife = 90

    public init(signer: LinkSigner, base: ServerBase) {
        self.signer = signer
        self.base = base
    }

    /// Returns the addresses of a report's pictures, by the names of its sections: twice the size, pinned to what is known today, and the
    /// same all day long.
    ///
    /// - Throws: `LinkRefusal`, or what the store throws.
    public func pictures(of request: ReportRequest, from history: [Purchase]) async throws -> [String: String] {
        try await pictures(of: request, from: history, by: signer.pen(for: request.subject.user))
    }

    /// Returns the same, by links that are made on this thread.
    func pictures(of request: ReportRequest, from history: [Purchase], by pen: LinkPen) throws -> [String: String] {
        let report = ShopperReport(request.subject, from: history)
        let parts = Dictionary(report.parts(in: request.presentation).map { ($0.question.insight.name, $0) }) { first, _ in first }
        var presentation = request.presentation
        presentation.title = ""
        let expiry = Timestamp(Timestamp(signer.now()).day.adding(days: Self.pictureLife + 1))
        var addresses: [String: String] = [:]
        for section in ReportMail.sections(of: report.document(request.presentation)) {
            guard let part = parts[section.name] else { continue }
            var style = PictureStyle()
            style.size = ReportMail.canvas(of: section)
            style.scale = ReportMail.pictureScale
            style.margin = ReportMail.pictureMargin
            let query = Query(part.subject.fields + part.question.fields + presentation.fields + style.fields).encoded
            let path = "/api/users/\(part.subject.user.rawValue.percentEncoded)/\(section.name).png?\(query)"
            let wish = LinkWish(path: path, expiry: .at(expiry), isPinned: true)
            addresses[section.name] = base.text + (try pen.link(to: signer.target(of: wish, in: nil), for: wish, from: history).path)
        }
        return addresses
    }

    /// What decides the addresses besides the report.
    func identity(of user: UserID) async throws -> [String] {
        let generation = try await signer.links.linkGeneration(of: user)
        return [base.text, Timestamp(signer.now()).day.description, String(generation), signer.keys.signature(ofFigures: "")]
    }

    /// Returns the address that ends all reports to somebody when it is posted to. It works for as long as a link may.
    public func unsubscription(of recipient: Mailbox, from user: UserID) -> URL? {
        let expiry = Timestamp(signer.now() + LinkSigner.lifeLimit)
        let terms = Query([("recipient", recipient.address)]).encoded
        let grant = Grant(user: user, name: Unsubscription.name, terms: terms, expiry: expiry)
        return URL(string: base.text + SignedLink(grant, signedWith: signer.keys).path)
    }
}
