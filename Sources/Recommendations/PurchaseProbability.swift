import Foundation

/// How likely an item is bought within some days: what its rate says, corrected by where in its interval it stands.
///
/// A logistic regression on 2,360 households. What was just bought is a little less likely than its rate says, what is late is less
/// likely with each interval that passes, and what was bought on fewer than four days has no rhythm yet.
struct PurchaseProbability {
    /// Below this, probabilities are not honest and are not shown, and there is nothing to save.
    static let leastShown = 0.1
    private static let leastDays = 4

    private let rates: RepeatRates
    private let logGap: Double

    init(of history: ShopperHistory) {
        rates = RepeatRates(of: history)
        logGap = log(history.orderGap)
    }

    func rate(of item: ShopperHistory.Item) -> Double { rates.rate(of: item) }

    /// Returns how likely something with that rate is bought within so many days.
    func probability(of item: ShopperHistory.Item, rate: Double, _ timing: Timing, within days: Int) -> Double {
        let plain = min(max(1 - exp(-Double(days) * rate), 1e-9), 1 - 1e-9)
        let intervals = Double(timing.daysAgo) / timing.typicalInterval
        let logit =
            -0.319 + 1.025 * log(plain / (1 - plain)) + 0.137 * min(0, log(max(intervals, 0.2))) - 0.26 * max(0, log(max(intervals, 0.01)))
            + 0.19 * logGap - (item.days.count < Self.leastDays ? 0.26 : 0)
        return 1 / (1 + exp(-logit))
    }
}
