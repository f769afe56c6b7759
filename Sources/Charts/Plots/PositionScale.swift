/// What stands along the axis that is not the values'.
enum Positions: Hashable {
    /// Side by side; days as far apart as they are where `keepsTime`.
    case places([Position], keepsTime: Bool)
    case bins([Mark.Histogram.Bin])
    /// Numbers, or times to the second.
    case along(Continuum)

    var count: Int {
        switch self {
        case .places(let places, _): places.count
        case .bins(let bins): bins.count
        case .along(let continuum): continuum.values.count
        }
    }

    func texts(_ format: NumberFormat, in locale: Locale) -> [String] {
        switch self {
        case .places(let places, _): places.map { $0.text(in: locale) }
        case .bins(let bins): bins.map { format.label(of: $0, in: locale) }
        case .along(let continuum): continuum.places.map { $0.text(format, in: locale) }
        }
    }
}

/// Where positions stand: side by side in bands, from one end to the other, as far apart as their days are, or between the edges of bins.
enum PositionScale {
    case bands(BandScale)
    case time(TimeScale, days: [Int])
    case bins(BinScale)
    case along(ValueScale, values: [Double])

    /// From either end of an axis of time to what stands first and last, so that dots stay clear of the numbers beside the axis.
    private static let inset = 6.0

    /// Where time is kept, the first position stands at the beginning, not in the middle of a band.
    ///
    /// - Parameter pixel: what bars and bins are whole multiples of.
    init(_ positions: Positions, from start: Double, to end: Double, pixel: Double) {
        if case .along(let continuum) = positions {
            let inset = continuum.isTight ? Self.inset : 0
            self = .along(continuum.scale(from: start + inset, to: max(end - inset, start + inset)), values: continuum.values)
            return
        }
        guard case .places(let places, let keepsTime) = positions else {
            self = .bins(BinScale(positions, from: start, to: end, pixel: pixel))
            return
        }
        let days = keepsTime ? places.compactMap(\.dayNumber) : []
        if let first = days.min(), let last = days.max(), days.count == places.count {
            self = .time(
                TimeScale(domain: first...last, from: start + Self.inset, to: max(end - Self.inset, start + Self.inset)), days: days)
        } else if keepsTime, places.count > 1 {
            let step = max(end - start - 2 * Self.inset, 0) / Double(places.count - 1)
            let overhang = step / 2 - Self.inset
            self = .bands(BandScale(count: places.count, from: start - overhang, to: end + overhang))
        } else {
            self = .bands(BandScale(count: places.count, from: start, to: end, wholes: pixel))
        }
    }

    /// Returns the middle of a position's place.
    func callAsFunction(_ index: Int) -> Double {
        switch self {
        case .bands(let bands): bands.center(index)
        case .time(let time, let days): time(days[index])
        case .bins(let bins): bins(index) + bins.width / 2
        case .along(let scale, let values): scale(values[index])
        }
    }

    /// Returns the place of a number or a day between positions; nil where positions are names.
    func place(of value: Double) -> Double? {
        switch self {
        case .bands: nil
        case .time(let time, _): Int(exactly: value.rounded()).map { time($0) }
        case .bins(let bins): bins.place(of: value)
        case .along(let scale, _): scale.domain.contains(value) ? scale(value) : nil
        }
    }

    /// From one position to the next, in points; the mean of all where they differ.
    var step: Double {
        switch self {
        case .bands(let bands): bands.step
        case .time(let time, let days): (time.end - time.start) / Double(max(days.count - 1, 1))
        case .bins(let bins): bins.width
        case .along(let scale, let values): (scale.end - scale.start) / Double(max(values.count - 1, 1))
        }
    }

    /// The room of a bar, in points.
    var bandwidth: Double {
        switch self {
        case .bands(let bands): bands.bandwidth
        case .time, .along: step * 0.75
        case .bins(let bins): bins.width
        }
    }
}

/// Bins side by side, equally wide on the picture; a last one without an end stands a little apart.
struct BinScale {
    /// Of each bin, in points.
    let width: Double
    /// Between two bars.
    let space: Double
    let end: Double
    private let bins: [Mark.Histogram.Bin]
    private let start: Double
    private let gap: Double

    static func hasOpenBin(_ bins: [Mark.Histogram.Bin]) -> Bool { bins.count > 1 && bins.last?.to == nil }

    init(_ positions: Positions, from start: Double, to end: Double, pixel: Double) {
        bins = if case .bins(let bins) = positions { bins } else { [] }
        func whole(_ length: Double) -> Double { (length / pixel + 1e-6).rounded(.down) * pixel }
        let gapCount = (Self.hasOpenBin(bins) ? 1.0 : 0) + (bins.first?.isOpenBelow == true ? 1 : 0)
        let free = gapCount > 0 ? min(10, (end - start) * 0.03) : 0
        let step = (end - start - free * gapCount) / Double(max(bins.count, 1))
        let isWhole = step >= 3 * pixel
        gap = isWhole ? whole(free) : free
        width = isWhole ? whole(step) : step
        space = isWhole ? pixel : 0
        self.start = isWhole ? whole(start) : start
        self.end = self.start + gap * gapCount + width * Double(bins.count)
    }

    /// Returns where the bin at `index` begins.
    func callAsFunction(_ index: Int) -> Double {
        let low = index > 0 && bins[0].isOpenBelow ? gap : 0
        return start + Double(index) * width + low + (index >= bins.count - 1 && Self.hasOpenBin(bins) ? gap : 0)
    }

    /// Returns where a number falls within its bin; nil for one below all bins.
    func place(of value: Double) -> Double? {
        guard let index = bins.lastIndex(where: { $0.from <= value }) else { return nil }
        let bin = bins[index]
        let to = bin.to ?? max(bin.from, value)
        let share = to > bin.from ? min((value - bin.from) / (to - bin.from), 1) : 0
        return self(index) + share * width
    }
}
