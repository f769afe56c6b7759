import Charts
import Drawing

/// A chart as a program sends it: a spec in the words of this grammar, or one of Vega-Lite.
///
///     let json = try ConfigValue(parsing: body)
///     let chart = try ChartGrammar(json).spec.chart()
public struct ChartGrammar: Hashable, Sendable {
    public let spec: ChartSpec
    /// How it is to be drawn, by the names of a picture's parameters: `width`, `height`, `background`, `theme`.
    public let picture: [ConfigValue.Member]
    /// What of a spec of Vega-Lite is left out, and where it stands.
    public let warnings: [String]

    /// - Throws: everything that cannot be read, or does not fit the data, by its place as RFC 6901 writes it.
    public init(_ json: ConfigValue) throws(SpecFaults) {
        var reader = MemberReader(json, at: "")
        guard reader.faults.isEmpty else { throw SpecFaults(faults: reader.faults) }
        var places = FaultPlaces()
        if VegaReader.isVegaLite(json) {
            var vega = VegaReader()
            (spec, picture) = vega.spec(&reader, &places)
            warnings = Array(vega.warnings.prefix(50))
        } else {
            (spec, picture) = (reader.chartSpec(&places), reader.picture())
            reader.finish()
            warnings = []
        }
        guard reader.faults.isEmpty else { throw SpecFaults(faults: reader.faults) }
        do { _ = try spec.chart() } catch { throw SpecFaults(faults: error.faults.map { places.placed($0) }) }
    }
}

/// Where the parts of a spec stand in what was sent.
struct FaultPlaces {
    /// By the names that faults give to parts.
    var chart: [String: String] = [:]
    /// The same, for each mark.
    var marks: [[String: String]] = []

    /// Returns the fault with the place of its part.
    func placed(_ fault: SpecFault) -> SpecFault {
        let ofMark = fault.mark.flatMap { marks.indices.contains($0) ? marks[$0][fault.part] : nil }
        let place = ofMark ?? chart[fault.part] ?? marks.lazy.compactMap { $0[fault.part] }.first ?? "/\(fault.part)"
        return SpecFault(place, fault.reason)
    }
}

extension MemberReader {
    /// How it is drawn, as it stands there: how wide it may be is for those to say who draw it.
    mutating func picture() -> [ConfigValue.Member] {
        let rules: [(String, ConfigValue, String)] = [
            ("width", ["type": "integer"], "Of the picture, in points."), ("height", ["type": "integer"], "Of the picture, in points."),
            ("background", ["type": "string"], "`transparent` or hexadecimal digits, in place of the theme's."),
            ("theme", ["type": "string"], "`light` or `dark`."),
        ]
        return rules.compactMap { name, schema, words in
            value(name, MemberRule<ConfigValue>(schema: schema) { value throws(DataFault) in value }, words).map { .init(name, $0) }
        }
    }

    /// Reads a spec in the words of this grammar.
    mutating func chartSpec(_ places: inout FaultPlaces) -> ChartSpec {
        var spec = ChartSpec(data: DataTable())
        spec.title = value("title", .text(upTo: 200), "What it is about.") ?? ""
        spec.subtitle = value("subtitle", .text(upTo: 200), "Stands below the title.") ?? ""
        spec.note = value("note", .text(upTo: 500), "Stands at the foot.") ?? ""
        let names = Self.nominalColumns(of: value["marks"]?.elements ?? [])
        if let data = required(
            "data", .data(names: names), "The rows: objects, lists of which the first names the columns, or columns by name.")
        {
            spec.data = data
        }
        let marks = self.marks() ?? []
        if value["marks"] == nil, !isDescribing { refuse("marks", "is missing; name one, as in [{\"mark\": \"bar\", \"x\": \"month\"}]") }
        for (index, mark) in marks.enumerated() {
            guard let mark else { continue }
            let place = "\(place(of: "marks"))/\(index)"
            switch mark {
            case .mark(let mark):
                spec.marks.append(mark)
                places.marks.append(
                    Dictionary(uniqueKeysWithValues: ["mark", "x", "y", "color"].map { ($0, "\(place)/\($0)") } + [("y2", "\(place)/y")]))
            case .rule(let rule):
                spec.rules.append(rule)
                places.chart["target"] = place
            }
        }
        if spec.marks.isEmpty, faults.isEmpty, !isDescribing { refuse("marks", "has nothing to draw; name a mark besides rules") }
        spec.x = object("x", "The axis of positions.") { $0.positionAxis() } ?? AxisSpec()
        spec.y = object("y", "The axis of values.") { $0.valueAxis() } ?? AxisSpec()
        spec.y2 = object("y2", "A second axis of values.") { $0.valueAxis() } ?? AxisSpec()
        let axis = place(of: spec.y == AxisSpec() ? "y2" : "y")
        places.chart.merge([("min", "\(axis)/min"), ("max", "\(axis)/max"), ("log", "\(axis)/scale")]) { $1 }
        spec.facet = value("facet", .text(upTo: 200), "A column: a small plot for each of its values.")
        spec.sort = value("sort", MemberRule<ChartSpec.Sort>.choice, "The order of rows, with a `-` from the last or the largest on.")
        spec.limit = value("limit", .wholeNumber(in: 1...DataTable.pointLimit), "The most rows that are shown.")
        spec.palette = value("palette", .list(of: .color, upTo: 50), "Colors in place of the theme's, in order.") ?? []
        spec.hasLegend = value("legend", .flag, "Whether the names of colors stand beside the plot.") ?? true
        spec.padding = padding()
        spec.locale = value("locale", .locale, "The language, and the form of numbers and dates; en-US unless told.") ?? spec.locale
        return spec
    }

    private enum Layer { case mark(MarkSpec), rule(RuleSpec) }

    private mutating func marks() -> [Layer?]? {
        list(
            "marks", upTo: 50, "What is drawn of which columns, the first behind the others.",
            [
                ({ $0["mark"] == "rule" }, { reader in reader.rule().map { .rule($0) } }),
                ({ _ in true }, { reader in reader.mark().map { .mark($0) } }),
            ])
    }

    private mutating func mark() -> MarkSpec? {
        let kind = required("mark", MemberRule<MarkSpec.Kind>.choice, "The shape.")
        let x = value("x", .column, "The column along the axis; the first that no value is in unless told.")
        let y = value("y", .columns, "The columns of values; all that have numbers unless told.")
        let color = value("color", .column, "The column whose values are series of their own.")
        let size = value("size", .text(upTo: 200), "The column whose values are the areas of points.")
        let radius = value("radius", .text(upTo: 200), "The column whose values are the radii of points, in points of the picture.")
        let spansGaps = value("spanGaps", .flag, "Whether a line goes on over values that are missing.")
        let isStacked = value("stack", .flag, "Whether series stand on one another.")
        let aggregate = value(
            "aggregate", MemberRule<MarkSpec.Aggregate>.choice, "What becomes of several rows at one position; each is shown unless told.")
        let axis = value("axis", .choice(["y", "y2"]), "The axis that its values are on.")
        let isHorizontal = value("horizontal", .flag, "Whether bars go to the right.")
        let colors = value(
            "colors", .list(of: .oneOrMore(.color, upTo: DataTable.pointLimit), upTo: DataTable.columnLimit),
            "For each column of values its color, or a list with one for each row.")
        let edges = list(
            "edges", upTo: DataTable.columnLimit, "For each column of values the edges of its bars.",
            [
                (
                    { _ in true },
                    { reader in
                        MarkSpec.Edge(
                            reader.value("colors", .list(of: .color, upTo: DataTable.pointLimit), "One, or one for each row.") ?? [],
                            width: reader.value("width", .number(in: 0...100), "In points.") ?? 1)
                    }
                )
            ])
        let styles = self.styles()
        let isFilled = value("fill", .flag, "Whether the outlines of a radar are filled.")
        let isRing = value("ring", .flag, "Whether a gauge goes all around.")
        let bands = self.bands()
        let center = value("center", .list(of: .text(upTo: 100), upTo: 4), "What stands in the hole of a ring; the sum unless told.")
        let hole = value("hole", .number(in: 0...0.95), "The radius of a ring's hole, as a part of its own.")
        let hasValues = value("values", .flag, "Whether values stand on slices that have no names beside them.")
        guard let kind else { return nil }
        if axis == "y2", kind.isAlone { refuse("axis", "is for bars, lines, areas and dots") }
        if isHorizontal == true, kind != .bar { refuse("horizontal", "is for bars") }
        var mark = MarkSpec(
            kind, x: x?.name, y: y?.names ?? [], color: color?.name, isStacked: isStacked ?? false,
            aggregate: aggregate ?? y?.aggregate, on: axis == "y2" ? .y2 : .y, isHorizontal: isHorizontal ?? false)
        if size != nil, radius != nil { refuse("radius", "says what size says already; leave one of them out") }
        (mark.size, mark.sizesAreRadii, mark.spansGaps) = (size ?? radius, size == nil && radius != nil, spansGaps ?? false)
        mark.colors = colors ?? []
        mark.edges = (edges ?? []).compactMap { $0 }
        mark.styles = styles
        (mark.center, mark.hole, mark.hasValues) = (center ?? [], hole, hasValues ?? true)
        (mark.isFilled, mark.isRing, mark.bands) = (isFilled ?? false, isRing ?? false, bands)
        return mark
    }

    private mutating func bands() -> [MarkSpec.Band] {
        let bands = list(
            "bands", upTo: 50, "The parts of a gauge, in rising order; the last ends it.",
            [
                (
                    { _ in true },
                    { reader -> MarkSpec.Band? in
                        let end = reader.required("to", .number(), "Where it ends.")
                        let color = reader.value("color", .color, "The theme's unless told.")
                        return end.map { MarkSpec.Band(to: $0, color: color) }
                    }
                )
            ])
        return (bands ?? []).compactMap { $0 }
    }

    private mutating func rule() -> RuleSpec? {
        _ = required("mark", .choice(["rule"]), "A line across the plot.")
        let number = required("value", .number(), "Where it is on the axis of values.")
        let label = value("label", .text(upTo: 100), "What it says; its value unless told.")
        let axis = value("axis", .choice(["y", "y2"]), "The axis that its value is on.")
        return number.map { RuleSpec(value: $0, label: label ?? "", on: axis == "y2" ? .y2 : .y) }
    }

    private mutating func positionAxis() -> AxisSpec {
        var axis = AxisSpec(
            title: value("title", .text(upTo: 200), "What is along it.") ?? "",
            format: value("format", .format, "How numbers on it are written."))
        axis.isLogarithmic = value("scale", .choice(["linear", "log"]), "`log` for equal ratios of numbers equally far apart.") == "log"
        (axis.minimum, axis.maximum) = ends()
        looks(of: &axis)
        return axis
    }

    private mutating func valueAxis() -> AxisSpec {
        var axis = AxisSpec(
            title: value("title", .text(upTo: 200), "What is measured.") ?? "",
            format: value("format", .format, "How values are written: a currency, `%`, `k`, `s`, or a format of CLDR or d3."))
        axis.isLogarithmic = value("scale", .choice(["linear", "log"]), "`log` for equal ratios equally far apart.") == "log"
        (axis.minimum, axis.maximum) = ends()
        axis.includesZero = value("zero", .flag, "Whether it begins at zero where only lines or points are on it.")
        looks(of: &axis)
        return axis
    }

    private mutating func ends() -> (low: Double?, high: Double?) {
        let (low, high) = (value("min", .number(), "Where it begins."), value("max", .number(), "Where it ends."))
        if let low, let high, low >= high { refuse("max", "has to be more than min") }
        return (low, high)
    }

    /// The columns that marks say are names.
    private static func nominalColumns(of marks: [ConfigValue]) -> Set<String> {
        Set(
            marks.flatMap { mark in [mark["x"], mark["color"]] }.compactMap { channel in
                channel?["type"] == "nominal" ? channel?["field"]?.plainText : nil
            })
    }
}

/// A column that a mark refers to, and what is said of it besides.
private struct ColumnReference: Sendable {
    var name: String
}

private struct ColumnReferences: Sendable {
    var names: [String]
    var aggregate: MarkSpec.Aggregate?
}

extension MemberRule<ColumnReference> {
    fileprivate static let column = MemberRule(
        schema: [
            "anyOf": [
                MemberRule<String>.text(upTo: 200).schema,
                MemberReader.schema { reader in
                    _ = reader.required("field", .text(upTo: 200), "The column.")
                    _ = reader.value("type", .choice(types), "`nominal` for names that look like numbers or dates.")
                },
            ]
        ]
    ) { value throws(DataFault) in
        guard case .object = value else { return ColumnReference(name: try MemberRule<String>.text(upTo: 200).read(value)) }
        if let type = value["type"], !types.contains(type.plainText ?? "") {
            throw DataFault("has the type \(type.kind); there is \(types.joined(separator: ", "))")
        }
        return ColumnReference(name: try field(of: value, besides: ["type"]))
    }

    private static let types = ["nominal", "ordinal", "quantitative", "temporal"]
}

extension MemberRule<ColumnReferences> {
    fileprivate static let columns = MemberRule(
        schema: [
            "anyOf": [
                MemberRule<[String]>.oneOrMore(.text(upTo: 200), upTo: DataTable.columnLimit).schema,
                MemberReader.schema { reader in
                    _ = reader.required("field", .text(upTo: 200), "The column.")
                    _ = reader.value("aggregate", MemberRule<MarkSpec.Aggregate>.choice, "What becomes of several rows at one position.")
                },
            ]
        ]
    ) { value throws(DataFault) in
        guard case .object = value else {
            return ColumnReferences(names: try MemberRule<[String]>.oneOrMore(.text(upTo: 200), upTo: DataTable.columnLimit).read(value))
        }
        let aggregate = value["aggregate"]
        return ColumnReferences(
            names: [try field(of: value, besides: ["aggregate"])],
            aggregate: aggregate == nil ? nil : try MemberRule<MarkSpec.Aggregate>.choice.read(aggregate ?? .null))
    }
}

/// Reads the name of a column from an object that has it as `field`.
private func field(of value: ConfigValue, besides others: Set<String>) throws(DataFault) -> String {
    guard let field = value["field"] else { throw DataFault("has no field; name the column, as in {\"field\": \"month\"}") }
    if let other = value.names.first(where: { $0 != "field" && !others.contains($0) }) {
        throw DataFault("has \(other.quotedShort), which is not known here; there is field, \(others.sorted().joined(separator: ", "))")
    }
    return try MemberRule<String>.text(upTo: 200).read(field)
}

extension MemberRule<DataTable> {
    /// - Parameter names: the columns whose texts are names, whatever they look like.
    static func data(names: Set<String>) -> MemberRule {
        let cell: ConfigValue = ["type": ["string", "number", "boolean", "null"]]
        return MemberRule(
            schema: [
                "anyOf": [
                    [
                        "type": "array", "maxItems": .number(Double(DataTable.pointLimit + 1)),
                        "items": [
                            "anyOf": [
                                ["type": "object", "additionalProperties": cell], ["type": "array", "items": cell], ["type": "number"],
                            ]
                        ],
                    ],
                    ["type": "object", "additionalProperties": ["type": "array", "items": cell]],
                ]
            ]
        ) { value throws(DataFault) in try DataTable(rows: value, names: names) }
    }
}
