import Purchases
import Testing

@Suite struct PurchaseFilterTests {
    private func purchase(_ date: String, _ category: String = "Dairy") throws -> Purchase {
        Purchase(
            user: UserID(rawValue: "U1"), order: OrderID(rawValue: "1"), date: try #require(CalendarDate(date)), itemName: "Milk",
            category: category, basePrice: Money(hundredths: 100), totalPrice: Money(hundredths: 100))
    }

    @Test func `no filter lets everything through`() throws {
        #expect(PurchaseFilter() == .none)
        #expect(PurchaseFilter.none.contains(try purchase("2024-05-31")))
    }

    @Test func `the first and the last day are included`() throws {
        let filter = PurchaseFilter(from: CalendarDate("2024-01-10"), to: CalendarDate("2024-01-20"))
        let days = try ["2024-01-09", "2024-01-10", "2024-01-20", "2024-01-21"].map { filter.contains(try purchase($0)) }
        #expect(days == [false, true, true, false])
    }

    @Test func `a month of every year is not a month of one year`() throws {
        let may = try #require(Month("2024-05"))
        let dates = ["2023-05-01", "2024-05-31", "2024-06-01"]
        #expect(try dates.map { PurchaseFilter(month: .everyYear(5)).contains(try purchase($0)) } == [true, true, false])
        #expect(try dates.map { PurchaseFilter(month: .only(may)).contains(try purchase($0)) } == [false, true, false])
    }

    @Test func `any of the categories is enough, and every other condition must hold`() throws {
        let filter = PurchaseFilter(from: CalendarDate("2024-01-01"), categories: ["Dairy", "Snacks"])
        #expect(filter.contains(try purchase("2024-01-01", "Snacks")))
        #expect(!filter.contains(try purchase("2024-01-01", "Meat")))
        #expect(!filter.contains(try purchase("2023-12-31", "Dairy")))
    }
}
