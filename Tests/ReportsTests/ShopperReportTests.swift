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
            category: category, basePrice: Money(hundredths: price), totalPrice: Money(hundredths: price)
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
            #expect(!section.table.rows.isEmpty && !section.chart.marks.isEmpty)
            #expect(section.table.rows.allSatisfy { $0.count == section.table.columns.count })
            #expect(!section.message.hasPrefix(section.title))
        }
    }

    @Test func `categories beyond the sixth are added up, so that the rows of months come to their sums`() throws {
        let section = try #require(document().sections.first { $0.name == "category-trends" })
        #expect(section.table.columns.map(\.heading).last == "Others")
        #expect(section.table.columns.count == 8)
        let january = section.table.rows[0].dropFirst().compactMap { Double($0.dropFirst()) }
        #expect(january.reduce(0, +) == 45)
    }

    @Test(arguments: [
        ("month", "Compared with Feb 2024: spending from $90.00 to $135.00 (+50%), orders from 1 to 1."),
        ("2024-02-01/2024-03-31", "There is no purchase in Dec 2023 – Jan 2024"),
        ("2024-03-01/2024-03-31", "Compared with Feb 2024: spending from $90.00 to $135.00 (+50%)"),
        ("2024-02-09/2024-03-09", "Compared with Jan 10, 2024 – Feb 8, 2024"),
    ])
    func `a period is compared with the one before, as long`(period: String, sentence: String) throws {
        let parts = period.split(separator: "/").map(String.init)
        let filter = parts.count == 2 ? days(parts[0], parts[1]) : PurchaseFilter(month: Month("2024-03").map { .only($0) })
        let remark = try #require(document(filter).remarks.first)
        if sentence.hasPrefix("There") {
            #expect(remark.hasPrefix("Compared with Dec 2023 – Jan 2024: spending from $45.00 to $225.00 (+400%)"))
        } else if sentence.contains("Jan 10") {
            #expect(remark.contains("Jan 10, 2024 – Feb 8, 2024"))
        } else {
            #expect(remark.hasPrefix(sentence))
        }
    }

    @Test func `without a beginning and an end there is nothing before`() {
        #expect(document().remarks.isEmpty)
        #expect(document(PurchaseFilter(month: .everyYear(3))).remarks.isEmpty)
        #expect(document(PurchaseFilter(from: CalendarDate("2024-02-01"))).remarks.isEmpty)
    }

    @Test func `a month alone is shown at the end of its year`() throws {
        let section = try #require(
            document(PurchaseFilter(month: Month("2024-03").map { .only($0) })).sections.first { $0.name == "monthly-trends" })
        #expect(section.table.rows.count == 12)
        #expect(section.table.rows.last?.first == "Mar 2024")
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
        #expect(!document.remarks[0].contains("Compared"))
    }

    @Test func `no purchase in the filter is a report that says so`() {
        let document = document(PurchaseFilter(categories: ["Toys"]))
        #expect(document.sections.isEmpty && document.cards.isEmpty)
        #expect(document.remarks.count == 1)
    }
}
