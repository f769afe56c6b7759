import Analytics
import Purchases
import Testing

@Suite struct SeasonalPatternsTests {
    private func span(_ history: [Purchase]) -> ClosedRange<CalendarDate>? {
        history.map(\.date).min().flatMap { first in history.map(\.date).max().map { first...$0 } }
    }

    private func patterns(_ history: [Purchase], _ filter: PurchaseFilter = .none, unfinished: Month? = nil) -> SeasonalPatterns {
        SeasonalPatterns(of: history.filter(filter.contains), in: filter, within: span(history), unfinished: unfinished)
    }

    private func mean(_ indices: [Double]) -> Double { indices.reduce(0, +) / Double(indices.count) }

    @Test(arguments: 1...30 as ClosedRange<UInt64>)
    func `indices average 1, those of each category too`(seed: UInt64) {
        let patterns = patterns(Purchase.history(seed: seed))
        #expect(abs(mean(patterns.calendarMonths.compactMap(\.index)) - 1) < 1e-9)
        #expect(abs(mean(patterns.weekdays.compactMap(\.index)) - 1) < 1e-9)
        for rows in Dictionary(grouping: patterns.categoryIndices, by: \.category).values {
            #expect(abs(mean(rows.map(\.index)) - 1) < 1e-9)
            #expect(Set(rows.map(\.month)).count == 12)
        }
    }

    @Test(arguments: 1...30 as ClosedRange<UInt64>)
    func `means times what they are over come to the whole, whatever the order of the purchases`(seed: UInt64) {
        let history = Purchase.history(seed: seed)
        let patterns = patterns(history)
        let total = history.map(\.totalPrice).reduce(.zero, +).hundredths
        for parts in [patterns.calendarMonths, patterns.weekdays] {
            let sum = parts.reduce(0) { $0 + ($1.mean ?? .zero).hundredths * Int64($1.count) }
            // Each mean is rounded to a hundredth.
            #expect(abs(sum - total) <= Int64(parts.reduce(0) { $0 + $1.count }))
        }
        #expect(self.patterns(history.reversed()) == patterns)
    }

    @Test(arguments: 1...30 as ClosedRange<UInt64>)
    func `a peak is the highest month of its category, the strongest first`(seed: UInt64) {
        let patterns = patterns(Purchase.history(seed: seed))
        for peak in patterns.peaks {
            let rows = patterns.categoryIndices.filter { $0.category == peak.category }
            #expect(rows.map(\.index).max() == peak.index && peak.index > 1)
        }
        #expect(zip(patterns.peaks, patterns.peaks.dropFirst()).allSatisfy { $0.index >= $1.index })
    }

    @Test func `a month without spending is a zero, and one that the log does not cover is nothing`() {
        let patterns = patterns([.sample(on: "2024-01-31", price: 3_00), .sample(on: "2024-03-01", price: 6_00)])
        #expect(patterns.calendarMonths.prefix(4).map(\.mean?.hundredths) == [3_00, 0, 6_00, nil])
        #expect(patterns.calendarMonths.prefix(4).map(\.index) == [1, 0, 2, nil])
        #expect(patterns.calendarMonths.map(\.count) == [1, 1, 1] + Array(repeating: 0, count: 9))
    }

    @Test func `a calendar month that is covered twice counts half each time`() {
        let patterns = patterns([.sample(on: "2023-01-10", price: 2_00), .sample(on: "2024-01-10", price: 4_00)])
        #expect(patterns.calendarMonths[0].mean == Money(hundredths: 3_00))
        #expect(patterns.calendarMonths[0].count == 2)
        #expect(patterns.calendarMonths[1].count == 1)
        #expect(patterns.monthCount == 13)
    }

    @Test func `a month that is cut short is left out, unless there is no other`() throws {
        let history: [Purchase] = [
            .sample(on: "2024-01-10", price: 2_00), .sample(on: "2024-02-10", price: 4_00), .sample(on: "2024-03-02"),
        ]
        let march = try #require(Month("2024-03"))
        #expect(patterns(history, unfinished: march).calendarMonths.map(\.count) == [1, 1] + Array(repeating: 0, count: 10))
        let cut = PurchaseFilter(from: CalendarDate("2024-01-02"), to: CalendarDate("2024-02-29"))
        #expect(patterns(history, cut).calendarMonths.map(\.count) == [0, 1] + Array(repeating: 0, count: 10))
        #expect(patterns([.sample(on: "2024-03-02")], unfinished: march).calendarMonths[2].count == 1)
    }

    @Test func `weekdays are days of the log, a leap day among them`() {
        // From Thursday to Thursday.
        let patterns = patterns([.sample(on: "2024-02-29", price: 2_00), .sample(on: "2024-03-07", price: 4_00)])
        #expect(patterns.weekdays.map(\.count) == [1, 1, 1, 2, 1, 1, 1])
        #expect(patterns.weekdays.map(\.mean?.hundredths) == [0, 0, 0, 3_00, 0, 0, 0])
        #expect(abs((patterns.weekdays[3].index ?? 0) - 7) < 1e-9)
    }

    @Test func `a month of every year covers that month's days alone`() {
        let filter = PurchaseFilter(month: .everyYear(2))
        let days = ["2023-01-10", "2023-02-10", "2024-02-10", "2024-04-01"]
        let patterns = patterns(days.map { .sample(on: $0) }, filter)
        #expect(patterns.weekdays.map(\.count).reduce(0, +) == 28 + 29)
        #expect(patterns.calendarMonths.map(\.count) == [0, 2] + Array(repeating: 0, count: 10))
    }

    @Test func `refunds alone have no index and no peak`() {
        let patterns = patterns([.sample(on: "2024-01-10", quantity: -1), .sample(on: "2024-02-10", quantity: -1)])
        #expect(patterns.calendarMonths.allSatisfy { $0.index == nil })
        #expect(patterns.categoryIndices.isEmpty && patterns.peaks.isEmpty)
    }

    @Test func `nothing bought is nothing covered`() {
        #expect(patterns([]).calendarMonths.allSatisfy { $0.mean == nil && $0.count == 0 })
        #expect(patterns([]).weekdays.count == 7)
    }

    @Test func `what was bought in one month alone has no peak`() {
        let patterns = patterns([
            .sample("Goose", "Meat", on: "2024-12-20"), .sample(on: "2024-01-01"), .sample(on: "2024-12-01", price: 2_00),
        ])
        #expect(patterns.peaks.map(\.category) == ["Dairy"])
        #expect(patterns.peaks.first?.month == 12)
    }
}
