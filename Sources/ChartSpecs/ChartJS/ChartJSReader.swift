import Charts
import Drawing

extension ChartSpec {
    /// Reads a configuration of Chart.js, of version 2, 3 or 4 or a mixture: whichever name is there counts.
    ///
    /// - Parameter warnings: takes what is left out, and where it stands.
    /// - Returns: a chart always; where there is no data one that says so.
    public init(chartJS config: ConfigValue, warnings: inout [String]) {
        var reader = ChartJSReader(config)
        self = reader.spec()
        warnings += reader.warnings
    }
}

/// Reads a configuration of Chart.js into a spec.
struct ChartJSReader {
    let config: ConfigValue
    let options: ConfigValue
    /// Of the whole chart, and of what none of its datasets says otherwise.
    let type: ChartJSType
    private(set) var warnings: [String] = []
    var evaluator = Evaluator()

    init(_ config: ConfigValue) {
        self.config = config
        options = config["options"] ?? .object([])
        var isKnown = true
        let name = config["type"]?.plainText ?? Self.datasets(of: config).first?["type"]?.plainText
        type = ChartJSType(name: name ?? "bar", isKnown: &isKnown)
        if name == nil { warnings.append("type: is missing; bars are drawn") }
        if !isKnown { warnings.append("type: \((name ?? "").quotedShort) is not known here; bars are drawn") }
        if let substitute = type.substitute { warnings.append("type: \(type.name) is drawn as \(substitute)") }
    }

    mutating func warn(_ words: String) { if warnings.count < 50, !warnings.contains(words) { warnings.append(words) } }

    /// The datasets, wherever a configuration has them.
    static func datasets(of config: ConfigValue) -> [ConfigValue] {
        let data = config["data"]
        let found = data?["datasets"] ?? data?["dataset"] ?? config["datasets"]
        switch found {
        case .array(let sets)?:
            // Numbers in place of datasets are the only one.
            if let first = sets.first, case .number = first { return [.object([.init("data", .array(sets))])] }
            return sets.filter { if case .object = $0 { true } else { false } }
        case .object?: return [found ?? .null]
        default:
            if case .array? = data { return [.object([.init("data", data ?? .null)])] }
            return []
        }
    }

    mutating func spec() -> ChartSpec {
        var sets = Self.datasets(of: config)
        if sets.isEmpty { warn("data.datasets: there are none") }
        if config["data"]?["datasets"] == nil, config["data"]?["dataset"] != nil { warn("data.dataset: read as data.datasets") }
        if sets.count > DataTable.columnLimit {
            warn("data.datasets: the first \(DataTable.columnLimit) of \(sets.count) are drawn")
            sets = Array(sets.prefix(DataTable.columnLimit))
        }
        let all = sets.enumerated().map { index, set in dataset(set, index) }.filter { !$0.isHidden }
        let axes = ChartJSAxes(options, type)
        var spec = ChartSpec(data: table(of: all, axes))
        spec.marks = marks(of: all, axes, spec.data)
        if spec.marks.contains(where: { $0.kind == .pie || $0.kind == .donut }) { spec.sort = .given }
        readAxes(axes, all, &spec)
        readGauge(all, &spec)
        readTexts(&spec)
        readFrame(&spec)
        readSlices(all, &spec)
        readLabels(&spec, all)
        readAnnotations(&spec)
        warnUnreadParts(sets)
        settle(&spec)
        return spec
    }
}

/// What a configuration of Chart.js or of QuickChart calls its kind.
struct ChartJSType: Hashable {
    var kind: MarkSpec.Kind
    var isHorizontal = false
    /// How it is drawn, where it has no mark of its own here.
    var substitute: String?
    /// Whether positions are numbers.
    var isNumeric = false
    var name: String

    init(name: String, isKnown: inout Bool) {
        self.name = name
        kind = .bar
        switch name.lowercased() {
        case "bar", "column", "stackedbar": break
        case "horizontalbar": isHorizontal = true
        case "line", "area": kind = .line
        case "sparkline": kind = .line
        case "pie": kind = .pie
        case "outlabeledpie": kind = .pie
        case "doughnut", "donut": kind = .donut
        case "outlabeleddoughnut": kind = .donut
        case "scatter", "bubble": (kind, isNumeric) = (.point, true)
        case "radar": kind = .radar
        case "polararea": kind = .polar
        case "radialgauge", "gauge": kind = .gauge
        case "progressbar": kind = .progress
        case "candlestick", "ohlc": (kind, substitute) = (.line, "a line of what prices closed at")
        default: isKnown = false
        }
    }
}

extension ConfigValue {
    /// A plain value as text; nil for a list, an object or a function.
    var plainText: String? { DataTable.queryText(of: self) }

    /// The number, also where it is written as a text.
    var numberValue: Double? {
        switch self {
        case .number(let number): number.isFinite ? number : nil
        case .string(let text): try? NumberText.written(text.filter { !$0.isWhitespace }, .point)
        case .boolean, .null, .array, .object, .function: nil
        }
    }

    /// Whether it is on, also where that is written as a text, as `"false"` is.
    var isOn: Bool? {
        switch self {
        case .boolean(let boolean): boolean
        case .string(let text) where text.lowercased() == "true": true
        case .string(let text) where text.lowercased() == "false": false
        case .number(let number): number != 0
        default: nil
        }
    }

    var elements: [ConfigValue]? { if case .array(let values) = self { values } else { nil } }

    /// Lines of text, one or several.
    var lines: [String] {
        switch self {
        case .array(let values): values.flatMap(\.lines)
        default: plainText.map { [$0] } ?? []
        }
    }

    /// The names of an object's members.
    var names: [String] { if case .object(let members) = self { members.map(\.name) } else { [] } }

    var function: Function? { if case .function(let function) = self { function } else { nil } }
}
