import Drawing

/// Bars of several series: one on the other, or side by side.
struct StackLayer: UprightLayer {
    private var stack: Mark.Stack

    /// Bars less wide than this have no hairlines between their parts, which would take too much of them.
    private static let narrowest = 6.0
    /// What stands at one position is that much of a bar apart.
    private static let innerGap = 0.08

    /// - Parameter locale: of the name for what is too small to be told apart.
    init(_ stack: Mark.Stack, in locale: Locale) {
        self.stack = stack
        if stack.arrangement == .stacked { self.stack.series = stack.series.gatheringRest(in: locale) }
    }

    var positions: [Position] { stack.positions }

    var values: [Double] {
        switch stack.arrangement {
        case .grouped: stack.knownValues
        case .stacked: stack.sums
        }
    }

    var legend: [(name: String, color: MarkColor)] { stack.series.count > 1 ? stack.series.map { ($0.name, $0.color) } : [] }

    /// The value of each bar of a group, or the sum of each stack; none where a stack has parts below zero, since it has no one end then.
    func labels(_ format: NumberFormat, step: Double, on sheet: Sheet) -> [String]? {
        let numbers: [Double]
        let room: Double
        switch stack.arrangement {
        case .grouped:
            numbers = stack.positions.indices.flatMap { index in stack.series.map { $0.values[index] ?? 0 } }
            room = step / (1 + BandScale.usualGap) / Double(max(stack.series.count, 1)) - 3
        case .stacked:
            guard stack.knownValues.allSatisfy({ $0 >= 0 }) else { return nil }
            numbers = stack.positions.indices.map(stack.total(at:))
            room = step - 5
        }
        return format.choices(for: numbers, in: sheet.locale).first { sheet.widest($0, in: TypeScale.value) <= room }
    }

    func nodes(in area: PlotArea, labels: [String]?) -> [Scene.Node] {
        let bars = stack.positions.indices.flatMap { index in
            switch stack.arrangement {
            case .stacked: stacked(at: index, in: area)
            case .grouped: grouped(at: index, in: area)
            }
        }
        return [.group(.marks, bars)] + (labels.map { [.group(.annotation, numbers($0, in: area))] } ?? [])
    }

    private func numbers(_ labels: [String], in area: PlotArea) -> [Scene.Node] {
        switch stack.arrangement {
        case .stacked:
            return stack.positions.indices.map { area.number(labels[$0], at: area.x($0), beyond: stack.sum(at: $0)) }
        case .grouped:
            return stack.positions.indices.flatMap { index in
                let bands = bands(at: index, in: area)
                return stack.series.enumerated().compactMap { place, series in
                    series.values[index].map {
                        area.number(labels[index * stack.series.count + place], at: bands.center(place), beyond: $0)
                    }
                }
            }
        }
    }

    /// What was given back goes below the line, so that no part hides another.
    private func stacked(at index: Int, in area: PlotArea) -> [Scene.Node] {
        let width = min(area.x.bandwidth, BarLayer.widest)
        // A hairline of the background keeps neighbours apart, unless they are too small to spare it.
        let background = area.sheet.theme.background
        let isSeparated = background.alpha == 255 && stack.series.count > 1 && width >= Self.narrowest
        let separator = isSeparated ? Stroke(background, width: 1) : nil
        let top = stack.series.lastIndex { ($0.values[index] ?? 0) > 0 }
        let bottom = stack.series.lastIndex { ($0.values[index] ?? 0) < 0 }
        var (above, below) = (0.0, 0.0)
        return stack.series.enumerated().compactMap { place, series -> Scene.Node? in
            guard let value = series.values[index], value != 0 else { return nil }
            let start = value > 0 ? above : below
            if value > 0 { above += value } else { below += value }
            let rect = area.bar(at: area.x(index), width: width, from: start, to: start + value)
            let edge: Path.Edge? = place == top ? .top : place == bottom ? .bottom : nil
            return area.mark(
                series, stack.positions[index], value,
                Scene.Node.bar(
                    rect, rounding: edge, area.color(series.color), separator: rect.height > 3 ? separator : nil,
                    isHatched: index == stack.unfinished
                )
            )
        }
    }

    private func grouped(at index: Int, in area: PlotArea) -> [Scene.Node] {
        let bands = bands(at: index, in: area)
        return stack.series.enumerated().compactMap { place, series -> Scene.Node? in
            guard let value = series.values[index] else { return nil }
            let rect = area.bar(at: bands.center(place), width: bands.bandwidth, from: 0, to: value)
            return area.mark(
                series, stack.positions[index], value,
                Scene.Node.bar(
                    rect, rounding: value >= 0 ? .top : .bottom, area.color(series.color), isHatched: index == stack.unfinished)
            )
        }
    }

    /// The places of a group's bars, side by side.
    private func bands(at index: Int, in area: PlotArea) -> BandScale {
        let left = area.x(index) - area.x.bandwidth / 2
        return BandScale(
            count: stack.series.count, from: left, to: left + area.x.bandwidth, gap: stack.series.count > 1 ? Self.innerGap : 0
        )
    }
}

extension SeriesMark {
    /// What series that stand on one another reach up and down to at each position.
    var sums: [Double] {
        positions.indices.flatMap { index in
            let parts = series.compactMap { $0.values[index] }
            return [parts.reduce(0) { $0 + max($1, 0) }, parts.reduce(0) { $0 + min($1, 0) }]
        }
    }
}
