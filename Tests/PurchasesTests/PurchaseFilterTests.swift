import Purchases
import Testing

@Suite struct PurchaseFilterTests {
    private let log = [("2023-01-01", "Dairy"), ("2023-02-28", "Bakery"), ("2024-01-01", "Bakery"), ("2024-02-29", "Dairy")].enumerated()
        .map {
            Purchase(
                user: UserID(rawValue: "U1"), order: OrderID(rawValue: "1"), date: CalendarDate($1.0) ?? CalendarDate(dayNumber: 0),
                itemName: ["a", "b", "c", "d"][$0], category: $1.1, basePrice: .zero, totalPrice: .zero
            )
        }

    @Test(
        arguments: [
            (PurchaseFilter.none, ["a", "b", "c", "d"]),
            (PurchaseFilter(month: .everyYear(1)), ["a", "c"]),
            (PurchaseFilter(month: .only(Month("2024-01")!)), ["c"]),
            (PurchaseFilter(from: CalendarDate("2023-02-28")), ["b", "c", "d"]),
            (PurchaseFilter(to: CalendarDate("2023-02-28")), ["a", "b"]),
            (PurchaseFilter(from: CalendarDate("2023-03-01"), to: CalendarDate("2024-01-01")), ["c"]),
            (PurchaseFilter(categories: ["Dairy"]), ["a", "d"]),
            (PurchaseFilter(categories: ["Dairy", "Bakery"]), ["a", "b", "c", "d"]),
            (PurchaseFilter(month: .everyYear(1), from: CalendarDate("2023-01-02"), categories: ["Dairy"]), []),
        ]
    )
    func `a filter says which purchases pass`(filter: PurchaseFilter, items: [String]) {
        #expect(log.filter(filter.contains).map(\.itemName) == items)
    }
}
