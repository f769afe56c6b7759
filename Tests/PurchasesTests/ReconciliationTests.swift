@testable import Purchases
import Testing

@Suite struct ReconciliationTests {
    private func reconciliation(_ text: String, _ options: PurchaseLog.Options = .init()) throws -> Reconciliation {
        let log = try LogFixture.log(text, options: options)
        var reconciliation = Reconciliation(of: log)
        for row in try LogFixture.rows(of: log) { reconciliation.record(row) }
        return reconciliation
    }

    @Test func `nothing read is nothing counted`() throws {
        let empty = try reconciliation(LogFixture.header)
        #expect((empty.rows, empty.acceptedRows, empty.rejectedRows, empty.units, empty.shopperCount) == (0, 0, 0, 0, 0))
        #expect(empty.total == .zero)
        #expect((empty.firstDate, empty.lastDate) == (nil, nil))
        #expect(empty.description == "0 rows read, 0 accepted, none rejected")
    }

    @Test func `sums, dates, shoppers and repairs are counted`() throws {
        let text =
            LogFixture.header + """
                1,U1,1/31/2024,P1,Milk,Farm,Dairy,2,2.48,2.482.48,x
                1,U1,1/31/2024,P1,Milk,Farm,Dairy,2,2.48,n/a,x
                2,U2,12/1/2023,P1,Milk,Farm,Dairy,-1,2.48,2.48,x
                3,U1,2/1/2024,P1,Milk,Farm,Dairy,1,2.485,600.00,x
                4,U1,2/1/2024,P1,Milk,Farm,Dairy,two,2.48,2.48,x
                4,U1,2024-02-30,P1,Milk,Farm,Dairy,1,2.48,2.48,x
                4,U1,2/1/2024,P1,Milk,Farm,Dairy,three,2.48,2.48,x
                """
        let result = try reconciliation(text)
        #expect(
            result.description == """
                7 rows read, 4 accepted, 3 rejected
                  2: Quantity is not a whole number
                  1: OrderDate is not a day of the calendar
                2 shoppers, 4 units, 607.44 in all, from 2023-12-01 to 2024-02-01
                1 refund
                1 total written as repeated base prices, read as base price × quantity
                1 total could not be read and became base price × quantity
                1 row with more than two decimals, rounded
                """)
        #expect(result.rejections.map(\.line) == [6, 7, 8])
        #expect(result.dateOrder == .monthFirst)
    }

    @Test func `an order of dates that is a guess is said`() throws {
        let text = LogFixture.header + "1,U1,1/2/2024,P1,Milk,Farm,Dairy,1,2.48,2.48,x\n"
        #expect(try reconciliation(text).description.hasSuffix("read as month/day/year; if that is wrong, give the date format"))
        #expect(try !reconciliation(text, .init(dateOrder: .monthFirst)).isDateOrderAmbiguous)
    }

    @Test func `the first hundred rejections are kept, all are counted`() throws {
        let text = LogFixture.header + String(repeating: "1,2\n", count: 250)
        let result = try reconciliation(text)
        #expect(result.rejections.count == 100)
        #expect(result.rejectedRows == 250)
        #expect(result.rejectedRowsByFault == [.init(column: nil, reason: .fieldCount): 250])
    }

    @Test func `a sum beyond all numbers stays where it was`() {
        var result = Reconciliation(dateOrder: .yearFirst, isDateOrderAmbiguous: false)
        let purchase = Purchase(
            user: UserID(rawValue: "U1"), order: OrderID(rawValue: "1"), date: CalendarDate(dayNumber: 0), itemName: "Milk",
            basePrice: .zero, totalPrice: Money(hundredths: .max))
        for _ in 0..<3 { result.record(.purchase(purchase, [])) }
        #expect(result.total == Money(hundredths: .max))
        #expect(result.acceptedRows == 3)
    }
}
