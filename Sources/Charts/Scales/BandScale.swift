/// A map from the places 0…count−1 to equal bands of the picture, in order, with equal gaps between and half a gap at the ends.
public struct BandScale: Hashable, Sendable {
    public let count: Int
    /// From the start of a band to the start of the next.
    public let step: Double
    /// The width of each band.
    public let bandwidth: Double

    private let start: Double

    /// The space between two bars, as a part of a bar.
    static let usualGap = 1.0 / 3

    /// - Parameter gap: the space between two bands, as a part of a band; a third by default.
    public init(count: Int, from start: Double, to end: Double, gap: Double? = nil) {
        self.count = count
        self.start = start
        step = (end - start) / Double(max(count, 1))
        bandwidth = step / (1 + (gap ?? Self.usualGap))
    }

    /// Returns where the band at `index` begins.
    public func callAsFunction(_ index: Int) -> Double {
        start + Double(index) * step + (step - bandwidth) / 2
    }

    public func center(_ index: Int) -> Double {
        start + (Double(index) + 0.5) * step
    }
}
