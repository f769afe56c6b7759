import Drawing

extension Mark {
    /// Bars of several series at each position: one on the other, or side by side.
    public struct Stack: Hashable, Sendable {
        public enum Arrangement: Hashable, Sendable { case stacked, grouped }

        public var positions: [Position]
        public var series: [Series]
        public var arrangement: Arrangement
        public var orientation: Orientation
        public var axis: ValueAxis
        /// The index of the position whose period is not over yet: its bars are hatched.
        public var unfinished: Int?
        /// The sum at each position, where the values are too coarse to be added up; nil for their sums.
        public var totals: [Double]?

        public init(
            positions: [Position], series: [Series], arrangement: Arrangement = .stacked, orientation: Orientation = .vertical,
            on axis: ValueAxis = .y, unfinished: Int? = nil
        ) {
            self.positions = positions
            self.series = series
            self.arrangement = arrangement
            self.orientation = orientation
            self.axis = axis
            self.unfinished = unfinished
        }
    }
}

extension Mark.Stack: SeriesMark {
    var mark: Mark { .stack(self) }
    var hasLengths: Bool { true }

    // MARK: Layout

    /// Bars less wide than this have no hairlines between their parts, which would take too much of them.
    private static let narrowest = 6.0
    /// What stands at one position is that much of a bar apart.
    private static let innerGap = 0.08

    var plotPositions: Positions { .places(positions, keepsTime: false) }

    var drawnValues: [Double] {
        switch arrangement {
        case .grouped: knownValues
        case .stacked: reaches
        }
    }

    func gathered(in locale: Locale) -> any CartesianMark {
        guard arrangement == .stacked else { return self }
        var stack = self
        stack.series = series.gatheringRest(in: locale)
        return stack
    }

    /// The value of each bar of a group, or the sum of each stack; none where a stack has parts below zero, since it has no one end then.
    var labelledValues: [Double]? {
        switch arrangement {
        case .grouped: positions.indices.flatMap { index in series.map { $0.value(at: index) ?? 0 } }
        case .stacked: knownValues.allSatisfy { $0 >= 0 } ? positions.indices.map(total(at:)) : nil
        }
    }

    func labelRoom(step: Double) -> Double {
        switch arrangement {
        case .grouped: step / (1 + BandScale.usualGap) / Double(max(series.count, 1)) - 3
        case .stacked: step - 5
        }
    }

    func shapes(in area: PlotArea) -> [Scene.Node] {
        let bars = positions.indices.flatMap { index in
            switch arrangement {
            case .stacked: stacked(at: index, in: area)
            case .grouped: grouped(at: index, in: area)
            }
        }
        return [.group(.marks, bars)]
    }

    func numbers(_ labels: [String], in area: PlotArea) -> [Scene.Node] {
        let numbers = positions.indices.flatMap { index -> [Scene.Node] in
            guard arrangement == .grouped else { return [area.number(labels[index], at: area.center(index), beyond: sum(at: index))] }
            let bands = bands(at: index, in: area)
            return series.enumerated().compactMap { place, series in
                series.value(at: index).map {
                    area.number(labels[index * self.series.count + place], at: bands.center(place), beyond: $0)
                }
            }
        }
        return [.group(.annotation, numbers)]
    }

    var valueLabels: [ValueLabels] { series.compactMap(\.style.labels) }

    func placedLabels(in area: PlotArea) -> [PlacedLabel] {
        positions.indices.flatMap { index -> [PlacedLabel] in
            let bands = arrangement == .grouped ? bands(at: index, in: area) : nil
            var (above, below) = (0.0, 0.0)
            return series.enumerated().compactMap { place, series -> PlacedLabel? in
                guard let value = series.value(at: index) else { return nil }
                let start = bands != nil ? 0 : value > 0 ? above : below
                if value > 0 { above += value } else { below += value }
                guard let labels = series.style.labels else { return nil }
                let box = area.bar(
                    at: bands?.center(place) ?? area.center(index), width: bands?.bandwidth ?? area.barWidth, from: start, to: start + value
                )
                var label = PlacedLabel(labels, index, value, box: box, area.color(series.color), in: area)
                label.isAlone = bands != nil
                return label
            }
        }
    }

    /// What was given back goes below the line, so that no part hides another.
    private func stacked(at index: Int, in area: PlotArea) -> [Scene.Node] {
        let width = area.barWidth
        // A hairline of the background keeps neighbors apart, unless they are too small to spare it.
        let separator = series.count > 1 && width >= Self.narrowest ? area.context.separator(width: 1) : nil
        let first = series.lastIndex { ($0.value(at: index) ?? 0) > 0 }
        let last = series.lastIndex { ($0.value(at: index) ?? 0) < 0 }
        var (above, below) = (0.0, 0.0)
        return series.enumerated().compactMap { place, series -> Scene.Node? in
            guard let value = series.value(at: index), value != 0 else { return nil }
            let start = value > 0 ? above : below
            if value > 0 { above += value } else { below += value }
            let rect = area.bar(at: area.center(index), width: width, from: start, to: start + value)
            let isEnd = place == first || place == last
            let length = area.orientation == .vertical ? rect.height : rect.width
            return area.mark(
                series.name, positions[index], value,
                Scene.Node.bar(
                    rect, rounding: isEnd ? area.end(isForward: value > 0) : nil, area.color(series.color),
                    outline: area.edge(series.color),
                    separator: length > 3 ? separator : nil, isHatched: index == unfinished
                )
            )
        }
    }

    private func grouped(at index: Int, in area: PlotArea) -> [Scene.Node] {
        let bands = bands(at: index, in: area)
        return series.enumerated().compactMap { place, series -> Scene.Node? in
            guard let value = series.value(at: index) else { return nil }
            let rect = area.bar(at: bands.center(place), width: bands.bandwidth, from: 0, to: value)
            return area.mark(
                series.name, positions[index], value,
                Scene.Node.bar(
                    rect, rounding: area.end(isForward: value >= 0), area.color(series.color), outline: area.edge(series.color),
                    isHatched: index == unfinished)
            )
        }
    }

    /// The places of a group's bars, side by side.
    private func bands(at index: Int, in area: PlotArea) -> BandScale {
        let room = area.positions.bandwidth
        let start = area.center(index) - room / 2
        return BandScale(
            count: series.count, from: start, to: start + room, gap: series.count > 1 ? Self.innerGap : 0, wholes: area.context.pixel)
    }
}
