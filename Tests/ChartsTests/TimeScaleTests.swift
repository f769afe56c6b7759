import Testing

@testable import Charts

@Suite struct TimeScaleTests {
    @Test func `a time scale maps its first day to its start and its last to its end`() {
        let scale = TimeScale(domain: 19_723...20_088, from: 40, to: 780)
        #expect(scale(19_723) == 40)
        #expect(scale(20_088) == 780)
        #expect(TimeScale(domain: 5...5, from: 0, to: 10)(5) == 5)
    }

    @Test(arguments: [2, 3, 6, 11, 12, 20, 41, 84, 92, 125, 181, 300, 365, 366, 550, 731, 1_096, 2_200, 4_400, 7_000, 20_000, 60_000])
    func `ticks are three to six days inside the domain, in order`(length: Int) {
        for start in stride(from: 19_000, to: 20_461, by: 61) {
            let ticks = TimeScale(domain: start...start + length, from: 0, to: 1).ticks
            #expect((3...6).contains(ticks.count), "\(start), \(length): \(ticks)")
            #expect(ticks.allSatisfy { start <= $0 && $0 <= start + length })
            #expect(zip(ticks, ticks.dropFirst()).allSatisfy { $0 < $1 })
        }
    }

    @Test func `weeks begin on Monday, months and years on their first day`() {
        // 2024-01-01 was a Monday.
        #expect(TimeScale(domain: 19_723...19_753, from: 0, to: 1).ticks == [19_723, 19_730, 19_737, 19_744, 19_751])
        let months = TimeScale(domain: 19_723...20_088, from: 0, to: 1).ticks.map(CalendarDay.init(number:))
        #expect(months.allSatisfy { $0.day == 1 } && months.map(\.month) == [1, 3, 5, 7, 9, 11])
        let years = TimeScale(domain: 18_000...20_000, from: 0, to: 1).ticks.map(CalendarDay.init(number:))
        #expect(years.allSatisfy { $0.day == 1 && $0.month == 1 })
    }

    @Test func `a day and its number are the same in all four centuries`() {
        for number in stride(from: CalendarDay.range.lowerBound, through: CalendarDay.range.upperBound, by: 997) {
            #expect(CalendarDay(number: number).number == number)
        }
        #expect(CalendarDay(number: 0) == CalendarDay(year: 1970, month: 1, day: 1))
        #expect(CalendarDay(number: 19_782) == CalendarDay(year: 2024, month: 2, day: 29))
    }
}
