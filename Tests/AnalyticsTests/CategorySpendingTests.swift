import Analytics
import Purchases
import Testing

@Suite struct CategorySpendingTests {
    @Test func `nothing bought is nothing spent`() {
        let spending = CategorySpending(of: [])
        #expect(spending.rows.isEmpty)
        #expect(spending.total == .zero)
    }

    @Test func `sums, orders, lines and units are counted by category, the largest sum first`() throws {
        let spending = CategorySpending(of: [
            .sample("Milk", "Dairy", order: "1", quantity: 2, price: 2_48), .sample("Butter", "Dairy", order: "2", price: 4_00),
            .sample("Milk", "Dairy", order: "2", quantity: -1, price: 2_48), .sample("Ham", "Meat", order: "2", price: 9_00),
        ])
        #expect(spending.rows.map(\.category) == ["Meat", "Dairy"])
        let dairy = try #require(spending.rows.last)
        #expect(dairy.total == Money(hundredths: 6_48))
        #expect(dairy.orderCount == 2)
        #expect(dairy.lineCount == 3)
        #expect(dairy.units == 2)
        #expect(abs(dairy.share - 648.0 / 1548) < 1e-12)
    }

    @Test func `categories of equal sums come by name`() {
        #expect(CategorySpending(of: [.sample("b", "B"), .sample("a", "A")]).rows.map(\.category) == ["A", "B"])
    }

    @Test func `a sum that is not positive has no shares`() {
        #expect(CategorySpending(of: [.sample(quantity: -1)]).rows.map(\.share) == [0])
    }

    @Test(arguments: 1...30 as ClosedRange<UInt64>)
    func `the parts come to the whole`(seed: UInt64) {
        let history = Purchase.history(seed: seed)
        let spending = CategorySpending(of: history)
        #expect(spending.total == history.map(\.totalPrice).reduce(.zero, +))
        #expect(spending.rows.map(\.total).reduce(.zero, +) == spending.total)
        #expect(spending.rows.map(\.lineCount).reduce(0, +) == history.count)
        #expect(abs(spending.rows.map(\.share).reduce(0, +) - 1) < 1e-9)
        #expect(spending.rows == CategorySpending(of: history.reversed()).rows, "order does not matter")
    }
}
