import Dashboard
import HTTPTypes
import Hummingbird
import NIOCore
import Purchases
import Reports
import Storage
import Typography

/// `/api/users/{id}/report`: everything about a shopper in one file, to send or to keep.
struct ReportRoutes: Sendable {
    let store: any PurchaseStore
    let typesetter: Typesetter
    let pages: DashboardPages
    let slots: RenderingSlots
    let contents: ContentCache
    let build: String
    let today: @Sendable () -> CalendarDate?
    /// What makes the addresses of linked pictures; nil for a server that does not know its own.
    let links: MailLinks?

    /// What is below a shopper's path, by name.
    var makers: [String: ResourceMaker] {
        ["report": { request, context in try await report(of: UserID(rawValue: try context.pathParameter("id")), request.query) }]
    }

    private func report(of user: UserID, _ query: Query) async throws -> Resource {
        let request = try ReportRequest(of: user, query: query, today: today())
        let links = request.mail.pictures == .linked ? self.links : nil
        guard request.mail.pictures == .embedded || links != nil else { throw Problem.unknownBase }
        let revision = try await store.revision(of: user)
        let linkIdentity = try await links?.identity(of: user) ?? []
        return Resource(
            address: ResourceAddress(
                path: "/api/users/\(user.rawValue.percentEncoded)/report", query: query, representations: Representation.ofReports,
                identity: [build] + request.identity + linkIdentity
            ),
            revision: revision,
            fileName: request.isDownload ? request.subject.fileName(of: "report") : nil, cache: contents
        ) { representation in
            let history = try await store.purchases(of: user, at: revision)
            let pictures = representation == .eml ? try await links?.pictures(of: request, from: history) : nil
            return try await slots.run {
                let bytes = try request.bytes(
                    as: representation, from: history, pictures: pictures, typesetter: typesetter, pages: pages)
                return Resource.Content(body: ByteBuffer(bytes: bytes))
            }
        }
    }
}

extension Problem {
    fileprivate static let unknownBase = Problem(
        name: "unknown-base", status: .unprocessableContent, title: "Pictures cannot be linked",
        detail: "This server does not know where readers reach it. Start it with --base https://…, or ask for pictures=embedded."
    )
}
