import Purchases
import Testing

@testable import Samples

struct PriceListTests {
    private let shop = Shop(from: SampleLog.defaultStart, months: 24, seed: SampleLog.defaultSeed)

    private func prices(ofProduct product: Int) -> [Int64] {
        (0...shop.lastDay.days(since: shop.firstDay)).map {
            shop.prices.price(ofProduct: product, on: shop.firstDay.adding(days: $0)).hundredths
        }
    }

    @Test func `a price is the same for all shoppers on a day`() {
        struct Shelf: Hashable {
            var product: String
            var date: CalendarDate
        }
        let bought = SampleLog.twoYears.filter { $0.quantity > 0 }
        let prices = Dictionary(grouping: bought) { Shelf(product: $0.product, date: $0.date) }
        #expect(prices.values.contains { Set($0.map(\.customer)).count > 1 })
        #expect(prices.values.allSatisfy { Set($0.map(\.price)).count == 1 })
    }

    @Test func `prices move in steps, a few a year`() {
        let steps = shop.catalog.products.indices.map { product in
            let prices = prices(ofProduct: product)
            return zip(prices, prices.dropFirst()).count { $0 != $1 }
        }
        #expect(steps.allSatisfy { $0 <= 12 })
        #expect((3...8).contains(steps.reduce(0, +) / steps.count))
    }

    @Test func `the shop grows dearer by a few percent a year`() {
        let all = shop.catalog.products.indices.map { prices(ofProduct: $0) }
        let first = all.reduce(0) { $0 + $1[0] }
        let last = all.reduce(0) { $0 + $1[$1.count - 1] }
        #expect((104...110).contains(last * 100 / first))
    }

    @Test func `some prices jump, most do not`() {
        let jumps = shop.catalog.products.indices.count { product in
            let prices = prices(ofProduct: product)
            return zip(prices, prices.dropFirst()).contains { $1 * 100 >= $0 * 115 }
        }
        #expect(jumps > 5)
        #expect(jumps * 5 < shop.catalog.products.count)
    }

    @Test func `each price can be written on a tag`() {
        for product in shop.catalog.products.indices {
            #expect(prices(ofProduct: product).allSatisfy { $0 > 0 && [0, 3, 8].contains($0 % 10) })
        }
    }
}
