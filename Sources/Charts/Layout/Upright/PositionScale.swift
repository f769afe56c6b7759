/// Where positions stand from left to right: side by side, or as far apart as their days are.
enum PositionScale {
    case bands(BandScale)
    case time(TimeScale, days: [Int])

    init(_ positions: [Position], keepsTime: Bool, from start: Double, to end: Double) {
        let days = positions.compactMap(\.dayNumber)
        if keepsTime, let first = days.min(), let last = days.max(), days.count == positions.count {
            self = .time(TimeScale(domain: first...last, from: start, to: end), days: days)
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
