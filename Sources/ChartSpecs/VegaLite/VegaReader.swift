import Charts
import Drawing

/// Reads a spec of Vega-Lite: one view or layers, with the channels and marks that there are here.
///
/// What only changes how it looks is left out and warned of; what would change the numbers is refused.
struct VegaReader {
    private(set) var warnings: [String] = []
    /// The units so far, each with where it stands.
    private var units: [Unit] = []

    struct Unit {
        var place: String
        var mark: String
        var hasHole: Bool
        var color: Color?
        var channels: [String: VegaChannel]
    }

    mutating func warn(_ place: String, _ reason: String) {
        let words = "\(place.dropFirst().replacing("/", with: ".")): \(reason)"
        if !warnings.contains(words) { warnings.append(words) }
    }

    /// Whether a spec is one of Vega-Lite.
    static func isVegaLite(_ json: ConfigValue) -> Bool {
        guard json["marks"] == nil else { return false }
        return ["encoding", "layer", "mark", "spec", "$schema", "hconcat", "vconcat", "concat", "repeat"].contains { json[$0] != nil }
    }

    private static let channels: KeyValuePairs<String, String> = [
        "x": "Along the width.", "y": "Along the height.", "color": "A column whose values are series of their own, or one color.",
        "theta": "The values of slices.", "facet": "A small view for each of its values.", "row": "A small view for each of its values.",
        "column": "A small view for each of its values.", "xOffset": "Bars side by side.",
    ]
    static let marks = ["bar", "line", "area", "point", "circle", "square", "tick", "arc", "rule"]

    /// Returns the spec, and how the picture is to be.
    mutating func spec(_ reader: inout MemberReader, _ places: inout FaultPlaces) -> (ChartSpec, [ConfigValue.Member]) {
        for name in ["transform", "repeat", "concat", "hconcat", "vconcat"] {
            guard let value = reader.value[name], value != .array([]) else { continue }
            reader.refuse(name, "is not done here; send one view of rows as they are to be drawn")
        }
        var spec = ChartSpec(data: DataTable())
        readTitle(&reader, &spec)
        let facet = readViews(&reader)
        if let data = readData(&reader) { spec.data = data }
        places.chart["data"] = reader.place(of: "data")
        let isIndependent = reader.value[path: "resolve.scale.y"] == "independent"
        for (index, unit) in units.enumerated() { add(unit, on: isIndependent && index > 0 ? .y2 : .y, &spec, &places, &reader) }
        spec.facet = facet ?? spec.facet
        if spec.marks.isEmpty, reader.faults.isEmpty, !reader.isDescribing {
            reader.refuse("mark", "is missing, or nothing that is drawn here; there is \(Self.marks.dropLast().joined(separator: ", "))")
        }
        let silent: Set = [
            "$schema", "name", "description", "usermeta", "autosize", "padding", "resolve", "transform", "repeat", "concat", "hconcat",
            "vconcat",
        ]
        let picture = readPicture(&reader)
        for name in reader.unread where !silent.contains(name) { warn(reader.place(of: name), "is left out") }
        return (spec, picture)
    }

    private mutating func readTitle(_ reader: inout MemberReader, _ spec: inout ChartSpec) {
        if case .object? = reader.value["title"] {
            let title = reader.value["title"]
            spec.title = String((title?["text"]?.lines.joined(separator: " ") ?? "").prefix(200))
            spec.subtitle = String((title?["subtitle"]?.lines.joined(separator: " ") ?? "").prefix(200))
        }
        let words = "What it is about, or an object with `text` and `subtitle`."
        let text = reader.value(
            "title",
            MemberRule<String>(schema: ["anyOf": [["type": "string", "maxLength": 200], ["type": "object"]]]) { value throws(DataFault) in
                if case .object = value { return "" }
                return try MemberRule<String>.text(upTo: 200).read(value)
            }, words)
        if let text, !text.isEmpty { spec.title = text }
    }

    /// Reads the size and the background, within what a picture can be.
    private mutating func readPicture(_ reader: inout MemberReader) -> [ConfigValue.Member] {
        var picture: [ConfigValue.Member] = []
        for member in reader.picture() {
            switch member.name {
            case "background":
                guard let color = member.value.plainText.flatMap({ Color(css: $0) }) else {
                    warn("/background", "is not a color")
                    continue
                }
                let digits = color.alpha == 0 ? "transparent" : String(color.hexText.dropFirst().prefix(6))
                picture.append(.init("background", .string(digits)))
            case "width", "height":
                let range = member.name == "width" ? 100.0...2_000 : 80.0...2_000
                guard let side = member.value.numberValue else {
                    warn("/\(member.name)", "is not a number of points")
                    continue
                }
                let bounded = min(max(side.rounded(), range.lowerBound), range.upperBound)
                if bounded != side { warn("/\(member.name)", "\(NumberText.shortest(bounded)) in place of \(NumberText.shortest(side))") }
                picture.append(.init(member.name, .number(bounded)))
            default: warn("/\(member.name)", "is left out")
            }
        }
        return picture
    }

    // MARK: Views

    /// Reads the views: one, layers, or either for each value of a column, which is returned.
    private mutating func readViews(_ reader: inout MemberReader) -> String? {
        var facet: String?
        // The operator; a channel of that name stands in `encoding`.
        if reader.value["spec"] != nil || reader.isDescribing {
            facet = reader.object("facet", "A small view for each value of a column, of what `spec` says.", isOpen: true) { reader in
                reader.required("field", .text(upTo: 200), "The column.")
            }
            var inner = self
            _ = reader.object("spec", "The view that a facet repeats: a mark with its encoding, or layers.", isOpen: true) { reader in
                if !reader.isDescribing { _ = inner.readViews(&reader) }
                return true
            }
            self = inner
        }
        var shared: [String: VegaChannel] = [:]
        var outer = self
        if let encoding = reader.object("encoding", "Which column is shown how.", isOpen: true, { outer.encoding(&$0) }) {
            shared = encoding
        }
        if let mark = outer.mark(&reader) {
            outer.units.append(
                Unit(place: reader.pointer, mark: mark.type, hasHole: mark.hasHole, color: mark.color, channels: shared))
        }
        var layered = outer
        _ =
            reader.list(
                "layer", upTo: 50, "Views on one another.", isOpen: true,
                [
                    (
                        { _ in true },
                        { reader in
                            let own = reader.object("encoding", "Which column is shown how.", isOpen: true) { layered.encoding(&$0) } ?? [:]
                            if let data = reader.value["data"], data != .object([]) {
                                reader.refuse("data", "has to be that of the whole; layers share their rows")
                            }
                            if reader.value["transform"] != nil { reader.refuse("transform", "is not done here") }
                            if reader.value["layer"] != nil { reader.refuse("layer", "is within another; put all into one list") }
                            guard let mark = layered.mark(&reader) else { return nil }
                            layered.units.append(
                                Unit(
                                    place: reader.pointer, mark: mark.type, hasHole: mark.hasHole, color: mark.color,
                                    channels: shared.merging(own) { $1 }))
                            return true
                        }
                    )
                ]) as [Bool?]?
        self = layered
        return facet
    }

    private mutating func encoding(_ reader: inout MemberReader) -> [String: VegaChannel] {
        var found: [String: VegaChannel] = [:]
        var left: [(String, String)] = []
        for (name, words) in Self.channels {
            found[name] = reader.channel(name, words) { left.append(($0, $1)) }
        }
        for (place, reason) in left { warn(place, reason) }
        for name in reader.unread where name != "tooltip" { warn(reader.place(of: name), "is left out") }
        return found
    }

    private mutating func mark(_ reader: inout MemberReader) -> (type: String, hasHole: Bool, color: Color?)? {
        let rule = MemberRule<ConfigValue>(
            schema: ["anyOf": [["type": "string"], ["type": "object", "required": ["type"], "properties": ["type": ["type": "string"]]]]]
        ) { value throws(DataFault) in value }
        guard let mark = reader.value("mark", rule, "The shape: \(Self.marks.joined(separator: ", ")).") else { return nil }
        let place = reader.place(of: "mark")
        guard let type = mark.plainText ?? mark["type"]?.plainText else {
            reader.refuse("mark", "is \(mark.kind), not the name of a mark")
            return nil
        }
        guard Self.marks.contains(type) else {
            warn(place, "\(type.quotedShort) is not drawn here")
            return nil
        }
        let color = mark["color"]?.plainText.flatMap { Color(css: $0) }
        for name in mark.names where !["type", "color", "tooltip", "innerRadius"].contains(name) { warn("\(place)/\(name)", "is left out") }
        return (type, mark["innerRadius"]?.numberValue ?? 0 > 0, color)
    }

    // MARK: Data

    private mutating func readData(_ reader: inout MemberReader) -> DataTable? {
        let nominal = Set(units.flatMap(\.channels.values).compactMap { $0.type == "nominal" || $0.type == "ordinal" ? $0.field : nil })
        return reader.object("data", "The rows, as `values`.", isOpen: true) { reader -> DataTable? in
            for name in ["url", "sequence", "sphere", "graticule", "name"] where reader.value[name] != nil && reader.value["values"] == nil
            {
                reader.refuse(name, "is not read: nothing is fetched or made here; send the rows as values")
                return nil
            }
            if case .string(let text)? = reader.value["values"] {
                do throws(DataFault) { return try DataTable(csv: Array(text.utf8)) } catch {
                    reader.refuse("values", error.reason)
                    return nil
                }
            }
            let rows = MemberRule<DataTable>.data(names: nominal)
            let rule = MemberRule<DataTable>(
                schema: ["anyOf": [["type": "string"], rows.schema]], read: rows.read)
            return reader.required("values", rule, "Rows as objects, or a text of CSV.")
        }
    }
}
