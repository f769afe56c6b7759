import Analytics
import Charts
import Foundation
import Purchases
import Reports
import Testing

/// What pages ask of reports besides their charts.
@Suite struct PageReportTests {
    /// Milk every Monday, dearer in the second half; tea in the first half, rice in the second.
    private static let history = (0..<20).flatMap { week -> [Purchase] in
        let date = CalendarDate("2024-01-01")!.adding(days: week * 7)
        return [("Milk", week < 10 ? 200 : 230), (week < 10 ? "Tea" : "Rice", 300)].map { item, price in
            Purchase(
                user: UserID(rawValue: "U1"), order: OrderID(rawValue: "\(week)"), date: date, itemName: item, category: "Food",
                basePrice: UnitPrice(hundredths: Int64(price)), totalPrice: Money(hundredths: Int64(price)))
        }
    }

    private static let selection = SelectedPurchases(Subject(user: UserID(rawValue: "U1")), history)

    @Test func `regulars are new, gone or dearer, and the dearest is of interest`() {
        let report = SpendingChangesReport(Self.selection)
        let presentation = Presentation()
        let lists = report.comingsAndGoings(presentation)
        #expect(lists.map { $0.rows.map(\.itemName) } == [["Rice"], ["Tea"]])
        #expect(lists[0].rows.first?.amount.contains("+") == true && lists[1].rows.first?.amount.contains("−") == true)
        let dearer = report.priceRises(presentation)
        #expect(dearer.rows.map(\.itemName) == ["Milk"] && dearer.restCount == 0)
        #expect(dearer.rows.first?.note.contains("+15%") == true)
        #expect(report.itemOfInterest == "Milk")
    }

    @Test func `without a rise the item that most was spent on is of interest, and without a purchase none`() {
        let user = UserID(rawValue: "U1")
        let even = SpendingChangesReport(SelectedPurchases(Subject(user: user), Self.history.filter { $0.itemName != "Milk" }))
        #expect(even.itemOfInterest == "Rice")
        #expect(SpendingChangesReport(SelectedPurchases(Subject(user: user), [])).itemOfInterest == nil)
    }

    @Test func `key figures change against the days before where the filter names no period, if that is asked for`() {
        let plain = MetricsReport(Self.selection)
        #expect(plain.cards(Presentation()).allSatisfy { $0.change == nil } && plain.changeRule(in: .americanEnglish) == nil)
        let recent = MetricsReport(Self.selection, comparesRecentDays: true)
        #expect(recent.cards(Presentation()).allSatisfy { $0.change != nil })
        #expect(recent.cards(Presentation()).map(\.figure) == plain.cards(Presentation()).map(\.figure))
        #expect(recent.changeRule(in: .americanEnglish)?.contains("Compared with") == true)
        #expect(recent.json == MetricsReport(Self.selection, comparesRecentDays: true).json)
    }

    @Test func `the rhythm says how often, how far apart and on which day`() {
        let cards = MetricsReport(Self.selection).rhythmCards(Presentation())
        #expect(cards.map(\.figure) == ["4.0", "7.0", "Mon", "May 13, 2024"])
        #expect(cards[2].note.contains("100%"))
        #expect(MetricsReport(SelectedPurchases(Self.selection.subject, [])).rhythmCards(Presentation()).count == 4)
    }

    @Test func `a name that is cut in a sentence shows that it is`() {
        let (item, category) = ("Great Value Pineapple Juice, Unsweetened, 3.52oz", "Coffee, Tea, Chocolate & Other Hot Beverages")
        let history = (0..<2).flatMap { half -> [Purchase] in
            (0..<6).flatMap { month -> [Purchase] in
                let date = CalendarDate("2023-01-10")!.adding(days: half * 180 + month * 30)
                return [("Milk", "Dairy", 200), (item, category, 300 + half * month * 100)].map { name, category, price in
                    Purchase(
                        user: UserID(rawValue: "U1"), order: OrderID(rawValue: "\(half) \(month)"), date: date, itemName: name,
                        category: category, basePrice: UnitPrice(hundredths: Int64(price)), totalPrice: Money(hundredths: Int64(price)))
                }
            }
        }
        let questions: [Question] = [
            .topItems(limit: 10, by: .count), .categoryTrends, .seasonalPatterns(.heatmap),
            .spendingChanges(against: .previous, by: .item, limit: 5), .spendingSummary(.bar),
        ]
        for question in questions {
            let message = question.report(on: Subject(user: UserID(rawValue: "U1")), from: history).chart(Presentation()).message
            let cut = [item, category].filter { message.contains($0.prefix(12)) }
            #expect(cut.count == 1, "\(message)")
            #expect(message.contains("…") && !message.contains(item) && !message.contains(category), "\(message)")
        }
    }

    @Test(arguments: Question.samples)
    func `every column of every table has a heading in words, in every language`(question: Question) {
        for locale in ["en-US", "de-DE"].compactMap({ Locale(identifier: $0) }) {
            let presentation = Presentation(locale: locale)
            let table = question.report(on: Self.selection).table(presentation)
            let text = TextTable(table, presentation)
            #expect(text.columns.allSatisfy { !$0.heading.contains("_") }, "\(text.columns.map(\.heading))")
            #expect(text.rows.count == table.rows.count && text.rows.allSatisfy { $0.count == table.columns.count })
        }
    }
}
