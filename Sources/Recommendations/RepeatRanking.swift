import Purchases

/// A shopper's own items, those first that are likeliest to be in the next order.
struct RepeatRanking {
    struct Entry {
        var item: ShopperHistory.Item
        /// See `RepeatScores`.
        var score: Double
    }

    /// The places of the items in the history, the best first where they are ranked.
    private var order: [Int]
    private let scores: [Double]
    private let history: ShopperHistory
    private let everyone: ShopStatistics
    private let dueDates: DueDates
    private let probabilities: PurchaseProbability
    private let shelf: Shelf

    /// - Parameters:
    ///   - constants: those to rank by in place of the shop's.
    ///   - isRanked: whether items are put in order, which takes as long as all else.
    init(of history: ShopperHistory, among everyone: ShopStatistics, by constants: RankingConstants? = nil, isRanked: Bool = true) {
        self.history = history
        self.everyone = everyone
        dueDates = DueDates(of: history, among: everyone)
        probabilities = PurchaseProbability(of: history)
        shelf = Shelf(everyone)
        let scores = RepeatScores(constants ?? everyone.ranking).scores(of: history, among: everyone)
        self.scores = scores
        order = Array(scores.indices)
        guard isRanked else { return }
        let items = history.items
        // By their places: items are large, and are moved often while they are sorted.
        order.sort { a, b in
            if scores[a] != scores[b] { return scores[a] > scores[b] }
            if items[a].lastDay != items[b].lastDay { return items[a].lastDay > items[b].lastDay }
            return items[a].name.utf8.lexicographicallyPrecedes(items[b].name.utf8)
        }
    }

    /// All items, the best first where they are ranked.
    var entries: some RandomAccessCollection<Entry> { order.lazy.map { Entry(item: history.items[$0], score: scores[$0]) } }

    mutating func keep(where isIncluded: (_ category: String) -> Bool) {
        order.removeAll { !isIncluded(history.items[$0].category) }
    }

    func rows(limit: Int) -> [Recommendation] { entries.prefix(limit).map(row) }

    /// Returns what is bought within so many days with a probability of `least` or more, the most probable first, then by name.
    ///
    /// What was bought on one day only has no rhythm, and is left out.
    func probable(within days: Int, least: Double) -> [(entry: Entry, probability: Double)] {
        var probable: [(place: Int, probability: Double)] = []
        for place in order where history.items[place].days.count > 1 {
            let probability = probability(of: history.items[place], within: days)
            if probability >= least { probable.append((place, probability)) }
        }
        let items = history.items
        probable.sort { a, b in
            a.probability != b.probability
                ? a.probability > b.probability : items[a.place].name.utf8.lexicographicallyPrecedes(items[b.place].name.utf8)
        }
        return probable.map { (Entry(item: items[$0.place], score: scores[$0.place]), $0.probability) }
    }

    func probability(of entry: Entry, within days: Int) -> Double { probability(of: entry.item, within: days) }

    private func probability(of item: ShopperHistory.Item, within days: Int) -> Double {
        probabilities.probability(of: item, rate: probabilities.rate(of: item), dueDates.timing(of: item), within: days)
    }

    /// Returns what could be had for less, the largest saving in a month first.
    func savings() -> [Recommendation] {
        entries.map(row).compactMap { row in
            guard let alternative = row.alternative, let price = row.averagePrice else { return nil }
            var row = row
            row.kind = .save
            row.reason = .cheaper(than: row.item, price: price, alternative)
            row.score = row.monthlySaving
            return row
        }.sorted { a, b in a.score != b.score ? a.score > b.score : a.item.utf8.lexicographicallyPrecedes(b.item.utf8) }
    }

    func timing(of entry: Entry) -> Timing { dueDates.timing(of: entry.item) }

    func row(_ entry: Entry) -> Recommendation {
        let (item, timing) = (entry.item, timing(of: entry))
        let isDue = item.days.count > 1 && (timing.state == .due || timing.state == .late)
        let reason = Recommendation.Reason.repeated(Recommendation.Repeats(of: item, in: history, among: everyone))
        var row = Recommendation(item, isDue ? .replenish : .habit, score: entry.score, timing, reason: reason)
        let rate = probabilities.rate(of: item)
        let probability = probabilities.probability(of: item, rate: rate, timing, within: Recommendation.horizon)
        (row.rate, row.probability) = (rate, probability)
        if probability >= PurchaseProbability.leastShown { row.alternative = shelf.alternative(to: item) }
        return row
    }
}
