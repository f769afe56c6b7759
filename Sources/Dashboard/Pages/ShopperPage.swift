import Charts
public import Purchases
public import Reports

/// One view of one shopper: what passes the filter, in figures and charts.
public struct ShopperPage: Sendable {
    let frame: Frame
    let name: String
    /// The list of all shoppers, for who may see it.
    let all: String?
    let tabs: [Link]
    /// The whole report in each of its forms.
    let reports: [Link]
    let filters: FilterForm
    let hasFilters: Bool
    let isEmpty: Bool
    let cards: [Mark.Card]
    let hasCards: Bool
    /// Which days the changes of the cards compare.
    let cardsNote: String?
    /// Each as HTML: those before the list of changes, and those after it.
    let firstFigures: [String]
    let changes: ChangesCard?
    let figures: [String]
    let downloads: [Link]
    let saved: SavedList?
    let suggestions: SuggestionList?

    /// - Parameters:
    ///   - history: all purchases of the subject's user, in order of date.
    ///   - item: whose prices are shown, on the view that shows prices; nil to choose one that tells something.
    ///   - saved: the shopper's list, for the view that shows it.
    ///   - suggestions: what to buy next, for the view that shows it.
    ///   - figure: returns a chart with all that belongs to it as HTML; it is asked for those of the view alone.
    public init(
        _ tab: ShopperTab, of subject: Subject, from history: [Purchase], item: String? = nil, saved: SavedList? = nil,
        suggestions: SuggestionList? = nil, for reader: Reader,
        figure: (Question) throws -> String
    ) rethrows {
        let filter = subject.filter
        name = subject.user.rawValue
        let fields = filter.fields + reader.fields
        all = reader.rights.seesShop ? Address([""], reader.fields).text : nil
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
        let parts = isEmpty || tab == .saved ? Parts() : Parts(tab, SelectedPurchases(subject, history), item, reader)
        (cards, cardsNote, changes) = (parts.cards, parts.cardsNote, parts.changes)
        hasCards = !cards.isEmpty
        let all = try parts.questions.map(figure)
        (firstFigures, figures) = (Array(all.prefix(parts.firstCount)), Array(all.dropFirst(parts.firstCount)))
        let path = ["api", "users", subject.user.rawValue]
        downloads = [("CSV", "csv"), ("JSON", "json")].map { label, suffix in
            Link(label: label, href: Address(path + ["purchases.\(suffix)"], filter.fields).text)
        }
        let locale = reader.locale == .americanEnglish ? [] : [("locale", reader.locale.identifier)]
        let currency = reader.presentation.hasChosenCurrency ? [("currency", reader.presentation.currency.code)] : []
        let mail = reader.locale.phrase("Mail", de: "Mail", fr: "Courriel", es: "Correo")
        reports = [("PDF", "pdf"), ("PNG", "png"), ("HTML", "html"), (mail, "eml")].map { label, suffix in
            Link(label: label, href: Address(path + ["report.\(suffix)"], filter.fields + locale + currency).text)
        }
    }
}

extension ShopperPage {
    /// What a view shows besides its lists.
    fileprivate struct Parts {
        var cards: [Mark.Card] = []
        var cardsNote: String?
        var changes: ChangesCard?
        var questions: [Question] = []
        /// How many of the charts stand before the changes.
        var firstCount = 0

        init() {}

        init(_ tab: ShopperTab, _ selection: SelectedPurchases, _ item: String?, _ reader: Reader) {
            questions = tab.questions
            switch tab {
            case .analytics, .patterns:
                let metrics = MetricsReport(selection, comparesRecentDays: true)
                cards = tab == .analytics ? metrics.cards(reader.presentation) : metrics.rhythmCards(reader.presentation)
                cardsNote = metrics.changeRule(in: reader.locale)
            case .bucketList, .saved, .trends: break
            }
            guard tab == .patterns || tab == .trends else { return }
            let report = SpendingChangesReport(selection)
            if tab == .trends {
                firstCount = 2
                changes = ChangesCard(of: report, for: reader)
            } else {
                changes = ChangesCard(pricesOf: report, selection.subject, for: reader)
                if let item = item ?? report.itemOfInterest { questions.append(.priceHistory(item: item)) }
                firstCount = questions.count
            }
        }
    }
}
