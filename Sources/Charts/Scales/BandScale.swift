/// A map from the places 0…count−1 to equal bands of the picture, in order, with equal gaps between and half a gap at the ends.
public struct BandScale: Hashable, Sendable {
    public let count: Int
    /// From the start of a band to the start of the next.
    public let step: Double
    /// The width of each band.
    public let bandwidth: Double

    private let start: Double
    /// From the start of a step to its band.
    private let inset: Double

    /// The space between two bars, as a part of a bar.
    static let usualGap = 1.0 / 3

    /// - Parameters:
    ///   - gap: the space between two bands, as a part of a band; a third by default.
    ///   - unit: what bands and gaps are whole multiples of, so that all are drawn alike, as a pixel; what is left over stays at both
    ///     ends. Nil, or a unit that is not several times in a step, for none.
    public init(count: Int, from start: Double, to end: Double, gap: Double? = nil, wholes unit: Double? = nil) {
        self.count = count
        let (free, gap) = ((end - start) / Double(max(count, 1)), gap ?? Self.usualGap)
        guard let unit, unit > 0, free >= 2 * unit else {
            self.start = start
            step = free
            bandwidth = free / (1 + gap)
            inset = (step - bandwidth) / 2
            return
        }
        step = (free / unit + 1e-6).rounded(.down) * unit
        let whole = (step / (1 + gap) / unit).rounded() * unit
        bandwidth = gap > 0 ? max(min(whole, step - unit), unit) : step
        inset = ((step - bandwidth) / 2 / unit + 1e-6).rounded(.down) * unit
        self.start = ((start + (end - start - step * Double(count)) / 2) / unit - 1e-6).rounded(.up) * unit
    }

    /// Returns where the band at `index` begins.
    public func callAsFunction(_ index: Int) -> Double {
        start + Double(index) * step + inset
    }

    public func center(_ index: Int) -> Double {
        self(index) + bandwidth / 2
    }
}
