import Purchases
import Testing

@testable import LogReading

@Suite struct WrittenDateTests {
    private func read(_ text: String, _ order: DateOrder = .monthFirst) throws(Rejection.Reason) -> String {
        try WrittenDate(Array(text.utf8).span).date(in: order).description
    }

    private static let orders: [DateOrder] = [.monthFirst, .dayFirst, .yearFirst]

    @Test(arguments: [
        "2024-01-31", "2024/1/31", "2024.01.31", "2024.01.31.", "2024. 01. 31.", "1/31/2024", "01-31-2024", "1.31.2024", "1/31/24",
        "20240131",
        "31 January 2024", "January 31, 2024", "Jan 31, 2024", "31-Jan-24", "31-JAN-2024", "31. Januar 2024", "31 janvier 2024",
        "31 de enero de 2024",
        "31 de janeiro de 2024", "31 gennaio 2024", "31 januari 2024", "Wed, 31 Jan 2024", "Wednesday 31 January 2024", "31st January 2024",
        "2024 Jan 31", "31 jan. 2024",
    ])
    func `a date is read in every form`(text: String) throws {
        #expect(try read(text) == "2024-01-31")
    }

    @Test(arguments: [
        ("1er février 2024", "2024-02-01"), ("15. März 2024", "2024-03-15"), ("3 août 2023", "2023-08-03"), ("7 maart 2022", "2022-03-07"),
    ])
    func `months have names in seven languages`(text: String, date: String) throws {
        #expect(try read(text) == date)
    }

    @Test func `a date that ends with its year needs an order, one that begins with it does not`() throws {
        #expect(try read("3/4/2024", .monthFirst) == "2024-03-04")
        #expect(try read("3/4/2024", .dayFirst) == "2024-04-03")
        #expect(try read("3/4/05", .yearFirst) == "2003-04-05")
        for order in Self.orders { #expect(try read("2024-03-04", order) == "2024-03-04") }
        #expect(throws: Rejection.Reason.yearNotFirst) { try read("3/4/2024", .yearFirst) }
    }

    @Test func `days that are counted need a day to count from`() throws {
        #expect(try read("45322", .serial) == "2024-01-31")
        #expect(try read("45323.5", .serial) == "2024-02-01")
        let start = try #require(CalendarDate("2023-12-31"))
        #expect(try read("31", .days(since: start)) == "2024-01-31")
        #expect(throws: Rejection.Reason.notADate) { try read("45322", .dayFirst) }
        #expect(throws: Rejection.Reason.notADate) { try read("12", .serial) }
    }

    @Test(arguments: [
        "T23:59", "T23:59:59", "t23:59:59.123456789", " 11:59 PM", " 1:05:09 am", "  00:00:00", "T23:59Z", "T23:59:60.5z", "T23:59:59+01",
        " 23:59 -0800", "T23:59:59+05:30", " 11:59PM", ", 1:08:00 PM", " 12:00:00 UTC", " 14h30", " 9.30", " 12:00 GMT+1", " 9:30 a.m.",
        " 09:30 Uhr",
    ])
    func `a time of day is passed over`(time: String) throws {
        for date in ["2024-01-31", "1/31/2024", "31 Jan 2024"] { #expect(try read(date + time) == "2024-01-31", "\(date)\(time)") }
    }

    @Test(arguments: [
        "T", "T24:00", " 12", " 12:60", " 12:5", " 12:00:61", " 12:00:00.", " 13:00 PM", " 12:00+010", " 12:00+01:0", " 12:00+01000", "x",
        "12:00", " 12:00Z1", "-", "/1",
    ])
    func `what is no time of day makes it no date`(time: String) {
        #expect(throws: Rejection.Reason.notADate) { try read("2024-01-31\(time)") }
    }

    @Test(arguments: [
        "", "2024-01", "2024-01/31", "2024-1-031", "2024--31", "-2024-01-31", "001/31/2024", "2024-1-2024", "2024-01-", "1/2/20245",
        "+1/2/2024", "202-01-31", "٢٠٢٤-01-31", "Smarch 31, 2024", "31 Jan", "Jan 2024", "31 Jan Feb 2024", "Total", "House May 12 and 14",
    ])
    func `what is no date is refused`(text: String) {
        #expect(throws: Rejection.Reason.notADate) { try read(text) }
    }

    @Test(arguments: [
        "2024-02-30", "2023-02-29", "2024-13-01", "2024-00-01", "13/1/2024", "1/0/2024", "4/31/2024", "31 February 2024", "20240231",
    ])
    func `a day that does not exist is refused`(text: String) {
        #expect(throws: Rejection.Reason.noSuchDay) { try read(text) }
    }

    @Test(arguments: ["1899-12-31", "12/31/1899", "0001-01-01", "31/01/2567", "25670131", "31 January 2567"])
    func `a year that no purchase has is refused, that of another era too`(text: String) {
        #expect(throws: Rejection.Reason.yearOutOfRange) { try read(text) }
    }
}
