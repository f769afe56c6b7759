import Drawing

/// A ring of slices with their sum in the middle, labelled around it or in a legend beside it.
struct Ring {
    let chart: Chart
    let slices: [Slice]
    let total: Double
    private let shape: Mark.Arc.Shape
    let sheet: Sheet
    let detail: Detail

    /// A part of the ring, or several small ones together.
    struct Slice {
        var name: String
        var value: Double
        /// In whole percent; those of a ring sum to 100.
        var percent: Int
        var color: MarkColor
        /// In radians, clockwise from 12 o'clock.
        var start: Double
        var end: Double

        /// Where its name is pointed at from: in the middle, and at the right of a slice that is all there is.
        var middle: Double { end - start < 2 * .pi ? (start + end) / 2 : .pi / 2 }
    }

    /// Slices beyond this many are gathered, as are those under the smallest share.
    static let slotCount = 7
    static let smallestShare = 0.03
    private static let holeShare = 0.62

    init(_ chart: Chart, _ arc: Mark.Arc, _ sheet: Sheet, _ detail: Detail) {
        self.chart = chart
        self.sheet = sheet
        self.detail = detail
        shape = arc.shape
        (slices, total) = Self.slices(of: arc, in: sheet.locale)
    }

    func nodes(in body: Rect) -> [Scene.Node]? {
        guard detail >= .legend else {
            let radius = min(body.width, body.height) / 2
            return radius >= 8 || detail == .bare ? ring(center: body.center, radius: max(radius, 1)) : nil
        }
        return labelled(in: body) ?? withLegend(in: body)
    }

    /// Returns the slices and the number in the hole.
    func ring(center: Point, radius: Double) -> [Scene.Node] {
        let inner = shape == .ring ? radius * Self.holeShare : 0
        let marks = slices.map { slice in
            Scene.Node.mark(
                slice.name, slice.value, chart, sheet.locale,
                [
                    .shape(
                        Path(ringAround: center, innerRadius: inner, outerRadius: radius, from: slice.start, to: slice.end),
                        fill: sheet.theme.color(slice.color), stroke: nil
                    )
                ]
            )
        }
        return [.group(.marks, marks + separators(center: center, from: inner, to: radius))]
            + (inner > 0 ? sum(center: center, radius: inner) : [])
    }

    /// Lines of the background between slices: a third of the time that strokes around them take.
    private func separators(center: Point, from inner: Double, to outer: Double) -> [Scene.Node] {
        guard slices.count > 1, sheet.theme.background.alpha == 255 else { return [] }
        return slices.map { slice in
            sheet.line(
                center.polar(max(inner - 1, 0), slice.start), center.polar(outer + 1, slice.start), Stroke(sheet.theme.background, width: 2)
            )
        }
    }

    private func sum(center: Point, radius: Double) -> [Scene.Node] {
        // Text in a circle: as wide as the chord at half its own height.
        let room = radius * 1.7
        let total = chart.total ?? self.total
        let texts = [chart.y.format.text(total, in: sheet.locale)] + chart.y.format.choices(for: [total], in: sheet.locale).map { $0[0] }
        // The exact sum in smaller type says more than a rounded one in large type, as long as it stays larger than what is around the ring.
        let choices =
            texts.flatMap { text in TypeScale.figures.filter { $0.size >= 14 }.map { (text, $0) } }
            + TypeScale.figures.filter { $0.size < 14 }.flatMap { font in texts.map { ($0, font) } }
        for (text, font) in choices where sheet.width(of: text, in: font) <= room {
            let caption = chart.y.title
            let captionFont = TypeScale.tick
            let hasCaption = radius >= 38 && sheet.width(of: caption, in: captionFont) <= room * 0.8 && !caption.isEmpty
            let baseline = sheet.baseline(centeredOn: center.y - (hasCaption ? 8 : 0), in: font)
            var nodes = [sheet.run(text, center.x, baseline, .middle, font, sheet.theme.ink)]
            if hasCaption {
                let below = baseline + sheet.metrics(of: font).descent + sheet.metrics(of: captionFont).ascent
                nodes.append(sheet.run(caption, center.x, below, .middle, captionFont, sheet.theme.mutedInk))
            }
            return [.group(.annotation, nodes)]
        }
        return []
    }

    func text(of slice: Slice) -> String {
        guard chart.y.format != .percent else { return percent(of: slice) }
        // A mark of direction, since two isolates leave open at which side they begin.
        return (sheet.locale.isRightToLeft ? "\u{200F}" : "")
            + "\(percent(of: slice).isolated) · \(chart.y.format.text(slice.value, in: sheet.locale).isolated)"
    }

    func percent(of slice: Slice) -> String {
        // There is little of it, but not nothing; and nearly all is not all.
        let isNearlyAll = slice.percent == 100 && slices.count > 1
        let percent = slice.percent == 0 ? 1 : isNearlyAll ? 99 : slice.percent
        let text = NumberFormat.percent.labels(for: [Double(percent) / 100], in: sheet.locale)[0]
        return slice.percent == 0 ? "<\(text)" : isNearlyAll ? ">\(text)" : text
    }
}
