import Analytics
import Charts
import Foundation
import Purchases
import Reports
import Testing

/// What reports say of other periods and of months that are not over.
@Suite struct ComparisonReportTests {
    private static let user = UserID(rawValue: "U1")

    /// Milk on the 5th and bread on the 20th of each month of two years, dearer from year to year.
    private static let history = (0..<24).flatMap { place -> [Purchase] in
        let month = Month("2023-01")!.adding(months: place)
        return [("Milk", "Dairy", 4), ("Bread", "Bakery", 19)].map { item, category, day in
            let date = month.firstDay.adding(days: day)
            let price = Money(hundredths: Int64(100 + place))
            return Purchase(
                user: user, order: OrderID(rawValue: date.description), date: date, itemName: item, category: category,
                basePrice: UnitPrice(price),
                totalPrice: price
            )
        }
    }

    private func subject(_ filter: PurchaseFilter, today: String? = nil) -> Subject {
        Subject(user: Self.user, filter: filter, today: today.flatMap { CalendarDate($0) })
    }

    private func month(_ text: String) -> PurchaseFilter { PurchaseFilter(month: Month(text).map { .only($0) }) }

    private func object(_ question: Question, _ subject: Subject) throws -> [String: Any] {
        let json = question.report(on: subject, from: Self.history).json
        return try #require(try JSONSerialization.jsonObject(with: Data(json.bytes)) as? [String: Any])
    }

    private func change(_ name: String, _ subject: Subject) throws -> [String: Any]? {
        try #require(try object(.metrics, subject)["changes"] as? [String: Any])[name] as? [String: Any]
    }

    @Test func `metrics are compared with as many days before, and a year ago`() throws {
        let previous = try #require(try change("previous_period", subject(month("2024-03"))))
        #expect(previous["from"] as? String == "2024-01-30" && previous["to"] as? String == "2024-02-29")
        #expect(previous["days"] as? Int == 31)
        #expect(previous["total_spending"] as? Double == 2.26)
        #expect(previous["change"] as? Double == 0.02)
        #expect(previous["change_share"] as? Double == 0.00885)
        let year = try #require(try change("year_ago", subject(month("2024-03"))))
        #expect(year["from"] as? String == "2023-03-01" && year["total_spending"] as? Double == 2.04)
    }

    @Test func `a period that is not over is compared by the days that are`() throws {
        let previous = try #require(try change("previous_period", subject(month("2024-03"), today: "2024-03-10")))
        #expect(previous["compared_to"] as? String == "2024-03-10")
        #expect(previous["days"] as? Int == 10)
        #expect(previous["from"] as? String == "2024-02-20" && previous["to"] as? String == "2024-02-29")
        #expect(previous["total_spending"] as? Double == 1.13)
    }

    @Test func `nothing is compared with what the log does not cover, and the picture says so`() throws {
        let first = subject(month("2023-01"))
        #expect(try change("previous_period", first) == nil)
        #expect(try change("year_ago", subject(month("2023-12"))) == nil)
        let note = Question.metrics.report(on: first, from: Self.history).chart(Presentation()).footnote
        #expect(note.contains("does not cover"))
        let why = try object(.spendingChanges(against: .year, by: .effect, limit: 5), subject(month("2023-06")))
        #expect(why["compared_with"] is NSNull && why["difference"] is NSNull)
    }

    @Test func `cards show the change and the months before`() {
        let cards = MetricsReport(subject(month("2024-03")), from: Self.history).cards(Presentation())
        #expect(cards[0].change == Mark.Card.Change(text: "+0.9%", direction: .up))
        #expect(cards[0].trend.count == 12)
        #expect(cards[1].change?.direction == .level)
    }

    @Test(arguments: [PurchaseFilter.none, PurchaseFilter(from: CalendarDate("2024-02-10"), to: CalendarDate("2024-05-20"))])
    func `what a change is made of comes to the difference`(filter: PurchaseFilter) throws {
        let object = try object(.spendingChanges(against: .previous, by: .effect, limit: 10), subject(filter))
        let hundredths = { (value: Any?) in Int(((value as? Double) ?? .nan) * 100 + 0.5) }
        let parts = try #require(object["contributions"] as? [String: Any])
        #expect(Set(parts.keys) == ["price", "quantity", "mix", "new", "gone", "refunds"])
        let difference = try #require(object["difference"] as? Double)
        #expect(abs(parts.values.compactMap { $0 as? Double }.reduce(0, +) - difference) < 1e-9)
        let (period, base) = (object["period"] as? [String: Any], object["compared_with"] as? [String: Any])
        #expect(period?["days"] as? Int == base?["days"] as? Int)
        #expect(hundredths(period?["total_spent"]) - hundredths(base?["total_spent"]) == Int((difference * 100).rounded()))
    }

    @Test func `a change is told with what it is a change of`() throws {
        let question = Question.spendingChanges(against: .year, by: .effect, limit: 5)
        let chart = question.report(on: subject(month("2024-03")), from: Self.history).chart(Presentation())
        // Twelve cents more for each of two things.
        #expect(chart.message.contains("$2.28 after $2.04 (+$0.24), most of all"), "\(chart.message)")
    }

    @Test(arguments: MonthlyTrendsReport.Form.allCases.map(Question.monthlyTrends) + [.categoryTrends])
    func `a month that is not over is marked, and only while it is not`(question: Question) {
        func unfinished(_ today: String?) -> Int? {
            let chart = question.report(on: subject(.none, today: today), from: Self.history).chart(Presentation())
            return chart.marks.lazy.compactMap { mark -> Int? in
                switch mark {
                case .bar(let bar): bar.unfinished
                case .stack(let stack): stack.unfinished
                case .line(let line): line.unfinished
                case .area(let area): area.unfinished
                default: nil
                }
            }.first
        }
        #expect(unfinished("2024-12-25") == 23)
        #expect(unfinished("2024-12-31") == 23, "its last day is not over yet")
        #expect(unfinished("2025-01-01") == nil)
        #expect(unfinished(nil) == nil)
    }

    @Test func `only what may reach this month depends on the day`() throws {
        let today = "2024-12-25"
        let december = try #require(Month("2024-12"))
        #expect(Question.monthlyTrends(.bar).reliance(of: subject(.none, today: today)) == .month(december))
        #expect(Question.monthlyTrends(.bar).reliance(of: subject(.none, today: "2024-12-31")) == .month(december))
        #expect(Question.monthlyTrends(.bar).reliance(of: subject(month("2024-11"), today: today)) == .none)
        #expect(Question.metrics.reliance(of: subject(.none, today: today)) == .month(december))
        #expect(Question.metrics.reliance(of: subject(month("2024-12"), today: today)) == .day(try #require(CalendarDate(today))))
        #expect(Question.metrics.reliance(of: subject(month("2024-11"), today: today)) == .none)
        var fixed = subject(.none, today: today)
        fixed.asOf = CalendarDate("2024-12-20")
        for question in Question.samples {
            #expect(question.reliance(of: fixed) == .none)
            #expect(question.reliance(of: subject(PurchaseFilter(to: CalendarDate("2024-11-30")), today: today)) == .none)
        }
    }

    @Test(arguments: Question.samples, ["2024-12-03", "2024-12-20", "2024-12-31", "2025-02-01"])
    func `answers with equal reliance are equal`(question: Question, day: String) {
        for filter in [PurchaseFilter.none, month("2024-12"), PurchaseFilter(from: CalendarDate("2024-11-02"))] {
            let (one, other) = (subject(filter, today: "2024-12-19"), subject(filter, today: day))
            guard question.reliance(of: one) == question.reliance(of: other) else { continue }
            let (first, second) = (question.report(on: one, from: Self.history), question.report(on: other, from: Self.history))
            #expect(first.table == second.table && first.chart(Presentation()) == second.chart(Presentation()))
        }
    }

    @Test func `an item is found by its name in any case`() throws {
        #expect(try object(.priceHistory(item: "mILK"), subject(.none))["item_name"] as? String == "Milk")
        #expect {
            try Question.priceHistory(item: "Tea").checkItem(in: Self.history)
        } throws: { error in
            (error as? UnknownItem)?.knownItems == ["Bread", "Milk"]
        }
    }

    @Test func `seasonal patterns have every key of the contract`() throws {
        let object = try object(.seasonalPatterns(.heatmap), subject(.none))
        #expect(Set(object.keys) == ["user_id", "filters", "by_calendar_month", "by_weekday", "category_index", "peaks"])
        let months = try #require(object["by_calendar_month"] as? [[String: Any]])
        #expect(months.map { $0["month"] as? Int } == Array(1...12))
        #expect(months.allSatisfy { $0["months"] as? Int == 2 })
        let chart = Question.seasonalPatterns(.heatmap).report(on: subject(.none), from: Self.history).chart(Presentation())
        #expect(chart.message.contains("in December") && chart.footnote.contains("twice at most"))
    }

    @Test func `weekdays are the same patterns drawn by weekday`() throws {
        let report = Question.seasonalPatterns(.weekdays).report(on: subject(.none), from: Self.history)
        #expect(report.table == Question.seasonalPatterns(.heatmap).report(on: subject(.none), from: Self.history).table)
        guard case .bar(let bars)? = report.chart(Presentation()).marks.first else { return #expect(Bool(false), "no bars") }
        let means = report.table.rows.compactMap { row -> Double? in
            guard row[0] == .text("weekday"), case .money(let mean) = row[4] else { return nil }
            return mean.amount
        }
        #expect(means.count == 7 && bars.rows.map(\.value) == means)
    }
}
