import Hashing

/// A mean and how far it would scatter if other shoppers had been drawn (Efron, 1979): the middle 95 % of resampled means.
public struct BootstrapInterval: Hashable, Sendable {
    public var mean: Double
    public var low: Double
    public var high: Double

    /// Makes the interval; equal values and seeds give equal intervals. All is 0 without a value.
    public init(of values: [Double], resamples: Int = 1_000, seed: UInt64 = 1) {
        (mean, low, high) = (0, 0, 0)
        guard !values.isEmpty else { return }
        mean = values.reduce(0, +) / Double(values.count)
        var random = SplitMix64(state: seed)
        let means = (0..<resamples).map { _ in
            var sum = 0.0
            for _ in values { sum += values[Int(random.next() % UInt64(values.count))] }
            return sum / Double(values.count)
        }.sorted()
        guard let first = means.first, let last = means.last else { return }
        (low, high) = (first, last)
        if means.count >= 40 { (low, high) = (means[means.count / 40], means[means.count - 1 - means.count / 40]) }
    }
}
