import Hummingbird
import Purchases
import Reports
import Storage

/// `/api/users/{id}/metrics` and every other insight, in every representation.
struct InsightRoutes: Sendable {
    let services: Services

    /// What is below a shopper's path, by name.
    var makers: [String: ResourceMaker] {
        Dictionary(
            uniqueKeysWithValues: Insight.allCases.map { insight in
                let make: ResourceMaker = { request, context in try await resource(insight, request, context) }
                return (insight.name, make)
            }
        )
    }

    private func resource(_ insight: Insight, _ request: Request, _ context: ServerContext) async throws -> Resource {
        let user = UserID(rawValue: try context.pathParameter("id"))
        let (query, today) = (request.query, services.today())
        var request = try InsightRequest(insight, of: user, query: query, today: today)
        try services.checkPixels(of: request.picture, isEntitled: context.isEntitled)
        request.presentation.cartLink = services.configuration.cartLink
        let amongEveryone = request.question.needsStatistics
        let revision = try await services.revision(of: user, amongEveryone: amongEveryone, for: &request.presentation)
        let path = "/api/users/\(user.rawValue.percentEncoded)/\(insight.name)"
        var resource = Resource(
            address: ResourceAddress(
                path: path, query: query, representations: Representation.ofInsights,
                identity: [services.build] + services.figureIdentity + request.identity
            ),
            revision: revision, fileName: request.isDownload ? request.subject.fileName(of: insight.name, in: request.presentation) : nil,
            keptPath: path
        ) { [services, request] representation in
            try await services.making(of: user, amongEveryone: amongEveryone) {
                [typesetter = services.typesetter, figureKeys = services.figureKeys, suggestions = services.suggestions] data in
                let bytes = try request.bytes(
                    as: representation, from: data.history, among: data.everyone, revision: data.revision, signedWith: figureKeys,
                    typesetter: typesetter
                ) { suggestions?.record($0, about: request.subject, from: data) }
                return .init(bytes, at: data.revision)
            }
        }
        if request.insight == .priceHistory { resource.mayBeMissing = true }
        // What depends on all shoppers is out of date without any change to this one.
        if !amongEveryone {
            resource.holds = { [services] in services.today() == today && services.store.knownRevision(of: user) == revision }
        }
        return resource
    }
}
