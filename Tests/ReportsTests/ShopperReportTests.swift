import Charts
import Foundation
import Purchases
import Reports
import Testing

@Suite struct ShopperReportTests {
    private static let user = UserID(rawValue: "U1")

    private static func line(_ item: String, _ category: String, _ date: String, _ price: Int64) -> Purchase {
        Purchase(
            user: user, order: OrderID(rawValue: date), date: CalendarDate(date) ?? CalendarDate(dayNumber: 0), itemName: item,
            category: category, basePrice: UnitPrice(hundredths: price), totalPrice: Money(hundredths: price)
        )
    }

    /// Nine categories over three months.
    private static let history = ["2024-01-05", "2024-02-09", "2024-03-09"].enumerated().flatMap { month, date in
        (0..<9).map { line("Item \($0)", "Category \($0)", date, Int64(($0 + 1) * 100 * (month + 1))) }
    }

    private func document(_ filter: PurchaseFilter = .none, _ presentation: Presentation = Presentation()) -> Document {
        ShopperReport(Subject(user: Self.user, filter: filter), from: Self.history).document(presentation)
    }

    private func days(_ from: String, _ to: String) -> PurchaseFilter { PurchaseFilter(from: CalendarDate(from), to: CalendarDate(to)) }

    @Test func `a report has key figures and a chart with a table for each question`() {
        let document = document()
        #expect(document.subtitle == "U1 · Jan 2024 – Mar 2024")
        #expect(document.cards.count == 6)
        #expect(
            document.sections.map(\.name) == [
                "spending-summary", "monthly-trends", "category-trends", "top-items", "amount-distribution",
            ])
        for section in document.sections {
            // Of a distribution the sentence says what matters.
            #expect(section.table.rows.isEmpty == (section.name == "amount-distribution") && !section.chart.marks.isEmpty)
            #expect(section.table.rows.allSatisfy { $0.count == section.table.columns.count })
            #expect(!section.message.hasPrefix(section.title))
        }
    }

    @Test func `a course of months has the column that its bars show, with as many decimals in each row`() throws {
        var presentation = Presentation()
        presentation.disclosure = .trend
        let document = document(.none, presentation)
        let section = try #require(document.sections.first { $0.name == "monthly-trends" })
        #expect(section.table.columns.map(\.heading) == ["Month", "Index"] && section.table.endsWithLatest)
        #expect(section.table.rows.map { $0[1] } == ["0.50", "1.00", "1.50"])
        let categories = try #require(document.sections.first { $0.name == "category-trends" })
        #expect(categories.table.rows.map { $0[1] } == ["0.50", "1.00", "1.50"])
    }

    @Test func `only tables that go on in time end with what is latest`() {
        let isLatest = Dictionary(uniqueKeysWithValues: document().sections.map { ($0.name, $0.table.endsWithLatest) })
        #expect(isLatest.filter(\.value).keys.sorted() == ["category-trends", "monthly-trends"])
    }

    @Test func `categories beyond the sixth are added up, so that the rows of months come to their sums`() throws {
        let section = try #require(document().sections.first { $0.name == "category-trends" })
        #expect(section.table.columns.map(\.heading).last == "Others")
        #expect(section.table.columns.count == 8)
        let january = section.table.rows[0].dropFirst().compactMap { Double($0.dropFirst()) }
        #expect(january.reduce(0, +) == 45)
    }

    @Test(arguments: [
        // 31 days and the 31 before, though February has but 29.
        ("month", "Spending from $90.00 to $135.00 (+50%), orders from 1 to 1. Compared with the 31 days before"),
        ("2024-03-01/2024-03-31", "Compared with the 31 days before, Jan 30, 2024 – Feb 29, 2024."),
        ("2024-02-09/2024-03-08", "Spending from $0.00 to $90.00, orders from 0 to 1. Compared with the 29 days before"),
        ("2024-02-09/2024-03-08", "Jan 11, 2024 – Feb 8, 2024."),
        ("2024-02-01/2024-03-31", "The log does not cover as many days before."),
        ("2024-02-10/", "Compared with the 29 days before, Jan 12, 2024 – Feb 9, 2024."),
    ])
    func `a period is compared with as many days before, and the rule is said`(period: String, sentence: String) throws {
        let parts = period.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        let filter = parts.count == 2 ? days(parts[0], parts[1]) : PurchaseFilter(month: Month("2024-03").map { .only($0) })
        let remark = try #require(document(filter).remarks.first)
        #expect(remark.filter { !"\u{2068}\u{2069}".contains($0) }.contains(sentence), "\(remark)")
    }

    @Test func `a month that is not over is compared by the days that are`() throws {
        let subject = Subject(
            user: Self.user, filter: PurchaseFilter(month: Month("2024-03").map { .only($0) }), today: CalendarDate("2024-03-10"))
        let remark = try #require(ShopperReport(subject, from: Self.history).document(Presentation()).remarks.first)
        #expect(remark.contains("Compared with the 10 days before, Feb 20, 2024 – Feb 29, 2024."))
    }

    @Test func `without a period there is nothing before it, and every March is no period`() {
        #expect(document().remarks.isEmpty)
        #expect(document(PurchaseFilter(month: .everyYear(3))).remarks == ["Days that do not follow one another are not compared."])
    }

    @Test func `a month alone is shown at the end of its year`() throws {
        let section = try #require(
            document(PurchaseFilter(month: Month("2024-03").map { .only($0) })).sections.first { $0.name == "monthly-trends" })
        #expect(section.table.rows.count == 12)
        #expect(section.table.rows.last?.first == "Mar 2024")
    }

    @Test(arguments: [
        ("2024-03-04/2024-03-10", 12, "Mar 2024"), ("2024-02-26/2024-03-10", 12, "Mar 2024"), ("2024-03-01/2024-03-31", 12, "Mar 2024"),
        ("2024-01-02/2024-03-30", 12, "Mar 2024"), ("2024-02-01/2024-03-31", 2, "Mar 2024"), ("2024-01-01/2024-03-30", 3, "Mar 2024"),
    ])
    func `a period without two whole months is shown at the end of its year`(period: String, count: Int, last: String) throws {
        let parts = period.split(separator: "/").map(String.init)
        let sections = document(days(parts[0], parts[1])).sections
        let months = try #require(sections.first { $0.name == "monthly-trends" })
        #expect(months.table.rows.count == count)
        #expect(months.table.rows.last?.first == last)
        // The whole month, as the months beside it.
        #expect(months.table.rows.last?[1] == "$135.00")
        #expect(sections.contains { $0.name == "category-trends" } == (count < 12))
    }

    @Test(arguments: [
        ("de", "Einkaufsbericht", "Kategorie"), ("fr", "Rapport d’achats", "Catégorie"), ("es", "Informe de compras", "Categoría"),
    ])
    func `a report speaks the reader's language`(locale: String, title: String, heading: String) throws {
        let document = document(
            PurchaseFilter(month: Month("2024-03").map { .only($0) }),
            Presentation(locale: try #require(Locale(identifier: locale)), currency: try #require(Currency(code: "EUR")))
        )
        #expect(document.title == title)
        #expect(document.sections[0].table.columns[0].heading == heading)
        #expect(document.remarks[0].contains("90,00"))
        #expect(!document.remarks[0].contains("Compared") && !document.remarks[0].contains("Spending"))
    }

    @Test func `no purchase in the filter is a report that says so`() {
        let document = document(PurchaseFilter(categories: ["Toys"]))
        #expect(document.sections.isEmpty && document.cards.isEmpty)
        #expect(document.remarks.count == 1)
    }
}
