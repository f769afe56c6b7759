/// What is worth telling of a value that is known for each month, by rules that noise seldom passes.
///
/// The measure is the usual spread: the mean difference between a month and the next. Of a series that only varies by chance, one month
/// in fifty is farther from the mean than `limit` spreads (a chart of individuals and moving ranges, as in D. J. Wheeler, "Understanding
/// Variation", 2nd edition, whose limit of 2.66 spreads stands for three standard deviations).
public enum MonthlyFinding: Hashable, Sendable {
    /// The last month is farther from the mean of all before it than `limit` spreads, and as far from the one where the way to it began.
    ///
    /// - start: the index of the last month at which the values turned.
    /// - mean: of all months before the last.
    case jump(since: Int, mean: Double)
    /// The last few months, four at least, lie all on one side of the mean of all, and together farther from the months before than their
    /// number lets expect: `limit` spreads by its square root.
    case level(count: Int, mean: Double, before: Double)

    /// In usual spreads.
    public static let limit = 2.4
    /// Of fewer months there is no usual spread.
    public static let fewestMonths = 12
    private static let fewestOfLevel = 4

    /// Returns what is worth telling, or nil for nothing.
    ///
    /// - Parameter values: one for each month in order, the last of which is over.
    public static func of(_ values: [Double]) -> MonthlyFinding? { lastJump(in: values) ?? lastLevel(in: values) }

    /// Returns how far the last month is out of the ordinary, in usual spreads, where that is worth telling.
    public static func lastJump(in values: [Double]) -> MonthlyFinding? {
        guard values.count >= fewestMonths, let last = values.last else { return nil }
        let earlier = Array(values.dropLast())
        let (mean, spread) = (earlier.reduce(0, +) / Double(earlier.count), usualSpread(of: earlier))
        var start = earlier.count - 1
        while start > 0, (earlier[start - 1] < earlier[start]) == (earlier[start] < last), earlier[start - 1] != earlier[start] {
            start -= 1
        }
        guard spread > 0, abs(last - mean) > limit * spread, abs(last - earlier[start]) > limit * spread,
            (last > mean) == (last > earlier[start])
        else { return nil }
        return .jump(since: start, mean: mean)
    }

    private static func lastLevel(in values: [Double]) -> MonthlyFinding? {
        guard values.count >= fewestMonths, let last = values.last else { return nil }
        let mean = values.reduce(0, +) / Double(values.count)
        let count = values.reversed().prefix { ($0 > mean) == (last > mean) && $0 != mean }.count
        guard count >= fewestOfLevel, count <= values.count / 2 else { return nil }
        let (before, after) = (values.dropLast(count), values.suffix(count))
        let (old, new) = (before.reduce(0, +) / Double(before.count), after.reduce(0, +) / Double(count))
        guard abs(new - old) > limit * usualSpread(of: Array(before)) / Double(count).squareRoot() else { return nil }
        return .level(count: count, mean: new, before: old)
    }

    /// Returns the mean difference between a value and the next.
    public static func usualSpread(of values: [Double]) -> Double {
        zip(values, values.dropFirst()).reduce(0) { $0 + abs($1.1 - $1.0) } / Double(max(values.count - 1, 1))
    }
}
