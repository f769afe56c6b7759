import Purchases
import Testing

@testable import Samples

struct LogTextTests {
    private func text(quantity: Int, hundredths: Int64) -> String {
        var text = LogText(products: Catalog.standard.products, capacity: 1_000)
        let line = Order.Line(product: 0, quantity: quantity, price: Money(hundredths: hundredths))
        text.append(Order(date: CalendarDate(dayNumber: 19_753), lines: [line]), number: 10_000, customer: 7)
        return String(decoding: text.bytes, as: UTF8.self)
    }

    @Test func `the header is that of the known logs`() throws {
        let log = String(decoding: try SampleLog(users: 1, months: 1).bytes, as: UTF8.self)
        let header = "OrderID,CustomerID,OrderDate,ProductID,Item Name,Brand,Category,Quantity,Base Price,TotalPrice,Description\n"
        #expect(log.hasPrefix(header))
    }

    @Test func `a row has its fields in order, and the total repeats the price`() {
        let row = "10000,U007,1/31/2024,P0001,House Bananas 2lb Bunch,House,Produce,2,2.48,2.482.48,2lb Bunch bananas\n"
        #expect(text(quantity: 2, hundredths: 2_48) == row)
    }

    @Test(arguments: [(50, "0.5"), (14_00, "14"), (2_48, "2.48"), (3_05, "3.05"), (1_20_00, "120")])
    func `a price has no zeros at its end`(hundredths: Int64, expected: String) {
        #expect(text(quantity: 1, hundredths: hundredths).contains(",1,\(expected),\(expected),"))
    }

    @Test func `a refund has a negative quantity and repeats the price with its minus`() {
        #expect(text(quantity: -1, hundredths: 2_48).contains(",-1,2.48,-2.48,"))
        #expect(text(quantity: -2, hundredths: 2_48).contains(",-2,2.48,-2.48-2.48,"))
    }

    @Test func `customers have at least three digits`() {
        var text = LogText(products: Catalog.standard.products, capacity: 1_000)
        let line = Order.Line(product: 1, quantity: 1, price: Money(hundredths: 1_00))
        for customer in [9, 10, 100, 1_000, 10_000_000] {
            text.append(Order(date: CalendarDate(dayNumber: 0), lines: [line]), number: 1, customer: customer)
        }
        let customers = String(decoding: text.bytes, as: UTF8.self).split(separator: "\n").map { String($0.split(separator: ",")[1]) }
        #expect(customers == ["U009", "U010", "U100", "U1000", "U10000000"])
    }

    @Test func `every row of a log reads back`() throws {
        let lines = try SampleLog(users: 5, months: 24, seed: 8).lines
        let rows = lines.compactMap { SampleRow($0) }
        #expect(rows.count == lines.count)
        #expect(
            rows.allSatisfy {
                $0.totalText == String(repeating: ($0.quantity < 0 ? "-" : "") + $0.priceText, count: Int($0.quantity.magnitude))
            }
        )
    }
}
