import Dashboard
import HTTPTypes
import Hummingbird
import Purchases
import Recommendations
import Reports
import Storage

/// The HTML pages about one shopper: `/users/{id}` and the views below it.
struct ShopperRoutes: Sendable {
    let store: any PurchaseStore
    let lists: any BucketListStore
    let signer: LinkSigner
    let slots: RenderingSlots
    let responder: PageResponder
    let figures: FigureMaker
    let saved: SavedRoutes
    /// What stands before the paths that go into mails, where that is not what a reader happens to have typed.
    let base: ServerBase?
    let today: @Sendable () -> CalendarDate?

    func add(to router: some RouterMethods<ServerContext>) {
        let change: @Sendable (Request, ServerContext) async throws -> Response = { [saved] in try await saved.change($0, $1) }
        for tab in ShopperTab.allCases {
            let path = tab.rawValue.isEmpty ? "users/{id}" : "users/{id}/\(tab.rawValue)"
            responder.add(
                RouterPath(path), to: router,
                get: { request, context in try await answer(UserID(rawValue: try context.pathParameter("id")), tab, request) },
                post: tab == .saved ? change : nil
            )
        }
    }

    private func answer(_ user: UserID, _ tab: ShopperTab, _ request: Request) async throws -> Response {
        var query = QueryReader(request.query.droppingEmptyValues())
        let subject = Subject(user: user, filter: PurchaseFilter(&query), today: today())
        var reader = Reader(request, &query)
        if let base { reader.origin = base.text }
        let item = tab == .patterns ? query.value(Parameter<String>.text("item", upTo: 500)) : nil
        let notice = tab == .saved ? query.value(Parameter<SavedNotice>.choice("notice")) : nil
        try query.finish()
        let own = try await store.revision(of: user)
        // What is suggested depends on what everybody bought.
        let everyone = tab.questions.contains { $0.question.needsStatistics } ? try await store.revision() : nil
        let revision = everyone.map { own.combined(with: $0) } ?? own
        let list = tab == .saved || tab == .bucketList ? try await lists.bucketList(of: user) : BucketList()
        let links = try await PictureLinks(of: user, signer)
        let details =
            [user.rawValue, Query(subject.filter.fields).encoded, String(list.version), notice?.rawValue ?? "", links.identity]
            + ([.metrics] + tab.questions.map(\.question)).map { $0.reliance(of: subject).text }
        return try await responder.page("shopper \(tab.rawValue)", revision, details, of: request, for: reader) { [reader] in
            let history = try await store.purchases(of: user, at: own)
            if let item { try Question.priceHistory(item: item).checkItem(in: history) }
            let statistics = if let everyone { try await store.statistics(at: everyone) } else { ShopStatistics.none }
            return try await slots.run { [figures, responder] in
                let page = try ShopperPage(
                    tab, of: subject, from: history, item: item,
                    saved: tab == .saved ? SavedList(list, of: subject, from: history, notice, for: reader) : nil,
                    suggestions: tab == .bucketList
                        ? SuggestionList(on: subject, from: history, among: statistics, besides: list, for: reader) : nil,
                    for: reader
                ) { insight, question in
                    try figures.html(
                        of: .init(insight: insight, question: question, subject: subject, links: links), from: history,
                        among: statistics, at: revision, for: reader)
                }
                return responder.pages.html(of: page)
            }
        }
    }
}

extension SuggestionList {
    /// Makes the suggestions of a page, in its reader's language.
    fileprivate init(
        on subject: Subject, from history: [Purchase], among everyone: ShopStatistics, besides list: BucketList, for reader: Reader
    ) {
        func report(_ kind: Recommendation.Kind?, limit: Int) -> RecommendationsReport {
            RecommendationsReport(on: subject, from: history, among: everyone, kind: kind, limit: limit)
        }
        self.init(
            alerts: AlertsReport(on: subject, from: history, among: everyone, days: 14).suggestions(reader.presentation),
            regulars: report(nil, limit: 15).suggestions(reader.presentation),
            discoveries: [.seasonal, .diversify].flatMap { report($0, limit: 3).suggestions(reader.presentation) },
            saved: Set(list.items.map(\.content.name)), of: subject, for: reader
        )
    }
}
