import Dashboard
import HTTPTypes
import Hummingbird
import Purchases
import Recommendations
import Reports
import Storage

/// The HTML pages about one shopper: `/users/{id}` and the views below it.
struct ShopperRoutes: Sendable {
    let services: Services
    let responder: PageResponder
    let figures: FigureMaker
    let saved: SavedRoutes

    func add(to routes: Routes) {
        for tab in ShopperTab.allCases {
            let path = tab.rawValue.isEmpty ? "users/{id}" : "users/{id}/\(tab.rawValue)"
            var handlers: Handlers = [
                .get: { request, context in try await answer(UserID(rawValue: try context.pathParameter("id")), tab, request, context) }
            ]
            if tab == .saved { handlers[.post] = saved.change }
            responder.add(RouterPath(path), to: routes, handlers)
        }
    }

    private func answer(_ user: UserID, _ tab: ShopperTab, _ request: Request, _ context: ServerContext) async throws -> Answer {
        var query = QueryReader(request.query.droppingEmptyValues())
        let subject = Subject(user: user, filter: PurchaseFilter(&query), today: services.today())
        var reader = Reader(request, context, of: user, &query)
        // What goes into mails names the server, and not what a reader happens to have typed.
        if let base = services.configuration.base { reader.origin = base.text }
        reader.presentation.cartLink = services.configuration.cartLink
        let item = tab == .patterns ? query.value(Parameter<String>.text("item", upTo: 500)) : nil
        let notice = tab == .saved ? query.value(Parameter<SavedNotice>.choice("notice")) : nil
        try query.finish()
        // What is suggested depends on what everybody bought.
        let amongEveryone = tab.questions.contains(where: \.needsStatistics)
        let revision = try await services.revision(of: user, amongEveryone: amongEveryone, for: &reader.presentation)
        let list = tab == .saved || tab == .bucketList ? try await services.lists.bucketList(of: user) : BucketList()
        let links = reader.rights.signsLinks ? try await PictureLinks(of: user, services.signer) : nil
        let details =
            [user.rawValue, Query(subject.filter.fields).encoded, String(list.version), notice?.rawValue ?? "", links?.identity ?? ""]
            + reader.presentation.cartIdentity + ([.metrics] + tab.questions).map { $0.reliance(of: subject).text }
        return responder.page("shopper \(tab.rawValue)", revision, details, for: reader) { [services, figures, reader] in
            try await services.making(of: user, amongEveryone: amongEveryone) {
                [pages = services.pages, suggestions = services.suggestions] data in
                if let item { try Question.priceHistory(item: item).checkItem(in: data.history) }
                let suggested =
                    tab == .bucketList
                    ? SuggestionList(on: subject, from: data, besides: list, for: reader) {
                        suggestions?.record($0, about: subject, from: data)
                    }
                    : nil
                let page = try ShopperPage(
                    tab, of: subject, from: data.history, item: item,
                    saved: tab == .saved ? SavedList(list, of: subject, from: data.history, notice, for: reader) : nil,
                    suggestions: suggested,
                    for: reader
                ) { question in
                    try figures.html(
                        of: .init(question: question, subject: subject, links: links), from: data.history, among: data.everyone,
                        at: data.revision, for: reader)
                }
                return .init(Array(pages.html(of: page).utf8), at: data.revision)
            }
        }
    }
}

extension SuggestionList {
    /// Makes the suggestions of a page, in its reader's language.
    ///
    /// - Parameter showing: told of each report that they come from.
    fileprivate init(
        on subject: Subject, from data: ShopperData, besides list: BucketList, for reader: Reader, showing: (any Report) -> Void
    ) {
        func suggestions(_ kind: Recommendation.Kind?, limit: Int) -> [RecommendationsReport.Suggestion] {
            let report = RecommendationsReport(on: subject, from: data.history, among: data.everyone, kind: kind, limit: limit)
            showing(report)
            return report.suggestions(reader.presentation)
        }
        let alerts = AlertsReport(on: subject, from: data.history, among: data.everyone, days: Recommendation.horizon)
        showing(alerts)
        self.init(
            alerts: alerts.suggestions(reader.presentation),
            regulars: suggestions(nil, limit: 15),
            discoveries: [.seasonal, .diversify].flatMap { suggestions($0, limit: 3) },
            saved: Set(list.items.map(\.content.name)), of: subject, for: reader
        )
    }
}
