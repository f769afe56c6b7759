import Purchases
@testable import Recommendations
import Testing

@Suite struct AlertTests {
    @Test(arguments: 1...3 as ClosedRange<UInt64>, [1, 14, 60])
    func `alerts are the items of which a purchase is probable and not long overdue, and those alone`(seed: UInt64, days: Int) throws {
        let histories = Shop.histories(seed: seed)
        let everyone = ShopStatistics(of: histories)
        for log in histories {
            let history = try #require(ShopperHistory(of: log, asOf: nil, among: everyone))
            let alerts = Alerts(for: history, among: everyone, days: days).rows
            #expect(alerts.allSatisfy { $0.probability >= 0.3 && $0.probability < 1 })
            #expect(zip(alerts, alerts.dropFirst()).allSatisfy { $0.probability >= $1.probability })
            let rates = zip(history.items, RepeatRates().rates(of: history, among: everyone))
            let dueDates = DueDates(among: everyone)
            let probable = rates.filter { item, rate in
                let daysAgo = Double(history.today - item.lastDay)
                return RepeatRates.probability(rate: rate, days: days) >= 0.3 && item.days.count >= 4
                    && daysAgo <= 1.5 * dueDates.typicalInterval(of: item, everyone.items[item.name])
            }.map(\.0.name)
            #expect(Set(alerts.map(\.recommendation.item)) == Set(probable))
        }
    }

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
        for day in [49, 500] { #expect(try list(day) == ["Milk", "Tea", "Ink"]) }
        let soon = Alerts(for: try history(50), among: everyone, days: 14).rows.map(\.recommendation.item)
        // What was given up is not foretold, however often it was bought.
        #expect(soon.first == "Milk" && !soon.contains("Tea"))
        let late = Alerts(for: try history(500), among: everyone, days: 60).rows
        #expect(late.isEmpty)
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
