import Purchases
import Testing

@Suite struct CalendarDateTests {
    @Test func `days are counted from 1970`() throws {
        #expect(CalendarDate(dayNumber: 0).description == "1970-01-01")
        #expect(CalendarDate("2000-03-01")?.dayNumber == 11_017)
        #expect(CalendarDate("1969-12-31")?.dayNumber == -1)
    }

    @Test func `four hundred years of days follow each other and read back as they are written`() throws {
        let first = try #require(CalendarDate(year: 1900, month: 1, day: 1))
        for dayNumber in first.dayNumber..<first.dayNumber + 146_097 {
            let date = CalendarDate(dayNumber: dayNumber)
            let next = date.adding(days: 1)
            let follows = next.day == 1 ? next.month == date.month.adding(months: 1) : next.day == date.day + 1 && next.month == date.month
            guard follows, CalendarDate(year: date.year, month: date.month.month, day: date.day) == date else {
                Issue.record("\(date), the day before \(next), is not right")
                return
            }
            // Every seventh is enough of what takes the most time.
            if dayNumber.isMultiple(of: 7) { #expect(CalendarDate(date.description) == date) }
        }
        #expect(first.adding(days: 146_097).description == "2300-01-01")
    }

    @Test(arguments: ["2024-02-29", "2000-02-29", "0001-01-01", "9999-12-31"])
    func `a day that exists is read`(text: String) {
        #expect(CalendarDate(text)?.description == text)
    }

    @Test(arguments: [
        "2024-02-30", "2023-02-29", "1900-02-29", "2024-13-01", "2024-00-10", "2024-1-01", "24-01-01", "2024-01-1", "2024/01/01", "",
        "2024-01-+1", "0000-01-01", "2024-01-01 ",
    ])
    func `what is no day, or written otherwise, is not read`(text: String) {
        #expect(CalendarDate(text) == nil)
    }

    @Test func `the last day is that of the last year of four digits`() {
        #expect(CalendarDate.last.description == "9999-12-31" && CalendarDate.last == CalendarDate("9999-12-31"))
    }

    @Test func `days between dates are counted across a leap day`() throws {
        let (february, march) = (try #require(CalendarDate("2024-02-28")), try #require(CalendarDate("2024-03-01")))
        #expect(march.days(since: february) == 2)
        #expect(february.days(since: march) == -2)
        #expect(february < march)
    }
}
