import Charts
import Drawing

/// How lines, points and axes look.
extension MemberReader {
    mutating func styles() -> [MarkStyle] {
        let styles = list(
            "styles", upTo: DataTable.columnLimit,
            "For each column of values how its line and its points look; the only one is for all.",
            [({ _ in true }, { reader in reader.style() })])
        return (styles ?? []).map { $0 ?? MarkStyle() }
    }

    private mutating func style() -> MarkStyle? {
        var style = MarkStyle()
        style.width = value("strokeWidth", .number(in: 0...50), "Of the line, in points; 0 for none.")
        style.dashes =
            value("strokeDash", .list(of: .number(in: 0...1_000), upTo: 16), "Lengths of dashes and gaps in turn, in points.") ?? []
        if !style.dashes.isEmpty, style.dashes.allSatisfy({ $0 == 0 }) { refuse("strokeDash", "has no length above 0; leave it out") }
        let curve = value("interpolate", .choice(MarkStyle.Curve.words), "How a line goes from one point to the next.")
        let tension = value("tension", .number(in: 0...1), "How far a `cardinal` line is bent; 0.4 unless told.")
        style.curve = curve.flatMap { MarkStyle.Curve(word: $0, tension: tension ?? 0.4) }
        style.spansGaps = value("spanGaps", .flag, "Whether the line goes on over values that are missing.") ?? false
        style.points = object("point", "The points on the line.") { $0.pointStyle() }
        style.fill = object("fill", "What lies between the line and something else.") { $0.fill() }
        style.labels = object("labels", "What is written on bars and points, or beside them.") { $0.labels() }
        return style
    }

    private mutating func labels() -> ValueLabels? {
        var labels = ValueLabels()
        let texts = MemberRule<[String]>.list(of: .text(upTo: 100), upTo: DataTable.pointLimit)
        labels.texts = value("texts", texts, "One for each value; the numbers unless told.") ?? []
        labels.place = value("place", MemberRule<ValueLabels.Place>.choice, "Where on the mark; beyond its end unless told.") ?? .outside
        labels.color = value("color", .color, "One that can be read there unless told.")
        labels.background = value("background", .color, "Of a plate below the text.")
        labels.size = value("size", .number(in: 6...40), "Of the font, in points.") ?? labels.size
        return labels
    }

    private mutating func pointStyle() -> PointStyle? {
        var style = PointStyle()
        style.radii = value("radius", .oneOrMore(.number(in: 0...100), upTo: DataTable.pointLimit), "In points, one or one for each.") ?? []
        style.shape = value("shape", MemberRule<PointShape>.choice, "A circle unless told.") ?? .circle
        let colors = MemberRule<[Color]>.oneOrMore(.color, upTo: DataTable.pointLimit)
        style.colors = value("colors", colors, "One, or one for each; that of the line unless told.") ?? []
        style.edges = value("edges", colors, "Of outlines: one, or one for each; none unless told.") ?? []
        style.edgeWidth = value("edgeWidth", .number(in: 0...50), "Of outlines, in points.") ?? 1
        return style
    }

    private mutating func fill() -> MarkStyle.Fill? {
        let color = required("color", .color, "Its color.")
        let number = value("value", .number(), "To a value; to zero unless told.")
        let end = value("end", .choice(["low", "high"]), "To an end of the axis.")
        let series = value("series", .wholeNumber(in: 0...DataTable.columnLimit), "To the line of another column, by its number from 0.")
        if [number != nil, end != nil, series != nil].count(where: { $0 }) > 1 { refuse("color", "is for one of value, end and series") }
        let base: MarkStyle.Fill.Base = series.map { .series($0) } ?? end.map { $0 == "low" ? .low : .high } ?? .value(number ?? 0)
        return color.map { MarkStyle.Fill($0, to: base) }
    }

    /// Reads how an axis looks.
    mutating func looks(of axis: inout AxisSpec) {
        axis.hasLabels = value("labels", .flag, "Whether its numbers or names are written.") ?? true
        axis.hasGrid = value("grid", .flag, "Whether hairlines go from its numbers across the plot.") ?? true
        axis.step = value("step", .number(in: 1e-9...NumberText.limit), "From one number to the next; a round one unless told.")
        axis.mostLabels = value("ticks", .wholeNumber(in: 1...1_000), "The most numbers or names that are written.")
    }

    mutating func padding() -> Chart.Padding {
        object("padding", "From the picture's edges to what is drawn, in points, where that is more than its margin.") { reader in
            func room(_ name: String, _ reader: inout MemberReader) -> Double {
                reader.value(name, .number(in: 0...2_000), "At that edge.") ?? 0
            }
            return Chart.Padding(
                top: room("top", &reader), left: room("left", &reader), bottom: room("bottom", &reader), right: room("right", &reader))
        } ?? Chart.Padding()
    }
}
