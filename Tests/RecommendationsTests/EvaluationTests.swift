import Foundation
import Purchases
import Recommendations
import Testing

@Suite struct EvaluationTests {
    @Test func `scores are those of the definitions`() {
        let scores = RankingScores(of: ["a", "x", "b"], against: ["a", "b", "c", "d"], places: 10)
        #expect(scores.recall == 0.5 && scores.precision == 0.2 && scores.hit == 1)
        let ideal = 1 + 1 / log2(3.0) + 0.5 + 1 / log2(5.0)
        #expect(abs(scores.ndcg - 1.5 / ideal) < 1e-12)
        #expect(RankingScores(of: ["a", "b"], against: ["a", "b"], places: 10).ndcg == 1)
        #expect(RankingScores(of: ["x"], against: ["a"], places: 10).hit == 0)
    }

    @Test func `the last order is hidden whole, and the one before it when asked`() throws {
        let log = [Purchase.sample("a", 1), .sample("b", 2), .sample("c", 2), .sample("d", 3), .sample("e", 4, quantity: -1)]
        let last = try #require(Holdout(of: log))
        #expect(last.target == ["d"] && last.training.map(\.itemName) == ["a", "b", "c"])
        let before = try #require(Holdout(of: log, before: 1))
        #expect(before.target == ["b", "c"] && before.training.map(\.itemName) == ["a"])
        #expect(Holdout(of: log, before: 2) == nil)
    }

    @Test func `an interval holds its mean and is the same for the same seed`() {
        let values = (0..<200).map { Double($0 % 7) }
        let interval = BootstrapInterval(of: values, seed: 3)
        #expect(interval.low < interval.mean && interval.mean < interval.high)
        #expect(interval == BootstrapInterval(of: values, seed: 3) && interval != BootstrapInterval(of: values, seed: 4))
        // Four standard errors of the mean.
        #expect(abs(interval.high - interval.low - 4 * 2 / 200.0.squareRoot()) < 0.2)
    }

    @Test(arguments: 1...3 as ClosedRange<UInt64>)
    func `the learned ranking is the list that is shown`(seed: UInt64) throws {
        let histories = Shop.histories(seed: seed)
        let everyone = ShopStatistics(of: histories)
        for log in histories {
            let history = try #require(ShopperHistory(of: log, asOf: nil, among: everyone))
            let shown = RecommendationList(for: history, among: everyone, by: .init(limit: 10)).rows.map(\.item)
            #expect(RankingMethod.learned(RepeatRates()).ranking(for: history, among: everyone, limit: 10) == shown)
        }
    }
}
