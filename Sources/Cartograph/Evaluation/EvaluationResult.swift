import Foundation
import Purchases
import Recommendations

/// What `cartograph evaluate` found out, and how it says so.
struct EvaluationResult {
    /// How many there are, with and without an order to guess.
    let shoppers: Int
    let methods: [String]
    /// By method, then shopper.
    let scores: [[RankingScores]]
    /// Nil for a log without a day.
    let forecast: ForecastEvaluation?

    typealias Measure = (name: String, score: any KeyPath<RankingScores, Double> & Sendable)

    private static let measures: [Measure] = [
        ("Recall@10", \.recall), ("NDCG@10", \.ndcg), ("Precision@10", \.precision), ("Hit rate@10", \.hit),
    ]
    private static let pairedMeasures = Array(measures.prefix(2))

    /// - Parameters:
    ///   - current: the constants in force.
    ///   - tuned: those that were chosen, where any were asked for.
    func lines(current: RankingConstants, tuned: RankingConstants?, seed: UInt64) -> [String] {
        var lines = ["\(scores.first?.count ?? 0) of \(shoppers) shoppers, the last order of each hidden; means with 95 % intervals"]
        lines.append(Self.line("", Self.measures.map(\.name)))
        for (name, scores) in zip(methods, scores) {
            lines.append(
                Self.line(name, Self.measures.map { measure in Self.text(interval(of: scores.map { $0[keyPath: measure.score] }, seed)) }))
        }
        lines += ["", "Differences, paired by shopper", Self.line("", Self.pairedMeasures.map(\.name))]
        for (one, other) in [
            ("learned", "rules"), ("learned", "frequency"), ("tuned", "rules"), ("tuned", "frequency"), ("tuned", "learned"),
        ] {
            let differences = Self.pairedMeasures.compactMap { difference($0, one, other, seed) }
            if !differences.isEmpty { lines.append(Self.line("\(one) − \(other)", differences.map(Self.signedText))) }
        }
        lines += ["", "learned: \(current.words)"]
        if let tuned { lines += ["tuned: \(tuned.words)", gainText(from: current, to: tuned, seed)] }
        if let text = behindText(seed) { lines += ["", text] }
        if let forecast, forecast.shoppers > 0 { lines += [""] + forecast.lines }
        return lines
    }

    private func interval(of values: [Double], _ seed: UInt64) -> BootstrapInterval { BootstrapInterval(of: values, seed: seed) }

    private func difference(_ measure: Measure, _ one: String, _ other: String, _ seed: UInt64) -> BootstrapInterval? {
        guard let a = methods.firstIndex(of: one), let b = methods.firstIndex(of: other) else { return nil }
        return interval(of: zip(scores[a], scores[b]).map { $0[keyPath: measure.score] - $1[keyPath: measure.score] }, seed)
    }

    private func gainText(from current: RankingConstants, to tuned: RankingConstants, _ seed: UInt64) -> String {
        guard tuned != current, let gain = difference(("NDCG@10", \.ndcg), "tuned", "learned", seed) else {
            return "Tuning found nothing better than the constants in force."
        }
        let amount = "Tuning would change NDCG@10 by \(Self.signedText(gain))"
        if gain.low > 0 { return "\(amount): a gain." }
        if gain.high < 0 {
            return "\(amount): a loss. What was best for the orders before the last was not for the last; keep the constants in force."
        }
        return "\(amount): the interval has 0 in it, so the gain is not certain."
    }

    /// What is said where the learned ranking does not reach the simplest one.
    private func behindText(_ seed: UInt64) -> String? {
        let gaps = Self.pairedMeasures.compactMap { measure in
            difference(measure, "learned", "frequency", seed).flatMap { $0.mean < 0 ? (measure: measure, difference: $0) : nil }
        }
        guard !gaps.isEmpty, let learned = methods.firstIndex(of: "learned"), let frequency = methods.firstIndex(of: "frequency")
        else { return nil }
        let means = gaps.map { gap in
            let values = [learned, frequency].map { place in
                String(format: "%.4f", interval(of: scores[place].map { $0[keyPath: gap.measure.score] }, seed).mean)
            }
            return "\(gap.measure.name) \(values[0]) against \(values[1])"
        }.joined(separator: ", ")
        let count = scores[learned].count
        let reason =
            gaps.allSatisfy { $0.difference.high >= 0 }
            ? "The interval of the difference has 0 in it: \(count) \(count == 1 ? "shopper is" : "shoppers are") too few to tell which "
                + "is better, and too few to learn from what everybody does."
            : "The difference is more than chance: these shoppers go on buying what they always bought, and a ranking that forgets old "
                + "orders loses by it. --tune looks for constants that suit them."
        return "On this log the learned ranking is behind the shopper's own most frequent items: \(means). \(reason)"
    }

    private static func text(_ interval: BootstrapInterval) -> String {
        String(format: "%.4f (%.4f–%.4f)", interval.mean, interval.low, interval.high)
    }

    private static func signedText(_ interval: BootstrapInterval) -> String {
        String(format: "%+.4f (%+.4f to %+.4f)", interval.mean, interval.low, interval.high)
    }

    private static func line(_ name: String, _ cells: [String]) -> String {
        ([name.padding(toLength: 28, withPad: " ", startingAt: 0)]
            + cells.map { String(repeating: " ", count: max(1, 30 - $0.count)) + $0 }).joined()
    }
}

extension RankingConstants {
    /// The constants as a person reads them.
    var words: String {
        String(
            format: "memory %g days, %g an order, size exponent %g, %g pseudo-orders, order share %@", memory, orderDecay, sizeExponent,
            pseudoOrders, usesOrderShare ? "on" : "off")
    }
}

extension ForecastEvaluation {
    /// The calibration in ten steps, what alerts were worth, and how far due dates were off.
    fileprivate var lines: [String] {
        func text(_ value: Double?, _ format: String = "%.3f") -> String { value.map { String(format: format, $0) } ?? "–" }
        func cells(_ cells: [String]) -> String { cells.map { String(repeating: " ", count: max(1, 12 - $0.count)) + $0 }.joined() }
        let horizon = Recommendation.horizon
        var lines = ["\(shoppers) shoppers as of \(cut): what became of items bought on two days or more, within \(horizon) days"]
        lines.append(cells(["probability", "items", "mean", "bought"]))
        for (number, step) in steps.enumerated() {
            let range = String(format: "%.1f–%.1f", Double(number) / 10, Double(number + 1) / 10)
            lines.append(cells([range, "\(step.count)", text(step.meanProbability), text(step.boughtShare)]))
        }
        lines += ["", cells(["alerts from", "alerts", "precision", "recall"])]
        for row in alerting {
            lines.append(cells([String(format: "%.1f", row.least), "\(row.alerts)", text(row.precision), text(recall(of: row))]))
        }
        lines.append("Recall is of the \(repeats) items that were bought again within \(horizon) days.")
        let errors = "mean error \(text(dueDates.meanError, "%.1f")) days, within a week \(text(dueDates.shareWithinAWeek))"
        lines += ["", "due dates: \(dueDates.count) items bought again by the log's end, \(errors)"]
        return lines
    }
}
