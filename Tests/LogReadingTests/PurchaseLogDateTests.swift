import LogReading
import Purchases
import Testing

/// How the dates of a whole log are told apart.
@Suite struct PurchaseLogDateTests {
    private func log(
        _ dates: [String], _ order: DateOrder? = nil, header: String = "CustomerID,OrderDate,Item Name,Base Price", price: String = "2"
    ) throws -> PurchaseLog {
        let rows = dates.map { "U1,\"\($0)\",Milk,\"\(price)\"\n" }.joined()
        return try LogFixture.log("\(header)\n" + rows, options: .init(dateOrder: order))
    }

    private func dates(_ dates: [String], _ order: DateOrder? = nil) throws -> [String?] {
        try LogFixture.rows(of: log(dates, order)).map { $0.purchase?.date.description }
    }

    private func question(_ dates: [String]) throws -> LogQuestion? {
        do throws(PurchaseLogError) {
            _ = try PurchaseLog(of: dates)
            return nil
        } catch .questions(let questions) { return questions.first }
    }

    @Test func `one date that can be read one way only decides for all`() throws {
        #expect(try dates(["1/2/2024", "1/13/2024"]) == ["2024-01-02", "2024-01-13"])
        #expect(try dates(["1/2/2024", "13/1/2024 10:00"]) == ["2024-02-01", "2024-01-13"])
        #expect(try dates(["1/2/24", "13/1/24"]) == ["2024-02-01", "2024-01-13"])
    }

    @Test func `dates that could be read either way are asked about, with what each answer gives`() throws {
        let question = try #require(try question(["3/4/2024", "1/2/2024"]))
        #expect(question.option == .dateFormat)
        #expect(question.text.contains("3/4/2024"))
        #expect(question.choices.map(\.value) == ["MM/dd/yyyy", "dd/MM/yyyy"])
        #expect(question.choices.map(\.meaning) == ["reads 3/4/2024 as 2024-03-04", "reads 3/4/2024 as 2024-04-03"])
        for choice in question.choices {
            var options = PurchaseLog.Options()
            try options.take(choice.option, choice.value)
            #expect(try dates(["3/4/2024"], options.dateOrder) == [choice.value.hasPrefix("M") ? "2024-03-04" : "2024-04-03"])
        }
    }

    @Test func `dates in two orders are asked about, unless those of one are a slip among many`() throws {
        #expect(try question(["13/1/2024", "14/1/2024", "1/15/2024"])?.text.contains("two orders") == true)
        let many = Array(repeating: "13/1/2024", count: 60)
        #expect(try dates(many + ["1/15/2024"]).suffix(2) == ["2024-01-13", nil])
    }

    @Test func `points, the currency, the decimal comma and the language settle what dates leave open`() throws {
        func first(_ log: PurchaseLog) throws -> String? { try LogFixture.rows(of: log).first?.purchase?.date.description }
        #expect(try first(log(["1.2.2024"])) == "2024-02-01")
        #expect(try first(log(["1/2/2024"], price: "$2.00")) == "2024-01-02")
        #expect(try first(log(["1/2/2024"], price: "2.00 €")) == "2024-02-01")
        #expect(try first(log(["1/2/2024"], price: "2,00")) == "2024-02-01")
        #expect(try first(log(["1/2/2024"], header: "Kunde,Datum,Artikel,Einzelpreis")) == "2024-02-01")
        #expect(try first(log(["1/2/2024"], header: "Customer,Date,Product,Price (GBP)")) == "2024-02-01")
    }

    @Test func `dates that begin with their year may stand among others`() throws {
        #expect(try log(["2024-01-02", "2024/1/13 10:00"]).summary.dateOrder == .yearFirst)
        #expect(try dates(["2024-01-02", "13/1/2024"]) == ["2024-01-02", "2024-01-13"])
    }

    @Test func `a given order wins over the file's`() throws {
        #expect(try dates(["1/2/2024", "1/13/2024"], .dayFirst) == ["2024-02-01", nil])
        #expect(try dates(["1/2/2024", "2024-01-13"], .yearFirst) == [nil, "2024-01-13"])
    }

    @Test func `a column of days as Excel counts them is read, one of other counts is asked about`() throws {
        #expect(try dates(["45322", "45323.5"]) == ["2024-01-31", "2024-02-01"])
        #expect(try question(["1", "700"])?.likelier == nil)
        #expect(try dates(["1", "700"], DateOrder(pattern: "days since 2020-12-31")) == ["2021-01-01", "2022-12-01"])
    }

    @Test func `short dates that may begin with their year are asked about`() throws {
        #expect(try dates(["99-01-02", "00-02-03", "98-11-13"]) == ["1999-01-02", "2000-02-03", "1998-11-13"])
        #expect(try question(["22-01-14", "22-02-15", "23-02-16"])?.choices.map(\.value).contains("yyyy-MM-dd") == true)
    }
}

extension PurchaseLog {
    /// A log of these dates.
    fileprivate init(of dates: [String]) throws(PurchaseLogError) {
        let rows = dates.map { "U1,\"\($0)\",Milk,2\n" }.joined()
        self = try LogFixture.opened("CustomerID,OrderDate,Item Name,Base Price\n" + rows)
    }
}
