import Charts
import Drawing

extension ChartJSReader {
    /// The ids of the axes that datasets are on; the first where they name none.
    func axisIDs(_ sets: [Dataset], _ axes: ChartJSAxes) -> [String] {
        let first = axes.values.first?.id ?? "y"
        return sets.map { $0.axisID ?? first }
    }

    mutating func readAxes(_ axes: ChartJSAxes, _ sets: [Dataset], _ spec: inout ChartSpec) {
        let ids = axisIDs(sets, axes)
        let used = Set(ids)
        let second = ids.first { axes.isOnSecond($0, among: used) }
        let first = ids.first { !axes.isOnSecond($0, among: used) }
        let values = sets.flatMap { $0.points.compactMap(\.y) }
        spec.y = valueAxis(first.flatMap(axes.axis) ?? axes.first, values)
        if let second { spec.y2 = valueAxis(axes.axis(id: second) ?? .object([]), values) }
        if let config = axes.positions {
            spec.x.title = isHidden(config) ? "" : title(of: config)
            readLooks(of: config, &spec.x)
            if type.isNumeric || config["type"]?.plainText == "logarithmic" || config["type"]?.plainText == "linear" {
                let places = spec.data["x"]?.numbers.compactMap { $0 } ?? []
                let title = spec.x.title
                spec.x = valueAxis(config, places)
                spec.x.title = title
                spec.x.includesZero = nil
                if let low = spec.x.minimum, (places.min() ?? low) < low { spec.x.minimum = nil }
                if let high = spec.x.maximum, (places.max() ?? high) > high { spec.x.maximum = nil }
                // Along names there is nothing to measure.
                if places.isEmpty { spec.x.isLogarithmic = false }
            } else if (config["ticks"]?["min"] ?? config["min"] ?? config["ticks"]?["max"] ?? config["max"]) != nil {
                warn("options.scales: ends of the axis of positions are left out")
            }
        }
        readFormats(&spec, values)
    }

    private mutating func valueAxis(_ config: ConfigValue, _ values: [Double]) -> AxisSpec {
        var axis = AxisSpec()
        let ticks = config["ticks"] ?? .object([])
        func number(_ name: String) -> Double? {
            (config[name]?.numberValue ?? ticks[name]?.numberValue).flatMap { abs($0) <= NumberText.limit ? $0 : nil }
        }
        axis.title = title(of: config)
        axis.isLogarithmic = config["type"]?.plainText == "logarithmic"
        (axis.minimum, axis.maximum) = (number("min"), number("max"))
        // What is only suggested gives way to the values.
        if axis.maximum == nil, let high = number("suggestedMax"), (values.max() ?? 0) <= high { axis.maximum = high }
        if axis.minimum == nil, let low = number("suggestedMin"), (values.min() ?? 0) >= low, low != 0 { axis.minimum = low }
        if let low = axis.minimum, let high = axis.maximum, low >= high { (axis.minimum, axis.maximum) = (nil, nil) }
        if let function = (ticks["callback"] ?? ticks["userCallback"])?.function {
            axis.format = format(of: function, for: values)
            if axis.format == nil { warn("options.scales: a callback of ticks is left out") }
        }
        readLooks(of: config, &axis)
        let hasOwnScale = [.radar, .polar, .gauge, .progress].contains(type.kind)
        if hasOwnScale, !axis.hasLabels { warn("options.scale: a hidden scale is drawn") }
        if hasOwnScale, axis.step != nil || axis.mostLabels != nil { warn("options.scale: steps of ticks are left out") }
        axis.includesZero = (config["beginAtZero"] ?? ticks["beginAtZero"])?.isOn
        if config["reverse"]?.isOn == true || ticks["reverse"]?.isOn == true {
            warn("options.scales: an axis from high to low is left out")
        }
        return axis
    }

    /// Reads what of an axis is seen.
    private func readLooks(of config: ConfigValue, _ axis: inout AxisSpec) {
        let ticks = config["ticks"] ?? .object([])
        let grid = config["grid"] ?? config["gridLines"]
        func number(_ names: [String]) -> Double? { names.lazy.compactMap { ticks[$0]?.numberValue ?? config[$0]?.numberValue }.first }
        if isHidden(config) { axis.title = "" }
        axis.hasLabels = !isHidden(config) && ticks["display"]?.isOn != false
        axis.hasGrid =
            !isHidden(config) && grid?["display"]?.isOn != false && grid?["drawOnChartArea"]?.isOn != false && grid?.isOn != false
        axis.step = number(["stepSize", "fixedStepSize"]).flatMap { (1e-9...NumberText.limit).contains($0) ? $0 : nil }
        axis.mostLabels = number(["maxTicksLimit"]).flatMap { (1...1_000).contains($0) ? Int($0) : nil }
    }

    private func title(of axis: ConfigValue) -> String {
        let title = axis["scaleLabel"] ?? axis["title"]
        guard title?["display"]?.isOn ?? (title?.plainText != nil) else { return "" }
        return (title?["labelString"] ?? title?["text"] ?? title)?.lines.joined(separator: " ") ?? ""
    }

    private func isHidden(_ axis: ConfigValue) -> Bool { axis["display"]?.isOn == false }

    func color(_ value: ConfigValue?) -> Color? {
        switch value {
        case .string(let text)?: Color(css: text)
        case .array(let values)?: values.first.flatMap { color($0) }
        // Of a gradient or a pattern its first color.
        case .object?: value?["colors"]?.elements?.first.flatMap { color($0) } ?? color(value?["color"])
        default: nil
        }
    }

    /// Reads the plugin that writes numbers in a form, and what formats say of every axis.
    private mutating func readFormats(_ spec: inout ChartSpec, _ values: [Double]) {
        guard let plugin = options["plugins"]?["tickFormat"] else { return }
        var pattern = NumberPattern(prefix: plugin["prefix"]?.plainText ?? "", suffix: plugin["suffix"]?.plainText ?? "")
        if let least = plugin["minimumFractionDigits"]?.numberValue, (0...9).contains(least) { pattern.decimals = Int(least) }
        if let most = plugin["maximumFractionDigits"]?.numberValue, (0...9).contains(most), pattern.decimals ?? 10 > Int(most) {
            pattern.decimals = Int(most)
        }
        switch plugin["style"]?.plainText {
        case "currency":
            let signs = ["USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥", "INR": "₹"]
            let code = plugin["currency"]?.plainText?.uppercased() ?? "USD"
            pattern.prefix += signs[code] ?? "\(code)\u{A0}"
            if pattern.decimals == nil, plugin["minimumFractionDigits"] == nil {
                pattern.decimals = values.allSatisfy { $0 == $0.rounded() } ? 0 : 2
            }
        case "percent": (pattern.factor, pattern.suffix) = (100, "%" + pattern.suffix)
        default: break
        }
        if plugin["notation"]?.plainText == "compact" { pattern.unit = .compact }
        if plugin["useGrouping"]?.isOn == false { pattern.isGrouped = false }
        let format = FormatSpec(pattern: pattern)
        spec.y.format = spec.y.format ?? format
        if let name = plugin["locale"]?.plainText, let locale = Locale(identifier: name) { spec.locale = locale }
    }

    /// Returns the pattern by which a function writes numbers, where it has one.
    mutating func format(of function: Function, for values: [Double]) -> FormatSpec? {
        NumberPattern.fitting(values) { number in
            (try? evaluator.call(function, [.number(number), .number(0), .list([])]))?.label
        }.map(FormatSpec.init(pattern:))
    }
}

extension RuntimeValue {
    /// The value as a label has it; nil for what says nothing.
    var label: String? {
        switch self {
        case .undefined, .null, .boolean, .builtIn, .method, .closure, .pattern: nil
        case .list(let values): values.compactMap(\.label).joined(separator: " ")
        case .number(let number) where number.isNaN: nil
        default: text
        }
    }
}
