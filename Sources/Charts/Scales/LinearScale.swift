/// A map from an interval of numbers to an interval of the picture.
///
///     let y = LinearScale(domain: 0...50, from: 300, to: 20)
///     y(25)              // 160
///     y.ticks(about: 5)  // [0, 10, 20, 30, 40, 50]
public struct LinearScale: Hashable, Sendable {
    public let domain: ClosedRange<Double>
    public let start: Double
    public let end: Double

    public init(domain: ClosedRange<Double>, from start: Double, to end: Double) {
        self.domain = domain
        self.start = start
        self.end = end
    }

    /// Returns where `value` falls. A domain of one value maps to the middle.
    public func callAsFunction(_ value: Double) -> Double {
        let length = domain.upperBound - domain.lowerBound
        guard length > 0 else { return (start + end) / 2 }
        return start + (value - domain.lowerBound) / length * (end - start)
    }

    /// Returns round numbers inside the domain: multiples of 1, 2, 2.5 or 5 times a power of ten, close to `count` of them.
    public func ticks(about count: Int) -> [Double] {
        ticks(step: Self.step(over: domain, about: count))
    }

    /// Returns the multiples of `step` inside the domain.
    func ticks(step: Double) -> [Double] {
        guard step > 0 else { return [domain.lowerBound] }
        let first = (domain.lowerBound / step - 1e-9).rounded(.up)
        let last = (domain.upperBound / step + 1e-9).rounded(.down)
        return stride(from: first, through: last, by: 1).map { $0 == 0 ? 0 : $0 * step }
    }

    /// Returns `domain` grown outward to round numbers.
    public static func rounding(_ domain: ClosedRange<Double>, about count: Int) -> ClosedRange<Double> {
        rounding(domain, step: step(over: domain, about: count))
    }

    /// Returns `domain` grown outward to multiples of `step`.
    static func rounding(_ domain: ClosedRange<Double>, step: Double) -> ClosedRange<Double> {
        guard step > 0 else { return domain }
        let low = (domain.lowerBound / step + 1e-9).rounded(.down) * step
        let high = (domain.upperBound / step - 1e-9).rounded(.up) * step
        return low...max(low, high)
    }

    /// Returns the smallest of 1, 2, 2.5, 5 times a power of ten that cuts the domain into at most `count` parts, or 0 for an empty one.
    static func step(over domain: ClosedRange<Double>, about count: Int) -> Double {
        let rough = (domain.upperBound - domain.lowerBound) / Double(max(count, 1))
        guard rough > 0, rough.isFinite else { return 0 }
        var power = 1.0
        while power * 10 <= rough { power *= 10 }
        while power > rough { power /= 10 }
        return [1, 2, 2.5, 5, 10].map { $0 * power }.first { $0 >= rough * (1 - 1e-9) } ?? power * 10
    }
}
