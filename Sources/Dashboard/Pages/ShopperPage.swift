import Charts
public import Purchases
public import Reports

/// One view of one shopper: what passes the filter, in figures and charts.
public struct ShopperPage: Sendable {
    let frame: Frame
    let name: String
    let all: String
    let tabs: [Link]
    let filters: FilterForm
    let hasFilters: Bool
    let isEmpty: Bool
    let isAnalytics: Bool
    let cards: [Mark.Card]
    /// Each as HTML.
    let figures: [String]
    let downloads: [Link]
    let saved: SavedList?
    let suggestions: SuggestionList?

    /// - Parameters:
    ///   - history: all purchases of the subject's user, in order of date.
    ///   - saved: the shopper's list, for the view that shows it.
    ///   - suggestions: what to buy next, for the view that shows it.
    ///   - figure: returns a chart with all that belongs to it as HTML; it is asked for those of the view alone.
    public init(
        _ tab: ShopperTab, of subject: Subject, from history: [Purchase], saved: SavedList? = nil,
        suggestions: SuggestionList? = nil, for reader: Reader,
        figure: (_ insight: String, Question) throws -> String
    ) rethrows {
        let filter = subject.filter
        name = subject.user.rawValue
        let fields = filter.fields + reader.fields
        all = Address([""], reader.fields).text
        tabs = ShopperTab.allCases.map { other in
            Link(
                label: other.label(in: reader.locale), href: Address(other.path(of: subject.user.rawValue), fields).text,
                isCurrent: other == tab)
        }
        frame = Frame(
            "\(name): \(tab.label(in: reader.locale))", in: .shoppers, for: reader, events: Address(["users", name, "events"]).text)
        filters = FilterForm(tab.path(of: name), filter, of: history, for: reader)
        self.saved = saved
        self.suggestions = suggestions
        hasFilters = tab != .saved
        isEmpty = tab != .saved && !history.contains(where: filter.contains)
        isAnalytics = tab == .analytics
        cards = isAnalytics && !isEmpty ? MetricsReport(subject, from: history).cards(reader.presentation) : []
        figures = isEmpty ? [] : try tab.questions.map { try figure($0.insight, $0.question) }
        downloads = [("CSV", "csv"), ("JSON", "json")].map { label, suffix in
            Link(label: label, href: Address(["api", "users", subject.user.rawValue, "purchases.\(suffix)"], filter.fields).text)
        }
    }
}
