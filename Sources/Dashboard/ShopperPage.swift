import Charts
public import Purchases
public import Reports

/// One shopper's page: key figures and charts of what passes the filter.
public struct ShopperPage: Sendable {
    struct Option {
        let value: String
        let label: String
        let isChosen: Bool
    }

    struct Field {
        let name: String
        let value: String
    }

    let title: String
    let name: String
    let path: String
    let shoppers: [Option]
    let hasOthers: Bool
    let months: [Option]
    let categories: [Option]
    let range: [Field]
    let isFiltered: Bool
    let isEmpty: Bool
    let cards: [Mark.Card]
    let charts: [ChartFigure]
    let links: [ChartFigure.Link]

    /// - Parameters:
    ///   - history: all purchases of the subject's user, in order of date.
    ///   - neighbours: shoppers to choose from.
    public init(_ subject: Subject, from history: [Purchase], neighbours: [UserID]) {
        let presentation = Presentation()
        let filter = subject.filter
        name = subject.user.rawValue
        title = "\(name) – Cartograph"
        path = Address(["users", name]).text
        shoppers = neighbours.map { Option(value: $0.rawValue, label: $0.rawValue, isChosen: $0 == subject.user) }
        hasOthers = neighbours.count > 1 && neighbours.contains(subject.user)
        months = Self.months(of: history, filter).map { month, label in
            Option(value: month, label: label, isChosen: filter.fields.contains { $0.name == "month" && $0.value == month })
        }
        categories = Set(history.lazy.map(\.category)).union(filter.categories).sorted()
            .map { Option(value: $0, label: $0, isChosen: filter.categories.contains($0)) }
        range = filter.rangeFields.map(Field.init)
        isFiltered = filter != .none
        isEmpty = !history.contains(where: filter.contains)
        let metrics = MetricsReport(subject, from: history)
        cards = Array(metrics.cards(presentation).prefix(4))
        charts = isEmpty ? [] : ChartFigure.all(subject, from: history, presentation)
        links = ChartFigure.links(["api", "users", name, "metrics"], filter.fields) + ChartFigure.purchaseLinks(name, filter.fields)
    }

    private static func months(of history: [Purchase], _ filter: PurchaseFilter) -> [(value: String, label: String)] {
        var months = Set(history.lazy.map(\.date.month))
        if case .only(let month) = filter.month { months.insert(month) }
        let locale = Locale.americanEnglish
        var options = months.sorted(by: >).map { ($0.description, locale.text(ofMonth: $0.month, year: $0.year)) }
        if case .everyYear(let number) = filter.month { options.insert((String(number), "Every \(locale.name(ofMonth: number))"), at: 0) }
        return options
    }
}
