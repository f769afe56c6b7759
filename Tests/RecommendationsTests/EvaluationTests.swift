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

    @Test func `a day to judge by leaves two months after it, or a quarter of a short log, and two weeks at least`() {
        func cut(_ days: Int) -> Int { ForecastEvaluation.cut(in: CalendarDate(dayNumber: 0)...CalendarDate(dayNumber: days)).dayNumber }
        let cuts = [1_000, 100, 30, 5].map(cut)
        #expect(cuts == [940, 75, 16, -9])
    }

    @Test func `what was foretold is counted by its probability, and due dates by how far off they were`() {
        let weekly = (0..<30).map { Purchase.sample("Milk", $0 * 7) }
        let rest = [Purchase.sample("Milk", 206), .sample("Tea", 206), .sample("Milk", 220)]
        var evaluation = ForecastEvaluation(cut: CalendarDate(dayNumber: 204))
        evaluation.add(weekly + rest, among: ShopStatistics(of: [weekly]))
        #expect(evaluation.shoppers == 1 && evaluation.repeats == 1)
        let filled = evaluation.steps.filter { $0.count > 0 }
        #expect(filled.count == 1 && filled[0].bought == 1 && filled[0].boughtShare == 1)
        #expect(evaluation.alerting.allSatisfy { $0.alerts == 1 && $0.precision == 1 })
        #expect(evaluation.recall(of: evaluation.alerting[0]) == 1)
        // Bought on the 203rd day and every seven days: due on the 210th, four days after it was bought.
        #expect(evaluation.dueDates.count == 1 && evaluation.dueDates.meanError == 4 && evaluation.dueDates.withinAWeek == 1)
        // Whoever had bought nothing by then foretells nothing.
        evaluation.add([.sample("Milk", 205)], among: .none)
        #expect(evaluation.shoppers == 1)
    }

    @Test func `constants are tuned among so many as can be told apart, the standard ones first`() {
        #expect(RankingConstants.grid.count == 96 && Set(RankingConstants.grid).count == 96)
        #expect(RankingConstants.grid[0] == .standard)
        for constants in RankingConstants.grid { #expect(RankingConstants(constants.description) == constants) }
        for text in [
            "", "240", "240 0.97 0.2 4", "0 0.97 0.2 4 1", "240 1.5 0.2 4 1", "240 0.97 0.2 4 2", "240 0.97 nan 4 1", "240 0.97 0.2 4 1 ",
        ] {
            #expect(RankingConstants(text) == nil)
        }
    }

    @Test(arguments: 1...3 as ClosedRange<UInt64>)
    func `the learned ranking is the list that is shown`(seed: UInt64) throws {
        let histories = Shop.histories(seed: seed)
        let everyone = ShopStatistics(of: histories)
        for log in histories {
            let history = try #require(ShopperHistory(of: log, asOf: nil, among: everyone))
            let shown = RecommendationList(for: history, among: everyone, by: .init(limit: 10)).rows.map(\.item)
            #expect(RankingMethod.learned(.standard).ranking(for: history, among: everyone, limit: 10) == shown)
        }
    }
}
