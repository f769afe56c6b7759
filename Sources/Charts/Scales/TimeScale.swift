/// A map from an interval of days to an interval of the picture.
///
///     let x = TimeScale(domain: 19_723...20_088, from: 40, to: 780)   // the year 2024
///     x(19_723)                                                       // 40
///     x.ticks                                                         // the first days of January, March, May …
public struct TimeScale: Hashable, Sendable {
    /// Counted from 1970-01-01.
    public let domain: ClosedRange<Int>
    public let start: Double
    public let end: Double

    public init(domain: ClosedRange<Int>, from start: Double, to end: Double) {
        self.domain = domain
        self.start = start
        self.end = end
    }

    /// Returns where the day falls. A domain of one day maps to the middle.
    public func callAsFunction(_ day: Int) -> Double {
        let length = Double(domain.upperBound - domain.lowerBound)
        guard length > 0 else { return (start + end) / 2 }
        return start + Double(day - domain.lowerBound) / length * (end - start)
    }

    /// Days inside the domain on which something begins: a week, a month, a year. Three to six of them from three days on.
    public var ticks: [Int] { Interval.fitting(domain).ticks(in: domain) }
}
