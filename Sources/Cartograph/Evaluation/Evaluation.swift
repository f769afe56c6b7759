import Purchases
import Recommendations
import Storage

/// The measuring behind `cartograph evaluate`: each shopper's last order is hidden and guessed.
///
/// What a method knows of all shoppers is theirs without hidden orders, too.
struct Evaluation {
    struct Method {
        var name: String
        var ranking: RankingMethod
    }

    let store: any PurchaseStore
    let users: [UserID]
    let seed: UInt64
    /// What all shoppers bought: without their last orders, without their last two, and until a day to look ahead from.
    private var everyone = ShopStatistics.none
    private var everyoneBefore = ShopStatistics.none
    private var everyoneUntilCut = ShopStatistics.none
    private var forecast: ForecastEvaluation?

    static let places = 10

    init(store: any PurchaseStore, users: [UserID], seed: UInt64) {
        self.store = store
        self.users = users
        self.seed = seed
    }

    /// Counts what all shoppers bought until the orders that are to be guessed.
    mutating func count(forTuning isTuning: Bool) async throws {
        let bar = ProgressBar("Counting", total: users.count)
        defer { bar.clear() }
        let days = try await store.statistics().value.days
        let cut = days.map(ForecastEvaluation.cut)
        var (last, before, untilCut) = (StatisticsTally(), StatisticsTally(), StatisticsTally())
        for (number, user) in users.enumerated() {
            bar.update(number)
            let purchases = try await store.history(of: user).value
            func add(_ known: [Purchase], to tally: inout StatisticsTally) { tally.add(known.lazy.compactMap(StatisticsTally.Line.init)) }
            let known = Holdout(of: purchases)?.training ?? purchases
            add(known, to: &last)
            // The last order stays hidden while constants are chosen, even of a shopper who has too few to choose by.
            if isTuning { add(Holdout(of: purchases, before: 1)?.training ?? known, to: &before) }
            if let cut { add(purchases.filter { $0.date <= cut }, to: &untilCut) }
        }
        (everyone, everyoneBefore, everyoneUntilCut) = (ShopStatistics(last), ShopStatistics(before), ShopStatistics(untilCut))
        forecast = cut.map { ForecastEvaluation(cut: $0) }
    }

    /// Returns the constants that guess the orders before the last best, by their mean NDCG; nil where nobody has as many orders.
    ///
    /// Of equals the first of the grid wins, so the standard ones stay where nothing is better.
    func tunedConstants() async throws -> RankingConstants? {
        let bar = ProgressBar("Tuning", total: users.count)
        defer { bar.clear() }
        let grid = RankingConstants.grid
        var (sums, count) = ([Double](repeating: 0, count: grid.count), 0)
        for (number, user) in users.enumerated() {
            bar.update(number)
            guard let holdout = Holdout(of: try await store.history(of: user).value, before: 1),
                let history = ShopperHistory(of: holdout.training, asOf: nil, among: everyoneBefore)
            else { continue }
            count += 1
            for (place, constants) in grid.enumerated() {
                sums[place] += Self.scores(of: .learned(constants), for: history, among: everyoneBefore, holdout).ndcg
            }
        }
        guard count > 0 else { return nil }
        var best = 0
        for place in sums.indices where sums[place] > sums[best] + 1e-9 { best = place }
        return grid[best]
    }

    /// Guesses the last orders by each method, and looks ahead from the cut.
    func run(_ methods: [Method]) async throws -> EvaluationResult {
        let bar = ProgressBar("Evaluating", total: users.count)
        defer { bar.clear() }
        var scores = [[RankingScores]](repeating: [], count: methods.count)
        var forecast = forecast
        for (number, user) in users.enumerated() {
            bar.update(number)
            let purchases = try await store.history(of: user).value
            forecast?.add(purchases, among: everyoneUntilCut)
            guard let holdout = Holdout(of: purchases), let history = ShopperHistory(of: holdout.training, asOf: nil, among: everyone)
            else { continue }
            for (place, method) in methods.enumerated() {
                scores[place].append(Self.scores(of: method.ranking, for: history, among: everyone, holdout))
            }
        }
        guard let count = scores.first?.count, count > 0 else {
            throw Failure("No shopper ordered on two days: there is no order to hide and another to learn from.")
        }
        return EvaluationResult(shoppers: users.count, methods: methods.map(\.name), scores: scores, forecast: forecast)
    }

    private static func scores(
        of method: RankingMethod, for history: ShopperHistory, among everyone: ShopStatistics, _ holdout: Holdout
    ) -> RankingScores {
        RankingScores(of: method.ranking(for: history, among: everyone, limit: places), against: holdout.target, places: places)
    }
}
