import LogReading
import Purchases
import Testing

/// What a log leaves open is asked about, and each answer gives what it says.
@Suite struct LogQuestionTests {
    private func sum(_ text: String, _ arguments: [String] = []) throws -> String {
        try LogFixture.reconciliation(text, arguments).total.description
    }

    /// The answers to the first question of that option.
    private func choices(_ text: String, _ option: LogOption, _ arguments: [String] = []) throws -> [LogQuestion.Choice] {
        try LogFixture.questions(text, arguments).first { $0.option == option }?.choices ?? []
    }

    private let header = "CustomerID,OrderDate,Item Name,Quantity,Base Price"

    @Test(arguments: [
        ("2,\"1,859\"\n1,\"2,250\"", "2", "5968.00", "5.97"), ("1,\"0,500\"", "1", "", "0.50"),
        ("1,1.000\n1,250", "1", "251.00", "1250.00"),
    ])
    func `numbers of three digits behind one sign are asked about`(prices: String, _: String, point: String, comma: String) throws {
        let rows = prices.split(separator: "\n").map { "U1,2024-01-31,Milk,\($0)" }.joined(separator: "\n")
        let text = "\(header)\n\(rows)\n"
        #expect(try choices(text, .decimal).count == 2)
        if !point.isEmpty { #expect(try sum(text, ["decimal ."]) == point) }
        #expect(try sum(text, ["decimal ,"]) == comma)
    }

    @Test func `one number that can be read in one way only settles the others, in every column`() throws {
        #expect(try sum("\(header)\nU1,2024-01-31,Milk,1,\"1,859\"\nU1,2024-01-31,Milk,1,2.50\n") == "1861.50")
        #expect(try sum("\(header)\nU1,2024-01-31,Milk,1,\"1,859\"\nU1,2024-01-31,Milk,1,\"2,50\"\n") == "4.36")
        #expect(try sum("\(header)\nU1,2024-01-31,Milk,\"3,000\",\"2,50\"\n") == "7.50")
        #expect(try sum("\(header)\nU1,2024-01-31,Milk,3.000,2.50\n") == "7.50")
    }

    @Test(arguments: [
        [], ["decimal ,"], ["delimiter \t", "quote none", "header-row 3", "encoding windows-1252", "currency EUR"],
        ["map date=Gekauft am", "map item=A\\n\nb=c", "set customer=me", "ignore x\\", "ignore y", "keep Status=paid=yes"],
        ["date-format excel", "spending negative", "sheet Mai 2024", "profile shopify"], ["quote '", "date-format dd.MM.yy"],
    ])
    func `what is said of a log can be said again of another`(arguments: [String]) throws {
        let options = try LogFixture.options(arguments)
        let again = try #require(PurchaseLog.Options(text: options.text))
        #expect(again == options)
        #expect(again.text == options.text && options.text.isEmpty == arguments.isEmpty)
        #expect(options.text.split(separator: "\n").count == arguments.count)
    }

    @Test(arguments: ["decimal", "decimal ;", "weather fine", "map date"])
    func `what no version can have said is not taken`(text: String) { #expect(PurchaseLog.Options(text: text) == nil) }

    @Test func `sums have the decimals of their currency`() throws {
        let dinars = "\(header),Currency\nU1,2024-01-31,Dates,1,1.2345,KWD\nU1,2024-02-01,Dates,3,0.005,KWD\n"
        #expect(try sum(dinars, ["decimal ."]) == "1.25")
        #expect(try LogFixture.rows(dinars, ["decimal ."]).map(\.purchase?.totalPrice.description) == ["1.235", "0.015"])
        #expect(try LogFixture.reconciliation(dinars, ["decimal ."]).roundedSums == 1)
        let yen = "\(header)\nU1,2024-01-31,Rice,1,¥120.5\nU1,2024-02-01,Rice,1,¥80\n"
        #expect(try sum(yen) == "201.00")
        #expect(try LogFixture.reconciliation(yen).roundedSums == 1)
    }

    @Test func `three digits behind a sign are thousands where the currency has no decimals`() throws {
        for (price, sum) in [("\"¥1,200\"", "1200.00"), ("¥1.200", "1200.00")] {
            #expect(try self.sum("\(header)\nU1,2024-01-31,Rice,1,\(price)\n") == sum)
        }
        #expect(try sum("\(header)\nU1,2024-01-31,Rice,1,\"1,200\"\n", ["currency KRW"]) == "1200.00")
        // Dollars have decimals, a quantity may have some in any currency, and numbers that contradict one another decide nothing.
        for cells in ["1,\"$1,200\"", "\"1,200\",¥80", "1,\"¥0,500\""] {
            #expect(try choices("\(header)\nU1,2024-01-31,Rice,\(cells)\n", .decimal).count == 2)
        }
        #expect(try choices("\(header)\nU1,2024-01-31,Rice,1,¥1.200\nU1,2024-01-31,Rice,1,\"¥1,200\"\n", .decimal).count == 2)
    }

    @Test func `several currencies are asked about, by a column and by signs`() throws {
        let column = "\(header),Currency\nU1,2024-01-31,Milk,1,2.00,USD\nU1,2024-02-01,Milk,1,3.00,EUR\nU1,2024-02-01,Milk,1,4.00,EUR\n"
        #expect(try choices(column, .keep).map(\.value) == ["Currency=EUR", "Currency=USD"])
        #expect(try sum(column, ["keep Currency=EUR"]) == "7.00")
        #expect(try sum(column, ["keep Currency=EUR", "keep Currency=USD", "ignore Currency"]) == "9.00")
        let signs = "\(header)\nU1,2024-01-31,Milk,1,$2.00\nU1,2024-02-01,Milk,1,3.00 €\nU1,2024-02-01,Milk,1,4.00\n"
        #expect(Set(try choices(signs, .currency).map(\.value)) == ["USD", "EUR"])
        let kept = try LogFixture.reconciliation(signs, ["currency USD"])
        #expect(kept.total.description == "6.00")
        #expect(kept.leftOut["sums in EUR"]?.rows == 1)
        #expect(kept.leftOutSum == Money(hundredths: 300))
    }

    @Test(arguments: [
        ("Base Price (USD)", "2.00", "USD"), ("Unit Price [EUR]", "2.00", "EUR"), ("Base Price", "£2.00", "GBP"),
        ("Base Price", "2.00 zł", "PLN"),
        ("Base Price", "2.00", nil),
    ])
    func `the currency is told by the header or the signs, or by nothing`(column: String, price: String, code: String?) throws {
        let log = try LogFixture.log("CustomerID,OrderDate,Item Name,\(column)\nU1,2024-01-31,Milk,\(price)\n")
        #expect(log.summary.currency?.code == code)
    }

    @Test func `a log without customers is asked about, together with all else that is open`() throws {
        let text = "OrderDate,Item Name,Base Price\n3/4/2024,Milk,\"1,859\"\n"
        let questions = try LogFixture.questions(text)
        #expect(questions.map(\.option) == [.set, .decimal, .dateFormat])
        let rows = try LogFixture.rows(text, ["set customer=me", "decimal ,", "date-format dd/MM/yyyy"])
        #expect(rows.first?.purchase?.user.rawValue == "me")
        #expect(rows.first?.purchase?.date.description == "2024-04-03")
    }

    @Test func `the likelier answers are taken where that is wished, and said`() throws {
        var options = PurchaseLog.Options()
        options.takesLikelier = true
        let log = try LogFixture.log("OrderDate,Item Name,Base Price\n3/4/2024,Milk,\"1,859\"\n", options: options)
        #expect(log.summary.takenAnswers.map(\.choice.option) == [.set, .decimal, .dateFormat])
        #expect(try LogFixture.rows(of: log).compactMap(\.purchase).count == 1)
    }

    @Test func `a column that looks like a field and is not used is asked about`() throws {
        let text = "CustomerID,OrderDate,Item Name,Qty in Box,Base Price\nU1,2024-01-31,Milk,3,2.00\n"
        #expect(try choices(text, .map).map(\.value) == ["quantity=Qty in Box", "Qty in Box"])
        #expect(try sum(text, ["map quantity=Qty in Box"]) == "6.00")
        #expect(try sum(text, ["ignore Qty in Box"]) == "2.00")
        let two = "CustomerID,OrderDate,Item Name,Net Amount,Gross Amount\nU1,2024-01-31,Milk,3,2.00\n"
        #expect(try choices(two, .map).count == 2)
        #expect(try sum(two, ["map total=Gross Amount"]) == "2.00")
    }

    @Test func `statuses of unknown logs are asked about when they may be of no purchase`() throws {
        let text = "\(header),Status\nU1,2024-01-31,Milk,1,2.00,Completed\nU1,2024-01-31,Milk,1,3.00,Cancelled\n"
        #expect(try choices(text, .keep).first?.value == "Status=Completed")
        #expect(try sum(text, ["keep Status=completed"]) == "2.00")
        #expect(try sum(text, ["ignore Status"]) == "5.00")
        #expect(try sum(text.replacing("Cancelled", with: "Shipped")) == "5.00")
    }

    @Test func `statements that write spending as negative are turned, announced, and may be said not to be`() throws {
        let amounts = [-5.0, -12.5, -3, -8, 20]
        let text = "Date,Description,Amount\n" + amounts.enumerated().map { "2024-01-0\($0 + 1),Shop,\($1)\n" }.joined()
        let result = try LogFixture.reconciliation(text, ["set customer=me"])
        #expect(result.total.description == "8.50")
        #expect(result.summary.decisions.contains { $0.property == .spending && $0.basis.contains("4 of 5") })
        #expect(try sum(text, ["set customer=me", "spending positive"]) == "-8.50")
        let few = "Date,Description,Amount\n2024-01-01,Shop,-5.00\n"
        #expect(try choices(few, .spending, ["set customer=me"]).map(\.value) == ["negative", "positive"])
    }

    @Test func `what went out less what came in is the sum of a line`() throws {
        let text = "Date,Description,Debit,Credit\n13/01/2024,SHOP,54.20,\n17/01/2024,REFUND,,30.00\n"
        #expect(try sum(text, ["set customer=me"]) == "24.20")
    }

    @Test(arguments: [
        "decimal x", "currency XYZW", "keep Currency", "set customer", "set total=5", "spending both", "encoding nothing",
        "encoding UTF-8//IGNORE",
        "delimiter ab", "delimiter a", "quote x", "header-row x", "date-format x", "profile none",
    ])
    func `an option that cannot be is refused with what can`(argument: String) {
        let error = #expect(throws: PurchaseLogError.self) { try LogFixture.options([argument]) }
        #expect(error?.description.hasPrefix("--\(argument.prefix { $0 != " " }): ") == true)
    }

    @Test func `a column that an option names and the log has not is refused with those there are`() {
        for argument in ["keep Colour=red", "ignore Colour", "map brand=Colour"] {
            let error = #expect(throws: PurchaseLogError.self) {
                try LogFixture.log(Array("\(header)\nU1,2024-01-31,Milk,1,1\n".utf8), [argument])
            }
            #expect(error?.description.contains("the log has \"CustomerID\", \"OrderDate\"") == true)
        }
    }
}
