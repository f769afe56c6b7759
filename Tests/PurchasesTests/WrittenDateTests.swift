@testable import Purchases
import Testing

@Suite struct WrittenDateTests {
    private func read(_ text: String, _ order: DateOrder = .monthFirst) throws(Rejection.Reason) -> String {
        try WrittenDate(Array(text.utf8).span).date(in: order).description
    }

    @Test(arguments: ["2024-01-31", "2024/1/31", "2024.01.31", "1/31/2024", "01-31-2024", "1.31.2024"])
    func `a date may have one of three separators`(text: String) throws {
        #expect(try read(text) == "2024-01-31")
    }

    @Test func `a date that ends with its year needs an order, one that begins with it does not`() throws {
        #expect(try read("3/4/2024", .monthFirst) == "2024-03-04")
        #expect(try read("3/4/2024", .dayFirst) == "2024-04-03")
        for order in DateOrder.allCases { #expect(try read("2024-03-04", order) == "2024-03-04") }
        #expect(throws: Rejection.Reason.yearNotFirst) { try read("3/4/2024", .yearFirst) }
    }

    @Test(arguments: [
        "T23:59", "T23:59:59", "t23:59:59.123456789", " 11:59 PM", " 1:05:09 am", "  00:00:00", "T23:59Z", "T23:59:60.5z", "T23:59:59+01",
        " 23:59 -0800",
        "T23:59:59+05:30", " 11:59PM",
    ])
    func `a time of day is passed over`(time: String) throws {
        #expect(try read("2024-01-31\(time)") == "2024-01-31")
        #expect(try read("1/31/2024\(time)") == "2024-01-31")
    }

    @Test(arguments: [
        "T", "T24:00", " 12", " 12:60", " 12:5", " 12:00:61", " 12:00:00.", " 13:00 PM", " 12:00 XM", " 12:00+1", " 12:00+010",
        " 12:00+01:0", " 12:00+01000",
        " 12:00 UTC", "x", "12:00", " 12:00Z1", "-", "/1",
    ])
    func `what is no time of day makes it no date`(time: String) {
        #expect(throws: Rejection.Reason.notADate) { try read("2024-01-31\(time)") }
    }

    @Test(arguments: [
        "", "2024", "2024-01", "2024-01/31", "20240131", "Jan 31 2024", "2024-1-031", "2024--31", "-2024-01-31", "001/31/2024",
        "2024-1-2024", "2024-01-", "1/2/20245", "+1/2/2024", "202-01-31", "٢٠٢٤-01-31",
    ])
    func `what is no date is refused`(text: String) {
        #expect(throws: Rejection.Reason.notADate) { try read(text) }
    }

    @Test(arguments: ["1/31/24", "24-01-31", "1.1.1"])
    func `a year of two digits is refused`(text: String) {
        #expect(throws: Rejection.Reason.shortYear) { try read(text) }
    }

    @Test(arguments: ["2024-02-30", "2023-02-29", "2024-13-01", "2024-00-01", "13/1/2024", "1/0/2024", "4/31/2024"])
    func `a day that does not exist is refused`(text: String) {
        #expect(throws: Rejection.Reason.noSuchDay) { try read(text) }
    }

    @Test(arguments: ["1899-12-31", "12/31/1899", "0001-01-01"])
    func `a year before 1900 is refused`(text: String) {
        #expect(throws: Rejection.Reason.yearOutOfRange) { try read(text) }
    }
}
