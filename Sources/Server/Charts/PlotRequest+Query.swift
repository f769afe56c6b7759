import Charts
import ChartSpecs
import Drawing
import Reports

extension QueryReader {
    /// The marks whose values may stand in the address itself, as in `bar=Jan:120,Feb:140`.
    static let inlineKinds: [MarkSpec.Kind] = [
        .bar, .line, .area, .donut, .pie, .hist, .dots, .radar, .polar, .gauge, .progress,
    ]

    /// Reads the marks whose values stand in the address.
    mutating func inlineMarks() -> [(kind: MarkSpec.Kind, table: DataTable)] {
        Self.inlineKinds.compactMap { kind in value(.pairs(of: kind)).map { (kind, $0) } }
    }

    /// Returns the data, from wherever it comes; nil where there is none, or more than one.
    mutating func table(_ inline: [(kind: MarkSpec.Kind, table: DataTable)], _ data: PlotRequest.Data) -> DataTable? {
        let csv = value(.csv)
        var tables: [DataTable] = [csv].compactMap { $0 }
        switch data {
        case .none: break
        case .csv(let bytes):
            do { tables.append(try DataTable(csv: bytes)) } catch { refuse("body", error.reason) }
        case .rows(let rows):
            do { tables.append(try DataTable(rows: rows)) } catch { refuse("data", error.reason) }
        }
        if var merged = DataTable(merging: inline.map(\.table)) {
            // The word for a mark is no name of what it shows.
            if inline.count == 1 { merged.columns[1].name = "value" }
            tables.append(merged)
        }
        if tables.count > 1 { refuse("csv", "there is data in more than one place; send it once") }
        if tables.isEmpty, !hasFaults {
            refuse("data", "is missing; write values as in bar=Jan:120,Feb:140, or rows as in csv=month,sales;Jan,120;Feb,140")
        }
        return tables.count == 1 ? tables[0] : nil
    }

    /// Reads what is drawn from which column.
    mutating func marks(_ inline: [(kind: MarkSpec.Kind, table: DataTable)], hasData: Bool) -> [MarkSpec] {
        let kind = value(Parameter<MarkSpec.Kind>.choice("mark"))
        let x = value(.column("x"))
        let y = values(.columns("y"), atMost: DataTable.columnLimit)
        let color = value(.column("color"))
        let isStacked = value(.onOff("stack")) ?? false
        let isFilled = value(.onOff("fill")) ?? false
        let size = value(.column("size"))
        let second = values(.columns("y2"), atMost: DataTable.columnLimit)
        guard inline.isEmpty else {
            for (name, isGiven) in [
                ("mark", kind != nil), ("x", x != nil), ("y", !y.isEmpty), ("color", color != nil), ("size", size != nil),
            ]
            where isGiven {
                refuse(name, "is for rows; the values of \(inline[0].kind.rawValue) have no columns")
            }
            let names = second.flatMap { $0.split(separator: ",").map(String.init) }
            for name in names where !inline.contains(where: { $0.kind.rawValue == name }) {
                refuse("y2", "there are no values of \(name.quoted); name one of \(inline.map(\.kind.rawValue).joined(separator: ", "))")
            }
            return inline.map { kind, table in
                var mark = MarkSpec(
                    kind, x: "label", y: [inline.count == 1 ? "value" : table.columns[1].name], isStacked: isStacked,
                    on: names.contains(kind.rawValue) ? .y2 : .y)
                mark.isFilled = isFilled && kind == .radar
                return mark
            }
        }
        guard hasData else { return [] }
        var main = MarkSpec(kind ?? .bar, x: x, y: y, color: color, isStacked: isStacked)
        main.isFilled = isFilled && main.kind == .radar
        if size != nil, kind != .point { refuse("size", "is for points; add mark=point") }
        main.size = size
        guard !second.isEmpty else { return [main] }
        // Beside bars a second scale is read off a line.
        let other: MarkSpec.Kind = main.kind == .dots || main.kind == .point ? main.kind : .line
        return [main, MarkSpec(other, x: x, y: second, on: .y2)]
    }

    /// Reads the axis of values.
    mutating func readAxes(_ spec: inout ChartSpec) {
        spec.y.format = value(.format)
        let logarithms = value(.logarithms) ?? []
        (spec.x.isLogarithmic, spec.y.isLogarithmic) = (logarithms.contains("x"), logarithms.contains("y"))
        spec.y.minimum = value(.number("min", "Where the axis of values begins."))
        spec.y.maximum = value(.number("max", "Where the axis of values ends."))
        if let low = spec.y.minimum, let high = spec.y.maximum, low >= high { refuse("max", "has to be more than min") }
    }
}

extension Parameter<DataTable> {
    fileprivate static func pairs(of kind: MarkSpec.Kind) -> Parameter {
        Parameter(kind.rawValue, .string, "Values of \(kind.rawValue), as in Jan:120,Feb:140.") { text throws(Unreadable) in
            do throws(DataFault) { return try DataTable(pairs: text, named: kind.rawValue) } catch { throw Unreadable(error.reason) }
        }
    }

    fileprivate static var csv: Parameter {
        Parameter("csv", .string, "Rows that end with a semicolon or a line break; the first names the columns.") {
            text throws(Unreadable) in
            do throws(DataFault) { return try DataTable(csvInQuery: text) } catch { throw Unreadable(error.reason) }
        }
    }
}

extension Parameter<String> {
    static func column(_ name: String) -> Parameter {
        .text(name, upTo: 200, "A column of the rows, by its name.")
    }

    fileprivate static func columns(_ name: String) -> Parameter {
        .text(name, upTo: 2_000, "A column of the rows, or several with commas between; repeat it for more.")
    }
}

extension Parameter<Bool> {
    fileprivate static func onOff(_ name: String) -> Parameter {
        .choice(name, among: ["1": true, "true": true, "0": false, "false": false])
    }
}

extension Parameter<Set<String>> {
    /// Which axes are logarithmic.
    fileprivate static var logarithms: Parameter {
        .choice("log", among: ["1": ["y"], "true": ["y"], "y": ["y"], "x": ["x"], "xy": ["x", "y"], "0": [], "false": []])
    }
}

extension Parameter<Double> {
    fileprivate static func number(_ name: String, _ summary: String) -> Parameter {
        Parameter(name, .number, summary) { text throws(Unreadable) in
            do throws(DataFault) { return try DataTable.number(text) } catch { throw Unreadable(error.reason) }
        }
    }
}

extension Parameter<FormatSpec> {
    fileprivate static var format: Parameter {
        Parameter("format", .string(upTo: 60), "How values are written: a currency, `%`, `k`, `s`, or a format of CLDR or d3.") {
            text throws(Unreadable) in
            guard let format = FormatSpec(text) else {
                throw Unreadable(text, isNot: "a format, such as $, €, %, 0.0, #,##0.00, k, s or .1f")
            }
            return format
        }
    }
}

extension Parameter<[Color]> {
    static var palette: Parameter {
        Parameter("palette", .string(upTo: 2_000), "Colors in the order they are used, with commas between.") { text throws(Unreadable) in
            let parts = text.split(separator: ",", omittingEmptySubsequences: false)
            guard parts.count <= 50 else { throw Unreadable("has \(parts.count) colors; at most 50 are allowed") }
            return try parts.map { part throws(Unreadable) in
                guard let color = Color(hexDigits: part) ?? Color(css: String(part)) else {
                    throw Unreadable(String(part), isNot: "a color; write hexadecimal digits or a name, as in 2149b5,orange")
                }
                return color
            }
        }
    }
}

extension Parameter<RuleSpec> {
    static var target: Parameter {
        Parameter("target", .string(upTo: 200), "A line across the plot at a value, with a label as in `120:Target`.") {
            text throws(Unreadable) in
            let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
            do throws(DataFault) {
                return RuleSpec(value: try DataTable.number(String(parts[0])), label: parts.count > 1 ? String(parts[1].prefix(100)) : "")
            } catch {
                throw Unreadable(error.reason)
            }
        }
    }
}
