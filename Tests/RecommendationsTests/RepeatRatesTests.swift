import Foundation
import Purchases
@testable import Recommendations
import Testing

@Suite struct RepeatRatesTests {
    @Test func `the constants are those that were measured`() {
        #expect(RepeatRates() == RepeatRates(memory: 120, pseudoOrders: 4))
    }

    @Test func `a rate is the decayed count and the share that repeats, over the decayed days`() throws {
        let log = [Purchase.sample("Milk", 100), .sample("Tea", 110), .sample("Milk", 120)]
        let everyone = ShopStatistics(of: [log, [.sample("Cake", 140, user: "U2")]])
        let history = try #require(ShopperHistory(of: log, asOf: nil, among: everyone))
        #expect(history.today == 140 && history.orderGap == 10)
        let rates = RepeatRates().rates(of: history, among: everyone)
        // Milk was followed by an order once, without milk in it.
        let milk = exp(-40.0 / 120) + exp(-20.0 / 120) + 4 * 0.3 / 11
        let days = 120 * (1 - exp(-50.0 / 120)) + 40
        #expect(abs(rates[0] - milk / days) < 1e-12)
        #expect(abs(rates[1] - (exp(-30.0 / 120) + 4 * 0.3 / 11) / days) < 1e-12)
    }

    @Test func `a single order is taken for one a week`() throws {
        let history = try #require(ShopperHistory(of: [.sample("Milk", 5)], asOf: nil, among: .none))
        #expect(history.orderGap == 7)
        let expected = (1 + 4 * 0.03) / (120 * (1 - exp(-7.0 / 120)) + 28)
        #expect(abs(RepeatRates().rates(of: history, among: .none)[0] - expected) < 1e-12)
    }

    @Test func `with a day that counts as today, later purchases are unknown`() throws {
        let log = [Purchase.sample("Milk", 5), .sample("Milk", 9), .sample("Tea", 20)]
        let early = try #require(ShopperHistory(of: log, asOf: CalendarDate(dayNumber: 9), among: ShopStatistics(of: [log])))
        #expect(early.items.map(\.name) == ["Milk"] && early.today == 9)
        #expect(ShopperHistory(of: log, asOf: CalendarDate(dayNumber: 4), among: .none) == nil)
    }

    @Test(arguments: 1...5 as ClosedRange<UInt64>)
    func `another purchase raises a rate, and time lowers it`(seed: UInt64) throws {
        let histories = Shop.histories(seed: seed)
        let everyone = ShopStatistics(of: histories)
        for log in histories where log.count > 10 {
            let last = try #require(log.last)
            let today = last.date.adding(days: 3)
            let history = try #require(ShopperHistory(of: log, asOf: today, among: everyone))
            let rates = RepeatRates().rates(of: history, among: everyone)
            #expect(rates.allSatisfy { $0 > 0 && $0.isFinite })
            let later = try #require(ShopperHistory(of: log, asOf: today.adding(days: 90), among: everyone))
            let decayed = RepeatRates().rates(of: later, among: everyone)
            #expect(zip(decayed, rates).allSatisfy { $0 < $1 })
            let rarest = try #require(history.items.first { $0.lastDay < last.date.dayNumber })
            let place = try #require(history.items.firstIndex(of: rarest))
            let more = try #require(ShopperHistory(of: log + [.sample(rarest.name, last.date.dayNumber)], asOf: today, among: everyone))
            #expect(RepeatRates().rates(of: more, among: everyone)[place] > rates[place])
        }
    }

    @Test func `typical intervals are drawn towards everybody's, the less the more own ones there are`() throws {
        let weekly = (0..<30).map { Purchase.sample("Milk", $0 * 7) }
        let monthly = (0..<8).map { Purchase.sample("Milk", $0 * 28, user: "U2") }
        let everyone = ShopStatistics(of: [weekly, monthly])
        func typical(_ log: [Purchase]) throws -> Double {
            let history = try #require(ShopperHistory(of: log, asOf: nil, among: everyone))
            return DueDates(among: everyone).typicalInterval(of: history.items[0], everyone.items["Milk"])
        }
        let overall = (29 * log(7.0) + 7 * log(28.0)) / 36
        let (unknown, few, many) = (try typical([.sample("Milk", 0)]), try typical(Array(weekly.prefix(3))), try typical(weekly))
        #expect(abs(unknown - exp(overall)) < 1e-6)
        #expect(abs(few - exp((2 * log(7.0) + 3 * overall) / 5)) < 1e-6)
        #expect(many < few)
    }
}
