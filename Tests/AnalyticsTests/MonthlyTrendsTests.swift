import Analytics
import Purchases
import Testing

@Suite struct MonthlyTrendsTests {
    @Test func `a month without a purchase is there with nothing`() {
        let trends = MonthlyTrends(of: [.sample(on: "2024-01-31"), .sample(on: "2024-04-01", price: 2_50)], in: .none)
        #expect(trends.rows.map(\.month.description) == ["2024-01", "2024-02", "2024-03", "2024-04"])
        #expect(trends.rows.map(\.total.hundredths) == [100, 0, 0, 250])
        #expect(trends.rows[1].byCategory.isEmpty)
    }

    @Test func `the filter's range is the range of the rows`() {
        let filter = PurchaseFilter(from: CalendarDate("2023-11-15"), to: CalendarDate("2024-02-10"))
        let trends = MonthlyTrends(of: [.sample(on: "2024-01-31")], in: filter)
        #expect(trends.rows.map(\.month.description) == ["2023-11", "2023-12", "2024-01", "2024-02"])
    }

    @Test func `a month of every year gives these months only`() {
        let filter = PurchaseFilter(month: .everyYear(3))
        let purchases: [Purchase] = [.sample(on: "2022-03-01"), .sample(on: "2024-03-31")]
        #expect(MonthlyTrends(of: purchases, in: filter).rows.map(\.month.description) == ["2022-03", "2023-03", "2024-03"])
    }

    @Test func `one month is one row even when nothing was bought`() throws {
        let filter = PurchaseFilter(month: .only(try #require(Month("2024-05"))))
        #expect(MonthlyTrends(of: [], in: filter).rows.map(\.month.description) == ["2024-05"])
    }

    @Test func `an absurd range costs no more than two centuries of rows`() {
        let filter = PurchaseFilter(from: CalendarDate("0001-01-01"), to: CalendarDate("9999-12-31"))
        #expect(MonthlyTrends(of: [.sample(on: "2024-01-31"), .sample(on: "2024-02-01")], in: filter).rows.count == 2)
        #expect(MonthlyTrends(of: [], in: filter).rows.count <= 2_400)
    }

    @Test(arguments: [("1970-01-31", "2100-12-01", 1_572), ("1900-01-01", "9999-12-31", 3)])
    func `purchases far apart are all counted`(first: String, last: String, rowCount: Int) {
        let purchases: [Purchase] = [.sample(on: first), .sample(on: "2024-02-01"), .sample(on: last)]
        for filter in [PurchaseFilter.none, PurchaseFilter(from: CalendarDate("0001-01-01"))] {
            let rows = MonthlyTrends(of: purchases, in: filter).rows
            #expect(rows.map(\.lineCount).reduce(0, +) == 3)
            #expect(zip(rows, rows.dropFirst()).allSatisfy { $0.month < $1.month })
            if filter == .none { #expect(rows.count == rowCount) }
        }
    }

    @Test(arguments: 1...10 as ClosedRange<UInt64>)
    func `the order of purchases changes nothing`(seed: UInt64) {
        let history = Purchase.history(seed: seed)
        // Every other one first, so that months and days return.
        let mixed = history.indices.filter { $0 % 2 == 1 } + history.indices.filter { $0 % 2 == 0 }
        #expect(MonthlyTrends(of: mixed.map { history[$0] }, in: .none) == MonthlyTrends(of: history, in: .none))
    }

    @Test(arguments: 1...30 as ClosedRange<UInt64>)
    func `months and their categories come to the whole`(seed: UInt64) {
        let history = Purchase.history(seed: seed)
        let trends = MonthlyTrends(of: history, in: .none)
        #expect(trends.rows.map(\.total).reduce(.zero, +) == history.map(\.totalPrice).reduce(.zero, +))
        #expect(trends.rows.map(\.lineCount).reduce(0, +) == history.count)
        for row in trends.rows { #expect(row.byCategory.values.reduce(.zero, +) == row.total) }
        #expect(trends.categories == CategorySpending(of: history).rows.map(\.category))
        #expect(zip(trends.rows, trends.rows.dropFirst()).allSatisfy { $0.month.adding(months: 1) == $1.month })
    }
}
