import Foundation
import Purchases
@testable import Recommendations
import Testing

@Suite struct RepeatRatesTests {
    private static func rates(of history: ShopperHistory, among everyone: ShopStatistics) -> [Double] {
        let rates = RepeatRates(of: history)
        return history.items.map(rates.rate)
    }

    @Test func `a rate is the decayed count and the share that repeats, over the decayed days`() throws {
        let log = [Purchase.sample("Milk", 100), .sample("Tea", 110), .sample("Milk", 120)]
        let everyone = ShopStatistics(of: [log, [.sample("Cake", 140, user: "U2")]])
        let history = try #require(ShopperHistory(of: log, asOf: nil, among: everyone))
        #expect(history.today == 140 && history.orderGap == 10)
        let rates = Self.rates(of: history, among: everyone)
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
        #expect(abs(Self.rates(of: history, among: .none)[0] - expected) < 1e-12)
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
            let rates = Self.rates(of: history, among: everyone)
            #expect(rates.allSatisfy { $0 > 0 && $0.isFinite })
            let later = try #require(ShopperHistory(of: log, asOf: today.adding(days: 90), among: everyone))
            let decayed = Self.rates(of: later, among: everyone)
            #expect(zip(decayed, rates).allSatisfy { $0 < $1 })
            let rarest = try #require(history.items.first { $0.lastDay < last.date.dayNumber })
            let place = try #require(history.items.firstIndex(of: rarest))
            let more = try #require(ShopperHistory(of: log + [.sample(rarest.name, last.date.dayNumber)], asOf: today, among: everyone))
            #expect(Self.rates(of: more, among: everyone)[place] > rates[place])
        }
    }

    @Test func `a score is what is left of each order with the item, and what everybody does`() throws {
        let log = [Purchase.sample("Milk", 100), .sample("Tea", 110), .sample("Cake", 110), .sample("Milk", 120)]
        let everyone = ShopStatistics(of: [log, [.sample("Cake", 140, user: "U2")]])
        let history = try #require(ShopperHistory(of: log, asOf: nil, among: everyone))
        let scores = RepeatScores(.standard).scores(of: history, among: everyone)
        // Orders of one, two and one item: a mean of 4/3. Milk was followed by an order once, without milk in it, and is in 2 of 4 orders.
        let (small, large) = (pow(1 / (4.0 / 3), -0.2), pow(2 / (4.0 / 3), -0.2))
        let milk = exp(-20.0 / 240) * 0.97 * 0.97 * small + small + 4 * (0.3 / 11 + 2.0 / 4)
        #expect(abs(scores[0] - milk) < 1e-12)
        #expect(abs(scores[1] - (exp(-10.0 / 240) * 0.97 * large + 4 * (0.3 / 11 + 1.0 / 4))) < 1e-12)
        var plain = RankingConstants.standard
        (plain.sizeExponent, plain.orderDecay, plain.memory, plain.usesOrderShare) = (0, 1, 60, false)
        #expect(abs(RepeatScores(plain).scores(of: history, among: everyone)[0] - (exp(-20.0 / 60) + 1 + 4 * 0.3 / 11)) < 1e-12)
    }

    @Test func `typical intervals are drawn towards everybody's, the less the more own ones there are`() throws {
        let weekly = (0..<30).map { Purchase.sample("Milk", $0 * 7) }
        let monthly = (0..<8).map { Purchase.sample("Milk", $0 * 28, user: "U2") }
        let everyone = ShopStatistics(of: [weekly, monthly])
        func typical(_ log: [Purchase]) throws -> Double {
            let history = try #require(ShopperHistory(of: log, asOf: nil, among: everyone))
            return DueDates(of: history, among: everyone).typicalInterval(of: history.items[0])
        }
        let overall = (29 * log(7.0) + 7 * log(28.0)) / 36
        let (unknown, few, many) = (try typical([.sample("Milk", 0)]), try typical(Array(weekly.prefix(3))), try typical(weekly))
        #expect(abs(unknown - exp(overall)) < 1e-6)
        #expect(abs(few - exp((2 * log(7.0) + 3 * overall) / 5)) < 1e-6)
        #expect(many < few)
    }
}
