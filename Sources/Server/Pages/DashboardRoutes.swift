import Dashboard
import HTTPTypes
import Hummingbird
import Purchases
import Reports
import Storage

/// The HTML pages about all shoppers: `/` and `/shop`.
struct DashboardRoutes: Sendable {
    let store: any PurchaseStore
    let slots: RenderingSlots
    let responder: PageResponder
    let figures: FigureMaker

    /// Shoppers on a page of the list.
    private static let pageLength = 50

    func add(to router: some RouterMethods<ServerContext>) {
        responder.add("/", to: router, get: { request, _ in try await start(request) })
        responder.add("users", to: router, get: { request, _ in try chosen(request.query) })
        responder.add("shop", to: router, get: { request, _ in try await shop(request) })
    }

    private func start(_ request: Request) async throws -> Response {
        var query = QueryReader(request.query.droppingEmptyValues())
        let search = query.value(Parameter<String>.text("q", upTo: 200))
        let cursor = query.value(Parameter<String>.text("cursor", upTo: 200)).map(UserID.init)
        let reader = Reader(request, &query)
        try query.finish()
        return try await responder.page(
            "start", try await store.revision(), [search ?? "", cursor?.rawValue ?? ""], of: request, for: reader
        ) {
            let users = try await store.users(matching: search, after: cursor, limit: Self.pageLength + 1).value
            return responder.pages.html(
                of: StartPage(
                    users: Array(users.prefix(Self.pageLength)), search: search ?? "", isFirst: cursor == nil,
                    hasMore: users.count > Self.pageLength, for: reader
                )
            )
        }
    }

    /// Leads from a form, which cannot put a choice into the path, to the shopper's page.
    private func chosen(_ query: Query) throws -> Response {
        var query = query.droppingEmptyValues()
        let user = query.fields.first { $0.name == "user" }?.value
        query.fields.removeAll { $0.name == "user" }
        let path = user.map { "/users/\($0.percentEncoded)" } ?? "/"
        return .redirect(to: path + (query.fields.isEmpty || user == nil ? "" : "?\(query.encoded)"), type: .normal)
    }

    private func shop(_ request: Request) async throws -> Response {
        var query = QueryReader(request.query.droppingEmptyValues())
        let reader = Reader(request, &query)
        try query.finish()
        let revision = try await store.revision()
        return try await responder.page("shop", revision, [], of: request, for: reader) {
            let statistics = try await store.categoryMonths().value
            return try await slots.run { [figures, responder] in
                let page = try ShopPage(statistics, for: reader) { question in
                    try figures.html(
                        of: ShopReport(statistics, question), at: .init(path: ["api", "shop", question.rawValue], fields: []), for: reader)
                }
                return responder.pages.html(of: page)
            }
        }
    }
}
