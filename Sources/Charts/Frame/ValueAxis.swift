import Drawing

/// An axis of values: round numbers, their labels at one edge of the plot, and hairlines across it.
struct ValueAxis: EdgeComponent {
    let edge: Path.Edge
    let domain: ClosedRange<Double>
    private let axis: Axis
    private let ticks: [Double]
    private let labels: [String]
    private let context: LayoutContext
    /// Hairlines belong to one of two axes.
    private let hasGrid: Bool

    /// - Parameters:
    ///   - extent: of the values.
    ///   - length: of the axis, in points: it decides how many ticks there are, three to six.
    init(_ extent: ClosedRange<Double>, _ axis: Axis, at edge: Path.Edge, length: Double, in context: LayoutContext) {
        let most = Self.mostParts(length: length, at: edge)
        switch axis.scale {
        case .linear:
            let step = Self.step(over: extent, axis, most: most, length: length, at: edge)
            let domain = axis.keepingEnds(of: extent, in: LinearScale.rounding(extent, step: step, parts: 2))
            self.init(domain: domain, step: step, axis, at: edge, length: length, hasGrid: true, in: context)
        case .logarithmic:
            let domain = axis.keepingEnds(of: extent, in: LogScale.rounding(extent))
            let ticks = LogScale(domain: domain, from: 0, to: 1).ticks(most: most + 1)
            self.init(domain: domain, ticks: ticks, axis, at: edge, hasGrid: true, in: context)
        }
    }

    /// Makes two axes for one plot whose ticks stand side by side, zero beside zero where both have it, so that hairlines serve both.
    static func pair(
        _ first: (extent: ClosedRange<Double>, axis: Axis), _ second: (extent: ClosedRange<Double>, axis: Axis),
        at edges: (Path.Edge, Path.Edge),
        length: Double, in context: LayoutContext
    ) -> (ValueAxis, ValueAxis) {
        let sides = [(first, edges.0), (second, edges.1)]
        guard sides.allSatisfy({ $0.0.axis.scale == .linear }) else {
            let axes = sides.map { ValueAxis($0.0.extent, $0.0.axis, at: $0.1, length: length, in: context) }
            return (axes[0], axes[1].withoutGrid)
        }
        let most = mostParts(length: length, at: edges.0)
        let steps = sides.map { step(over: $0.0.extent, $0.0.axis, most: most, length: length, at: $0.1) }
        let grown = zip(sides, steps).map { LinearScale.rounding($0.0.extent, step: $1, parts: 2) }
        var domains = grown
        func parts(_ length: Double, _ step: Double) -> Int { step > 0 ? Int((length / step).rounded()) : 0 }
        if grown.allSatisfy({ $0.contains(0) }) {
            let below = zip(grown, steps).map { parts(-$0.lowerBound, $1) }.max() ?? 0
            let above = zip(grown, steps).map { parts($0.upperBound, $1) }.max() ?? 0
            domains = steps.map { -Double(below) * $0...Double(above) * $0 }
        } else {
            let most = zip(grown, steps).map { parts($0.upperBound - $0.lowerBound, $1) }.max() ?? 0
            domains = zip(grown, steps).map { LinearScale.rounding($0, step: $1, parts: most) }
        }
        // Ends that were given count more than ticks side by side.
        domains = zip(sides, domains).map { $0.0.axis.keepingEnds(of: $0.0.extent, in: $1) }
        let axes = sides.indices.map { index in
            ValueAxis(
                domain: domains[index], step: steps[index], sides[index].0.axis, at: sides[index].1, length: length, hasGrid: index == 0,
                in: context)
        }
        return (axes[0], axes[1])
    }

    private init(
        domain: ClosedRange<Double>, step: Double, _ axis: Axis, at edge: Path.Edge, length: Double, hasGrid: Bool,
        in context: LayoutContext
    ) {
        var ticks = LinearScale(domain: domain, from: 0, to: 1).ticks(step: step)
        // Whoever says where an axis begins or ends reads that number off it, where no other is too near.
        let nearest = max(step / 2, (domain.upperBound - domain.lowerBound) * Self.leastGap / max(length, 1))
        if let low = axis.minimum, low == domain.lowerBound, let first = ticks.first, first - low >= nearest { ticks.insert(low, at: 0) }
        if let high = axis.maximum, high == domain.upperBound, let last = ticks.last, high - last >= nearest { ticks.append(high) }
        self.init(domain: domain, ticks: ticks, axis, at: edge, hasGrid: hasGrid, in: context)
    }

    private init(
        domain: ClosedRange<Double>, ticks: [Double], _ axis: Axis, at edge: Path.Edge, hasGrid: Bool, in context: LayoutContext
    ) {
        self.domain = domain
        self.axis = axis
        self.edge = edge
        self.ticks = ticks
        self.context = context
        self.hasGrid = hasGrid && axis.hasGrid
        labels =
            switch axis.scale {
            case _ where !axis.hasLabels: []
            case .linear: axis.format.labels(for: ticks, in: context.locale)
            // From cents to millions, one precision would be too fine for some and too coarse for others.
            case .logarithmic: ticks.map { axis.format.compactText($0, in: context.locale) }
            }
    }

    /// Between two numbers one below another, in points.
    private static let leastGap = 16.0

    private static func mostParts(length: Double, at edge: Path.Edge) -> Int {
        // Numbers side by side need more room than one below another.
        let room = edge.isHorizontal ? 80.0 : 45
        return Int(min(max(length / room, 3), 5))
    }

    /// Half a purchase is none.
    ///
    /// - Parameter length: of the axis, in points.
    private static func step(over extent: ClosedRange<Double>, _ axis: Axis, most: Int, length: Double, at edge: Path.Edge) -> Double {
        let most = axis.mostLabels.map { min(most, max($0 - 1, 2)) } ?? most
        if let step = axis.step, step > 0, step.isFinite {
            // As many of them at once as numbers need to stay apart.
            let room = max((length / (edge.isHorizontal ? 24 : Self.leastGap)).rounded(.down), 1)
            let parts = (extent.upperBound - extent.lowerBound) / step
            return step * max((parts / min(room, Double(axis.mostLabels.map { max($0 - 1, 1) } ?? .max))).rounded(.up), 1)
        }
        return LinearScale.tickStep(over: extent, most: most, least: axis.format == .count ? 1 : 0)
    }

    private var withoutGrid: ValueAxis {
        ValueAxis(domain: domain, ticks: ticks, axis, at: edge, hasGrid: false, in: context)
    }

    var scale: Axis.Scale { axis.scale }

    /// Of the widest label, in points.
    private var width: Double { context.widest(labels, in: .tick) }

    var thickness: Double {
        guard axis.hasLabels else { return 0 }
        return edge.isHorizontal ? context.lineHeight(of: .tick) + PlotFrame.gapBelow : width + PlotFrame.gap
    }

    func nodes(beside plot: Rect, along values: ValueScale) -> [Scene.Node] { nodes(beside: plot, along: values, around: []) }

    /// - Parameter rooms: of texts in the plot, at which hairlines are broken.
    func nodes(beside plot: Rect, along values: ValueScale, around rooms: [Rect]) -> [Scene.Node] {
        let texts = edge.isHorizontal ? row(beside: plot, values) : column(beside: plot, values)
        return hairlines(across: plot, values, around: rooms) + (texts.isEmpty ? [] : [.group(.axis, texts)])
    }

    func hairlines(across plot: Rect, _ values: ValueScale, around rooms: [Rect] = []) -> [Scene.Node] {
        hasGrid ? [.group(.grid, ticks.filter { $0 != 0 }.flatMap { hairlines(at: values($0), across: plot, around: rooms) })] : []
    }

    /// Returns what the numbers in a row are, at their left.
    ///
    /// - Parameter left: from where there is room.
    func title(beside plot: Rect, from left: Double) -> [Scene.Node] {
        // Half of the first number stands there.
        let right = plot.left - max(labels.first.map { context.width(of: $0, in: .tick) / 2 + 5 } ?? 0, PlotFrame.gap)
        let text = context.fit(axis.title.capitalizedAtStart, in: .tick, to: right - left)
        guard !text.isEmpty else { return [] }
        return [.group(.axis, [context.text(text, .tick, x: right, baseline: rowBaseline(beside: plot), anchor: .end)])]
    }

    private func rowBaseline(beside plot: Rect) -> Double {
        let top = edge == .bottom ? plot.bottom + PlotFrame.gapBelow : plot.top - thickness
        return top + context.metrics(of: .tick).ascent
    }

    private func hairlines(at place: Double, across plot: Rect, around rooms: [Rect]) -> [Scene.Node] {
        func line(_ from: Double, _ to: Double) -> Rect {
            edge.isHorizontal
                ? Rect(left: place - 0.5, top: from, right: place + 0.5, bottom: to)
                : Rect(left: from, top: place - 0.5, right: to, bottom: place + 0.5)
        }
        let (start, end) = edge.isHorizontal ? (plot.top, plot.bottom) : (plot.left, plot.right)
        let whole = line(start, end)
        let breaks = rooms.filter(whole.overlaps).map { edge.isHorizontal ? ($0.top - 1, $0.bottom + 1) : ($0.left - 2, $0.right + 2) }
        var (lines, from): ([Rect], Double) = ([], start)
        for (left, right) in breaks.sorted(by: { $0.0 < $1.0 }) {
            if left > from { lines.append(line(from, left)) }
            from = max(from, right)
        }
        if from < end { lines.append(line(from, end)) }
        return lines.map { .shape(Path($0), fill: context.theme.grid, stroke: nil) }
    }

    /// Numbers one below another, their ends aligned.
    private func column(beside plot: Rect, _ values: ValueScale) -> [Scene.Node] {
        let right = edge == .left ? plot.left - PlotFrame.gap : plot.right + thickness
        return zip(ticks, labels).map { context.text($1, .tick, x: right, centeredOn: values($0), anchor: .end) }
    }

    /// Numbers side by side, as many as have room.
    private func row(beside plot: Rect, _ values: ValueScale) -> [Scene.Node] {
        let baseline = rowBaseline(beside: plot)
        var limit = -Double.infinity
        return zip(ticks, labels).compactMap { tick, label in
            let width = context.width(of: label, in: .tick)
            let place = values(tick)
            let left = min(max(place - width / 2, context.reach.lowerBound), context.reach.upperBound - width)
            guard left >= limit, left <= place, place <= left + width else { return nil }
            limit = left + width + 6
            return context.text(label, .tick, x: left, baseline: baseline)
        }
    }
}

extension Path.Edge {
    /// Whether what stands there is side by side.
    var isHorizontal: Bool { self == .top || self == .bottom }
}
