import Hashing
import LogReading
import Purchases
import Testing

/// How the price of one and the sum of a line follow from their cells.
@Suite struct LinePriceTests {
    private func row(_ quantity: String, _ base: String, _ total: String) throws -> PurchaseLog.Row {
        let header = "CustomerID,OrderDate,Item Name,Quantity,Base Price,TotalPrice\n"
        return try #require(try LogFixture.rows(header + "U1,2024-01-31,Milk,\"\(quantity)\",\"\(base)\",\"\(total)\"\n").first)
    }

    struct Line: Sendable {
        var quantity: String
        var base: String
        var total: String
        var sum: String

        init(_ quantity: String, _ base: String, _ total: String, is sum: String) {
            (self.quantity, self.base, self.total, self.sum) = (quantity, base, total, sum)
        }
    }

    private func expect(_ line: Line, _ repairs: PurchaseLog.Repairs) throws {
        let row = try row(line.quantity, line.base, line.total)
        #expect(row.purchase?.totalPrice.description == line.sum)
        #expect(row.repairs == repairs)
    }

    static let repeated: [Line] = [
        Line("2", "2.48", "2.482.48", is: "4.96"), Line("3", "2.5", "2.52.52.5", is: "7.50"), Line("3", "2.50", "2.52.52.5", is: "7.50"),
        Line("2", "5", "55", is: "10.00"), Line("12", "1", "111111111111", is: "12.00"), Line("2", "$2.48", "$2.48$2.48", is: "4.96"),
        Line("-2", "2.48", "2.482.48", is: "-4.96"), Line("-2", "-2.48", "-2.48-2.48", is: "-4.96"),
        Line("2", "-2.48", "-2.48-2.48", is: "-4.96"), Line("2", "2.48", "-2.48-2.48", is: "-4.96"),
    ]

    @Test(arguments: repeated)
    func `a base price written as often as the quantity says is price times quantity`(line: Line) throws {
        try expect(line, .repeatedTotal)
    }

    static let numbers: [Line] = [
        Line("2", "2.48", "4.00", is: "4.00"), Line("1", "2.48", "2.48", is: "2.48"), Line("2", "11", "22", is: "22.00"),
        Line("2", "2.48", "0", is: "0.00"), Line("2", "2.48", "2.48", is: "2.48"), Line("1", "5", "55", is: "55.00"),
    ]

    @Test(arguments: numbers)
    func `a total that is a number wins over the product`(line: Line) throws {
        try expect(line, [])
    }

    static let refunds: [Line] = [
        Line("-2", "2.48", "4.96", is: "-4.96"), Line("-2", "2.48", "-4.96", is: "-4.96"), Line("2", "2.48", "-4.96", is: "-4.96"),
        Line("2", "-2.48", "-4.96", is: "-4.96"),
    ]

    @Test(arguments: refunds)
    func `what is given back never brings money in`(line: Line) throws {
        try expect(line, [])
        #expect(try row(line.quantity, line.base, line.total).purchase?.isRefund == true)
    }

    static let computed: [Line] = [
        Line("2", "2.48", "", is: "4.96"), Line("2", "-2.48", "", is: "-4.96"), Line("-2", "-2.48", "", is: "-4.96"),
    ]

    @Test(arguments: computed)
    func `a total that is empty becomes price times quantity, and is counted`(line: Line) throws {
        try expect(line, .computedTotal)
    }

    @Test(arguments: [("2", "2.482.49"), ("3", "2.482.48"), ("2", "n/a"), ("2", "?")])
    func `a total that cannot be read rejects its row`(quantity: String, total: String) throws {
        let rejection = try row(quantity, "2.48", total).rejection
        #expect(rejection?.column == "TotalPrice")
        #expect(rejection?.value == total)
    }

    @Test(arguments: [
        Line("2", "10.00", "18,00", is: "18.00"), Line("1", "100.00", "90.00 EUR", is: "90.00"),
        Line("1", "100.00", "100.00-", is: "-100.00"),
        Line("1", "100.00", "−100.00", is: "-100.00"), Line("500", "0.001", "", is: "0.50"), Line("40", "1.8590", "", is: "74.36"),
        Line("1000", "0.125", "", is: "125.00"), Line("0.5", "2.48", "", is: "1.24"), Line("1.234", "9.99", "", is: "12.33"),
        Line("0.001", "5", "", is: "0.01"), Line("0.001", "4.999999", "", is: "0.00"), Line("-0.5", "2.49", "", is: "-1.25"),
    ])
    func `prices have up to six decimals until they are multiplied, and totals any style`(line: Line) throws {
        #expect(try row(line.quantity, line.base, line.total).purchase?.totalPrice.description == line.sum)
    }

    @Test func `sums of more than two decimals are counted`() throws {
        try expect(Line("2", "1", "0.9999", is: "1.00"), .rounded)
        try expect(Line("1", "1.0050", "", is: "1.01"), [.computedTotal, .rounded])
    }

    @Test(arguments: [
        ("2", "4.96", "2.48"), ("3", "10", "3.33"), ("-2", "4.96", "2.48"), ("2", "-4.96", "-2.48"), ("0", "4.96", "4.96"),
        ("1", "2", "2.00"), ("0.25", "1.00", "4.00"), ("1.5", "2.00", "1.33"), ("-0.5", "-2.00", "4.00"),
    ])
    func `a base price that is empty is the total divided by the quantity`(quantity: String, total: String, base: String) throws {
        #expect(try row(quantity, "", total).purchase?.basePrice.description == base)
    }

    @Test func `a base price is kept as the log has it`() throws {
        for text in ["0.0125", "0.000001", "2.48", "-2.50"] {
            #expect(try row("2", text, "1.00").purchase?.basePrice.description == text)
        }
    }

    @Test func `a base price that cannot be read rejects the row`() throws {
        for (text, reason) in [("n/a", Rejection.Reason.notASum), ("12,34,5", .misplacedComma), ("2000000000", .sumOutOfRange)] {
            let rejection = try row("1", text, "2.48").rejection
            #expect(rejection?.column == "Base Price")
            #expect(rejection?.value == text)
            #expect(rejection?.reason == reason)
        }
    }

    @Test func `a total that cannot be read rejects the row where there is no base price`() throws {
        #expect(try row("2", "", "2.482.48").rejection?.column == "TotalPrice")
        #expect(try row("2", "", "").rejection?.reason == .empty)
    }

    @Test func `a product beyond the limit rejects the row`() throws {
        let rejection = try row("1000000", "1000000", "").rejection
        #expect(rejection?.reason == .sumOutOfRange)
        #expect(rejection?.explanation == "times the quantity is beyond 1,000,000,000")
    }

    @Test func `without a column of totals the product is no repair`() throws {
        let row = try LogFixture.rows("CustomerID,OrderDate,Item Name,Quantity,Base Price\nU1,2024-01-31,Milk,2,2.48\n").first
        #expect(row?.purchase?.totalPrice == Money(hundredths: 496))
        #expect(row?.repairs == [])
    }

    @Test func `a price repeated as often as the quantity says is always price times quantity`() throws {
        var generator = SplitMix64(state: 3)
        for _ in 0..<200 {
            let price = Money(hundredths: .random(in: 1...99_999, using: &generator))
            let quantity = Int.random(in: 2...20, using: &generator)
            let row = try row("\(quantity)", "\(price)", String(repeating: "\(price)", count: quantity))
            #expect(row.purchase?.totalPrice == price * quantity)
            #expect(row.repairs == .repeatedTotal)
        }
    }
}
