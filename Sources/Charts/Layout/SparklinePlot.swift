import Drawing

/// A line without an axis, its last value written at its end where that has room.
struct SparklinePlot {
    private let chart: Chart
    private let sparkline: Mark.Sparkline
    private let sheet: Sheet
    private let detail: Detail

    init(_ chart: Chart, _ sparkline: Mark.Sparkline, _ sheet: Sheet, _ detail: Detail) {
        self.chart = chart
        self.sparkline = sparkline
        self.sheet = sheet
        self.detail = detail
    }

    func nodes(in body: Rect) -> [Scene.Node]? {
        let path = SparklinePath(sparkline.values)
        var plot = body
        // Wider than high: a steep line says more than there is to say.
        plot.bottom = min(plot.bottom, plot.top + max(40, plot.width / 4))
        var texts: [Scene.Node] = []
        if detail >= .axis, let index = path.last, let value = sparkline.values[index] {
            let text = chart.y.format.text(value, in: sheet.locale)
            let width = sheet.width(of: text, in: TypeScale.value)
            guard plot.width - width - 10 >= 60 else { return nil }
            plot.right -= width + 10
            let point = path.point(index, in: plot)
            let baseline = min(max(sheet.baseline(centeredOn: point.y, in: TypeScale.value), body.top + 10), body.bottom)
            texts.append(sheet.run(text, plot.right + 10, baseline, TypeScale.value, sheet.theme.ink))
        }
        let marks = zip(sparkline.positions, sparkline.values).enumerated().compactMap { index, row -> Scene.Node? in
            guard let value = row.1 else { return nil }
            let point = path.point(index, in: plot)
            let spot = Rect(left: point.x - 2, top: plot.top, right: point.x + 2, bottom: plot.bottom)
            let label = row.0.text(in: sheet.locale)
            return .mark(label, value, chart, sheet.locale, [.shape(Path(spot), fill: nil, stroke: nil)])
        }
        let line = path.nodes(in: plot, sheet.theme.color(sparkline.color))
        return [.group(.marks, line + marks)] + (texts.isEmpty ? [] : [.group(.annotation, texts)])
    }
}

/// The way of values from left to right, the lowest at the bottom and the highest at the top.
struct SparklinePath {
    private let values: [Double?]
    private let domain: ClosedRange<Double>

    init(_ values: [Double?]) {
        self.values = values
        let known = values.compactMap { $0 }
        domain = (known.min() ?? 0)...(known.max() ?? 0)
    }

    /// The place of the last value that is known.
    var last: Int? { values.lastIndex { $0 != nil } }

    func point(_ index: Int, in rect: Rect) -> Point {
        let y = LinearScale(domain: domain, from: rect.bottom - 3, to: rect.top + 3)
        let x = LinearScale(domain: 0...Double(max(values.count - 1, 0)), from: rect.left + 3, to: rect.right - 3)
        return Point(x: x(Double(index)), y: y(values[index] ?? 0))
    }

    /// Returns the line, broken where nothing is known, with a dot at its end.
    func nodes(in rect: Rect, _ color: Color) -> [Scene.Node] {
        let runs = Mark.Series(name: "", values: values, color: .accent).runs
        var nodes = runs.filter { $0.count > 1 }.map { run in
            Scene.Node.shape(Path(through: run.map { point($0, in: rect) }), fill: nil, stroke: Stroke(color, width: 1.5))
        }
        let dots = runs.filter { $0.count == 1 }.joined() + (last.map { [$0] } ?? [])
        nodes += Set(dots).sorted().map { index in
            .shape(Path(circleAround: point(index, in: rect), radius: index == last ? 2.5 : 1.5), fill: color, stroke: nil)
        }
        return nodes
    }
}
