import Charts
import Drawing

/// What Vega-Lite encodes by a channel such as `x`.
struct VegaChannel {
    enum Stacking { case standard, none, stacked }

    /// In which order positions come.
    enum Sorting: Hashable {
        /// Nothing is said: names go by the alphabet.
        case standard
        /// As rows come.
        case none
        case ascending, descending
        /// By the values of another channel.
        case by(String, isDescending: Bool)
    }

    /// Where it stands.
    var place: String
    var field: String?
    var type: String?
    var aggregate: MarkSpec.Aggregate?
    var isBinned = false
    var stacking = Stacking.standard
    var sorting = Sorting.standard
    var axis = AxisSpec()
    /// Of a scale of colors.
    var range: [Color] = []
    /// In place of a column.
    var color: Color?
    var datum: Double?

    /// Whether it is measured, and not a name or a time.
    var isQuantitative: Bool { type == "quantitative" || type == nil && (aggregate != nil || isBinned) }
    var isMeasure: Bool { isQuantitative && !isBinned && (field != nil || aggregate == .count) }
}

extension MemberReader {
    /// Reads a channel; what of it is left out is warned of.
    mutating func channel(_ name: String, _ words: String, warn: (String, String) -> Void) -> VegaChannel? {
        var left: [(String, String)] = []
        defer { for (place, reason) in left { warn(place, reason) } }
        return object(name, words, isOpen: true) { reader in
            var channel = VegaChannel(place: reader.pointer)
            channel.field = reader.value("field", .text(upTo: 200), "The column.")
            channel.type = reader.value(
                "type", .choice(["quantitative", "temporal", "ordinal", "nominal"]), "What the column's values are.")
            channel.aggregate = reader.aggregate()
            if reader.raw("timeUnit").map({ $0 != .null }) == true {
                reader.refuse("timeUnit", "is not done here; give each row the month or the day that it belongs to")
            }
            switch reader.raw("bin") {
            case nil, .null?, false?: break
            case true?: channel.isBinned = true
            case let bin?:
                channel.isBinned = true
                if !bin.members.isEmpty { left.append((reader.place(of: "bin"), "bins are chosen here")) }
            }
            reader.readStack(&channel, &left)
            reader.readSort(&channel, &left)
            channel.axis = reader.vegaAxis(&left)
            channel.range = reader.colorRange(&left)
            if let color = reader.raw("value"), color != .null {
                channel.color = color.plainText.flatMap { Color(css: $0) }
                channel.datum = color.numberValue
                if name == "color", channel.color == nil { reader.refuse("value", "is \(color.kind), not a color such as \"#2149b5\"") }
            }
            channel.datum = reader.value("datum", .number(), "A value, in place of a column.") ?? channel.datum
            let silent: Set = ["bin", "sort", "stack", "axis", "scale", "legend", "value", "timeUnit", "title"]
            for name in reader.unread where !silent.contains(name) { left.append((reader.place(of: name), "is left out")) }
            return channel
        }
    }

    private mutating func aggregate() -> MarkSpec.Aggregate? {
        let words = MarkSpec.Aggregate.allCases.map(\.rawValue) + ["average"]
        return value("aggregate", .choice(words), "What becomes of several rows at one position.").flatMap {
            $0 == "average" ? .mean : MarkSpec.Aggregate(rawValue: $0)
        }
    }

    private mutating func readStack(_ channel: inout VegaChannel, _ left: inout [(String, String)]) {
        switch raw("stack") {
        case nil: break
        case .null?, false?: channel.stacking = .none
        case true?, .string("zero")?: channel.stacking = .stacked
        default:
            channel.stacking = .stacked
            left.append((place(of: "stack"), "values are stacked from zero"))
        }
    }

    private mutating func readSort(_ channel: inout VegaChannel, _ left: inout [(String, String)]) {
        switch raw("sort") {
        case nil: break
        case .null?: channel.sorting = .none
        case .string("ascending")?: channel.sorting = .ascending
        case .string("descending")?: channel.sorting = .descending
        case .string(let text)?:
            let isDescending = text.hasPrefix("-")
            channel.sorting = .by(isDescending ? String(text.dropFirst()) : text, isDescending: isDescending)
        case let order? where order["encoding"]?.plainText != nil:
            channel.sorting = .by(order["encoding"]?.plainText ?? "", isDescending: order["order"] == "descending")
        default:
            channel.sorting = .none
            left.append((place(of: "sort"), "rows stay in the order they come"))
        }
    }

    private mutating func vegaAxis(_ left: inout [(String, String)]) -> AxisSpec {
        var spec = AxisSpec()
        if case .null? = raw("axis") { left.append((place(of: "axis"), "the axis is drawn")) }
        let axis = object("axis", "", isOpen: true) { reader in
            let title = reader.value("title", .text(upTo: 200), "What it says.")
            let format = reader.value("format", .text(upTo: 60), "How values are written, as d3 does.")
            if let format { spec.format = FormatSpec(format) }
            if format != nil, spec.format == nil { left.append((reader.place(of: "format"), "is not known here")) }
            for name in reader.unread { left.append((reader.place(of: name), "is left out")) }
            return title ?? ""
        }
        spec.title = value("title", .text(upTo: 200), "What the axis says.") ?? axis ?? ""
        _ = object("scale", "", isOpen: true) { reader in
            let type = reader.value("type", .text(upTo: 20), "`linear` or `log`.") ?? "linear"
            spec.isLogarithmic = type == "log"
            if !["linear", "log", "band", "point", "time", "utc", "ordinal"].contains(type) {
                left.append((reader.place(of: "type"), "is drawn linear"))
            }
            if let domain = reader.raw("domain")?.elements, domain.count == 2, let low = domain[0].numberValue,
                let high = domain[1].numberValue
            {
                (spec.minimum, spec.maximum) = (low, high)
                if low >= high { reader.refuse("domain", "has to be from the less to the more") }
            } else if reader.raw("domain") != nil {
                left.append((reader.place(of: "domain"), "is left out"))
            }
            for name in reader.unread where name != "domain" && name != "range" { left.append((reader.place(of: name), "is left out")) }
            return true
        }
        return spec
    }

    private func colorRange(_ left: inout [(String, String)]) -> [Color] {
        guard let range = value["scale"]?["range"]?.elements else { return [] }
        let colors = range.map { $0.plainText.flatMap { Color(css: $0) } }
        if colors.contains(nil) { left.append(("\(place(of: "scale"))/range", "is left out")) }
        return colors.contains(nil) ? [] : colors.compactMap { $0 }
    }
}
