import Analytics
import Purchases
import Testing

@Suite struct TopItemsTests {
    private let purchases: [Purchase] = [
        .sample("Milk", on: "2024-01-01", price: 2_00), .sample("Milk", on: "2024-02-01", quantity: 2, price: 2_50),
        .sample("Ham", "Meat", on: "2024-02-01", price: 20_00), .sample("Bread", "Bakery", on: "2024-01-01"),
        .sample("Bread", "Pantry", on: "2024-03-01", quantity: -1),
    ]

    @Test func `by count, the item on most lines comes first`() {
        #expect(TopItems(of: purchases, limit: 10, by: .count).rows.map(\.itemName) == ["Milk", "Bread", "Ham"])
    }

    @Test func `by spend, the largest sum comes first`() {
        #expect(TopItems(of: purchases, limit: 10, by: .spend).rows.map(\.itemName) == ["Ham", "Milk", "Bread"])
    }

    @Test func `a row sums up all lines of its item`() throws {
        let milk = try #require(TopItems(of: purchases, limit: 1, by: .count).rows.first)
        #expect(milk.purchaseCount == 2)
        #expect(milk.units == 3)
        #expect(milk.total == Money(hundredths: 7_00))
        #expect(milk.averagePrice == Money(hundredths: 2_33))
        #expect(milk.lastPurchased == CalendarDate("2024-02-01"))
    }

    @Test func `an item given back as often as bought has no average price, and the category of its last line`() throws {
        let bread = try #require(TopItems(of: purchases, limit: 10, by: .spend).rows.last)
        #expect(bread.averagePrice == nil)
        #expect(bread.category == "Pantry")
    }

    @Test func `the limit cuts the rows but not the count of items`() {
        let items = TopItems(of: purchases, limit: 2, by: .count)
        #expect(items.rows.count == 2)
        #expect(items.itemCount == 3)
    }

    @Test(arguments: 1...20 as ClosedRange<UInt64>)
    func `all items come to the whole`(seed: UInt64) {
        let history = Purchase.history(seed: seed)
        for ranking in TopItems.Ranking.allCases {
            let rows = TopItems(of: history, limit: .max, by: ranking).rows
            #expect(rows.map(\.total).reduce(.zero, +) == history.map(\.totalPrice).reduce(.zero, +))
            #expect(Set(rows.map(\.itemName)).count == rows.count)
        }
    }
}
