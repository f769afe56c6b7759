import Foundation

/// A map from an interval of positive numbers to an interval of the picture, on which equal ratios are equally far apart.
///
///     let y = LogScale(domain: 1...1000, from: 300, to: 0)
///     y(10)      // 200
///     y.ticks    // [1, 10, 100, 1000]
public struct LogScale: Hashable, Sendable {
    /// Above zero.
    public let domain: ClosedRange<Double>
    private let logarithms: LinearScale

    public var start: Double { logarithms.start }
    public var end: Double { logarithms.end }

    public init(domain: ClosedRange<Double>, from start: Double, to end: Double) {
        self.domain = domain
        logarithms = LinearScale(domain: log(domain.lowerBound)...log(domain.upperBound), from: start, to: end)
    }

    /// Returns where `value`, which is above zero, falls. A domain of one value maps to the middle.
    public func callAsFunction(_ value: Double) -> Double { logarithms(log(value)) }

    /// Numbers inside the domain: 1, 2 and 5 times a power of ten, powers of ten, or every so many powers; six at most.
    public var ticks: [Double] { ticks(most: 6) }

    /// - Parameter most: at least 3.
    func ticks(most: Int) -> [Double] {
        var choices = [ticks([1, 2, 5], every: 1), ticks([1, 3], every: 1)]
        choices += (1...120).map { ticks([1], every: $0) }
        let found = choices.first { $0.count <= most } ?? []
        // Within less than a power of ten a logarithm is nearly straight.
        return found.count >= 3 ? found : LinearScale(domain: domain, from: 0, to: 1).ticks(about: most - 1)
    }

    /// Returns the multiples of powers of ten whose exponents are divisible by `stride`, as far as they are inside the domain.
    private func ticks(_ digits: [Double], every stride: Int) -> [Double] {
        let first = Int(log10(domain.lowerBound).rounded(.down))
        let last = Int(log10(domain.upperBound).rounded(.up))
        var ticks: [Double] = []
        for exponent in first...last where exponent % stride == 0 {
            let power: Double = pow(10, Double(exponent))
            ticks += digits.map { $0 * power }
        }
        let (low, high) = (domain.lowerBound * (1 - 1e-9), domain.upperBound * (1 + 1e-9))
        return ticks.filter { low <= $0 && $0 <= high }
    }

    /// Returns `domain` grown outward to 1, 2 or 5 times a power of ten.
    static func rounding(_ domain: ClosedRange<Double>) -> ClosedRange<Double> {
        func steps(_ value: Double) -> [Double] {
            let power = pow(10, log10(value).rounded(.down))
            return [power, 2 * power, 5 * power, 10 * power]
        }
        let low = steps(domain.lowerBound).last { $0 <= domain.lowerBound * (1 + 1e-9) } ?? domain.lowerBound
        let high = steps(domain.upperBound).first { $0 >= domain.upperBound * (1 - 1e-9) } ?? domain.upperBound
        return min(low, domain.lowerBound)...max(high, domain.upperBound)
    }
}
