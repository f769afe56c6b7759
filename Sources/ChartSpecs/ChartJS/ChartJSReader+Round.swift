import Charts
import Drawing

/// Radars, gauges and progress bars.
extension ChartJSReader {
    /// Chart.js fills radars unless they say otherwise, with the color of the background.
    func radarFill(_ fills: [Color], _ strokes: [Color], isFilled: Bool) -> [Color] {
        guard isFilled else { return fills.isEmpty && strokes.isEmpty ? [] : [.clear] }
        return Array((fills.isEmpty ? strokes : fills).prefix(1))
    }

    /// Returns the outline of a radar, which is opaque where it takes its color from the fill; none where only one opaque color is told.
    mutating func radarEdge(of set: Dataset) -> MarkSpec.Edge {
        let place = "data.datasets[\(set.index)]"
        let strokes = colors(set.config["borderColor"] ?? set.config["strokeColor"], place)
        let fills = colors(set.config["backgroundColor"] ?? set.config["fillColor"], place)
        let isFilled = set.config["fill"]?.isOn != false
        guard var color = strokes.first ?? fills.first, !isFilled || !fills.isEmpty else { return .init([], width: 0) }
        if strokes.isEmpty { color.alpha = 255 }
        let width = set.config["borderWidth"]?.numberValue.flatMap { $0 > 0 ? $0 : nil } ?? Self.outlineWidth
        return .init([color], width: min(width, Self.widestEdge))
    }

    /// In points, unless told.
    private static let outlineWidth = 2.0

    /// Reads the one value of a gauge or a progress bar, and from where to where it goes.
    mutating func readGauge(_ sets: [Dataset], _ spec: inout ChartSpec) {
        guard type.kind == .gauge || type.kind == .progress, let set = sets.first, var mark = spec.marks.first else { return }
        let numbers = set.points.compactMap(\.y)
        let own = set.config["value"]?.numberValue
        guard let value = [own ?? numbers.first].compactMap({ $0 }).first, abs(value) <= NumberText.limit else {
            spec.marks = []
            return
        }
        spec.data = DataTable(columns: [.init("label", [.text(set.name)]), .init("value", [.number(value)])])
        (mark.x, mark.y, mark.edges, mark.isHorizontal) = ("label", ["value"], [], false)
        switch (type.kind, own) {
        case (.gauge, .some):
            // The data are where bands end, and the value stands beside them.
            let colors = mark.colors.first ?? []
            mark.bands = numbers.sorted().enumerated().map { index, end in
                MarkSpec.Band(to: end, color: colors.isEmpty ? nil : colors[index % colors.count])
            }
            mark.colors = []
            if let low = set.config["minValue"]?.numberValue, abs(low) <= NumberText.limit { spec.y.minimum = low }
        case (.gauge, nil):
            mark.isRing = type.name.lowercased() == "radialgauge"
            let domain = (options["domain"]?.elements ?? []).compactMap(\.numberValue).filter { abs($0) <= NumberText.limit }
            if domain.count == 2, domain[0] < domain[1] { (spec.y.minimum, spec.y.maximum) = (domain[0], domain[1]) }
            if numbers.count > 1 { warn("data.datasets[\(set.index)].data: of several values the first is drawn") }
        default:
            // A second dataset has the whole.
            guard sets.count > 1, let whole = sets[1].points.first?.y else { break }
            if whole > 0 { spec.y.maximum = whole } else { warn("data.datasets[1].data: the whole has to be above zero") }
        }
        for (name, part) in [("valueLabel", "formatter"), ("centerArea", "text")] {
            guard let label = options[name] else { continue }
            let format = label[part]?.function.flatMap { self.format(of: $0, for: [value]) }
            spec.y.format = spec.y.format ?? format
            if format == nil || label.names.count > 1 { warn("options.\(name): all but a function that writes the value is left out") }
        }
        spec.marks = [mark]
    }
}
