import Purchases
import Testing

/// How the dates of a whole log are told apart.
@Suite struct PurchaseLogDateTests {
    private func log(_ dates: [String], _ order: DateOrder? = nil) throws -> PurchaseLog {
        let rows = dates.map { "U1,\($0),Milk,2\n" }.joined()
        return try LogFixture.log("CustomerID,OrderDate,Item Name,Base Price\n" + rows, options: .init(dateOrder: order))
    }

    private func dates(_ dates: [String], _ order: DateOrder? = nil) throws -> [String?] {
        try LogFixture.rows(of: log(dates, order)).map { $0.purchase?.date.description }
    }

    @Test func `one date that can be read one way only decides for all`() throws {
        #expect(try dates(["1/2/2024", "1/13/2024"]) == ["2024-01-02", "2024-01-13"])
        #expect(try dates(["1/2/2024", "13/1/2024 10:00"]) == ["2024-02-01", "2024-01-13"])
        #expect(try !log(["1/2/2024", "13/1/2024"]).isDateOrderAmbiguous)
    }

    @Test func `the order of most dates wins, and the others are rejected`() throws {
        #expect(try dates(["13/1/2024", "14/1/2024", "1/15/2024"]) == ["2024-01-13", "2024-01-14", nil])
        #expect(try log(["13/1/2024", "14/1/2024", "1/15/2024"]).dateOrder == .dayFirst)
    }

    @Test(arguments: [["1/2/2024"], ["13/1/2024", "1/13/2024"]])
    func `a tie is month first, and a guess`(dates: [String]) throws {
        let log = try log(dates)
        #expect(log.dateOrder == .monthFirst)
        #expect(log.isDateOrderAmbiguous)
    }

    @Test func `dates that begin with their year leave nothing open`() throws {
        let log = try log(["2024-01-02", "2024/1/13 10:00"])
        #expect(log.dateOrder == .yearFirst)
        #expect(!log.isDateOrderAmbiguous)
    }

    @Test func `dates that begin with their year may stand among others`() throws {
        #expect(try dates(["2024-01-02", "13/1/2024"]) == ["2024-01-02", "2024-01-13"])
    }

    @Test func `a given order wins over the file's`() throws {
        #expect(try dates(["1/2/2024", "1/13/2024"], .dayFirst) == ["2024-02-01", nil])
        #expect(try !log(["1/2/2024"], .dayFirst).isDateOrderAmbiguous)
        #expect(try dates(["1/2/2024", "2024-01-13"], .yearFirst) == [nil, "2024-01-13"])
    }

    @Test func `what is no date, or stands in a row at fault, has no vote`() throws {
        #expect(try log(["13/1/24", "13/13/2024", "13/x/2024", "\"13/1/2024\"s", "1/2/2024"]).isDateOrderAmbiguous)
    }
}
