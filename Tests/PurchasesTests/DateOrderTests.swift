import Purchases
import Testing

@Suite struct DateOrderTests {
    @Test(arguments: [
        ("MM/DD/YYYY", DateOrder.monthFirst), ("mdy", .monthFirst), ("%m/%d/%Y", .monthFirst), ("dd.mm.yyyy", .dayFirst),
        ("dmy", .dayFirst),
        ("%d/%m/%Y", .dayFirst), ("yyyy-MM-dd HH:mm", .yearFirst), ("ymd", .yearFirst), ("iso", .yearFirst), ("ISO", .yearFirst),
    ])
    func `a pattern gives its order`(pattern: String, order: DateOrder) {
        #expect(DateOrder(pattern: pattern) == order)
    }

    @Test(arguments: ["", "d/m", "ydm", "myd", "dym", "other", "2024"])
    func `another pattern gives none`(pattern: String) {
        #expect(DateOrder(pattern: pattern) == nil)
    }

    @Test func `an order's description is a pattern of it`() {
        for order in DateOrder.allCases { #expect(DateOrder(pattern: order.description) == order) }
    }
}
