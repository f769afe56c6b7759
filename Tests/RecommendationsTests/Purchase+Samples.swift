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
            category: category, quantity: quantity, basePrice: Money(hundredths: price), totalPrice: Money(hundredths: price) * quantity
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

/// Sebastiano Vigna's splitmix64: random numbers that are the same for the same seed.
struct SplitMix64: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }
}

/// Shoppers of one shop, with items that some of them buy again and again.
enum Shop {
    static func histories(seed: UInt64, shoppers: Int = 30) -> [[Purchase]] {
        var random = SplitMix64(state: seed)
        return (0..<shoppers).map { shopper in
            let favourites = (0..<6).map { _ in Int.random(in: 0..<40, using: &random) }
            var day = 19_000 + Int.random(in: 0..<60, using: &random)
            return (0..<Int.random(in: 1...25, using: &random)).flatMap { _ -> [Purchase] in
                day += Int.random(in: 1...20, using: &random)
                return (0..<Int.random(in: 1...6, using: &random)).map { _ in
                    let item =
                        Bool.random(using: &random) ? favourites.randomElement(using: &random) ?? 0 : .random(in: 0..<40, using: &random)
                    return .sample("Item \(item)", day, "Category \(item % 7)", user: "U\(shopper)", price: Int64(100 + item * 10))
                }
            }
        }
    }
}
