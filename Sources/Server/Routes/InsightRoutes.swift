import Hummingbird
import NIOCore
import Purchases
import Reports
import Storage
import Typography

/// `/api/users/{id}/metrics` and every other insight, in every representation.
struct InsightRoutes: Sendable {
    let store: any PurchaseStore
    let typesetter: Typesetter
    let slots: RenderingSlots
    let cache: ContentCache
    let build: String

    func add(to router: some RouterMethods<ServerContext>) {
        for insight in Insight.allCases {
            router.resource("api/users/{id}/\(insight.rawValue)") { request, context in
                let user = UserID(rawValue: try context.pathParameter("id"))
                return try await resource(for: InsightRequest(insight, of: user, query: request.query), query: request.query)
            }
        }
    }

    private func resource(for request: InsightRequest, query: Query) async throws -> Resource {
        let user = request.subject.user
        let revision = try await store.revision(of: user)
        return Resource(
            path: "/api/users/\(user.rawValue.percentEncoded)/\(request.insight.rawValue)",
            query: query,
            representations: Representation.allCases,
            revision: revision,
            identity: [build, request.insight.rawValue, request.canonicalQuery.encoded],
            fileName: request.isDownload ? request.subject.fileName(of: request.insight.rawValue) : nil,
            cache: cache
        ) { representation in
            let history = try await store.purchases(of: user, at: revision)
            return try await slots.run {
                Resource.Content(body: ByteBuffer(bytes: try request.bytes(as: representation, from: history, typesetter: typesetter)))
            }
        }
    }
}
