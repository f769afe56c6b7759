import Access
import HTTPTypes
import Hummingbird
import Purchases
import Reports
import Storage

/// `/api/users/{id}/report`: everything about a shopper in one file, to send or to keep.
struct ReportRoutes: Sendable {
    let services: Services

    /// What is below a shopper's path, by name.
    var makers: [String: ResourceMaker] {
        ["report": { request, context in try await report(of: UserID(rawValue: try context.pathParameter("id")), request.query, context) }]
    }

    private func report(of user: UserID, _ query: Query, _ context: ServerContext) async throws -> Resource {
        var request = try ReportRequest(of: user, query: query, today: services.today())
        request.presentation.cartLink = services.configuration.cartLink
        let links = request.mail.pictures == .linked ? services.mailLinks : nil
        guard request.mail.pictures == .embedded || links != nil else { throw Problem.unknownBase }
        // What has links in it is a way to make links. Whoever follows one may have what its signer could.
        if links != nil, context.grantedUser == nil { try context.check(.sign, of: user) }
        let revision = try await services.revision(of: user, amongEveryone: request.suggests, for: &request.presentation)
        let linkIdentity = try await links?.identity(of: user) ?? []
        let path = "/api/users/\(user.rawValue.percentEncoded)/report"
        return Resource(
            address: ResourceAddress(
                path: path, query: query, representations: Representation.ofReports,
                identity: [services.build] + request.identity + linkIdentity
            ),
            revision: revision,
            fileName: request.isDownload ? request.subject.fileName(of: "report", in: request.presentation) : nil, keptPath: path
        ) { [services, request] representation in
            let pen = representation == .eml && links != nil ? try await services.signer.pen(for: user) : nil
            return try await services.making(of: user, amongEveryone: request.suggests) {
                [typesetter = services.typesetter, pages = services.pages, suggestions = services.suggestions] data in
                let pictures =
                    if let pen, let links { try links.pictures(of: request, from: data.history, by: pen) } else { nil as [String: String]? }
                let bytes = try request.bytes(
                    as: representation, from: data, pictures: pictures, typesetter: typesetter, pages: pages
                ) { suggestions?.record($0, about: request.subject, in: .mail, from: data) }
                return .init(bytes, at: data.revision)
            }
        }
    }
}

extension Problem {
    fileprivate static let unknownBase = Problem(
        .unknownBase,
        detail: "This server does not know where readers reach it. Start it with --base https://…, or ask for pictures=embedded."
    )
}
