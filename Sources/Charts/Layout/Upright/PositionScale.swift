/// Where positions stand from left to right: side by side in bands, from one end to the other, or as far apart as their days are.
enum PositionScale {
    case bands(BandScale)
    case time(TimeScale, days: [Int])

    /// From either end of an axis of time to what stands first and last, so that dots stay clear of the numbers beside the axis.
    private static let inset = 6.0

    /// - Parameter keepsTime: whether positions go on from one to the next, as those of a line: then the first stands at the beginning,
    ///   not in the middle of a band.
    init(_ positions: [Position], keepsTime: Bool, from start: Double, to end: Double) {
        let days = positions.compactMap(\.dayNumber)
        if keepsTime, let first = days.min(), let last = days.max(), days.count == positions.count {
            self = .time(
                TimeScale(domain: first...last, from: start + Self.inset, to: max(end - Self.inset, start + Self.inset)), days: days)
        } else if keepsTime, positions.count > 1 {
            let step = max(end - start - 2 * Self.inset, 0) / Double(positions.count - 1)
            let overhang = step / 2 - Self.inset
            self = .bands(BandScale(count: positions.count, from: start - overhang, to: end + overhang))
        } else {
            self = .bands(BandScale(count: positions.count, from: start, to: end))
        }
    }

    /// Returns the middle of a position's place.
    func callAsFunction(_ index: Int) -> Double {
        switch self {
        case .bands(let bands): bands.center(index)
        case .time(let time, let days): time(days[index])
        }
    }

    /// From one position to the next, in points; the mean of all where they differ.
    var step: Double {
        switch self {
        case .bands(let bands): bands.step
        case .time(let time, let days): (time.end - time.start) / Double(max(days.count - 1, 1))
        }
    }

    /// The room of a bar, in points.
    var bandwidth: Double {
        switch self {
        case .bands(let bands): bands.bandwidth
        case .time: step * 0.75
        }
    }
}
