import Drawing

/// Where a mark is drawn, and what turns its positions and values into places: positions go across and values up, or positions go down and
/// values to the right.
struct PlotArea {
    let chart: Chart
    let context: LayoutContext
    let rect: Rect
    let orientation: Mark.Orientation
    let positions: PositionScale
    /// The place of each of the mark's positions among those of the plot; nil where they are the same.
    var places: [Int]?
    var values: ValueScale
    /// Of the values.
    var format: NumberFormat
    /// Of numbers on marks.
    var numberStyle = TextStyle.value

    static let cornerRadius = 2.0
    static let widestBar = 84.0

    private var isVertical: Bool { orientation == .vertical }

    func color(_ color: MarkColor) -> Color { context.theme.color(color) }
    func edge(_ color: MarkColor) -> Stroke? { context.theme.edge(color) }

    /// Returns the middle of the place of a mark's position, along the axis of positions.
    func center(_ index: Int) -> Double { positions(places?[index] ?? index) }

    /// Of a bar alone at its position.
    var barWidth: Double {
        let excess = positions.bandwidth - Self.widestBar
        // As many pixels less at either side.
        return excess > 0 ? positions.bandwidth - 2 * (excess / 2 / context.pixel).rounded(.up) * context.pixel : positions.bandwidth
    }

    /// - Parameters:
    ///   - place: along the axis of positions.
    ///   - height: along the axis of values.
    func point(_ place: Double, _ height: Double) -> Point {
        isVertical ? Point(x: place, y: height) : Point(x: height, y: place)
    }

    func point(_ index: Int, value: Double) -> Point { point(center(index), values(value)) }

    /// Returns the way of a line through points, which does not leave the plot.
    func elements(through points: [Point], _ curve: MarkStyle.Curve) -> [Path.Element] {
        curve.elements(through: points, isVertical: isVertical, within: rect)
    }

    /// Returns how far a circle reaches beyond the plot.
    func overhang(of center: Point, radius: Double) -> Overhang {
        Overhang(
            left: max(rect.left - center.x + radius, 0), top: max(rect.top - center.y + radius, 0),
            right: max(center.x + radius - rect.right, 0), bottom: max(center.y + radius - rect.bottom, 0))
    }

    /// Returns the rectangle of a bar between two values.
    func bar(at center: Double, width: Double, from start: Double, to end: Double) -> Rect {
        let (first, last) = (values(start), values(end))
        return rect(from: center - width / 2, to: center + width / 2, low: min(first, last), high: max(first, last))
    }

    private func rect(from start: Double, to end: Double, low: Double, high: Double) -> Rect {
        isVertical ? Rect(left: start, top: low, right: end, bottom: high) : Rect(left: low, top: start, right: high, bottom: end)
    }

    /// The end of a bar that goes up or to the right, or the other one.
    func end(isForward: Bool) -> Path.Edge { isVertical ? (isForward ? .top : .bottom) : (isForward ? .right : .left) }

    /// Returns a number beyond the end of a bar: above what goes up, below what goes down; that of nothing where the others are.
    func number(_ text: String, at center: Double, beyond value: Double) -> Scene.Node {
        let isForward = value > 0 || (value == 0 && values.domain.upperBound > 0)
        guard isVertical else {
            return context.text(
                text, numberStyle, x: values(value) + (isForward ? 6 : -6), centeredOn: center, anchor: isForward ? .start : .end)
        }
        let baseline = isForward ? values(value) - 4 : values(value) + 4 + context.metrics(of: numberStyle).capHeight
        return context.text(text, numberStyle, x: center, baseline: baseline, anchor: .middle)
    }

    /// Returns the shapes of one value, with what it says.
    func mark(_ label: String, _ value: Double, _ shapes: [Scene.Node]) -> Scene.Node {
        .mark(label, value, format, context.locale, shapes)
    }

    /// Returns the shapes of one value of a series, with what it says.
    func mark(_ series: String, _ position: Position, _ value: Double, _ shapes: [Scene.Node]) -> Scene.Node {
        let place = position.text(in: context.locale)
        return mark(series.isEmpty ? place : "\(series.isolated), \(place.isolated)", value, shapes)
    }

    /// Returns what belongs to a point of a line without being drawn: where a reader points to ask for its value.
    func spot(_ index: Int, from first: Double, to last: Double) -> Scene.Node {
        let side = min(positions.step / 2, 12)
        let (start, end) = isVertical ? (rect.left, rect.right) : (rect.top, rect.bottom)
        let limit = isVertical ? context.size.height : context.size.width
        let spot = self.rect(
            from: max(center(index) - side, start), to: min(center(index) + side, end), low: max(min(first, last), 0),
            high: min(max(first, last), limit))
        return .shape(Path(spot), fill: nil, stroke: nil)
    }

    /// Returns the line of zero, on which bars stand.
    func baseline() -> [Scene.Node] {
        guard values.domain.contains(0) else { return [] }
        let zero = values(0)
        let line =
            isVertical
            ? Rect(left: rect.left, top: zero - 0.5, right: rect.right, bottom: zero + 0.5)
            : Rect(left: zero - 0.5, top: rect.top, right: zero + 0.5, bottom: rect.bottom)
        return [.group(.axis, [.shape(Path(line), fill: context.theme.mutedInk, stroke: nil)])]
    }
}

extension Scene.Node {
    /// Returns the shapes that stand for one row, with what the row says.
    static func mark(_ label: String, _ value: Double, _ format: NumberFormat, _ locale: Locale, _ shapes: [Scene.Node]) -> Scene.Node {
        .group(.mark(Scene.Datum(label: label, value: value, text: format.text(value, in: locale))), shapes)
    }
}
