import Drawing

/// Where the marks of an upright plot are drawn, and what turns positions and values into places.
struct PlotArea {
    let chart: Chart
    let sheet: Sheet
    let rect: Rect
    let x: PositionScale
    let y: ValueScale

    func color(_ color: MarkColor) -> Color { sheet.theme.color(color) }

    /// The line of zero, or the bottom where the axis does not reach it.
    var zero: Double { min(max(y(0), rect.top), rect.bottom) }

    /// Returns the shapes of one value, with what it says.
    func mark(_ label: String, _ value: Double, _ shapes: [Scene.Node]) -> Scene.Node {
        .mark(label, value, chart, sheet.locale, shapes)
    }

    /// Returns the shapes of one value of a series, with what it says.
    func mark(_ series: Mark.Series, _ position: Position, _ value: Double, _ shapes: [Scene.Node]) -> Scene.Node {
        mark("\(series.name.isolated), \(position.text(in: sheet.locale).isolated)", value, shapes)
    }

    /// Returns what belongs to a point of a line without being drawn: where a reader points to ask for its value.
    func spot(_ index: Int, from top: Double, to bottom: Double) -> Scene.Node {
        let side = min(x.step / 2, 12)
        let spot = Rect(
            left: max(x(index) - side, rect.left), top: max(top, 0), right: min(x(index) + side, rect.right),
            bottom: min(bottom, sheet.size.height)
        )
        return .shape(Path(spot), fill: nil, stroke: nil)
    }
}
