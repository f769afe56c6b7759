import Charts
import Drawing

extension ChartJSReader {
    /// Makes a mark of all datasets that are drawn alike on the same axis, bars first, so that lines are seen before them.
    mutating func marks(of sets: [Dataset], _ axes: ChartJSAxes, _ table: DataTable) -> [MarkSpec] {
        guard !sets.isEmpty else { return [] }
        let ids = axisIDs(sets, axes)
        let used = Set(ids)
        if isNumeric(sets, axes) { return numericMarks(of: sets, ids, axes, table) }
        var marks: [MarkSpec] = []
        // A ring in a ring is drawn as its outermost alone.
        let drawn = type.kind.hasOneSeries ? Array(sets.prefix(1)) : sets
        if drawn.count < sets.count, type.kind != .progress { warn("data.datasets: of several rings the first is drawn") }
        for (place, set) in drawn.enumerated() {
            let axis: Mark.ValueAxis = axes.isOnSecond(ids[place], among: used) ? .y2 : .y
            let column = table.columns[place + 1].name
            let isOnOthers = set.type.kind == .line && axes.stacksLines(on: ids[place])
            let kind = isOnOthers && !hasNegatives(sets) ? .area : set.type.kind
            if isOnOthers, kind == .line { warn("options.scales: lines on one another need values above zero; they stand by themselves") }
            let (colors, edge) = (colors(of: set), edge(of: set))
            // Those that share a mark: a fill goes to one of them.
            let peers = zip(drawn, ids).filter { $0.type.kind == set.type.kind && $1 == ids[place] }.map(\.0)
            var style = kind == .line || kind == .area ? style(of: set, among: peers) : MarkStyle()
            if kind == .line || kind == .bar { style.labels = valueLabels(of: set) }
            if kind == .area, set.config["fill"]?.isOn == false {
                (style.width, style.fill) = (style.width ?? 2, MarkStyle.Fill(.clear))
            } else if kind == .area, style.fill != nil {
                style.width = style.width ?? 2
            }
            if kind.hasOneSeries, set.config["borderWidth"]?.numberValue == 0 { style.width = 0 }
            if let index = marks.firstIndex(where: { $0.kind == kind && $0.axis == axis }) {
                marks[index].y.append(column)
                marks[index].colors.append(colors)
                marks[index].edges.append(edge)
                marks[index].styles.append(style)
            } else {
                var mark = MarkSpec(kind, x: "label", y: [column], on: axis, isHorizontal: axes.isHorizontal && kind == .bar)
                mark.isStacked = axes.isStacked && kind == .bar
                mark.colors = [colors]
                mark.edges = [edge]
                mark.styles = [style]
                mark.isFilled = kind == .radar && sets.contains { $0.config["fill"]?.isOn != false }
                marks.append(mark)
            }
        }
        for index in marks.indices where marks[index].styles.allSatisfy({ $0 == MarkStyle() }) { marks[index].styles = [] }
        let areas = marks.filter { $0.kind == .area }
        return marks.filter { $0.kind == .bar } + areas + marks.filter { $0.kind != .bar && $0.kind != .area }
    }

    private func hasNegatives(_ sets: [Dataset]) -> Bool { sets.contains { set in set.points.contains { $0.y ?? 0 < 0 } } }

    /// Returns the color of a dataset, or one for each of its values.
    mutating func colors(of set: Dataset) -> [Color] {
        let config = set.config
        let place = "data.datasets[\(set.index)]"
        func choice(_ names: [String]) -> ConfigValue? { names.lazy.compactMap { config[$0] }.first }
        let fills = colors(choice(["backgroundColor", "fillColor"]), place)
        let strokes = colors(choice(["borderColor", "strokeColor", "color"]), place)
        let isLine = set.type.kind == .line
        if set.type.kind == .radar { return radarFill(fills, strokes, isFilled: config["fill"]?.isOn != false) }
        if isLine, !strokes.isEmpty { return strokes }
        // What has no fill is drawn by its edge alone.
        return fills.isEmpty ? strokes : fills
    }

    /// The widest edge of a bar, in points.
    static let widestEdge = 10.0

    /// Returns the edges of the bars of a dataset: none unless a width is told, as Chart.js has it.
    private mutating func edge(of set: Dataset) -> MarkSpec.Edge {
        if set.type.kind == .radar { return radarEdge(of: set) }
        let isSlice = set.type.kind == .pie || set.type.kind == .donut
        guard set.type.kind == .bar || isSlice else { return .init([], width: 0) }
        let element = isSlice ? "arc" : options["elements"]?["bar"] == nil ? "rectangle" : "bar"
        guard let width = choice(set, ["borderWidth"], element: element)?.numberValue, width > 0 else { return .init([], width: 0) }
        let strokes = colors(choice(set, ["borderColor", "strokeColor"], element: element), "data.datasets[\(set.index)]")
        return .init(strokes, width: min(width, Self.widestEdge))
    }

    mutating func colors(_ value: ConfigValue?, _ place: String) -> [Color] {
        guard let value else { return [] }
        let list = value.elements ?? [value]
        let colors = list.map { color($0) }
        let unread = zip(list, colors).first { $0.1 == nil && $0.0 != .null && $0.0.function == nil }
        if let unread { warn("\(place): \((unread.0.plainText ?? "a color").quotedShort) is not a color") }
        if list.contains(where: { $0.function != nil }) { warn("\(place): a function for a color is left out") }
        return colors.contains(nil)
            ? (colors.allSatisfy { $0 == nil } ? [] : colors.map { $0 ?? Color(0x8A94A3) }) : colors.compactMap { $0 }
    }
}
