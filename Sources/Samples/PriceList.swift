import Purchases

/// What each product costs in each week, the same for all shoppers.
///
/// A price holds for two to six months, then follows the mild inflation of the whole shop, give or take a little;
/// now and then one jumps by a fifth or more and stays there. Four bytes for each product and week.
struct PriceList {
    /// What the shop's prices grow by in a week, in millionths: 2.6 % a year. The jumps bring it to between 3 and 4 %.
    private static let weeklyInflation = 494
    private static let million = 1_000_000

    private let firstDay: CalendarDate
    private let weekCount: Int
    /// Hundredths, by product, then by week.
    private let prices: [Int32]

    init(products: [Product], from firstDay: CalendarDate, to lastDay: CalendarDate, seed: UInt64) {
        self.firstDay = firstDay
        weekCount = lastDay.days(since: firstDay) / 7 + 1
        var prices: [Int32] = []
        prices.reserveCapacity(products.count * weekCount)
        for (index, product) in products.enumerated() {
            var random = RandomStream(seed: seed, for: .price(product: index))
            Self.appendPrices(of: product, isRound: index % 9 == 0, weeks: weekCount, to: &prices, using: &random)
        }
        self.prices = prices
    }

    /// - Precondition: The day is in the list's range.
    func price(ofProduct product: Int, on day: CalendarDate) -> Money {
        Money(hundredths: Int64(prices[product * weekCount + day.days(since: firstDay) / 7]))
    }

    private static func appendPrices(
        of product: Product, isRound: Bool, weeks: Int, to prices: inout [Int32], using random: inout RandomStream
    ) {
        var level = Int(product.price.hundredths) * million
        var price = asOnATag(hundredths: level / million, isRound: isRound)
        var nextChange = random.number(in: 2...24)
        for week in 0..<weeks {
            if week == nextChange {
                nextChange += random.number(in: 9...26)
                if random.chance(1, in: 80) { level = level / 100 * random.number(in: 120...140) }
                price = asOnATag(hundredths: level / million * random.number(in: 98...102) / 100, isRound: isRound)
            }
            prices.append(Int32(price))
            level += level / million * weeklyInflation
        }
    }

    /// Rounds as shops do: to a price that ends in 3 or 8, above 5 in 8, and for some products in a full ten.
    private static func asOnATag(hundredths: Int, isRound: Bool) -> Int {
        let grid = isRound || hundredths >= 5_00 ? 10 : 5
        let rounded = max((hundredths + grid / 2) / grid * grid, 50)
        return isRound ? rounded : rounded - 2
    }
}
