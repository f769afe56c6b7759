public import Charts

extension ChartSpec {
    /// Returns the chart that the spec is of.
    ///
    /// - Throws: everything that does not fit the data, by the names of the parts.
    public func chart() throws(SpecFaults) -> Chart {
        var builder = ChartBuilder(self)
        let chart = builder.chart()
        guard builder.faults.isEmpty else { throw SpecFaults(faults: builder.faults) }
        return chart
    }
}

/// Makes a chart of a spec, and collects what does not fit.
struct ChartBuilder {
    let spec: ChartSpec
    private(set) var faults: [SpecFault] = []
    /// How many rows the limit left out.
    private var omittedCount = 0
    /// The number of the mark that is being read.
    private var place: Int?

    init(_ spec: ChartSpec) { self.spec = spec }

    mutating func refuse(_ part: String, _ reason: String) {
        guard !faults.contains(where: { $0.part == part && $0.reason == reason }) else { return }
        faults.append(SpecFault(part, reason, ofMark: place))
    }

    mutating func chart() -> Chart {
        var chart = Chart(spec.title, subtitle: spec.subtitle, footnote: spec.note, marks: [], locale: spec.locale)
        var layers: [Layer] = []
        for (index, mark) in spec.marks.enumerated() {
            place = index
            if let layer = layer(mark) { layers.append(layer) }
        }
        place = nil
        if let facet = spec.facet { _ = column(facet, as: "facet") }
        (chart.hasLegend, chart.padding) = (spec.hasLegend, spec.padding)
        chart.marks = layers.flatMap { marks(of: $0) }
        chart.seriesAreParts = layers.allSatisfy { $0.series.count < 2 || $0.spec.isStacked || $0.spec.kind == .area }
        chart.x = positionAxis(of: layers)
        chart.y = axis(spec.y, values: values(of: layers, on: .y), title: layers.count == 1 ? layers[0].valueTitle : "")
        chart.y2 = axis(spec.y2, values: values(of: layers, on: .y2))
        if spec.facet != nil {
            chart.facets = Facets()
            if layers.contains(where: { !$0.spec.kind.hasPositions }) { refuse("facet", "needs bars, lines, areas or dots") }
        }
        for (name, settings, axis) in [("log", spec.y, Mark.ValueAxis.y), ("log", spec.y2, .y2)] where settings.isLogarithmic {
            let values = values(of: layers, on: axis) + spec.rules.filter { $0.axis == axis }.map(\.value)
            if layers.contains(where: { $0.spec.axis == axis && $0.spec.kind.hasLengths }) {
                refuse(name, "needs lines, dots or points: bars and areas begin at zero, which a logarithmic axis does not have")
            } else if let value = values.first(where: { $0 <= 0 }) {
                refuse(name, "needs values above zero, and there is \(NumberText.shortest(value))")
            }
        }
        for (settings, axis) in [(spec.y, Mark.ValueAxis.y), (spec.y2, .y2)] { checkEnds(of: settings, layers, on: axis) }
        if !spec.rules.isEmpty, layers.contains(where: { $0.spec.kind.isAlone && $0.spec.kind != .hist }) {
            refuse("target", "needs an axis, which a \(spec.marks[0].kind.rawValue) does not have")
        }
        chart.marks += spec.rules.map {
            .rule(Mark.Rule(axis: $0.axis == .y ? .y : .y2, value: $0.value, label: $0.label.isEmpty ? chart.format(of: $0) : $0.label))
        }
        if layers.contains(where: { $0.spec.kind.isAlone }), layers.count > 1 {
            refuse("mark", "a \(layers.first { $0.spec.kind.isAlone }?.spec.kind.rawValue ?? "") shares its plot with no other mark")
        }
        if omittedCount > 0 { chart.footnote = [chart.footnote, moreText].filter { !$0.isEmpty }.joined(separator: " ") }
        return chart
    }

    private var moreText: String {
        let count = omittedCount
        return spec.locale.phrase(
            "\(count) more not shown.", de: "\(count) weitere nicht gezeigt.", fr: "\(count) autres non affichés.",
            es: "\(count) más sin mostrar.")
    }

    private func values(of layers: [Layer], on axis: Mark.ValueAxis) -> [Double] {
        layers.filter { $0.spec.axis == axis && $0.spec.kind != .hist }.flatMap { $0.series.flatMap(\.numbers) }
    }

    /// The axis of positions where they are numbers, or of the numbers that are binned.
    private mutating func positionAxis(of layers: [Layer]) -> Axis {
        let numbers = layers.flatMap { layer in layer.positions.compactMap { if case .number(let number) = $0 { number } else { nil } } }
        guard !numbers.isEmpty else {
            if spec.x.isLogarithmic { refuse("log", "needs numbers along x") }
            return axis(spec.x, values: layers.filter { $0.spec.kind == .hist }.flatMap { $0.series.flatMap(\.numbers) })
        }
        if spec.x.isLogarithmic, let number = numbers.first(where: { $0 <= 0 }) {
            refuse("log", "needs numbers above zero along x, and there is \(NumberText.shortest(number))")
        }
        var x = axis(spec.x, values: numbers, title: layers.lazy.map(\.positionTitle).first { !$0.isEmpty } ?? "")
        // Years have no groups of digits.
        if spec.x.format == nil, numbers.allSatisfy({ (1_000..<3_000).contains($0) && $0 == $0.rounded() }) {
            x.format = .pattern(NumberPattern(isGrouped: false))
        }
        return x
    }

    private func axis(_ settings: AxisSpec, values: [Double], title: String = "") -> Axis {
        var axis = Axis(
            settings.title.isEmpty ? title : settings.title, format: settings.format?.format(for: values) ?? .fitting(values),
            scale: settings.isLogarithmic ? .logarithmic : .linear, minimum: settings.minimum, maximum: settings.maximum)
        (axis.hasLabels, axis.hasGrid) = (settings.hasLabels, settings.hasGrid)
        (axis.step, axis.mostLabels) = (settings.step, settings.mostLabels)
        return axis
    }

    /// Refuses ends of an axis that would cut off what is drawn.
    private mutating func checkEnds(of settings: AxisSpec, _ layers: [Layer], on axis: Mark.ValueAxis) {
        let layers = layers.filter { $0.spec.axis == axis && !$0.spec.kind.isAlone }
        let drawn = layers.flatMap { drawnValues(of: $0) } + spec.rules.filter { $0.axis == axis }.map(\.value)
        let isLength = layers.contains { $0.spec.kind.hasLengths }
        for (name, end, isBeyond) in [
            ("min", settings.minimum, { (value: Double, end: Double) in value < end }),
            ("max", settings.maximum, { (value: Double, end: Double) in value > end }),
        ] {
            guard let end else { continue }
            if let value = drawn.first(where: { isBeyond($0, end) }) {
                refuse(name, "leaves out \(NumberText.shortest(value)), which is beyond \(NumberText.shortest(end))")
            } else if isLength, isBeyond(0, end) {
                refuse(name, "leaves out zero, where bars and areas begin; use a line or dots")
            }
        }
    }

    /// What a layer's values reach: where series stand on one another, their sums.
    private func drawnValues(of layer: Layer) -> [Double] {
        guard layer.spec.isStacked || layer.spec.kind == .area else { return layer.series.flatMap(\.numbers) }
        return layer.positions.indices.flatMap { index -> [Double] in
            let values = layer.series.compactMap { $0.values[index] }
            return [values.filter { $0 > 0 }.reduce(0, +), values.filter { $0 < 0 }.reduce(0, +)]
        }
    }

    mutating func column(_ name: String, as part: String) -> DataTable.Column? {
        if let column = spec.data[name] { return column }
        let names = spec.data.columns.map(\.name)
        let nearest = names.first { $0.lowercased() == name.lowercased() }
        refuse(
            part,
            names.isEmpty
                ? "there is no data"
                : "there is no column \(name.quotedShort); \(nearest.map { "did you mean \($0.quotedShort)?" } ?? "there are \(names.prefix(20).map(\.quotedShort).joined(separator: ", "))")"
        )
        return nil
    }

    mutating func note(omitted count: Int) { omittedCount = max(omittedCount, count) }
}

extension Chart {
    fileprivate func format(of rule: RuleSpec) -> String {
        (rule.axis == .y ? y : y2).format.text(rule.value, in: locale)
    }
}

extension NumberFormat {
    /// Returns a format for plain numbers: whole ones as counts, others with as many decimals as they need.
    static func fitting(_ values: [Double]) -> NumberFormat {
        let largest = values.reduce(0) { max($0, abs($1)) }
        if largest >= 100 || values.allSatisfy({ $0 == $0.rounded() }) { return .count }
        return .pattern(NumberPattern())
    }
}

extension MarkSpec.Kind {
    /// Whether its values stand at positions, where they can share a plot.
    var hasPositions: Bool { self == .bar || self == .line || self == .area || self == .dots }
    /// Whether numbers along its other axis are as far apart as they are.
    var measuresNumbers: Bool { self == .line || self == .area || self == .dots || self == .point }
    var hasLengths: Bool { self == .bar || self == .area || self == .hist || isRound }
    /// Whether it shares its plot with no other.
    var isAlone: Bool { self == .donut || self == .pie || self == .hist || isRound }
}
