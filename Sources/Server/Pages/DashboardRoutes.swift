import Charts
import Dashboard
import Drawing
import HTTPTypes
import Hummingbird
import NIOCore
import Purchases
import Reports
import Storage

/// The HTML pages: `/`, `/shop`, `/users/{id}` and the views below it.
struct DashboardRoutes: Sendable {
    let store: any PurchaseStore
    let slots: RenderingSlots
    let responder: PageResponder
    let figures: FigureMaker
    let lists: any BucketListStore
    let saved: SavedRoutes
    let suggest: BucketListSuggesting

    /// Shoppers on a page of the list.
    private static let pageLength = 50

    func add(to router: some RouterMethods<ServerContext>) {
        responder.add("/", to: router, get: { request, _ in try await start(request) })
        responder.add("users", to: router, get: { request, _ in try chosen(request.query) })
        responder.add("shop", to: router, get: { request, _ in try await shop(request) })
        let change: @Sendable (Request, ServerContext) async throws -> Response = { [saved] in try await saved.change($0, $1) }
        for tab in ShopperTab.allCases {
            let path = tab.rawValue.isEmpty ? "users/{id}" : "users/{id}/\(tab.rawValue)"
            responder.add(
                RouterPath(path), to: router,
                get: { request, context in try await shopper(UserID(rawValue: try context.pathParameter("id")), tab, request) },
                post: tab == .saved ? change : nil
            )
        }
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
            let users = try await store.users(matching: search, after: cursor, limit: Self.pageLength + 1)
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
            let statistics = try await store.categoryMonths()
            return try await slots.run { [figures, responder] in
                let page = try ShopPage(statistics, for: reader) { question in
                    try figures.html(
                        of: ShopReport(statistics, question), at: .init(path: ["api", "shop", question.rawValue], fields: []), for: reader)
                }
                return responder.pages.html(of: page)
            }
        }
    }

    private func shopper(_ user: UserID, _ tab: ShopperTab, _ request: Request) async throws -> Response {
        var query = QueryReader(request.query.droppingEmptyValues())
        let subject = Subject(user: user, filter: PurchaseFilter(&query))
        let reader = Reader(request, &query)
        let notice = query.value(Parameter<SavedNotice>.choice("notice"))
        try query.finish()
        let revision = try await store.revision(of: user)
        let list = tab == .saved || tab == .bucketList ? try await lists.bucketList(of: user) : BucketList()
        // What is suggested depends on what everybody bought.
        let everyone = tab == .bucketList ? try await store.revision() : .zero
        let details = [user.rawValue, Query(subject.filter.fields).encoded, String(list.version), notice?.rawValue ?? "", "\(everyone)"]
        return try await responder.page("shopper \(tab.rawValue)", revision, details, of: request, for: reader) {
            let history = try await store.purchases(of: user, at: revision)
            let suggestions = tab == .bucketList ? try await suggestions(for: subject, from: history, besides: list, for: reader) : nil
            return try await slots.run { [figures, responder] in
                let saved = tab == .saved ? SavedList(list, of: user, from: history, notice, for: reader) : nil
                let page = try ShopperPage(tab, of: subject, from: history, saved: saved, suggestions: suggestions, for: reader) {
                    insight, question in
                    try figures.html(of: insight, question, on: subject, from: history, at: revision, for: reader)
                }
                return responder.pages.html(of: page)
            }
        }
    }

    /// What may be bought next, as of the shopper's last day.
    private func suggestions(
        for subject: Subject, from history: [Purchase], besides list: BucketList, for reader: Reader
    ) async throws -> SuggestionList? {
        guard let day = history.last?.date else { return nil }
        let items = try await suggest(subject.user, history, day).items
        let categories = subject.filter.categories
        return SuggestionList(
            items.filter { categories.isEmpty || categories.contains($0.category) }.map { item in
                SuggestionList.Entry(
                    name: item.name, category: item.category, price: item.price, reason: item.reason, dueDate: item.dueDate)
            },
            on: day, saved: Set(list.items.map(\.content.name)), of: subject.user, for: reader
        )
    }
}
