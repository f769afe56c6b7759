import Access
import Dashboard
import HTTPTypes
import Hummingbird
import Purchases
import Reports
import Storage

/// The HTML pages about all shoppers: `/` and `/shop`.
struct DashboardRoutes: Sendable {
    let services: Services
    let responder: PageResponder
    let figures: FigureMaker

    /// Shoppers on a page of the list.
    private static let pageLength = 50

    func add(to routes: Routes) {
        responder.add("/", to: routes, [.get: { request, context in try await start(request, context) }])
        responder.add("users", to: routes, [.get: { request, _ in try chosen(request.query) }])
        responder.add("shop", to: routes, [.get: { request, context in try await shop(request, context) }])
    }

    private func start(_ request: Request, _ context: ServerContext) async throws -> Answer {
        if let problem = Problem(context.principal.verdict(on: .shop), of: nil) {
            // Who has a page of their own is led there.
            guard let own = context.principal.ownShopper else { throw problem }
            return .redirect(to: "/users/\(own.rawValue.percentEncoded)")
        }
        var query = QueryReader(request.query.droppingEmptyValues())
        let search = query.value(Parameter<String>.text("q", upTo: 200))
        let cursor = query.value(Parameter<String>.text("cursor", upTo: 200)).map(UserID.init)
        let reader = Reader(request, context, &query)
        try query.finish()
        return responder.page(
            "start", try await services.store.revision(), [search ?? "", cursor?.rawValue ?? ""], for: reader
        ) { [services, pages = services.pages] in
            let users = try await services.users(matching: search, after: cursor, limit: Self.pageLength + 1)
            let page = StartPage(
                users: Array(users.value.prefix(Self.pageLength)), search: search ?? "", isFirst: cursor == nil,
                hasMore: users.value.count > Self.pageLength, for: reader
            )
            return .init(Array(pages.html(of: page).utf8), at: users.revision)
        }
    }

    /// Leads from a form, which cannot put a choice into the path, to the shopper's page.
    private func chosen(_ query: Query) throws -> Answer {
        var query = query.droppingEmptyValues()
        let user = query.fields.first { $0.name == "user" }?.value
        query.fields.removeAll { $0.name == "user" }
        let path = user.map { "/users/\($0.percentEncoded)" } ?? "/"
        return .redirect(to: path + (query.fields.isEmpty || user == nil ? "" : "?\(query.encoded)"))
    }

    private func shop(_ request: Request, _ context: ServerContext) async throws -> Answer {
        var query = QueryReader(request.query.droppingEmptyValues())
        var reader = Reader(request, context, &query)
        try query.finish()
        reader.presentation.settle(onCurrency: try await services.store.currency())
        return responder.page("shop", try await services.store.revision(), [], for: reader) { [services, figures, reader] in
            try await services.admission.run(weight: 1) {
                try await services.store.categoryMonths()
            } making: { [pages = services.pages] statistics in
                let page = try ShopPage(statistics.value, for: reader) { question in
                    try figures.html(
                        of: ShopReport(statistics.value, question), at: .init(path: ["api", "shop", question.rawValue], fields: []),
                        for: reader)
                }
                return .init(Array(pages.html(of: page).utf8), at: statistics.revision)
            }
        }
    }
}
