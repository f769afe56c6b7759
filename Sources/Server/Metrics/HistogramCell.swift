import CoreMetrics

/// How many durations there were, by their length, counted without a lock.
final class HistogramCell: TimerHandler {
    /// What is counted in each bucket but the last, which has no end: durations up to this long, in seconds.
    static let bounds = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10]
    private static let nanoseconds = bounds.map { Int64($0 * 1e9) }

    private let buckets = (0...bounds.count).map { _ in CounterCell() }
    private let sum = CounterCell()

    func recordNanoseconds(_ duration: Int64) {
        let index = Self.nanoseconds.firstIndex { duration <= $0 } ?? buckets.count - 1
        buckets[index].increment(by: 1)
        sum.increment(by: duration)
    }

    /// How many durations each bucket and all before it have; the last number is that of all.
    var cumulativeCounts: [Int] {
        var total = 0
        return buckets.map { bucket in
            total += bucket.total
            return total
        }
    }

    /// Of all durations, in seconds.
    var totalSeconds: Double { Double(sum.total) / 1e9 }
}
