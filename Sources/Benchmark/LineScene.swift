import Charts
import Drawing

/// Lines over the months of a year with a legend, laid out by hand.
struct LineScene: Sendable {
    struct Row: Sendable {
        var name: String
        var values: [Double]
    }

    var rows: [Row]
    var months: [String]

    private static let top = 2_000.0
    private static let theme = Theme.light

    func scene(size: Size, measuring text: any TextMeasurer) -> Scene {
        let theme = Self.theme
        let small = Font(size: 11, numerals: .tabular)
        let labels = stride(from: 0, through: Self.top, by: 500).map { value in
            (value, "$" + (value < 1_000 ? "\(Int(value))" : "\(Int(value / 1_000)),\(value == 1_500 ? "500" : "000")"))
        }
        let left = 16 + (labels.map { text.width(of: $0.1, in: small) }.max() ?? 0) + 8
        let legend = 26 + (rows.map { text.width(of: $0.name, in: small) }.max() ?? 0)
        let plot = Rect(left: left, top: 56, right: size.width - legend - 32, bottom: size.height - 36)
        func x(_ month: Int) -> Double { plot.left + plot.width * Double(month) / Double(months.count - 1) }
        func y(_ value: Double) -> Double { plot.bottom - plot.height * value / Self.top }
        func label(_ string: String, _ place: Point, _ anchor: TextRun.Anchor) -> Scene.Node {
            .text(TextRun(string, at: place, anchor: anchor, font: small, color: theme.mutedInk))
        }

        let title = TextRun(
            "Monthly spending by category, 2025", at: Point(x: 16, y: 28), font: Font(.semibold, size: 16), color: theme.ink)
        var nodes: [Scene.Node] = [
            .group(.background, [.shape(Path(Rect(size)), fill: theme.background, stroke: nil)]), .group(.title, [.text(title)]),
        ]
        let levels = labels.map { [Point(x: plot.left, y: y($0.0)), Point(x: plot.right, y: y($0.0))] }
        let uprights = months.indices.map { [Point(x: x($0), y: plot.top), Point(x: x($0), y: plot.bottom)] }
        nodes.append(.group(.grid, (levels + uprights).map { .shape(Path(through: $0), fill: nil, stroke: Stroke(theme.grid)) }))
        nodes.append(
            .group(
                .axis,
                labels.map { label($0.1, Point(x: plot.left - 8, y: y($0.0) + 4), .end) }
                    + months.enumerated().map { label($0.element, Point(x: x($0.offset), y: plot.bottom + 18), .middle) }
            )
        )
        nodes.append(
            .group(
                .marks,
                rows.enumerated().map { index, row in
                    let points = row.values.enumerated().map { Point(x: x($0.offset), y: y($0.element)) }
                    return .shape(Path(through: points), fill: nil, stroke: Stroke(theme.color(.categorical(index)), width: 2))
                }
            )
        )
        nodes.append(
            .group(
                .legend,
                rows.enumerated().flatMap { index, row in
                    let top = plot.top + 24 + Double(index) * 22
                    let swatch = Rect(left: plot.right + 20, top: top, right: plot.right + 32, bottom: top + 12)
                    return [
                        .shape(Path(swatch), fill: theme.color(.categorical(index)), stroke: nil),
                        label(row.name, Point(x: swatch.right + 8, y: top + 10), .start),
                    ]
                }
            )
        )
        return Scene(size: size, title: "Monthly spending by category, 2025", summary: "Ten lines.", nodes: nodes)
    }
}
