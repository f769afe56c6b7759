import Purchases
@testable import Recommendations
import Testing

@Suite struct AlertTests {
    @Test(arguments: 1...3 as ClosedRange<UInt64>, [1, 14, 60])
    func `alerts are the items of which a purchase is probable, and those alone`(seed: UInt64, days: Int) throws {
        let histories = Shop.histories(seed: seed)
        let everyone = ShopStatistics(of: histories)
        for log in histories {
            let history = try #require(ShopperHistory(of: log, asOf: nil, among: everyone))
            let alerts = Alerts(for: history, among: everyone, days: days).rows
            #expect(alerts.allSatisfy { $0.probability >= 0.3 && $0.probability < 1 })
            #expect(zip(alerts, alerts.dropFirst()).allSatisfy { $0.probability >= $1.probability })
            let rates = zip(history.items, RepeatRates().rates(of: history, among: everyone))
            let probable = rates.filter { RepeatRates.probability(rate: $1, days: days) >= 0.3 }.map(\.0.name)
            #expect(Set(alerts.map(\.recommendation.item)) == Set(probable))
        }
    }

    @Test func `what was bought more than once is at home until its interval has passed`() throws {
        let log = [0, 10, 20].map { Purchase.sample("Milk", $0) } + [.sample("Tea", 20)]
        let everyone = ShopStatistics(of: [log])
        func rows(_ today: Int) throws -> [Pantry.Row] {
            Pantry(of: try #require(ShopperHistory(of: log, asOf: CalendarDate(dayNumber: today), among: everyone)), among: everyone).rows
        }
        #expect(try rows(20).map(\.item) == ["Milk"])
        #expect(try rows(20)[0].shareLeft == 1)
        #expect(try rows(25)[0].daysLeft == 5)
        #expect(try rows(30)[0].daysLeft == 0)
        #expect(try rows(31).isEmpty)
    }
}
