import Analytics
import Purchases
import Testing

@Suite struct CategoryOrderTests {
    @Test func `categories are numbered by what was spent on them, and those of equal sums by name`() {
        let order = CategoryOrder(of: [
            .sample("Bread", "Bakery", on: "2024-01-01", price: 5_00), .sample("Milk", "Dairy", on: "2024-01-01", price: 5_00),
            .sample("Ham", "Meat", on: "2024-02-01", price: 90_00),
        ])
        #expect(["Meat", "Bakery", "Dairy", "Toys"].map(order.place) == [0, 1, 2, nil])
    }

    @Test func `a category comes before another only when a tenth more was spent on it`() {
        let early = [
            Purchase.sample("Milk", "Dairy", on: "2024-01-01", price: 100_00), .sample("Ham", "Meat", on: "2024-01-01", price: 99_00),
        ]
        let close = CategoryOrder(of: early + [.sample("Ham", "Meat", on: "2024-02-01", price: 10_00)])
        #expect(["Dairy", "Meat"].map(close.place) == [0, 1])
        let clear = CategoryOrder(of: early + [.sample("Ham", "Meat", on: "2024-02-01", price: 12_00)])
        #expect(["Dairy", "Meat"].map(clear.place) == [1, 0])
    }

    @Test func `the eight largest of many categories are numbered, however late they come`() {
        let small = (0..<30).map { Purchase.sample("Item \($0)", "Small \($0)", on: "2024-01-05", price: 2_00 + Int64($0)) }
        let large = (0..<8).map { Purchase.sample("Item \($0)", "Large \($0)", on: "2024-06-05", price: 900_00 - Int64($0) * 100_00) }
        let order = CategoryOrder(of: small + large)
        #expect((0..<8).map { order.place(of: "Large \($0)") } == Array(0..<8))
        #expect((0..<30).allSatisfy { order.place(of: "Small \($0)") == nil })
    }

    @Test(arguments: 1...20 as ClosedRange<UInt64>)
    func `no category is numbered after one on which a tenth less was spent`(seed: UInt64) {
        let history = Purchase.history(seed: seed)
        let order = CategoryOrder(of: history)
        let sums = Dictionary(history.map { ($0.category, $0.totalPrice.amount) }, uniquingKeysWith: +)
        let numbered = sums.compactMap { name, sum in order.place(of: name).map { (place: $0, sum: sum) } }.sorted { $0.place < $1.place }
        #expect(numbered.map(\.place) == Array(0..<min(sums.count, CategoryOrder.count)))
        for (one, next) in zip(numbered, numbered.dropFirst()) { #expect(next.sum <= one.sum + abs(one.sum) / 10 + 1e-6) }
    }

    @Test func `the order of lines does not matter`() {
        let history = Purchase.history(seed: 3)
        #expect(CategoryOrder(of: history) == CategoryOrder(of: history.reversed()))
    }
}
