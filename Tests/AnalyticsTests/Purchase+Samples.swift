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
            quantity: quantity, basePrice: Money(hundredths: price), totalPrice: Money(hundredths: price) * quantity
        )
    }

    /// A history drawn from a seed: the same seed, the same history.
    static func history(seed: UInt64, count: Int = 120) -> [Purchase] {
        var state = seed
        func next(_ bound: UInt64) -> Int {
            // SplitMix64 (Steele, Lea and Flood, 2014).
            state &+= 0x9e37_79b9_7f4a_7c15
            var mixed = state
            mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
            return Int((mixed ^ (mixed >> 31)) % bound)
        }
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
