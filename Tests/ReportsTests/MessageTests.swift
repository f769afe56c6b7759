import Analytics
import Charts
import Purchases
import Reports
import Testing

/// The titles that say something.
@Suite struct MessageTests {
    private static let user = UserID(rawValue: "U1")

    private static func line(_ category: String, _ month: Int, _ hundredths: Int64) -> Purchase {
        let date = Month(index: 2023 * 12 + month - 1).firstDay.adding(days: 8)
        return Purchase(
            user: user, order: OrderID(rawValue: "\(month)"), date: date, itemName: "\(category)ware", category: category, quantity: 1,
            basePrice: UnitPrice(hundredths: hundredths), totalPrice: Money(hundredths: hundredths))
    }

    /// Two years in which one category goes up at the end and the other does not.
    private static let rising: [Purchase] = (1...24).flatMap { month -> [Purchase] in
        let wave = Int64(month % 3) * 4_00
        let ham: Int64 = month < 23 ? 100_00 + wave : month == 23 ? 160_00 : 208_00
        return [line("Tea", month, 200_00 + wave), line("Ham", month, ham)]
    }
    private static let steady = rising.filter { $0.category == "Tea" }

    private static func chart(
        _ question: Question, _ history: [Purchase], _ locale: String = "en-US", _ headline: Headline = .message,
        _ level: Disclosure = .full,
        _ filter: PurchaseFilter = .none
    ) throws -> Chart {
        let presentation = Presentation(locale: try #require(Locale(identifier: locale)), headline: headline, disclosure: level)
        return question.report(on: Subject(user: user, filter: filter), from: history).chart(presentation)
    }

    private static func plain(_ text: String) -> String {
        String(
            text.unicodeScalars.filter { !["\u{2068}", "\u{2069}"].contains($0) }.map {
                $0 == "\u{A0}" || $0 == "\u{202F}" ? " " : Character($0)
            })
    }

    @Test(arguments: [
        ("en-US", "Spending on Ham has doubled since September, to $208"),
        ("de-DE", "Die Ausgaben für Ham haben sich seit September verdoppelt, auf 208 $"),
        ("fr-FR", "Les dépenses pour Ham ont doublé depuis septembre, à 208 $US"),
        ("es-ES", "El gasto en Ham se ha duplicado desde septiembre, hasta 208 US$"),
    ])
    func `a category that doubled is the title, in every language`(locale: String, title: String) throws {
        #expect(Self.plain(try Self.chart(.categoryTrends, Self.rising, locale).title) == title)
    }

    @Test func `without a change beyond the usual spread the title names the total and the largest`() throws {
        #expect(Self.plain(try Self.chart(.categoryTrends, Self.steady).title) == "All $4,896 went on Tea")
        #expect(
            Self.plain(try Self.chart(.monthlyTrends(.bar), Self.steady).title) == "$204 a month on average, most in February 2023: $208")
    }

    @Test func `the topic goes into the subtitle, and the headline can be the topic alone`() throws {
        let (message, topic) = (
            try Self.chart(.monthlyTrends(.bar), Self.rising), try Self.chart(.monthlyTrends(.bar), Self.rising, "en-US", .topic)
        )
        #expect(topic.title == "Spending by month" && topic.topic == nil)
        #expect(message.topic == topic.title && message.subtitle == "\(topic.title) · \(topic.subtitle)")
        #expect(message.summary == topic.summary)
    }

    @Test func `a title that was chosen stays`() throws {
        var presentation = Presentation(headline: .message)
        presentation.title = "Mine"
        let chart = Question.monthlyTrends(.bar).report(on: Subject(user: Self.user), from: Self.rising).chart(presentation)
        #expect(chart.title == "Mine" && !chart.subtitle.contains("Spending by month"))
    }

    @Test func `below full a title has no amount to the unit, and where no amounts are told none at all`() throws {
        let title = Self.plain(try Self.chart(.categoryTrends, Self.rising, "en-US", .message, .rounded).title)
        #expect(title == "Spending on Ham has doubled since October, to $210")
        for level in [Disclosure.share, .trend] {
            for question in [Question.categoryTrends, .monthlyTrends(.bar), .spendingChanges(against: .previous, by: .effect, limit: 3)] {
                let title = try Self.chart(question, Self.rising, "en-US", .message, level).title
                #expect(!title.contains("$"), "\(title)")
            }
        }
    }

    @Test func `a difference is told with its share and what made most of it`() throws {
        let filter = PurchaseFilter(month: .only(Month(index: 2024 * 12 + 10)))
        let title = Self.plain(
            try Self.chart(.spendingChanges(against: .previous, by: .item, limit: 3), Self.rising, "en-US", .message, .full, filter).title)
        #expect(title.hasPrefix("You spent $") && title.hasSuffix("most of all on Hamware"), "\(title)")
    }

    @Test func `of several categories a few are counted that take most, one that takes half is named, and many equal ones are neither`()
        throws
    {
        let few = ["A": 40_00, "B": 30_00, "C": 12_00, "D": 8_00, "E": 6_00, "F": 4_00] as [String: Int64]
        #expect(
            Self.plain(try Self.chart(.spendingSummary(.donut), few.map { Self.line($0.key, 1, $0.value) }).title)
                == "Three categories take 82% of what you spend")
        let one = [Self.line("A", 1, 70_00), Self.line("B", 1, 30_00)]
        #expect(Self.plain(try Self.chart(.spendingSummary(.donut), one).title) == "A takes 70% of what you spend")
        let equal = (0..<20).map { Self.line("C\($0)", 1, 10_00) }
        #expect(
            Self.plain(try Self.chart(.spendingSummary(.donut), equal).title) == "Spending is spread over 20 categories, at most 5% on each"
        )
    }
}
