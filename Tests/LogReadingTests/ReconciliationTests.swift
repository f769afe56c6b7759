import Purchases

@testable import LogReading
import Testing

@Suite struct ReconciliationTests {
    private func reconciliation(_ text: String, _ options: PurchaseLog.Options = .init()) throws -> Reconciliation {
        let log = try LogFixture.log(text, options: options)
        var reconciliation = Reconciliation(of: log)
        for row in try LogFixture.rows(of: log) { reconciliation.record(row) }
        return reconciliation
    }

    @Test func `nothing read is nothing counted`() throws {
        let empty = Reconciliation(summary: ReadingSummary())
        #expect((empty.rows, empty.acceptedRows, empty.rejectedRows, empty.units, empty.shopperCount) == (0, 0, 0, 0, 0))
        #expect(empty.total == .zero)
        #expect((empty.firstDate, empty.lastDate) == (nil, nil))
        #expect(empty.description == "0 rows read, 0 accepted, none rejected")
    }

    @Test func `sums, dates, shoppers and repairs are counted`() throws {
        let text =
            LogFixture.header + """
                1,U1,1/31/2024,P1,Milk,Farm,Dairy,2,2.48,2.482.48,x
                1,U1,1/31/2024,P1,Milk,Farm,Dairy,2,2.48,,x
                2,U2,12/1/2023,P1,Milk,Farm,Dairy,-1,2.48,2.48,x
                3,U1,2/1/2024,P1,Milk,Farm,Dairy,1,2.48,600.0049,x
                4,U1,2/1/2024,P1,Milk,Farm,Dairy,two,2.48,2.48,x
                4,U1,2024-02-30,P1,Milk,Farm,Dairy,1,2.48,2.48,x
                4,U1,2/1/2024,P1,Milk,Farm,Dairy,three,2.48,2.48,x
                """
        let result = try reconciliation(text)
        #expect(
            result.description == """
                7 rows read, 4 accepted, 3 rejected
                  2: Quantity is not a quantity such as 2 or 0.75
                  1: OrderDate is not a day of the calendar
                2 shoppers, 4 units, 607.44 in all (USD), from 2023-12-01 to 2024-02-01
                the file's 609.92 are 607.44 kept + 2.48 rejected; 2 rejected rows without a sum that can be read
                1 refund
                1 total written as repeated base prices, read as base price × quantity; together 4.96
                1 total left empty, which became base price × quantity; together 4.96
                1 row with more than two decimals, rounded; together 600.00
                """)
        #expect(result.rejections.map(\.line) == [6, 7, 8])
        #expect(result.dateOrder == .monthFirst)
    }

    @Test func `an order of dates that is the likelier one is said`() throws {
        let text = LogFixture.header + "1,U1,1/2/2024,P1,Milk,Farm,Dairy,1,2.48,2.48,x\n"
        var options = PurchaseLog.Options()
        options.takesLikelier = true
        #expect(try reconciliation(text, options).isDateOrderAmbiguous)
        #expect(try reconciliation(text, options).summary.lines.last?.contains("taken: --date-format MM/dd/yyyy") == true)
        #expect(try !reconciliation(text, .init(dateOrder: .monthFirst)).isDateOrderAmbiguous)
    }

    @Test func `rows that are left out are counted apart, and all sums add up to the file's`() throws {
        let text = """
            CustomerID,OrderDate,Item Name,Base Price,State
            U1,2024-01-31,Milk,2.00,good
            U1,2024-01-31,Eggs,3.00,bad
            U1,tomorrow,Eggs,5.00,good
            ,,,,
            Total,,,10.00,
            """
        let result = try LogFixture.reconciliation(text, ["keep State=good"])
        #expect((result.rows, result.acceptedRows, result.rejectedRows, result.leftOutRows) == (5, 1, 1, 3))
        #expect(result.fileTotal == result.total + result.leftOutSum + result.rejectedSum)
        #expect(result.fileTotal == Money(hundredths: 1000))
        #expect(result.leftOut["State is \"bad\""]?.sum == Money(hundredths: 300))
    }

    @Test func `days that have not come are kept, counted and warned about`() throws {
        let log = try LogFixture.log("CustomerID,OrderDate,Item Name,Base Price\nU1,2024-01-31,Milk,1\nU1,2062-01-31,Milk,1\n")
        var result = Reconciliation(of: log, today: CalendarDate("2024-01-31"))
        for row in try LogFixture.rows(of: log) { result.record(row) }
        #expect((result.acceptedRows, result.futureRows) == (2, 1))
        #expect(result.description.contains("warning: 1 row of days that have not come"))
        #expect(Rejection.Reason.allCases.allSatisfy { !$0.remedy.isEmpty })
    }

    @Test func `the first hundred rejections are kept, all are counted`() throws {
        let good = String(repeating: "1,U1,2024-01-31,P1,Milk,Farm,Dairy,1,2.48,2.48,x\n", count: 250)
        let text = LogFixture.header + good + String(repeating: "1,2\n", count: 250)
        let result = try reconciliation(text)
        #expect(result.rejections.count == 100)
        #expect(result.rejectedRows == 250)
        #expect(result.rejectedRowsByFault == [.init(column: nil, reason: .fieldCount): 250])
    }

    @Test func `a sum beyond all numbers stays where it was`() {
        var result = Reconciliation(summary: ReadingSummary())
        let purchase = Purchase(
            user: UserID(rawValue: "U1"), order: OrderID(rawValue: "1"), date: CalendarDate(dayNumber: 0), itemName: "Milk",
            basePrice: .zero, totalPrice: Money(thousandths: .max))
        for _ in 0..<3 { result.record(.purchase(purchase, [])) }
        #expect(result.total == Money(thousandths: .max))
        #expect(result.acceptedRows == 3)
    }
}
