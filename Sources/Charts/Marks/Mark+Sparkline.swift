import Drawing

extension Mark {
    /// A small line that shows how a value went, and no more: no axis, no grid.
    public struct Sparkline: Hashable, Sendable {
        public var positions: [Position]
        /// One for each position; nil where nothing is known.
        public var values: [Double?]
        public var color: MarkColor

        public init(positions: [Position], values: [Double?], color: MarkColor = .accent) {
            self.positions = positions
            self.values = values
            self.color = color
        }
    }

    /// Returns a small line without an axis through the values of `rows`.
    public static func sparkline<Row>(
        _ rows: some Collection<Row>, position: (Row) -> Position, value: (Row) -> Double?, color: MarkColor = .accent
    ) -> Mark {
        .sparkline(Sparkline(positions: rows.map(position), values: rows.map(value), color: color))
    }
}

extension Mark.Sparkline: SolitaryMark {
    var mark: Mark { .sparkline(self) }
    var isEmpty: Bool { values.allSatisfy { $0 == nil } }
    var numbers: [Double] { values.compactMap { $0 } }
    var places: [Position] { positions }
    var counts: [(of: String, count: Int, expected: Int)] { [(of: "", count: values.count, expected: positions.count)] }

    func namedValues(in words: MarkWords) -> [NamedValue] {
        zip(positions, values).compactMap { position, value in
            value.map { NamedValue(name: position.text(in: words.locale), value: $0) }
        }
    }

    // MARK: Layout

    /// The last value is written at the end of the line where that has room.
    func nodes(of chart: Chart, in body: Rect, in context: LayoutContext, detail: LevelOfDetail) -> [Scene.Node]? {
        let path = SparklinePath(values)
        var frame = PlotFrame(body)
        // Wider than high: a steep line says more than there is to say.
        frame.clip(toHeight: max(40, body.width / 4))
        var texts: [Scene.Node] = []
        if detail >= .axis, let index = path.last, let value = values[index] {
            let text = chart.y.format.text(value, in: context.locale)
            frame.take(context.width(of: text, in: .value) + 10, at: .right)
            guard frame.plot.width >= 60 else { return nil }
            let end = path.point(index, in: frame.plot)
            let baseline = min(max(context.baseline(centeredOn: end.y, in: .value), body.top + 10), body.bottom)
            texts.append(context.text(text, .value, x: frame.plot.right + 10, baseline: baseline))
        }
        let plot = frame.plot
        let marks = zip(positions, values).enumerated().compactMap { index, row -> Scene.Node? in
            guard let value = row.1 else { return nil }
            let point = path.point(index, in: plot)
            let spot = Rect(left: point.x - 2, top: plot.top, right: point.x + 2, bottom: plot.bottom)
            let shape = Scene.Node.shape(Path(spot), fill: nil, stroke: nil)
            return .mark(row.0.text(in: context.locale), value, chart.y.format, context.locale, [shape])
        }
        let line = path.nodes(in: plot, context.theme.color(color))
        return [.group(.marks, line + marks)] + (texts.isEmpty ? [] : [.group(.annotation, texts)])
    }
}

/// The way of values from left to right, the lowest at the bottom and the highest at the top.
struct SparklinePath {
    private let values: [Double?]
    private let domain: ClosedRange<Double>

    private let isLastUnfinished: Bool

    init(_ values: [Double?], isLastUnfinished: Bool = false) {
        self.values = values
        self.isLastUnfinished = isLastUnfinished
        let known = values.compactMap { $0 }
        domain = (known.min() ?? 0)...(known.max() ?? 0)
    }

    /// The index of the last value that is known.
    var last: Int? { values.lastIndex { $0 != nil } }

    func point(_ index: Int, in rect: Rect) -> Point {
        let y = LinearScale(domain: domain, from: rect.bottom - 3, to: rect.top + 3)
        let x = LinearScale(domain: 0...Double(max(values.count - 1, 0)), from: rect.left + 3, to: rect.right - 3)
        return Point(x: x(Double(index)), y: y(values[index] ?? 0))
    }

    /// Returns the line, broken where nothing is known, with a dot at its end.
    func nodes(in rect: Rect, _ color: Color) -> [Scene.Node] {
        let runs = Mark.Series.runs(of: values)
        func line(_ run: some Sequence<Int>, dashes: [Double] = []) -> Scene.Node {
            .shape(Path(through: run.map { point($0, in: rect) }), fill: nil, stroke: Stroke(color, width: 1.5, dashes: dashes))
        }
        var nodes = runs.filter { $0.count > 1 }.flatMap { run -> [Scene.Node] in
            guard isLastUnfinished, run.last == last else { return [line(run)] }
            return (run.count > 2 ? [line(run.dropLast())] : []) + [line(run.suffix(2), dashes: [2, 2])]
        }
        let dots = runs.filter { $0.count == 1 }.joined() + (last.map { [$0] } ?? [])
        nodes += Set(dots).sorted().map { index in
            let dot = Path(circleAround: point(index, in: rect), radius: index == last ? 2.5 : 1.5)
            // What may still grow is an open ring.
            return index == last && isLastUnfinished
                ? .shape(dot, fill: nil, stroke: Stroke(color, width: 1.5)) : .shape(dot, fill: color, stroke: nil)
        }
        return nodes
    }
}
