public import Purchases

/// How well probabilities and due dates foretold what was bought after a day, summed up shopper by shopper.
///
///     var evaluation = ForecastEvaluation(cut: day)
///     for purchases in histories { evaluation.add(purchases, among: everyoneUntilThen) }
public struct ForecastEvaluation: Sendable {
    /// What was given a probability of a range of a tenth.
    public struct Step: Hashable, Sendable {
        public var count = 0
        public var bought = 0
        var probabilities = 0.0

        public var meanProbability: Double? { count > 0 ? probabilities / Double(count) : nil }
        public var boughtShare: Double? { count > 0 ? Double(bought) / Double(count) : nil }
    }

    /// What an alert from a probability on would have been worth.
    public struct Alerting: Hashable, Sendable {
        public var least: Double
        public var alerts = 0
        public var hits = 0

        /// The share of alerts that were bought.
        public var precision: Double? { alerts > 0 ? Double(hits) / Double(alerts) : nil }
    }

    /// How far due dates were from the days on which things were bought.
    public struct DueDateErrors: Hashable, Sendable {
        public var count = 0
        public var withinAWeek = 0
        var days = 0

        /// In days, whatever the direction.
        public var meanError: Double? { count > 0 ? Double(days) / Double(count) : nil }
        public var shareWithinAWeek: Double? { count > 0 ? Double(withinAWeek) / Double(count) : nil }
    }

    /// The last day that is known; all that comes after it is to be foretold.
    public let cut: CalendarDate
    public private(set) var shoppers = 0
    /// By the tenths of the probability within `Recommendation.horizon` days, of what was bought on two days or more.
    public private(set) var steps = [Step](repeating: Step(), count: 10)
    public private(set) var alerting = [Alerting(least: 0.3), Alerting(least: 0.5)]
    /// How much of what a shopper knew was bought within the horizon: what alerts can find at best.
    public private(set) var repeats = 0
    /// Of what was bought on two days or more, and again after the cut.
    public private(set) var dueDates = DueDateErrors()

    public init(cut: CalendarDate) { self.cut = cut }

    /// Returns a day that leaves enough after it to judge by: two months, or a quarter of a short log, and the horizon at least.
    public static func cut(in days: ClosedRange<CalendarDate>) -> CalendarDate {
        let after = min(60, days.upperBound.days(since: days.lowerBound) / 4)
        return days.upperBound.adding(days: -max(after, Recommendation.horizon))
    }

    /// Adds one shopper.
    ///
    /// - Parameters:
    ///   - purchases: all of the shopper's, in order of date.
    ///   - everyone: what all shoppers bought until the cut.
    public mutating func add(_ purchases: [Purchase], among everyone: ShopStatistics) {
        guard let history = ShopperHistory(of: purchases, asOf: cut, among: everyone) else { return }
        shoppers += 1
        var next: [String: Int] = [:]
        for purchase in purchases where !purchase.isRefund && purchase.date > cut {
            let day = purchase.date.dayNumber
            next[purchase.itemName] = min(next[purchase.itemName] ?? day, day)
        }
        let ranking = RepeatRanking(of: history, among: everyone)
        for entry in ranking.entries {
            let day = next[entry.item.name]
            let isBought = day.map { $0 - history.today <= Recommendation.horizon } ?? false
            if isBought { repeats += 1 }
            guard entry.item.days.count > 1 else { continue }
            count(ranking.probability(of: entry, within: Recommendation.horizon), isBought)
            if let day { count(abs(ranking.timing(of: entry).dueDay - day)) }
        }
    }

    private mutating func count(_ probability: Double, _ isBought: Bool) {
        let step = min(max(Int(probability * 10), 0), 9)
        steps[step].count += 1
        steps[step].probabilities += probability
        if isBought { steps[step].bought += 1 }
        for place in alerting.indices where probability >= alerting[place].least {
            alerting[place].alerts += 1
            if isBought { alerting[place].hits += 1 }
        }
    }

    private mutating func count(_ error: Int) {
        dueDates.count += 1
        dueDates.days += error
        if error <= 7 { dueDates.withinAWeek += 1 }
    }

    /// Returns the share of what was bought again that was alerted.
    public func recall(of alerting: Alerting) -> Double? { repeats > 0 ? Double(alerting.hits) / Double(repeats) : nil }
}
