import Analytics
import Purchases
import Testing

@Suite struct CategoryOrderTests {
    @Test func `categories are numbered as they first appear, those of one day by what was spent`() {
        let order = CategoryOrder(of: [
            .sample("Ham", "Meat", on: "2024-02-01", price: 90_00), .sample("Bread", "Bakery", on: "2024-01-01", price: 1_00),
            .sample("Milk", "Dairy", on: "2024-01-01", price: 5_00),
        ])
        #expect(["Dairy", "Bakery", "Meat", "Toys"].map(order.place) == [0, 1, 2, 3])
    }

    @Test(arguments: 1...20 as ClosedRange<UInt64>)
    func `later purchases renumber nothing`(seed: UInt64) throws {
        let history = Purchase.history(seed: seed)
        let cut = try #require(history.dropFirst(40).first).date
        let early = history.filter { $0.date <= cut }
        let (before, after) = (CategoryOrder(of: early), CategoryOrder(of: history))
        for category in Set(early.map(\.category)) { #expect(before.place(of: category) == after.place(of: category)) }
    }

    @Test func `the order of lines does not matter`() {
        let history = Purchase.history(seed: 3)
        #expect(CategoryOrder(of: history) == CategoryOrder(of: history.reversed()))
    }
}
