import Purchases
@testable import Recommendations
import Testing

@Suite struct RulesTests {
    private func rows(_ purchases: [Purchase], _ rules: Rules = Rules()) throws -> [Recommendation] {
        let history = try #require(ShopperHistory(of: purchases.sorted { $0.date < $1.date }, asOf: nil, among: .none))
        return rules.recommendations(for: history, among: .none)
    }

    @Test func `by default twice and every 15 to 45 days is enough, both included`() throws {
        let log = [14, 15, 45, 46].flatMap { [Purchase.sample("\($0)", 0), .sample("\($0)", $0)] } + [.sample("once", 0)]
        #expect(try rows(log).map(\.item) == ["15", "45"])
        #expect(try rows(log, Rules(minPurchases: 3)).isEmpty)
        #expect(try rows(log, Rules(targetInterval: 10)).map(\.item) == ["14", "15"])
    }

    @Test func `lines count, two of one day too, and what was given back does not`() throws {
        let log = [Purchase.sample("Milk", 0), .sample("Milk", 0), .sample("Milk", 61), .sample("Milk", 90, quantity: -1)]
        let row = try #require(try rows(log).first)
        #expect(row.purchaseCount == 3 && row.averageInterval == 30.5)
        #expect(row.reason == .regular(purchases: 3, interval: 30.5))
        #expect(row.lastPurchased == CalendarDate(dayNumber: 61) && row.daysSinceLast == 0)
    }

    @Test func `most purchases come first, then the shorter interval, then the name by its bytes`() throws {
        let log =
            [("b", 20), ("a", 20), ("Z", 20), ("c", 18)].flatMap { [Purchase.sample($0, 0), .sample($0, $1)] }
            + [0, 40, 80].map { .sample("thrice", $0) }
        #expect(try rows(log).map(\.item) == ["thrice", "c", "Z", "a", "b"])
    }

    @Test func `a steady price does not vary, and one that doubles does`() throws {
        let rows = try rows([
            .sample("steady", 0), .sample("steady", 30), .sample("rising", 0, price: 1_00), .sample("rising", 30, price: 2_00),
        ])
        #expect(rows.map(\.item) == ["rising", "steady"])
        #expect(abs((rows[0].priceVariation ?? 0) - 0.5.squareRoot() / 1.5) < 1e-12)
        #expect(rows[1].priceVariation == 0)
    }
}
