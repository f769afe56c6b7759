/// Key figures, then charts, each with its table: what becomes pages, one tall picture, or a page of HTML.
///
///     let pages = try document.pages(on: .a4, theme: .light, measuring: typesetter)
///     let picture = try document.picture(width: 600, theme: .light, measuring: typesetter)
///
/// A document is a value, as a chart is: what is said, and nothing about where it will stand.
public struct Document: Hashable, Sendable {
    public var title: String
    /// Whose it is, and of which period.
    public var subtitle: String
    public var cards: [Mark.Card]
    /// Sentences below the cards: a comparison, a rule, or that there is nothing to show.
    public var remarks: [String]
    public var sections: [Section]
    public var locale: Locale

    public init(
        _ title: String, subtitle: String, cards: [Mark.Card], remarks: [String], sections: [Section], locale: Locale
    ) {
        self.title = title
        self.subtitle = subtitle
        self.cards = cards
        self.remarks = remarks
        self.sections = sections
        self.locale = locale
    }

    public struct Section: Hashable, Sendable {
        /// A name that is the same in all languages, as in `spending-summary`: an anchor, or a file's name.
        public var name: String
        public var chart: Chart
        public var table: TextTable

        public init(_ name: String, chart: Chart, table: TextTable) {
            self.name = name
            self.chart = chart
            self.table = table
        }

        public var title: String { chart.title }

        /// What the chart says, without the title that stands above it.
        public var message: String { chart.untitled.message }
    }

    /// The document in words: what it is about, then its key figures, then what each chart says.
    public var summary: String {
        let figures = cards.map { locale.text($0.label, saying: $0.figure.isolated) + ($0.remark.isEmpty ? "" : " (\($0.remark))") }
        return (["\(title.isolated), \(subtitle)"] + figures + remarks + sections.map(\.chart.message)).joined(separator: "\n")
    }
}
