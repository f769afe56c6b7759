import Analytics
import Purchases
import Testing

@Suite struct ComparedPeriodsTests {
    private func days(_ first: String, _ last: String) throws -> ClosedRange<CalendarDate> {
        try #require(CalendarDate(first))...(try #require(CalendarDate(last)))
    }

    @Test(arguments: [
        ("2024-03-01", "2024-03-31", "2024-01-30", "2024-02-29", "2023-03-01", "2023-03-31"),
        ("2024-02-01", "2024-02-29", "2024-01-03", "2024-01-31", "2023-02-01", "2023-03-01"),
        ("2024-02-29", "2024-02-29", "2024-02-28", "2024-02-28", "2023-02-28", "2023-02-28"),
        ("2024-12-20", "2025-01-05", "2024-12-03", "2024-12-19", "2023-12-20", "2024-01-05"),
        ("2024-01-01", "2024-12-31", "2022-12-31", "2023-12-31", "2023-01-01", "2024-01-01"),
    ])
    func `both periods have as many days`(
        first: String, last: String, previousFirst: String, previousLast: String, yearFirst: String, yearLast: String
    ) throws {
        let (current, span) = (try days(first, last), try days("2020-01-01", "2025-12-31"))
        #expect(ComparedPeriods(current, against: .previous, within: span)?.base == (try days(previousFirst, previousLast)))
        #expect(ComparedPeriods(current, against: .year, within: span)?.base == (try days(yearFirst, yearLast)))
    }

    @Test(arguments: 0..<200)
    func `no period is longer than its base, and the one before ends the day before`(offset: Int) throws {
        let span = try days("1990-01-01", "2050-12-31")
        let first = CalendarDate(dayNumber: 19_000 + offset * 7)
        let current = first...first.adding(days: offset * 3)
        for base in ComparedPeriods.Base.allCases {
            let periods = try #require(ComparedPeriods(current, against: base, within: span))
            #expect(periods.base.dayCount == periods.current.dayCount && periods.current == current)
            if base == .previous { #expect(periods.base.upperBound.adding(days: 1) == first) }
        }
    }

    @Test func `nothing is compared with what the log does not cover`() throws {
        let span = try days("2024-01-30", "2024-06-15")
        let march = try days("2024-03-01", "2024-03-31")
        #expect(ComparedPeriods(march, against: .previous, within: span) != nil)
        #expect(ComparedPeriods(march, against: .previous, within: try days("2024-01-31", "2024-06-15")) == nil)
        #expect(ComparedPeriods(march, against: .year, within: span) == nil)
        #expect(ComparedPeriods(try days("2024-06-16", "2024-06-30"), against: .previous, within: span) == nil)
        #expect(ComparedPeriods(try days("0001-01-01", "0001-01-31"), against: .year, within: try days("0001-01-01", "2024-01-01")) == nil)
    }

    @Test func `a filter's period ends where the day that counts as today does`() throws {
        let span = try days("2024-01-05", "2024-06-15")
        let march = PurchaseFilter(month: Month("2024-03").map { .only($0) })
        #expect(march.period(within: span) == (try days("2024-03-01", "2024-03-31")))
        #expect(march.period(within: span, until: CalendarDate("2024-03-10")) == (try days("2024-03-01", "2024-03-10")))
        #expect(march.period(within: span, until: CalendarDate("2024-02-28")) == nil)
        #expect(PurchaseFilter.none.period(within: span) == span)
        #expect(PurchaseFilter.none.period(within: nil) == nil)
        #expect(PurchaseFilter(from: CalendarDate("2024-02-01")).period(within: span) == (try days("2024-02-01", "2024-06-15")))
        #expect(PurchaseFilter(month: .everyYear(3)).period(within: span) == nil)
        let cut = PurchaseFilter(month: Month("2024-03").map { .only($0) }, from: CalendarDate("2024-03-20"))
        #expect(cut.period(within: span) == (try days("2024-03-20", "2024-03-31")))
    }

    @Test(arguments: [("1970-01-01", 4), ("2024-02-29", 4), ("2024-03-03", 7), ("1969-12-29", 1), ("0001-01-01", 1)])
    func `days of the week are counted from Monday`(date: String, weekday: Int) {
        #expect(CalendarDate(date)?.weekday == weekday)
    }
}
