import Hashing
import Purchases

extension Purchase {
    /// A line to try things on: an order a day.
    static func sample(
        _ item: String, _ day: Int, _ category: String = "Dairy", user: String = "U1", quantity: Int = 1, price: Int64 = 2_00
    )
        -> Purchase
    {
        Purchase(
            user: UserID(rawValue: user), order: OrderID(rawValue: String(day)), date: CalendarDate(dayNumber: day), itemName: item,
            category: category, quantity: Quantity(quantity), basePrice: UnitPrice(hundredths: price),
            totalPrice: Money(hundredths: price) * quantity
        )
    }
}

extension ShopStatistics {
    /// Those of the shoppers' purchases, each list one shopper's.
    init(of histories: [[Purchase]]) {
        var tally = StatisticsTally()
        for history in histories { tally.add(history.compactMap(StatisticsTally.Line.init)) }
        self.init(tally)
    }
}

/// Shoppers of one shop, with items that some of them buy again and again.
enum Shop {
    static func histories(seed: UInt64, shoppers: Int = 30, items: Int = 40) -> [[Purchase]] {
        var random = SplitMix64(state: seed)
        return (0..<shoppers).map { shopper in
            let favourites = (0..<6).map { _ in Int.random(in: 0..<items, using: &random) }
            var day = 19_000 + Int.random(in: 0..<60, using: &random)
            return (0..<Int.random(in: 1...25, using: &random)).flatMap { _ -> [Purchase] in
                day += Int.random(in: 1...20, using: &random)
                return (0..<Int.random(in: 1...6, using: &random)).map { _ in
                    let item =
                        Bool.random(using: &random) ? favourites.randomElement(using: &random) ?? 0 : .random(in: 0..<items, using: &random)
                    return .sample("Item \(item)", day, "Category \(item % 7)", user: "U\(shopper)", price: Int64(100 + item * 10))
                }
            }
        }
    }
}
