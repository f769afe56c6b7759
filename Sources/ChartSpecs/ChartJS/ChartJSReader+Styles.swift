import Charts
import Drawing

/// How lines and points look.
extension ChartJSReader {
    /// Names of a dataset that say how lines and points look; bars and slices have no use for them in Chart.js either.
    static let styleNames: Set = [
        "pointRadius", "radius", "pointStyle", "pointBackgroundColor", "pointColor", "pointBorderColor", "pointStrokeColor",
        "pointBorderWidth", "borderWidth", "borderDash", "fill", "tension", "lineTension", "bezierCurve", "cubicInterpolationMode",
        "stepped",
        "steppedLine", "showLine", "spanGaps",
    ]

    /// Returns what a dataset says under one of several names, or else what the options say of all datasets and of all elements.
    func choice(_ set: Dataset, _ names: [String], element: String? = nil, _ elementName: String? = nil) -> ConfigValue? {
        let places = [set.config, options["datasets"]?[set.type.name] ?? .null]
        if let value = places.lazy.compactMap({ place in names.lazy.compactMap { place[$0] }.first }).first(where: { $0 != .null }) {
            return value
        }
        guard let element, let name = names.first else { return nil }
        return options["elements"]?[element]?[elementName ?? name]
    }

    mutating func style(of set: Dataset, among sets: [Dataset]) -> MarkStyle {
        var style = MarkStyle()
        style.width = bounded(choice(set, ["borderWidth"], element: "line"), upTo: 50)
        if choice(set, ["showLine"])?.isOn == false || options["showLines"]?.isOn == false { style.width = 0 }
        style.dashes = (choice(set, ["borderDash"], element: "line")?.elements ?? []).prefix(16).compactMap { bounded($0, upTo: 1_000) }
        if style.dashes.allSatisfy({ $0 == 0 }) { style.dashes = [] }
        style.curve = curve(of: set)
        style.spansGaps = (choice(set, ["spanGaps"]) ?? options["spanGaps"]).map { $0.isOn ?? ($0.numberValue != nil) } ?? false
        style.points = points(of: set)
        style.fill = fill(of: set, among: sets)
        return style
    }

    private func bounded(_ value: ConfigValue?, upTo limit: Double) -> Double? {
        value?.numberValue.flatMap { $0 >= 0 ? min($0, limit) : nil }
    }

    private func curve(of set: Dataset) -> MarkStyle.Curve? {
        if let steps = choice(set, ["stepped", "steppedLine"], element: "line") {
            switch steps.plainText {
            // Here the names say where the step is, and in Chart.js before which point a value is held.
            case "before": return .stepAfter
            case "after": return .stepBefore
            case "middle": return .step
            default: if steps.isOn == true { return .stepAfter }
            }
        }
        if choice(set, ["cubicInterpolationMode"], element: "line")?.plainText == "monotone" { return .monotone }
        let tension = choice(set, ["tension", "lineTension"], element: "line")
        if let tension = bounded(tension, upTo: 1) { return tension > 0 ? .smooth(tension: tension) : .straight }
        return choice(set, ["bezierCurve"])?.isOn == true ? .smooth(tension: 0.4) : nil
    }

    mutating func points(of set: Dataset) -> PointStyle? {
        let place = "data.datasets[\(set.index)]"
        var style = PointStyle()
        func part(_ name: String, _ element: String) -> ConfigValue? { choice(set, [name], element: "point", element) }
        if let radius = choice(set, ["pointRadius", "radius"], element: "point", "radius") {
            let radii = (radius.elements ?? [radius]).prefix(DataTable.pointLimit).map { bounded($0, upTo: 100) }
            if radii.allSatisfy({ $0 != nil }) { style.radii = radii.compactMap { $0 } } else { warn("\(place).pointRadius: is left out") }
        }
        if let shape = part("pointStyle", "pointStyle") {
            let name = (shape.elements?.first ?? shape).plainText ?? ""
            if shape.isOn == false {
                style.radii = [0]
            } else if let shape = Self.shapes[name] {
                style.shape = shape
            } else {
                warn("\(place).pointStyle: is left out; there are \(Self.shapes.keys.sorted().joined(separator: ", "))")
            }
        }
        style.colors = colors(choice(set, ["pointBackgroundColor", "pointColor"], element: "point", "backgroundColor"), place)
        style.edges = colors(choice(set, ["pointBorderColor", "pointStrokeColor"], element: "point", "borderColor"), place)
        style.edgeWidth = bounded(part("pointBorderWidth", "borderWidth"), upTo: 20) ?? style.edgeWidth
        return style == PointStyle() ? nil : style
    }

    private static let shapes: [String: PointShape] = [
        "circle": .circle, "rect": .square, "rectRounded": .square, "rectRot": .diamond, "triangle": .triangle, "cross": .cross,
        "crossRot": .x, "star": .star, "line": .line, "dash": .dash,
    ]

    private mutating func fill(of set: Dataset, among sets: [Dataset]) -> MarkStyle.Fill? {
        guard let fill = choice(set, ["fill"], element: "line"), fill.isOn != false || fill.numberValue == 0 else { return nil }
        let place = "data.datasets[\(set.index)]"
        let target = fill["target"] ?? fill
        guard let base = base(target, of: set, among: sets) else {
            if target.isOn != false { warn("\(place).fill: what it goes to is not drawn beside it; it is left out") }
            return nil
        }
        let given = colors(fill["above"] ?? choice(set, ["backgroundColor", "fillColor"], element: "line"), place).first
        if fill["below"] != nil, fill["below"] != fill["above"] { warn("\(place).fill: the color below is that above") }
        let strokes = colors(choice(set, ["borderColor", "strokeColor", "color"], element: "line"), place)
        return (given ?? strokes.first?.faded).map { MarkStyle.Fill($0, to: base) }
    }

    private func base(_ target: ConfigValue, of set: Dataset, among sets: [Dataset]) -> MarkStyle.Fill.Base? {
        // A number is of a dataset; with a sign it is counted from this one.
        func other(_ index: Int) -> MarkStyle.Fill.Base? {
            index == set.index ? nil : sets.firstIndex { $0.index == index }.map { .series($0) }
        }
        switch target {
        case .boolean(true): return .value(0)
        case .number(let number): return Int(exactly: number).flatMap(other)
        case .object: return target["value"]?.numberValue.flatMap { abs($0) <= NumberText.limit ? .value($0) : nil }
        case .string(let text):
            switch text {
            case "origin", "zero", "true", "tozeroy": return .value(0)
            case "start", "bottom": return .low
            case "end", "top": return .high
            default:
                guard let number = Int(text), abs(number) <= 1_000 else { return nil }
                return other(text.hasPrefix("+") || text.hasPrefix("-") ? set.index + number : number)
            }
        default: return nil
        }
    }
}

extension Color {
    /// What lies under a line of the color, unless told.
    fileprivate var faded: Color { Color(red: red, green: green, blue: blue, alpha: UInt8(Double(alpha) / 4)) }
}
