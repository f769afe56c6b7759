import Charts
import Drawing

extension GalleryChart {
    /// Lines, points and axes that look as somebody chose.
    public static let styles: [GalleryChart] = [
        lines("curves", [.straight, .smooth(tension: 0.4), .monotone, .stepAfter].map { MarkStyle(curve: $0) }),
        lines("steps", [.stepAfter, .stepBefore, .step].map { MarkStyle(curve: $0) }),
        lines(
            "strokes",
            [
                MarkStyle(width: 4), MarkStyle(dashes: [6, 4]), MarkStyle(width: 1, dashes: [1, 2]),
                MarkStyle(width: 0, points: .init(radii: [5])),
            ]),
        lines(
            "fills",
            [
                MarkStyle(curve: .monotone, fill: .init(blue, to: .series(1))), MarkStyle(curve: .monotone),
                MarkStyle(curve: .smooth(tension: 0.5), fill: .init(green)),
            ]),
        lines("fill-ends", [MarkStyle(fill: .init(blue, to: .high)), MarkStyle(fill: .init(green, to: .low))]),
        lines("large-points", [MarkStyle(points: PointStyle(radii: [0, 0, 12]))]),
        lines("gap-spanned", [MarkStyle(curve: .monotone, spansGaps: true, fill: .init(blue))], hole: 4),
        lines(
            "shapes",
            PointShape.allCases.map { MarkStyle(points: PointStyle(radii: [4], shape: $0, edges: [Color(0x2149B5)], edgeWidth: 1.5)) }),
        GalleryChart("styles-area", chart(.area(Mark.Area(positions: positions, series: series([area, area, area]))))),
        GalleryChart("styles-bare", bare),
        lines("labels", [MarkStyle(labels: ValueLabels())]),
        GalleryChart("styles-bar-labels", labelled(.outside)), GalleryChart("styles-bar-labels-inside", labelled(.end)),
        GalleryChart("styles-stack-labels", chart(.stack(stacked(.stacked, .vertical)))),
        GalleryChart("styles-stack-labels-horizontal", chart(.stack(stacked(.stacked, .horizontal)))),
        GalleryChart("styles-group-labels-horizontal", chart(.stack(stacked(.grouped, .horizontal)))),
        GalleryChart("styles-slices", slices(.pie)), GalleryChart("styles-ring", slices(.ring)),
        GalleryChart("styles-fine-steps", fineSteps),
        GalleryChart(
            "styles-points",
            Chart(
                "Weight by height", x: Axis("height, cm"), y: Axis("weight, kg"),
                marks: [
                    .points(
                        Mark.Points(
                            series: [PointShape.triangle, .star, .square].enumerated().map { place, shape in
                                Mark.Points.Series(
                                    Words.categories[place],
                                    rows: (0..<9).map {
                                        .init(position: .number(Double($0 * 7 + place)), value: Double(40 + ($0 * 23 + place * 9) % 50))
                                    },
                                    color: .categorical(place), style: PointStyle(radii: [6], shape: shape))
                            }))
                ])),
    ]

    private static let blue = Color(red: 0x21, green: 0x49, blue: 0xB5, alpha: 60)
    private static let green = Color(red: 0x06, green: 0x9F, blue: 0x76, alpha: 60)
    private static let area = MarkStyle(width: 2, curve: .monotone, fill: .init(blue))

    private static let positions: [Position] = (0..<9).map { .name("Week \($0 + 1)") }

    private static func series(_ styles: [MarkStyle], hole: Int? = nil) -> [Mark.Series] {
        styles.enumerated().map { place, style in
            Mark.Series(
                name: place < Words.categories.count ? Words.categories[place] : "Other",
                values: positions.indices.map { $0 == hole ? nil : Double(40 + ($0 * ($0 + place) * 37 + place * 53) % 150) },
                color: .categorical(place), style: style)
        }
    }

    private static func chart(_ mark: Mark) -> Chart {
        Chart("Sales by week", subtitle: "Of three months", y: .spent, marks: [mark])
    }

    private static func lines(_ name: String, _ styles: [MarkStyle], hole: Int? = nil) -> GalleryChart {
        GalleryChart("styles-\(name)", chart(.line(Mark.Line(positions: positions, series: series(styles, hole: hole)))))
    }

    private static func labelled(_ place: ValueLabels.Place) -> Chart {
        let rows = positions.enumerated().map { Mark.Bar.Row(position: $1, value: Double(($0 * 37) % 90) - 20, color: .categorical(0)) }
        var bar = Mark.Bar(rows: rows)
        bar.labels = ValueLabels(texts: rows.indices.map { "no. \($0)" }, place: place)
        return chart(.bar(bar))
    }

    private static func stacked(_ arrangement: Mark.Stack.Arrangement, _ orientation: Mark.Orientation) -> Mark.Stack {
        let style = MarkStyle(labels: ValueLabels(place: arrangement == .stacked ? .center : .outside))
        return Mark.Stack(
            positions: Array(positions.prefix(5)),
            series: series([style, style]).map { series in
                Mark.Series(name: series.name, values: Array(series.values.prefix(5)), color: series.color, style: style)
            }, arrangement: arrangement, orientation: orientation)
    }

    /// Values on slices that have no names, and words in a hole of one's own.
    private static func slices(_ shape: Mark.Arc.Shape) -> Chart {
        let rows = [40.0, 25, 20, 12, 2].enumerated().map { Mark.Arc.Row(name: Words.categories[$0], value: $1, color: .categorical($0)) }
        var arc = Mark.Arc(rows: rows, shape: shape, order: .given)
        (arc.center, arc.hole, arc.separation) = (["99", "in all"], 0.5, 0)
        var chart = chart(.arc(arc))
        chart.hasLegend = false
        return chart
    }

    /// A line with nothing around it.
    private static var bare: Chart {
        var chart = chart(
            .line(
                Mark.Line(
                    positions: positions, series: series([MarkStyle(points: PointStyle(radii: [0]), fill: .init(blue, to: .low))]),
                    includesZero: false)))
        chart.hasLegend = false
        (chart.x.hasLabels, chart.y.hasLabels, chart.y.hasGrid) = (false, false, false)
        chart.padding = .init(top: 30)
        return chart
    }

    private static var fineSteps: Chart {
        var chart = chart(.line(Mark.Line(positions: positions, series: series([MarkStyle()]))))
        (chart.y.step, chart.y.maximum, chart.x.mostLabels) = (10, 195, 3)
        return chart
    }
}
