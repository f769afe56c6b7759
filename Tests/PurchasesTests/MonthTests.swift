import Purchases
import Testing

@Suite struct MonthTests {
    @Test func `a month knows its days`() throws {
        let month = try #require(Month("2024-02"))
        #expect((month.year, month.month, month.dayCount) == (2024, 2, 29))
        #expect(month.firstDay.description == "2024-02-01")
        #expect(month.lastDay.description == "2024-02-29")
    }

    @Test func `months step across the years`() throws {
        let december = try #require(Month("2023-12"))
        #expect(december.adding(months: 1).description == "2024-01")
        #expect(december.adding(months: -12).description == "2022-12")
        #expect((december...december.adding(months: 2)).map(\.description) == ["2023-12", "2024-01", "2024-02"])
    }

    @Test func `the first and last day of every month belong to it, and the next day does not`() throws {
        for index in 0..<(12 * 400) {
            let month = try #require(Month(year: 1900 + index / 12, month: index % 12 + 1))
            #expect(month.firstDay.month == month)
            #expect(month.lastDay.month == month)
            #expect(month.lastDay.adding(days: 1).month == month.adding(months: 1))
            #expect(Month(month.description) == month)
        }
    }

    @Test(arguments: ["2024-13", "2024-00", "0000-01", "2024-1", "24-01", "2024", "2024-01-01", "+024-01", "2024-+1", ""])
    func `what is no month is not read`(text: String) {
        #expect(Month(text) == nil)
    }
}
