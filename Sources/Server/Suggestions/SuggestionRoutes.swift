import Dashboard
import HTTPTypes
import Hummingbird
import NIOCore
import Recommendations
import Reports
import Storage

/// How many suggestions were shown and bought within their days, by kind: `/api/shop/suggestions`, and a page. Nobody is named.
struct SuggestionRoutes: Sendable {
    let services: Services
    let responder: PageResponder

    func add(to routes: Routes) {
        guard let store = services.suggestions?.store else { return }
        routes.resource("api/shop/suggestions") { request, _ in try await resource(request.query, store) }
        responder.add("shop/suggestions", to: routes, [.get: { request, context in try await page(request, context, store) }])
    }

    private func resource(_ query: Query, _ suggestions: any SuggestionStore) async throws -> Resource {
        try QueryReader(query).finish()
        let counts = try await suggestions.suggestionCounts()
        // They change without the purchases, so they are their own version.
        let identity = counts.flatMap { [$0.place.rawValue, $0.kind, "\($0.shown)", "\($0.bought)", "\($0.open)"] }
        return Resource(
            address: ResourceAddress(
                path: "/api/shop/suggestions", query: query, representations: [.json, .csv],
                identity: [services.build, "suggestions"] + identity),
            revision: .zero, cacheControl: .fixed("private, no-cache")
        ) { representation in
            .init(representation == .csv ? Self.table(of: counts).csv : Self.json(of: counts).bytes, at: .zero)
        }
    }

    private static func json(of counts: [SuggestionCount]) -> JSON {
        [
            "days": .integer(Recommendation.horizon),
            "suggestions": .array(
                counts.map { count in
                    [
                        "kind": .string(count.kind), "shown_in": .string(count.place.rawValue), "shown": .integer(count.shown),
                        "bought": .integer(count.bought), "bought_share": .number(count.boughtShare), "open": .integer(count.open),
                    ]
                }),
            "count": .integer(counts.count),
        ]
    }

    private static func table(of counts: [SuggestionCount]) -> Table {
        Table(
            columns: ["kind", "shown_in", "shown", "bought", "bought_share", "open"],
            rows: counts.map { count in
                [
                    .text(count.kind), .text(count.place.rawValue), .integer(count.shown), .integer(count.bought),
                    .number(count.boughtShare),
                    .integer(count.open),
                ]
            })
    }

    private func page(_ request: Request, _ context: ServerContext, _ suggestions: any SuggestionStore) async throws -> Answer {
        var query = QueryReader(request.query.droppingEmptyValues())
        let reader = Reader(request, context, &query)
        try query.finish()
        let rows = try await suggestions.suggestionCounts().map { count in
            SuggestionCountsPage.Count(
                kind: count.kind, isMailed: count.place == .mail, shown: count.shown, bought: count.bought, open: count.open)
        }
        return responder.page(services.pages.html(of: SuggestionCountsPage(rows, days: Recommendation.horizon, for: reader)))
    }
}

extension SuggestionCount {
    fileprivate var boughtShare: Double { Double(bought) / Double(max(1, shown)) }
}
