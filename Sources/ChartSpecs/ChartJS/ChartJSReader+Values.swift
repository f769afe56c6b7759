import Charts
import Drawing

/// What the plugins of labels write on marks.
extension ChartJSReader {
    /// Of a label that is longer no picture has room.
    private static let longestLabel = 100

    /// Reads the labels of a dataset that is drawn over positions; nil where there are none.
    mutating func valueLabels(of set: Dataset) -> ValueLabels? {
        let plugin = options["plugins"]?["datalabels"]
        let own = set.config["datalabels"]
        guard plugin != nil || own != nil, plugin?.isOn != false, own?.isOn != false else { return nil }
        func part(_ name: String) -> ConfigValue? { own?[name] ?? plugin?[name] }
        let place = "options.plugins.datalabels"
        if let display = part("display") {
            guard display.isOn != false else { return nil }
            if display.function != nil { warn("\(place).display: a function is left out; all are shown") }
        }
        var labels = ValueLabels(place: labelPlace(part("anchor")?.plainText ?? "center", part("align")?.plainText ?? "center", of: set))
        for name in ["color", "backgroundColor"] {
            guard let value = part(name) else { continue }
            let color = colors(value, "\(place).\(name)").first
            if name == "color" { labels.color = color } else { labels.background = color }
        }
        if let size = part("font")?["size"]?.numberValue { labels.size = min(max(size, 6), 40) }
        if let rotation = part("rotation")?.numberValue, rotation != 0 { warn("\(place).rotation: is left out") }
        if let function = part("formatter")?.function {
            let texts = set.points.enumerated().map { index, point in text(of: point, index, set, by: function) }
            if texts.contains(nil) { warn("\(place).formatter: is left out") } else { labels.texts = texts.compactMap { $0 } }
        }
        return labels
    }

    private mutating func text(of point: Point, _ index: Int, _ set: Dataset, by function: Function) -> String? {
        guard let value = point.y else { return "" }
        let label = config["data"]?["labels"]?.elements.flatMap { $0.indices.contains(index) ? $0[index] : nil }
        let context: RuntimeValue = .object([
            "dataIndex": .number(Double(index)), "datasetIndex": .number(Double(set.index)), "dataset": RuntimeValue(set.config),
            "chart": .object(["data": RuntimeValue(config["data"] ?? .null)]), "label": RuntimeValue(label ?? .null),
        ])
        do throws(Evaluator.Failure) {
            let result = try evaluator.call(function, [.number(value), context])
            switch result {
            // Nothing is written for what is null, as Chart.js has it.
            case .null, .undefined, .boolean: return ""
            default: return result.label.map { String($0.prefix(Self.longestLabel)) }
            }
        } catch {
            return nil
        }
    }

    /// Where on its mark the plugin puts a label: at an anchor, and from there in a direction.
    private func labelPlace(_ anchor: String, _ align: String, of set: Dataset) -> ValueLabels.Place {
        let isOutward = ["end", "top", "right"].contains(align) || (Double(align) ?? 0) < 0
        let isInward = ["start", "bottom", "left"].contains(align) || (Double(align) ?? 0) > 0
        guard set.type.kind == .bar else { return isInward ? .start : .outside }
        switch anchor {
        case "end": return isOutward ? .outside : .end
        case "start": return .start
        default: return isOutward ? .end : isInward ? .start : .center
        }
    }

    /// Reads what stands in rings and on slices.
    mutating func readSlices(_ sets: [Dataset], _ spec: inout ChartSpec) {
        guard let index = spec.marks.firstIndex(where: { $0.kind == .pie || $0.kind == .donut }) else { return }
        let plugins = options["plugins"]
        if let cutout = options["cutoutPercentage"] ?? options["cutout"] ?? sets.first?.config["cutout"] {
            let share = cutout.plainText.flatMap { NumberText.percentage($0) }
            if let share, (0...95).contains(share) {
                (spec.marks[index].kind, spec.marks[index].hole) = share > 0 ? (.donut, share / 100) : (.pie, nil)
            } else {
                warn("options.cutout: is left out; a percentage from 0 to 95 is read")
            }
        }
        if let labels = plugins?["doughnutlabel"]?["labels"]?.elements {
            let texts = labels.prefix(4).map { label in
                let text = label["text"]?.function.map { function in (try? evaluator.call(function, []))?.label ?? "" }
                return String((text ?? label["text"]?.lines.joined(separator: " ") ?? "").prefix(Self.longestLabel))
            }
            spec.marks[index].center = texts.filter { !$0.isEmpty }
            if labels.count > 4 { warn("options.plugins.doughnutlabel: the first four lines are drawn") }
        }
        let labels = plugins?["datalabels"]
        if labels?.isOn == false || labels?["display"]?.isOn == false { spec.marks[index].hasValues = false }
        // Names and values stand beside the slices, wherever the legend would.
        if type.name.lowercased().hasPrefix("outlabeled") {
            spec.hasLegend = true
            if plugins?["outlabels"]?["text"]?.function != nil { warn("options.plugins.outlabels.text: a function is left out") }
        }
    }
}

extension NumberText {
    /// The number of a text with or without a sign for percent behind it.
    static func percentage(_ text: String) -> Double? { Double(text.hasSuffix("%") ? String(text.dropLast()) : text) }
}
