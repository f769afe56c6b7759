import Analytics
import Purchases
import Testing

@Suite struct PriceHistoryTests {
    @Test func `a price is what one came to, discounts included`() {
        var discounted = Purchase.sample(on: "2024-02-01", quantity: 3, price: 2_00)
        discounted.totalPrice = Money(hundredths: 5_00)
        let history = PriceHistory(of: [.sample(on: "2024-01-01", price: 2_00), discounted, .sample("Eggs", price: 9_00)], item: "Milk")
        #expect(history.prices.map(\.unitPrice.hundredths) == [2_00, 1_67])
        #expect(history.minimum == Money(hundredths: 1_67) && history.maximum == Money(hundredths: 2_00))
        #expect(history.latest == history.minimum)
        #expect(history.change == Money(hundredths: -33) && history.changeShare == -0.165)
    }

    @Test func `refunds are no price, and what was paid twice on a day is there once`() {
        let history = PriceHistory(
            of: [.sample(price: 2_00), .sample(price: 2_50), .sample(quantity: 2, price: 2_00), .sample(quantity: -1, price: 9_00)],
            item: "Milk")
        #expect(history.prices.map(\.unitPrice.hundredths) == [2_00, 2_50])
    }

    @Test func `without a purchase there is no price`() {
        let history = PriceHistory(of: [.sample(quantity: -1)], item: "Milk")
        #expect(history.prices.isEmpty)
        #expect(history.minimum == nil && history.latest == nil && history.change == nil && history.changeShare == nil)
    }

    @Test(arguments: 1...20 as ClosedRange<UInt64>)
    func `every price lies between the lowest and the highest, in order of date`(seed: UInt64) throws {
        let history = Purchase.history(seed: seed)
        for item in Set(history.map(\.itemName)) {
            let prices = PriceHistory(of: history, item: item)
            guard let low = prices.minimum, let high = prices.maximum, let change = prices.change, let first = prices.prices.first else {
                continue
            }
            #expect(prices.prices.allSatisfy { low <= $0.unitPrice && $0.unitPrice <= high })
            #expect(zip(prices.prices, prices.prices.dropFirst()).allSatisfy { $0.date <= $1.date })
            #expect(first.unitPrice + change == prices.latest)
        }
    }
}
