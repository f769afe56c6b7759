import LogReading
import Purchases
import Testing

@Suite struct DateOrderTests {
    @Test(arguments: [
        ("MM/DD/YYYY", DateOrder.monthFirst), ("mdy", .monthFirst), ("%m/%d/%Y", .monthFirst), ("dd.mm.yyyy", .dayFirst),
        ("dmy", .dayFirst), ("%d/%m/%Y", .dayFirst), ("yyyy-MM-dd HH:mm", .yearFirst), ("ymd", .yearFirst), ("iso", .yearFirst),
        ("ISO", .yearFirst), ("dd.MM.yy", .dayFirst), ("M/d/yyyy h:mm a", .monthFirst), ("HH:mm dd/MM/yyyy", .dayFirst), ("excel", .serial),
        ("d 'de' MMMM 'de' yyyy", .dayFirst),
    ])
    func `a pattern gives its order`(pattern: String, order: DateOrder) {
        #expect(DateOrder(pattern: pattern) == order)
    }

    @Test(arguments: ["", "d/m", "ydm", "myd", "dym", "other", "2024", "days since", "days since 31/12/2020"])
    func `another pattern gives none`(pattern: String) {
        #expect(DateOrder(pattern: pattern) == nil)
    }

    @Test func `an order's description and its pattern give it back`() {
        for order in [DateOrder.monthFirst, .dayFirst, .yearFirst, .days(since: CalendarDate(dayNumber: 18_627))] {
            #expect(DateOrder(pattern: order.description) == order)
            #expect(DateOrder(pattern: order.pattern) == order)
        }
        #expect(DateOrder(pattern: DateOrder.serial.pattern) == .serial)
    }
}
