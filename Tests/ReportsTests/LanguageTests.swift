import Analytics
import Charts
import Purchases
import Reports
import Testing

/// What a report says, in the language of its reader.
@Suite struct LanguageTests {
    private static let user = UserID(rawValue: "U1")

    private static func line(_ order: Int, _ item: String, _ category: String, _ date: String, _ price: Int64) -> Purchase {
        Purchase(
            user: user, order: OrderID(rawValue: "\(order)"), date: CalendarDate(date) ?? CalendarDate(dayNumber: 0), itemName: item,
            category: category, quantity: 1, basePrice: UnitPrice(hundredths: price), totalPrice: Money(hundredths: price)
        )
    }

    private static let names = ["Qamishli", "Zwolle", "Xanthi", "Quito", "Vaduz", "Ghent", "Fez", "Ulm", "Jalta"]
    /// Names that are no word of any of the languages.
    private static let plain = names.enumerated().flatMap { place, name -> [Purchase] in
        let item = name == "Ulm" ? "Milk" : "\(name)ware"
        return (0..<3).map { line(place * 3 + $0, item, name, "2024-0\($0 + 1)-1\(place)", Int64(place + 1) * 399) }
    }
    /// A category that gave back more than it took, which turns rings and areas to bars.
    private static let refunded = plain + [line(99, "Ulmware", "Ulm", "2024-03-30", -900_00)]
    private static let single = [line(1, "Ulmware", "Ulm", "2024-01-05", 399)]
    /// Names as long as a log allows, in both directions, with controls of direction in them.
    private static let awkward = (0..<30).map { place in
        line(
            place, "حليب طازج كامل الدسم \u{202E}\(place) " + String(repeating: "Xanthi ", count: 20), "ألبان \(place)\nUlm", "2024-01-05",
            1_234_567_89)
    }
    private static let histories = [plain, refunded, single, []]
    private static let filters = [
        PurchaseFilter.none, PurchaseFilter(month: .everyYear(3)),
        PurchaseFilter(from: CalendarDate("2024-01-02"), to: CalendarDate("2024-03-05")),
        PurchaseFilter(categories: ["Nowhere"]),
    ]

    private static func charts(_ question: Question, in locale: Locale, from histories: [[Purchase]] = histories) -> [Chart] {
        histories.flatMap { history in
            filters.flatMap { filter in
                Headline.allCases.map { headline in
                    question.report(on: Subject(user: user, filter: filter), from: history)
                        .chart(Presentation(locale: locale, headline: headline))
                }
            }
        }
    }

    /// Every text of a chart, in order.
    private static func texts(_ chart: Chart) -> [String] {
        let series = chart.marks.flatMap { mark -> [String] in
            switch mark {
            case .stack(let stack): stack.series.map(\.name)
            case .line(let line): line.series.map(\.name)
            case .area(let area): area.series.map(\.name)
            default: []
            }
        }
        return [chart.title, chart.subtitle, chart.footnote, chart.x.title, chart.y.title, chart.emptyMessage, chart.summary] + series
    }

    private static func words(_ texts: [String]) -> Set<String> {
        Set(texts.joined(separator: " ").lowercased().split { !$0.isLetter }.map(String.init).filter { $0.count > 2 })
    }

    /// Words that the languages share with English.
    private static let shared: [String: Set<String>] = [
        "de-DE": ["jan", "feb", "apr", "median", "artikel", "index"], "fr-FR": ["total", "maximum", "minimum", "articles", "line", "mar"],
        "es-ES": ["total", "feb", "mar"],
    ]

    @Test(arguments: Question.samples, ["de-DE", "fr-FR", "es-ES"])
    func `nothing English is left in another language`(question: Question, identifier: String) throws {
        let locale = try #require(Locale(identifier: identifier))
        let data = Self.words(Self.names + Self.names.map { "\($0)ware" } + ["USD", "Nowhere", "Milk"])
        for (english, other) in zip(Self.charts(question, in: .americanEnglish), Self.charts(question, in: locale)) {
            let left = Self.words(Self.texts(english)).intersection(Self.words(Self.texts(other))).subtracting(data)
            #expect(left.subtracting(Self.shared[identifier] ?? []).isEmpty, "\(left) in \(other.summary)")
            #expect(english.figures.count == other.figures.count)
        }
    }

    @Test(arguments: Question.samples, Locale.supported.map(\.identifier))
    func `the first line is a sentence of under 150 characters in every language`(question: Question, identifier: String) throws {
        let locale = try #require(Locale(identifier: identifier))
        for chart in Self.charts(question, in: locale, from: Self.histories + [Self.awkward]) {
            let lines = chart.summary.split(separator: "\n", omittingEmptySubsequences: false)
            #expect(lines.count == 1 + chart.figures.count, "a line for each figure: \(chart.summary)")
            let first = try #require(lines.first)
            #expect(first.count < 150 && first.count > 10, "\(first)")
            #expect(String(first) == chart.message)
        }
    }

    @Test(arguments: Question.samples, Locale.supported.map(\.identifier))
    func `the first line names the sum and the largest`(question: Question, identifier: String) throws {
        let locale = try #require(Locale(identifier: identifier))
        let presentation = Presentation(locale: locale)
        let message = question.report(on: Subject(user: Self.user), from: Self.plain).chart(presentation).message
        func money(_ hundredths: Int64) -> String {
            NumberFormat.currency(presentation.currency).text(Money(hundredths: hundredths).amount, in: locale)
        }
        let expected: [String] =
            switch question.insight {
            case .metrics: [money(45 * 399 * 3)]
            case .spendingSummary, .categoryTrends: [money(45 * 399 * 3), "Jalta", money(9 * 399 * 3)]
            case .monthlyTrends: [money(45 * 399 * 3), locale.text(ofMonth: 1, year: 2024), money(45 * 399)]
            case .topItems where question == .topItems(limit: 3, by: .count):
                [NumberFormat.count.text(27, in: locale), NumberFormat.count.text(3, in: locale)]
            case .topItems: [money(45 * 399 * 3), "Jaltaware", money(9 * 399 * 3)]
            case .amountDistribution: [NumberFormat.count.text(27, in: locale), money(9 * 399)]
            case .priceHistory: [money(8 * 399)]
            // The log does not cover a year before.
            case .spendingChanges: question == .spendingChanges(against: .year, by: .effect, limit: 10) ? [] : ["+"]
            default: []
            }
        for part in expected { #expect(message.contains(part), "\(part) in \(message)") }
    }

    @Test(arguments: Question.samples)
    func `sentences of Latin letters have no controls, and names from right to left are isolated`(question: Question) {
        let isControl: (Unicode.Scalar) -> Bool = { $0.properties.generalCategory == .format }
        for chart in Self.charts(question, in: .americanEnglish) {
            #expect(!Self.texts(chart).contains { $0.unicodeScalars.contains(where: isControl) })
        }
        for chart in Self.charts(question, in: .americanEnglish, from: [Self.awkward]) {
            for line in [chart.title, chart.subtitle, chart.footnote] + chart.summary.split(separator: "\n").map(String.init) {
                let scalars = line.unicodeScalars
                #expect(!scalars.contains("\u{202E}"))
                let letters = scalars.split { $0 == "\u{2068}" || $0 == "\u{2069}" }
                #expect(scalars.filter { $0 == "\u{2068}" }.count >= scalars.filter { $0 == "\u{2069}" }.count, "\(line)")
                #expect(letters.count > 1 || !line.contains("حليب"), "\(line)")
            }
        }
    }

    @Test func `things are counted in the plural of the language`() throws {
        func cards(_ identifier: String, _ history: [Purchase]) throws -> [String] {
            let presentation = Presentation(locale: try #require(Locale(identifier: identifier)))
            return MetricsReport(Subject(user: Self.user), from: history).cards(presentation).map(\.note)
        }
        #expect(
            try cards("en", Self.single) == [
                "1 order a month", "no rhythm yet", "1 line an order", "100% of spending", "on 1 order line", "in 1 category",
            ])
        #expect(try cards("de", Self.single)[0] == "1 Bestellung pro Monat")
        #expect(try cards("de", Self.plain)[0] == "9 Bestellungen pro Monat")
        #expect(try cards("fr", Self.plain)[1] == "une tous les 2,6 jours")
        #expect(try cards("es", Self.single)[4] == "en 1 línea de pedido")
    }
}
