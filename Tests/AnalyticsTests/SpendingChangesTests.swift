import Analytics
import Purchases
import Testing

@Suite struct SpendingChangesTests {
    private func total(_ purchases: some Sequence<Purchase>) -> Money { purchases.map(\.totalPrice).reduce(.zero, +) }

    private func halves(_ seed: UInt64) -> (before: [Purchase], after: [Purchase]) {
        let history = Purchase.history(seed: seed)
        return (Array(history.prefix(60)), Array(history.dropFirst(60)))
    }

    @Test(arguments: 1...60 as ClosedRange<UInt64>)
    func `contributions come to the difference, to the hundredth`(seed: UInt64) {
        let (before, after) = halves(seed)
        let changes = SpendingChanges(from: before, to: after)
        #expect(changes.before == total(before) && changes.after == total(after))
        #expect(changes.effects.total == total(after) - total(before))
        for rows in [changes.items, changes.categories] {
            for row in rows { #expect(row.effects.total == row.after - row.before) }
            #expect(rows.map(\.effects).reduce(SpendingEffects(), +) == changes.effects)
        }
    }

    @Test(arguments: 1...30 as ClosedRange<UInt64>)
    func `the order of the purchases does not matter, and the way back is the way there reversed`(seed: UInt64) {
        let (before, after) = halves(seed)
        let changes = SpendingChanges(from: before, to: after)
        #expect(SpendingChanges(from: before.reversed(), to: after.sorted { $0.itemName < $1.itemName }) == changes)
        let back = SpendingChanges(from: after, to: before).effects
        // Each item's parts are rounded, halves away from zero in both directions.
        #expect(back.price == -changes.effects.price && back.quantity == -changes.effects.quantity && back.mix == -changes.effects.mix)
        #expect(back.new == -changes.effects.gone && back.gone == -changes.effects.new)
    }

    @Test func `a higher price alone is a price effect`() {
        let changes = SpendingChanges(
            from: [.sample(quantity: 4, price: 2_00), .sample("Eggs", quantity: 2, price: 3_00)],
            to: [.sample(quantity: 4, price: 2_50), .sample("Eggs", quantity: 2, price: 3_00)]
        )
        #expect(changes.effects.price == Money(hundredths: 2_00))
        #expect(changes.effects.total == changes.effects.price)
    }

    @Test func `more of everything alike is a quantity effect`() {
        let changes = SpendingChanges(
            from: [.sample(quantity: 1, price: 2_00), .sample("Eggs", quantity: 2, price: 3_00)],
            to: [.sample(quantity: 2, price: 2_00), .sample("Eggs", quantity: 4, price: 3_00)]
        )
        #expect(changes.effects.quantity == Money(hundredths: 8_00))
        #expect(changes.effects.mix == .zero && changes.effects.price == .zero)
    }

    @Test func `dearer items in place of cheaper ones are mix`() {
        let changes = SpendingChanges(
            from: [.sample(quantity: 3, price: 2_00), .sample("Cheese", quantity: 1, price: 6_00)],
            to: [.sample(quantity: 1, price: 2_00), .sample("Cheese", quantity: 3, price: 6_00)]
        )
        #expect(changes.effects.mix == Money(hundredths: 8_00))
        #expect(changes.effects.quantity == .zero && changes.effects.price == .zero)
    }

    @Test func `new and gone items and refunds stand apart`() {
        let changes = SpendingChanges(
            from: [.sample("Tea", "Drinks", quantity: 2, price: 3_00), .sample("Rusk", "Bakery", quantity: -1, price: 1_00)],
            to: [.sample("Coffee", "Drinks", quantity: 1, price: 8_00)]
        )
        #expect(changes.effects.new == Money(hundredths: 8_00))
        #expect(changes.effects.gone == Money(hundredths: -6_00))
        #expect(changes.effects.refunds == Money(hundredths: 1_00))
        #expect(changes.items.map(\.itemName) == ["Coffee", "Tea", "Rusk"])
        #expect(SpendingChanges(from: [], to: []).effects == SpendingEffects())
    }

    @Test func `regulars that are new, gone or dearer are named`() throws {
        let history: [Purchase] = [
            .sample("Tea", on: "2024-01-03", price: 3_00), .sample("Tea", on: "2024-01-20", price: 3_00),
            .sample("Milk", on: "2024-01-03", quantity: 2, price: 2_00), .sample("Rusk", on: "2024-01-20"),
            .sample("Milk", on: "2024-02-03", quantity: 3, price: 2_50), .sample("Coffee", on: "2024-02-03", price: 8_00),
            .sample("Coffee", on: "2024-02-04", price: 8_00), .sample("Oats", on: "2024-02-04"),
        ]
        func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text)) }
        let span = try day("2024-01-01")...(try day("2024-02-29"))
        let periods = try #require(
            ComparedPeriods(try day("2024-02-01")...(try day("2024-02-29")), against: .previous, within: span))
        let regulars = RegularChanges(of: history, in: periods)
        #expect(regulars.new.map(\.itemName) == ["Coffee"] && regulars.new.map(\.total.hundredths) == [16_00])
        #expect(regulars.gone.map(\.itemName) == ["Tea"] && regulars.gone.map(\.total.hundredths) == [6_00])
        #expect(regulars.dearer.map(\.itemName) == ["Milk"])
        #expect(regulars.dearer.first?.extra == Money(hundredths: 1_50))
    }

    @Test func `of the dearest thing and millions of it for nothing the parts still come to the difference`() {
        let before = [Purchase.sample("Gold", price: 100_000_000_000), .sample("Silver", quantity: 1_000_000, price: 0)]
        let after = (0..<400).map { Purchase.sample("Gold", order: "\($0)", quantity: 1_000_000, price: 0) } + [.sample("Silver", price: 1)]
        for (from, to) in [(before, after), (after, before)] {
            let changes = SpendingChanges(from: from, to: to)
            #expect(changes.effects.total == total(to) - total(from))
        }
    }
}
