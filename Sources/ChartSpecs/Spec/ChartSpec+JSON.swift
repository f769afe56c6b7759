import Charts
public import Drawing

extension ChartSpec {
    /// The spec as `POST /api/charts` takes it, what has its default left out.
    public var json: ConfigValue {
        var members: [ConfigValue.Member] = []
        func add(_ name: String, _ value: ConfigValue?) { if let value { members.append(.init(name, value)) } }
        func add(_ name: String, text: String) { add(name, text.isEmpty ? nil : .string(text)) }
        add("title", text: title)
        add("subtitle", text: subtitle)
        add("note", text: note)
        add("data", data.json)
        add("marks", .array(marks.map { $0.json(of: data) } + rules.map(\.json)))
        for (name, axis) in [("x", x), ("y", y), ("y2", y2)] where axis != AxisSpec() { add(name, axis.json) }
        add("facet", facet.map { .string($0) })
        add("sort", sort.map { .string($0.rawValue) })
        add("limit", limit.map { .number(Double($0)) })
        if !palette.isEmpty { add("palette", .array(palette.map { .string($0.hexText) })) }
        if !hasLegend { add("legend", false) }
        if padding != Chart.Padding() { add("padding", padding.json) }
        if locale != .americanEnglish { add("locale", .string(locale.identifier)) }
        return .object(members)
    }
}

extension MarkSpec {
    fileprivate func json(of data: DataTable) -> ConfigValue {
        var members: [ConfigValue.Member] = [.init("mark", .string(kind.rawValue))]
        if let x { members.append(.init("x", data.reference(to: x))) }
        if !y.isEmpty { members.append(.init("y", y.count == 1 ? .string(y[0]) : .array(y.map { .string($0) }))) }
        if let color { members.append(.init("color", data.reference(to: color))) }
        if let size { members.append(.init(sizesAreRadii ? "radius" : "size", .string(size))) }
        if spansGaps { members.append(.init("spanGaps", true)) }
        if isStacked { members.append(.init("stack", true)) }
        if let aggregate { members.append(.init("aggregate", .string(aggregate.rawValue))) }
        if axis == .y2 { members.append(.init("axis", "y2")) }
        if isHorizontal { members.append(.init("horizontal", true)) }
        if colors.contains(where: { !$0.isEmpty }) {
            members.append(.init("colors", .array(colors.map { .array($0.map { .string($0.hexText) }) })))
        }
        if isFilled { members.append(.init("fill", true)) }
        if isRing { members.append(.init("ring", true)) }
        if !bands.isEmpty { members.append(.init("bands", .array(bands.map(\.json)))) }
        if edges.contains(where: { !$0.colors.isEmpty }) {
            members.append(
                .init(
                    "edges",
                    .array(
                        edges.map {
                            .object([
                                .init("colors", .array($0.colors.map { .string($0.hexText) })), .init("width", .number($0.width)),
                            ])
                        })))
        }
        if !center.isEmpty { members.append(.init("center", .array(center.map { .string($0) }))) }
        if let hole { members.append(.init("hole", .number(hole))) }
        if !hasValues { members.append(.init("values", false)) }
        if !styles.isEmpty { members.append(.init("styles", .array(styles.map(\.json)))) }
        return .object(members)
    }
}

extension MarkSpec.Band {
    fileprivate var json: ConfigValue {
        .object([.init("to", .number(end))] + (color.map { [.init("color", .string($0.hexText))] } ?? []))
    }
}

extension RuleSpec {
    fileprivate var json: ConfigValue {
        var members: [ConfigValue.Member] = [.init("mark", "rule"), .init("value", .number(value))]
        if !label.isEmpty { members.append(.init("label", .string(label))) }
        if axis == .y2 { members.append(.init("axis", "y2")) }
        return .object(members)
    }
}

extension AxisSpec {
    fileprivate var json: ConfigValue {
        var members: [ConfigValue.Member] = []
        if !title.isEmpty { members.append(.init("title", .string(title))) }
        if let format { members.append(.init("format", .string(format.text))) }
        if isLogarithmic { members.append(.init("scale", "log")) }
        if let minimum { members.append(.init("min", .number(minimum))) }
        if let maximum { members.append(.init("max", .number(maximum))) }
        if let includesZero { members.append(.init("zero", .boolean(includesZero))) }
        if !hasLabels { members.append(.init("labels", false)) }
        if !hasGrid { members.append(.init("grid", false)) }
        if let step { members.append(.init("step", .number(step))) }
        if let mostLabels { members.append(.init("ticks", .number(Double(mostLabels)))) }
        return .object(members)
    }
}

extension DataTable {
    /// The rows as objects, by the names of the columns; what is not known is null.
    var json: ConfigValue {
        // Without a row only its name says that there is a column.
        guard rowCount > 0 || columns.isEmpty else { return .object(columns.map { .init($0.name, .array([])) }) }
        return .array(
            (0..<rowCount).map { row in
                .object(columns.map { .init($0.name, $0.cells[row].json) })
            })
    }

    /// Returns the name of a column, with its type where names in it would be read as numbers or dates.
    fileprivate func reference(to name: String) -> ConfigValue {
        guard let column = self[name], column.kind == .names else { return .string(name) }
        let texts = column.cells.map { if case .text(let text) = $0 { text } else { "" } }
        let isPlain = column.cells.allSatisfy { if case .text = $0 { true } else { $0 == .empty } }
        guard isPlain, let read = try? Self.cells(of: texts, in: name, lines: texts.indices.map { $0 }), read != column.cells else {
            return .string(name)
        }
        return ["field": .string(name), "type": "nominal"]
    }
}

extension DataTable.Cell {
    fileprivate var json: ConfigValue {
        switch self {
        case .number(let number): .number(number)
        case .text(let text): .string(text)
        case .time(let position): .string(DateText.text(position))
        case .empty: .null
        }
    }
}

extension Color {
    /// As CSS writes it, `#2149b5`, with a pair of digits more where it is not opaque.
    public var hexText: String {
        let channels = [red, green, blue] + (alpha == 255 ? [] : [alpha])
        return "#" + channels.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
    }
}
