import Purchases
@testable import Recommendations
import Testing

@Suite struct AlertTests {
    @Test func `who stays away is alerted less, and shown the same list when they come back`() throws {
        let log = (0..<8).flatMap { week in ["Milk", week < 4 ? "Tea" : "Ink"].map { Purchase.sample($0, week * 7) } }
        // Everybody else buys tea with every order.
        let others = (0..<30).map { user in (0..<12).map { Purchase.sample("Tea", $0 * 30, user: "V\(user)") } }
        let everyone = ShopStatistics(of: [log] + others)
        func history(_ today: Int) throws -> ShopperHistory {
            try #require(ShopperHistory(of: log, asOf: CalendarDate(dayNumber: today), among: everyone))
        }
        func list(_ today: Int) throws -> [String] {
            RecommendationList(for: try history(today), among: everyone, by: .init(limit: 3)).rows.map(\.item)
        }
        #expect(try list(49) == list(500))
        func alerts(_ today: Int) throws -> [String: Double] {
            let rows = Alerts(for: try history(today), among: everyone, days: 30).rows
            return Dictionary(uniqueKeysWithValues: rows.map { ($0.recommendation.item, $0.probability) })
        }
        let (soon, later, late) = (try alerts(50), try alerts(120), try alerts(500))
        #expect(soon["Milk"] ?? 0 > later["Milk"] ?? 0 && late["Milk"] == nil)
        // Everybody buys it with every order, but this shopper has not for weeks.
        #expect(soon["Tea"] ?? 0 > late["Tea"] ?? 0)
    }

    @Test func `what was bought on one day only is never foretold`() throws {
        let log = [0, 7, 14, 21].map { Purchase.sample("Milk", $0) } + [.sample("Cake", 21)]
        let others = (0..<30).map { user in (0..<12).map { Purchase.sample("Cake", $0 * 2, user: "V\(user)") } }
        let everyone = ShopStatistics(of: [log] + others)
        let history = try #require(ShopperHistory(of: log, asOf: nil, among: everyone))
        #expect(Alerts(for: history, among: everyone, days: 90).rows.map(\.recommendation.item) == ["Milk"])
    }

    @Test func `what was bought more than once is at home until its interval has passed`() {
        let log = [0, 10, 20].map { Purchase.sample("Milk", $0) } + [.sample("Tea", 20)]
        let everyone = ShopStatistics(of: [log])
        func rows(_ today: Int) -> [Pantry.Row] {
            Pantry(of: ShopperHistory(of: log, asOf: CalendarDate(dayNumber: today), among: everyone), among: everyone).rows
        }
        #expect(rows(20).map(\.item) == ["Milk"])
        #expect(rows(20)[0].shareLeft == 1)
        #expect(rows(25)[0].daysLeft == 5)
        #expect(rows(30)[0].daysLeft == 0)
        #expect(rows(31).isEmpty)
    }
}
