import Drawing

/// Slices with their sum in the middle, labelled around them or in a legend beside them.
struct ArcPlot {
    let chart: Chart
    let slices: [Mark.Arc.Slice]
    let context: LayoutContext
    private let total: Double
    private let shape: Mark.Arc.Shape
    private let arc: Mark.Arc

    /// - Parameter slotCount: how many slices are shown one by one; nil for all.
    init(_ arc: Mark.Arc, slotCount: Int?, of chart: Chart, in context: LayoutContext) {
        self.chart = chart
        self.context = context
        self.arc = arc
        shape = arc.shape
        (slices, total) = arc.slices(in: context.locale, slotCount: slotCount)
    }

    func nodes(in body: Rect, detail: LevelOfDetail) -> [Scene.Node]? {
        guard detail >= .legend else {
            let radius = min(body.width, body.height) / 2
            return radius >= 8 || detail == .bare ? arcs(center: body.center, radius: max(radius, 1)) : nil
        }
        guard chart.hasLegend else {
            let radius = min(body.width, body.height) / 2
            return arcs(center: body.center, radius: radius) + values(center: body.center, radius: radius)
        }
        return labelled(in: body) ?? withLegend(in: body)
    }

    /// Returns the slices and the number in the hole.
    func arcs(center: Point, radius: Double) -> [Scene.Node] {
        let inner = innerRadius(radius)
        let marks = slices.map { slice in
            let path = Path(ringAround: center, innerRadius: inner, outerRadius: radius, from: slice.start, to: slice.end)
            let shape = Scene.Node.shape(path, fill: context.theme.color(slice.color), stroke: context.theme.edge(slice.color))
            return Scene.Node.mark(slice.name, slice.value, chart.y.format, context.locale, [shape])
        }
        return [.group(.marks, marks + separators(center: center, from: inner, to: radius))]
            + (inner > 0 ? sum(center: center, radius: inner) : [])
    }

    /// Lines of the background between slices: a third of the time that strokes around them take.
    private func separators(center: Point, from inner: Double, to outer: Double) -> [Scene.Node] {
        guard slices.count > 1, arc.separation > 0, slices.allSatisfy({ context.theme.edge($0.color) == nil }),
            let stroke = context.separator(width: arc.separation)
        else { return [] }
        return slices.map { slice in
            context.line(center.polar(max(inner - 1, 0), slice.start), center.polar(outer + 1, slice.start), stroke)
        }
    }

    private func innerRadius(_ radius: Double) -> Double { shape == .ring ? radius * min(max(arc.hole, 0), 0.95) : 0 }

    /// Returns the values of slices in their middle, where they have room.
    private func values(center: Point, radius: Double) -> [Scene.Node] {
        guard arc.hasValues else { return [] }
        let inner = innerRadius(radius)
        let texts = slices.compactMap { slice -> Scene.Node? in
            let (text, style) = (amount(slice.value), TextStyle.value.with(.on(context.theme.color(slice.color))))
            let middle = center.polar(inner + (radius - inner) * (inner > 0 ? 0.5 : 0.62), slice.middle)
            let (width, height) = (context.width(of: text, in: style) + 4, context.metrics(of: style).capHeight + 4)
            let corners = [(-1.0, -1.0), (1, -1), (1, 1), (-1, 1)].map {
                Point(x: middle.x + $0 * width / 2, y: middle.y + $1 * height / 2)
            }
            let fits = corners.allSatisfy { corner in
                let (x, y) = (corner.x - center.x, corner.y - center.y)
                let distance = (x * x + y * y).squareRoot()
                guard distance < radius, distance > inner else { return false }
                return isBetween(corner, slice, around: center)
            }
            return fits ? context.text(text, style, x: middle.x, centeredOn: middle.y, anchor: .middle) : nil
        }
        return texts.isEmpty ? [] : [.group(.annotation, texts)]
    }

    /// Whether a point is between the sides of a slice.
    private func isBetween(_ point: Point, _ slice: Mark.Arc.Slice, around center: Point) -> Bool {
        // Within half a turn a side is the line it lies on; a larger slice leaves out the rest.
        func isPast(_ angle: Double) -> Bool {
            let side = center.polar(1, angle)
            return (side.x - center.x) * (point.y - center.y) - (side.y - center.y) * (point.x - center.x) >= 0
        }
        let (isAfterStart, isBeforeEnd) = (isPast(slice.start), !isPast(slice.end))
        return slice.end - slice.start <= .pi ? isAfterStart && isBeforeEnd : isAfterStart || isBeforeEnd
    }

    private func sum(center: Point, radius: Double) -> [Scene.Node] {
        // Text in a circle: as wide as the chord at half its own height.
        let room = radius * 1.7
        let total = chart.total ?? self.total
        let texts =
            arc.center.first.map { [$0] }
            ?? [amount(total)] + chart.y.format.choices(for: [total], in: context.locale).map { $0[0] }
        // The exact sum in smaller type says more than a rounded one in large type, as long as it stays larger than what is around the ring.
        let styles = TextStyle.keyValues
        let choices =
            texts.flatMap { text in styles.filter { $0.font.size >= 14 }.map { (text, $0) } }
            + styles.filter { $0.font.size < 14 }.flatMap { style in texts.map { ($0, style) } }
        guard let (text, style) = choices.first(where: { context.width(of: $0.0, in: $0.1) <= room }) else { return [] }
        let caption = arc.center.isEmpty ? chart.y.title : arc.center.dropFirst().joined(separator: " ")
        let hasCaption = radius >= 38 && context.width(of: caption, in: .tick) <= room * 0.8 && !caption.isEmpty
        let baseline = context.baseline(centeredOn: center.y - (hasCaption ? 8 : 0), in: style)
        var nodes = [context.text(text, style, x: center.x, baseline: baseline, anchor: .middle)]
        if hasCaption {
            let below = baseline + context.metrics(of: style).descent + context.metrics(of: .tick).ascent
            nodes.append(context.text(caption, .tick, x: center.x, baseline: below, anchor: .middle))
        }
        return [.group(.annotation, nodes)]
    }

    func text(of slice: Mark.Arc.Slice) -> String {
        guard chart.y.format != .percent else { return percent(of: slice) }
        // A mark of direction, since two isolates leave open at which side they begin.
        return (context.locale.isRightToLeft ? "\u{200F}" : "")
            + "\(percent(of: slice).isolated) · \(amount(slice.value).isolated)"
    }

    /// Returns a value as it is written: of hundreds, cents are noise.
    func amount(_ value: Double) -> String { chart.y.format.text(value, in: context.locale, wholeFrom: 100) }

    func percent(of slice: Mark.Arc.Slice) -> String {
        // There is little of it, but not nothing; and nearly all is not all.
        let isNearlyAll = slice.percent == 100 && slices.count > 1
        let percent = slice.percent == 0 ? 1 : isNearlyAll ? 99 : slice.percent
        let text = NumberFormat.percent.labels(for: [Double(percent) / 100], in: context.locale)[0]
        return slice.percent == 0 ? "<\(text)" : isNearlyAll ? ">\(text)" : text
    }
}
