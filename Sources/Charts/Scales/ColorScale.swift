public import Drawing

/// A map from numbers to colors: one hue from light to dark, or two hues and what is nearly no color between.
///
///     let color = ColorScale(domain: 0...500, theme.sequence)
///     color(0)      // the first color of the sequence
///     color(500)    // its last
public struct ColorScale: Hashable, Sendable {
    /// The numbers of the first color, the middle one and the last.
    public let low: Double
    public let middle: Double
    public let high: Double
    private let ramp: Theme.Ramp

    /// What keeps its palest colors apart from the background.
    public var outline: Color { ramp.outline }

    public init(domain: ClosedRange<Double>, _ ramp: Theme.Ramp) {
        low = domain.lowerBound
        high = domain.upperBound
        middle = (low + high) / 2
        self.ramp = ramp
    }

    /// A scale whose middle color stands for `middle`, each side reaching as far as its values do.
    public init(domain: ClosedRange<Double>, around middle: Double, _ ramp: Theme.Ramp) {
        low = min(domain.lowerBound, middle)
        high = max(domain.upperBound, middle)
        self.middle = middle
        self.ramp = ramp
    }

    /// Returns the color of `value`, or of the nearest end when it is outside. A side without extent is the middle.
    public func callAsFunction(_ value: Double) -> Color {
        let (start, end) = value < middle ? (low, middle) : (middle, high)
        let share = end > start ? min(max((value - start) / (end - start), 0), 1) : value < middle ? 1 : 0
        return value < middle
            ? ramp.low.mixed(with: ramp.middle, share: share, in: .oklab) : ramp.middle.mixed(with: ramp.high, share: share, in: .oklab)
    }
}
