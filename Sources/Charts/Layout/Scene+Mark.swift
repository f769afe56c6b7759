import Drawing

extension Scene.Node {
    /// Returns the shapes that stand for one row, with what the row says.
    static func mark(_ label: String, _ value: Double, _ chart: Chart, _ locale: Locale, _ shapes: [Scene.Node]) -> Scene.Node {
        .group(.mark(Scene.Datum(label: label, value: value, text: chart.y.format.text(value, in: locale))), shapes)
    }
}
