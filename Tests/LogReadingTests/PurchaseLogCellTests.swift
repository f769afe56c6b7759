import LogReading
import Purchases
import Testing

/// What the cells of a well-formed row say.
@Suite struct PurchaseLogCellTests {
    private func row(_ cells: [String: String]) throws -> PurchaseLog.Row {
        let usual: KeyValuePairs = [
            "OrderID": "10000", "CustomerID": "U001", "OrderDate": "1/31/2024", "ProductID": "P1", "Item Name": "Milk",
            "Brand": "Dairy Farm",
            "Category": "Dairy", "Quantity": "2", "Base Price": "2.48", "TotalPrice": "4.96",
        ]
        let line = usual.map { "\"\((cells[$0.key] ?? $0.value).replacing("\"", with: "\"\""))\"" }.joined(separator: ",")
        let rows = try LogFixture.rows(usual.map(\.key).joined(separator: ",") + "\n" + line + "\n", options: .init(dateOrder: .monthFirst))
        try #require(rows.count == 1)
        return rows[0]
    }

    @Test func `a row becomes a purchase`() throws {
        #expect(
            try row([:])
                == .purchase(
                    Purchase(
                        user: UserID(rawValue: "U001"), order: OrderID(rawValue: "10000"), date: try #require(CalendarDate("2024-01-31")),
                        productID: "P1", itemName: "Milk", brand: "Dairy Farm", category: "Dairy", quantity: 2,
                        basePrice: UnitPrice(hundredths: 248), totalPrice: Money(hundredths: 496)),
                    []))
    }

    @Test func `text is trimmed of white space, of Unicode's too`() throws {
        let purchase = try row(["Item Name": " \t\u{3000}\u{A0}Milk\u{2009} 2%\u{2003}\r\n", "Quantity": "\u{A0}3 ", "TotalPrice": " "])
            .purchase
        #expect(purchase?.itemName == "Milk\u{2009} 2%")
        #expect(purchase?.quantity == 3)
    }

    @Test func `an empty cell stands for what an absent column stands for`() throws {
        let purchase = try row(["OrderID": " ", "Category": "", "Quantity": "", "ProductID": "", "Brand": "", "TotalPrice": ""]).purchase
        #expect(purchase?.order == OrderID(rawValue: "U001-2024-01-31"))
        #expect(purchase?.category == Purchase.uncategorised)
        #expect(purchase?.quantity == 1)
        #expect((purchase?.productID, purchase?.brand) == ("", ""))
        #expect(purchase?.totalPrice == Money(hundredths: 248))
    }

    @Test(arguments: ["CustomerID", "OrderDate", "Item Name"])
    func `a needed cell that is empty rejects the row`(column: String) throws {
        let rejection = try row([column: "  "]).rejection
        #expect(rejection?.reason == .empty)
        #expect(rejection?.description == "line 2, \(column) is empty")
    }

    @Test(arguments: [
        ("CustomerID", 128), ("OrderID", 128), ("ProductID", 128), ("Item Name", 500), ("Brand", 500), ("Category", 500),
    ])
    func `a text longer than its limit rejects the row`(column: String, limit: Int) throws {
        #expect(try row([column: String(repeating: "x", count: limit)]).purchase != nil)
        let rejection = try row([column: String(repeating: "é", count: limit / 2 + 1)]).rejection
        #expect(rejection?.reason == .textTooLong)
        #expect(rejection?.column == column)
        #expect(rejection?.explanation == "is longer than \(limit) bytes")
        #expect((rejection?.value.count ?? 0) <= 200)
    }

    @Test(arguments: [0x01, 0x09, 0x0A, 0x1B, 0x7F, 0x85, 0x9F] as [UInt8])
    func `a control character or a line break inside a text becomes a space, and is counted`(code: UInt8) throws {
        let row = try row(["Item Name": "a\(Unicode.Scalar(code))\(Unicode.Scalar(code))b"])
        #expect(row.purchase?.itemName == "a b")
        #expect(row.repairs == .controlCharacters)
    }

    @Test(arguments: [[0xFF], [0xC3], [0xED, 0xA0, 0x80], [0x61, 0xC0, 0x80]] as [[UInt8]])
    func `text that is not UTF-8 rejects the row, unless it is not kept`(bad: [UInt8]) throws {
        let header = Array("CustomerID,OrderDate,Item Name,Base Price,Description\n".utf8)
        let kept = Array("U1,2024-01-31,Milk ".utf8) + bad + Array(",2,x\n".utf8)
        let dropped = Array("U1,2024-01-31,Milk,2,".utf8) + bad + Array("\n".utf8)
        let others = Array(String(repeating: "U1,2024-01-31,Crème fraîche à l’ancienne été,2,x\n", count: 10).utf8)
        let rows = try LogFixture.rows(of: LogFixture.log(header + kept + dropped + others))
        #expect(rows.prefix(2).map { $0.rejection?.reason } == [.invalidUTF8, nil])
        #expect(rows.first?.rejection?.column == "Item Name")
    }

    @Test(arguments: [
        ("2", 2), ("-2", -2), ("+2", 2), ("2.0", 2), ("1,000", 1000), ("1000000", 1_000_000), ("0", 0), ("007", 7), ("2 x", 2),
        ("3 pcs", 3), ("1,00", 1), ("2.000 kg", 2), ("1.5", Quantity(thousandths: 1_500)), ("0.001", Quantity(thousandths: 1)),
        ("-0.25", Quantity(thousandths: -250)), (".5 l", Quantity(thousandths: 500)), ("1.2340", Quantity(thousandths: 1_234)),
    ])
    func `a quantity has three decimals at most`(text: String, quantity: Quantity) throws {
        #expect(try row(["Quantity": text]).purchase?.quantity == quantity)
    }

    @Test(arguments: [
        ("two", Rejection.Reason.notAQuantity), ("50%", .notAQuantity), ("1.2345", .quantityTooFine), ("$2", .notAQuantity),
        ("1000001", .quantityOutOfRange), ("1000000.001", .quantityOutOfRange),
        ("99999999999999999999", .quantityOutOfRange),
    ])
    func `another quantity rejects the row`(text: String, reason: Rejection.Reason) throws {
        let rejection = try row(["Quantity": text]).rejection
        #expect(rejection?.reason == reason)
        #expect((rejection?.column, rejection?.value) == ("Quantity", text))
    }

    @Test func `a date that does not exist rejects the row, and says how it was read`() throws {
        #expect(
            try row(["OrderDate": "2024-02-30"]).rejection?.description == "line 2, OrderDate: \"2024-02-30\" is not a day of the calendar")
        #expect(
            try row(["OrderDate": "31/1/2024"]).rejection?.description
                == "line 2, OrderDate: \"31/1/2024\" is not a day of the calendar when read as month/day/year")
    }
}
