import Hashing
import Purchases

extension Purchase {
    /// A purchase of one shopper, most of it by default.
    static func sample(
        _ item: String = "Milk", _ category: String = "Dairy", on date: String = "2024-01-15", order: String? = nil, quantity: Int = 1,
        price: Int64 = 1_00
    ) -> Purchase {
        let day = CalendarDate(date) ?? CalendarDate(dayNumber: 0)
        return Purchase(
            user: UserID(rawValue: "U1"), order: OrderID(rawValue: order ?? date), date: day, itemName: item, category: category,
            quantity: Quantity(quantity), basePrice: UnitPrice(hundredths: price), totalPrice: Money(hundredths: price) * quantity
        )
    }

    /// A history drawn from a seed: the same seed, the same history.
    static func history(seed: UInt64, count: Int = 120) -> [Purchase] {
        var random = SplitMix64(state: seed)
        func next(_ bound: UInt64) -> Int { Int(random.next() % bound) }
        return (0..<count).map { _ in
            let date = CalendarDate(dayNumber: 19_700 + next(500))
            return sample(
                "Item \(next(20))", "Category \(next(6))", on: date.description, order: "\(date)-\(next(2))",
                quantity: next(12) == 0 ? -1 : next(4) + 1, price: Int64(next(3_000)) + 1
            )
        }
        .sorted { $0.date < $1.date }
    }
}
