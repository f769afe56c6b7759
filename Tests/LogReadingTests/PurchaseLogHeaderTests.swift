import Foundation
import LogReading
import Purchases
import Testing

@Suite struct PurchaseLogHeaderTests {
    private func error(_ text: String, _ options: PurchaseLog.Options = .init()) -> PurchaseLogError? {
        #expect(throws: PurchaseLogError.self) { try LogFixture.log(text, options: options) }
    }

    @Test func `options default to a row of a mebibyte, no mapping, and dates told by the file`() {
        let options = PurchaseLog.Options()
        #expect(options.maximumRecordBytes == 1 << 20)
        #expect(options.columns.isEmpty)
        #expect(options.dateOrder == nil)
    }

    @Test func `columns are found whatever their case, order, spaces, underscores and hyphens`() throws {
        let text = "\u{FEFF}base_price , ITEM-NAME,customer id,Order_Date,Colour,quantity\n2.48,Milk,U1,2024-01-31,white,3\n"
        let purchase = try #require(try LogFixture.purchases(text).first)
        #expect(
            purchase
                == Purchase(
                    user: UserID(rawValue: "U1"), order: OrderID(rawValue: "U1-2024-01-31"), date: try #require(CalendarDate("2024-01-31")),
                    itemName: "Milk", quantity: 3, basePrice: UnitPrice(hundredths: 248), totalPrice: Money(hundredths: 744)))
        #expect(purchase.category == "Uncategorised")
    }

    @Test func `a column of another name can be mapped, by short names too`() throws {
        var options = PurchaseLog.Options()
        for mapping in ["date=Purchased on", "customer=who", "Item Name=WHAT", "total_price=paid=net"] { try options.map(mapping) }
        let text = "Who,What,purchased_on,Paid=Net,TotalPrice\nU1,Milk,2024-01-31,2.00,9.99\n"
        let purchase = try #require(try LogFixture.purchases(text, options: options).first)
        #expect(purchase.totalPrice == Money(hundredths: 200))
        #expect(purchase.basePrice == UnitPrice(hundredths: 200))
    }

    @Test(arguments: [
        "order", "customer", "date", "product", "item", "brand", "category", "quantity", "price", "baseprice", "total", "totalprice",
        "OrderID", "Item Name", "base-PRICE",
    ])
    func `a field has a long and a short name`(name: String) {
        #expect(PurchaseLog.Field(name: name) != nil)
    }

    @Test func `a mapping that cannot be is refused with what there is`() throws {
        var options = PurchaseLog.Options()
        #expect(throws: PurchaseLogError.unknownField("colour")) { try options.map("colour=C") }
        #expect(throws: PurchaseLogError.malformedMapping("date")) { try options.map("date") }
        #expect(throws: PurchaseLogError.malformedMapping("date=")) { try options.map("date=") }
        #expect(PurchaseLogError.unknownField("colour").description.contains("order, customer, date, product, item"))

        try options.map("date=When")
        let error = error(LogFixture.header, options)
        #expect(error?.description.hasPrefix("there is no column \"When\" for date; the log has \"OrderID\", \"CustomerID\"") == true)
    }

    @Test func `a log without a needed column is refused with the columns it has and those looked for`() throws {
        let error = error("Customer ID,Item Name,Worth\nU1,Milk,2\n")
        #expect(error == .missingColumns([.date, .basePrice, .totalPrice], found: ["Customer ID", "Item Name", "Worth"]))
        #expect(
            error?.description == """
                the log has no column "OrderDate", nor "Base Price" or "TotalPrice"; it has "Customer ID", "Item Name", "Worth"; \
                if one of them is meant, say which, as in --map date=COLUMN or ?map=date=COLUMN
                """)
    }

    @Test(arguments: [";", "\t", "|"])
    func `a column that is missing is told by its name, whatever parts the fields, and whatever is mapped`(separator: String) throws {
        let header = ["\"CustomerID\"", "\"OrderDate\"", "\"What\"", "\"Base Price\""].joined(separator: separator)
        let row = ["U1", "2024-01-31", "Milk", "2"].joined(separator: separator)
        for options in [PurchaseLog.Options(), .init(columns: [.brand: "What"])] {
            let error = error("\(header)\n\(row)\n", options)
            #expect(error == .missingColumns([.item], found: ["CustomerID", "OrderDate", "What", "Base Price"]))
        }
    }

    @Test func `a known column that comes twice is refused, unless another is mapped`() throws {
        let text = "CustomerID,OrderDate,Item Name,Base Price,base_price,Worth\nU1,2024-01-31,Milk,1,2,3\n"
        #expect(error(text) == .repeatedColumns(["Base Price", "base_price"], field: .basePrice))
        let options = PurchaseLog.Options(columns: [.basePrice: "worth"])
        #expect(try LogFixture.purchases(text, options: options).first?.basePrice == UnitPrice(hundredths: 300))
    }

    @Test(arguments: ["", "\u{FEFF}", "\n\r\n \n"])
    func `an empty log is refused`(text: String) {
        #expect(error(text) == .empty)
    }

    @Test func `a header alone is told`() {
        #expect(error(LogFixture.header) == .noRows)
    }

    @Test(
        arguments: [
            ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0], "a PNG image"), (Array("%PDF-1.7\n".utf8), "a PDF document"),
            ([0xD0, 0xCF, 0x11, 0xE0, 1], "an old Excel workbook"),
            ([0x41, 0x00, 0x42, 0x43, 0x44, 0x45, 0x46, 0x47, 0x48], "binary data"),
            (Array(" <html><body><table></table></body></html>".utf8), "HTML"), (Array("{\"a\": 1}".utf8), "JSON"),
            (Array("[{\"a\": 1}]".utf8), "JSON"), (Array("<?xml version=\"1.0\"?><a/>".utf8), "XML"),
        ] as [([UInt8], String)])
    func `another kind of file is refused by its name`(bytes: [UInt8], kind: String) {
        #expect(throws: PurchaseLogError.notText(looksLike: kind)) { try LogFixture.log(bytes) }
    }

    @Test func `a header that is too long, too wide, or never closes its quote is refused`() {
        let names = "CustomerID,OrderDate,Item Name,Base Price"
        #expect(error(names + String(repeating: ",", count: 256) + "\n") == .tooManyColumns(limit: 256))
        #expect(error("\"CustomerID,OrderDate") == .unreadableHeader(.unclosedQuote))
    }

    @Test func `a log longer than allowed is refused`() {
        let text = LogFixture.header + String(repeating: "x\n", count: 1000)
        #expect(error(text, .init(maximumBytes: 1000)) == .tooLong(limit: 1000))
    }

    @Test func `a path that is no file is refused`() {
        #expect(throws: PurchaseLogError.cannotOpen(path: "/nowhere/log.csv", reason: "No such file or directory")) {
            try PurchaseLog(contentsOf: "/nowhere/log.csv")
        }
        #expect(throws: PurchaseLogError.notAFile(path: "/")) { try PurchaseLog(contentsOf: "/") }
        #expect(throws: PurchaseLogError.notAFile(path: "/dev/zero")) { try PurchaseLog(contentsOf: "/dev/zero") }
    }

    @Test func `control characters of a header are made visible`() {
        #expect(error("\u{1B}[2J,b\nx,y\n")?.description.contains("\"␛[2J\", \"b\"") == true)
    }
}
