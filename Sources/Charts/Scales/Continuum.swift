/// Numbers or times on an axis where positions are as far apart as they are.
struct Continuum: Hashable {
    let places: [Position]
    /// Numbers, or seconds from 1970-01-01 00:00.
    let values: [Double]
    let isTime: Bool
    let axis: Axis.Scale
    /// Round numbers around all values, or the first and the last.
    let domain: ClosedRange<Double>
    /// Whether the domain ends where the first and the last position are, which keep clear of the axis of values then.
    let isTight: Bool
    /// Whether all values are whole.
    let isWhole: Bool

    /// Fails where positions are anything else, or days alone.
    ///
    /// - Parameters:
    ///   - others: what has to be on the axis besides.
    ///   - roundsEnds: whether an axis of numbers ends at round ones.
    init?(_ places: [Position], _ axis: Axis, with others: [Double], roundsEnds: Bool) {
        let times = places.compactMap(\.seconds)
        isTime = times.count == places.count && places.contains { if case .time = $0 { true } else { false } }
        let values = isTime ? times : places.compactMap(\.number)
        guard !places.isEmpty, values.count == places.count else { return nil }
        (self.places, self.values) = (places, values)
        self.axis = isTime ? .linear : axis.scale
        isWhole = values.allSatisfy { $0 == $0.rounded() }
        let ends = isTime ? [] : [axis.minimum, axis.maximum].compactMap { $0 }
        let all = values + others + ends
        let (low, high) = (all.min() ?? 0, all.max() ?? 0)
        isTight = isTime || !roundsEnds && low < high
        guard !isTight else {
            domain = low...high
            return
        }
        switch axis.scale {
        case .linear:
            let extent = low < high ? low...high : low - max(abs(low), 1) * 0.1...low + max(abs(low), 1) * 0.1
            let step = LinearScale.tickStep(over: extent, most: 5, least: isWhole ? 1 : 0)
            domain = axis.keepingEnds(of: extent, in: LinearScale.rounding(extent, step: step))
        case .logarithmic: domain = axis.keepingEnds(of: low...high, in: LogScale.rounding(low...high))
        }
    }

    func scale(from start: Double, to end: Double) -> ValueScale { ValueScale(axis, domain: domain, from: start, to: end) }

    /// Returns round numbers inside the domain, at most so many.
    func ticks(most: Int) -> [Double] {
        switch axis {
        case .linear:
            LinearScale(domain: domain, from: 0, to: 1)
                .ticks(step: LinearScale.tickStep(over: domain, most: max(most - 1, 1), least: isWhole ? 1 : 0))
        case .logarithmic: LogScale(domain: domain, from: 0, to: 1).ticks(most: max(most, 3))
        }
    }
}

extension Positions {
    /// The positions as far apart as their numbers or times are, where all have one.
    func measured(along axis: Axis, with others: [Double], roundsEnds: Bool) -> Positions {
        guard case .places(let places, keepsTime: true) = self,
            let continuum = Continuum(places, axis, with: others, roundsEnds: roundsEnds)
        else { return self }
        return .along(continuum)
    }
}
