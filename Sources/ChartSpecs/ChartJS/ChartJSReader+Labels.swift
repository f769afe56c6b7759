import Charts
import Drawing

extension ChartJSReader {
    /// Takes what a plugin writes onto slices and points for the format of the axis; bars and lines have texts of their own.
    mutating func readLabels(_ spec: inout ChartSpec, _ sets: [Dataset]) {
        guard !spec.marks.allSatisfy({ $0.kind == .bar || $0.kind == .line }) else { return }
        let plugin = options["plugins"]?["datalabels"] ?? options["plugins"]?["outlabels"]
        let all = sets.compactMap { $0.config["datalabels"] } + [plugin].compactMap { $0 }
        let values = sets.flatMap { $0.points.compactMap(\.y) }
        for function in all.compactMap({ $0["formatter"]?.function }) where spec.y.format == nil {
            spec.y.format = function.parameters.count <= 1 ? format(of: function, for: values) : nil
            if spec.y.format == nil { warn("options.plugins.datalabels.formatter: is left out") }
        }
        let isOn = all.contains { $0.isOn != false && $0["display"]?.isOn != false }
        let areSlices = spec.marks.allSatisfy { $0.kind == .pie || $0.kind == .donut }
        if isOn, !areSlices { warn("options.plugins.datalabels: numbers are written where they have room, in the theme's own way") }
    }

    /// Reads the titles.
    mutating func readTexts(_ spec: inout ChartSpec) {
        func text(_ title: ConfigValue?) -> String {
            guard let title, title["display"]?.isOn ?? (title["text"] != nil || title.plainText != nil) else { return "" }
            return (title["text"] ?? title).lines.joined(separator: " ")
        }
        let plugins = options["plugins"]
        spec.title = text(options["title"] ?? plugins?["title"])
        spec.subtitle = text(plugins?["subtitle"] ?? options["subtitle"])
    }

    /// Reads what stands around the plot.
    mutating func readFrame(_ spec: inout ChartSpec) {
        let legends = [options["legend"], options["plugins"]?["legend"]].compactMap { $0 }
        spec.hasLegend = !legends.contains { $0.isOn == false || $0["display"]?.isOn == false }
        if let padding = options["layout"]?["padding"] {
            func room(_ name: String, _ other: String) -> Double {
                let value = padding.numberValue ?? padding[name]?.numberValue ?? padding[other]?.numberValue ?? 0
                return min(max(value, 0), 2_000)
            }
            spec.padding = Chart.Padding(
                top: room("top", "y"), left: room("left", "x"), bottom: room("bottom", "y"), right: room("right", "x"))
        }
        guard type.name.lowercased() == "sparkline" else { return }
        // A line alone, from its lowest value to its highest.
        spec.hasLegend = false
        (spec.x.hasLabels, spec.y.hasLabels, spec.y.hasGrid) = (false, false, false)
        spec.y.includesZero = spec.y.includesZero ?? false
        for index in spec.marks.indices {
            if spec.marks[index].styles.isEmpty { spec.marks[index].styles = spec.marks[index].y.map { _ in MarkStyle() } }
            for place in spec.marks[index].styles.indices where spec.marks[index].styles[place].points == nil {
                spec.marks[index].styles[place].points = PointStyle(radii: [0])
            }
        }
    }

    /// Reads the lines across the plot.
    mutating func readAnnotations(_ spec: inout ChartSpec) {
        guard let plugin = options["annotation"] ?? options["plugins"]?["annotation"] else { return }
        let list: [ConfigValue]
        switch plugin["annotations"] {
        case .array(let values)?: list = values
        case .object(let members)?: list = members.map(\.value)
        default: list = []
        }
        var left = 0
        for annotation in list.prefix(50) {
            let isLine = annotation["type"]?.plainText ?? "line" == "line"
            let ends = (annotation["yMin"]?.numberValue, annotation["yMax"]?.numberValue)
            let isUpright = annotation["mode"]?.plainText == "vertical" || annotation["scaleID"]?.plainText?.hasPrefix("x") == true
            let value = annotation["value"]?.numberValue ?? (ends.0 == ends.1 ? ends.0 : nil)
            guard isLine, !isUpright, let value, abs(value) <= NumberText.limit, spec.marks.contains(where: { !$0.kind.isAlone }) else {
                left += 1
                continue
            }
            let label = annotation["label"]?["content"] ?? annotation["label"]?["text"]
            spec.rules.append(RuleSpec(value: value, label: String((label?.lines.joined(separator: " ") ?? "").prefix(100))))
        }
        if left > 0 { warn("options.annotation: \(left) of \(list.count) are left out") }
    }

    /// Names the options that change nothing here, though they would change the picture elsewhere.
    mutating func warnUnreadParts(_ sets: [ConfigValue]) {
        // Of a page that moves and is pointed at there is nothing in a picture.
        let aimless: Set = [
            "responsive", "maintainAspectRatio", "animation", "animations", "tooltips", "tooltip", "hover", "events", "onClick", "onHover",
            "devicePixelRatio", "interaction", "transitions", "parsing", "normalized",
        ]
        let read: Set = [
            "scales", "scale", "layout", "elements", "datasets", "spanGaps", "showLines", "title", "subtitle", "legend", "plugins",
            "indexAxis", "annotation", "domain", "valueLabel", "centerArea", "cutout", "cutoutPercentage",
        ]
        let plugins: Set = [
            "title", "subtitle", "legend", "datalabels", "outlabels", "doughnutlabel", "annotation", "tickFormat", "tooltip",
        ]
        func isRead(_ name: String, of set: ConfigValue) -> Bool {
            switch name {
            // Nobody points at a picture.
            case _ where name.lowercased().contains("hover") || name == "pointHitRadius": true
            case "fill", "borderWidth": !type.kind.isRound || type.kind == .radar
            case "value", "minValue": type.kind == .gauge
            case "cutout": type.kind == .donut || type.kind == .pie
            case _ where Self.styleNames.contains(name): !type.kind.isRound
            default: looks.contains(name)
            }
        }
        let looks: Set = [
            "label", "data", "type", "backgroundColor", "borderColor", "fillColor", "strokeColor", "color", "yAxisID", "xAxisID", "hidden",
            "datalabels", "order", "parsing",
        ]
        let elements = (options["elements"]?.names ?? []).filter { !["line", "point", "arc", "bar", "rectangle"].contains($0) }
        let unread =
            elements.map { "options.elements.\($0)" }
            + options.names.filter { !aimless.contains($0) && !read.contains($0) }.map { "options.\($0)" }
            + (options["plugins"]?.names ?? []).filter { !plugins.contains($0) }.map { "options.plugins.\($0)" }
            + Set(sets.flatMap { set in set.names.filter { !isRead($0, of: set) } }).sorted().map { "data.datasets.\($0)" }
        for name in unread { warn("\(String(name.prefix(80))): is left out") }
    }

    /// Takes away what does not fit the data, so that there is always a picture, and says so.
    mutating func settle(_ spec: inout ChartSpec) {
        for _ in 0..<6 {
            do throws(SpecFaults) {
                _ = try spec.chart()
                return
            } catch {
                for fault in error.faults {
                    warn("\(fault.part): \(fault.reason)")
                    switch fault.part {
                    case "log": (spec.x.isLogarithmic, spec.y.isLogarithmic, spec.y2.isLogarithmic) = (false, false, false)
                    case "min": (spec.y.minimum, spec.y2.minimum) = (nil, nil)
                    case "max": (spec.y.maximum, spec.y2.maximum) = (nil, nil)
                    case "target": spec.rules = []
                    case "mark" where spec.marks.count > 1: spec.marks = Array(spec.marks.prefix(1))
                    case "mark" where spec.marks.first?.kind.isAlone == true:
                        spec.marks[0].kind = .bar
                    default: spec.marks = []
                    }
                }
            }
        }
        (spec.marks, spec.rules) = ([], [])
    }
}
