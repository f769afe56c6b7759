import Dashboard
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

    /// What is below a shopper's path, by name.
    var makers: [String: ResourceMaker] {
        ["report": { request, context in try await report(of: UserID(rawValue: try context.pathParameter("id")), request.query) }]
    }

    private func report(of user: UserID, _ query: Query) async throws -> Resource {
        let request = try ReportRequest(of: user, query: query, today: today())
        let revision = try await store.revision(of: user)
        return Resource(
            address: ResourceAddress(
                path: "/api/users/\(user.rawValue.percentEncoded)/report", query: query, representations: Representation.ofReports,
                identity: [build] + request.identity
            ),
            revision: revision,
            fileName: request.isDownload ? request.subject.fileName(of: "report") : nil, cache: contents
        ) { representation in
            let history = try await store.purchases(of: user, at: revision)
            return try await slots.run {
                let bytes = try request.bytes(as: representation, from: history, typesetter: typesetter, pages: pages)
                return Resource.Content(body: ByteBuffer(bytes: bytes))
            }
        }
    }
}
