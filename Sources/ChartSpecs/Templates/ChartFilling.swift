import Charts
import Drawing

/// What an address puts in the places of a chart that serves as a template: `title`, `labels`, and of each series, counted from 1, `data1`,
/// `label1`, `backgroundColor1` and `borderColor1`.
///
///     let filling = try ChartFilling([("title", "Sales"), ("labels", "Q1,Q2"), ("data1", "40,60")])
///     filling.fill(&spec)
public struct ChartFilling: Hashable, Sendable {
    /// What becomes of one series; nil for what stays.
    struct Series: Hashable, Sendable {
        var data: [ConfigValue]?
        var label: String?
        var background: [String]?
        var border: [String]?
    }

    var title: String?
    var labels: [String]?
    /// By their numbers from 1.
    var series: [Int: Series] = [:]

    public var isEmpty: Bool { self == ChartFilling() }

    public init() {}

    /// Adds what another one fills.
    public mutating func merge(_ other: ChartFilling) {
        title = other.title ?? title
        labels = other.labels ?? labels
        for (number, new) in other.series {
            var old = series[number] ?? Series()
            old.data = new.data ?? old.data
            old.label = new.label ?? old.label
            old.background = new.background ?? old.background
            old.border = new.border ?? old.border
            series[number] = old
        }
    }

    /// Whether a field is one of a template.
    public static func takes(_ name: String) -> Bool { name == "title" || name == "labels" || seriesPart(name) != nil }

    /// Reads fields of a query; others are passed over, and of two with one name the last counts.
    ///
    /// - Throws: all that cannot be read, by the names of the fields.
    public init(_ fields: [(name: String, value: String)]) throws(SpecFaults) {
        var faults: [SpecFault] = []
        for (name, value) in fields {
            guard value.utf8.count <= Self.valueLimit else {
                faults.append(SpecFault(name, "has more than \(Self.valueLimit) bytes"))
                continue
            }
            if name == "title" { title = String(value.prefix(Self.titleLimit)) }
            if name == "labels" { labels = Self.list(value).map { $0.lines.joined(separator: " ") } }
            guard let (part, number) = Self.seriesPart(name) else { continue }
            switch part {
            case "data":
                let values = Self.list(value).map(Self.number)
                if let place = values.firstIndex(where: { $0 == nil }) {
                    faults.append(SpecFault(name, "has something at place \(place + 1) that is not a number; write numbers as in 40,60"))
                }
                series[number, default: Series()].data = values.compactMap { $0 }
            case "label": series[number, default: Series()].label = value
            case "backgroundColor": series[number, default: Series()].background = Self.colors(value, name, &faults)
            default: series[number, default: Series()].border = Self.colors(value, name, &faults)
            }
        }
        let count = max(labels?.count ?? 0, series.values.compactMap(\.data?.count).max() ?? 0)
        if count > DataTable.pointLimit { faults.append(SpecFault("labels", "are more than \(DataTable.pointLimit)")) }
        guard faults.isEmpty else { throw SpecFaults(faults: faults) }
    }

    private static let valueLimit = 64 * 1024
    private static let titleLimit = 200
    private static let seriesParts = ["data", "label", "backgroundColor", "borderColor"]

    /// Splits the name of a field of a series: `data12`.
    private static func seriesPart(_ name: String) -> (part: String, number: Int)? {
        for part in seriesParts where name.hasPrefix(part) {
            let digits = name.dropFirst(part.count)
            guard (1...3).contains(digits.utf8.count), digits.first != "0", digits.utf8.allSatisfy({ 48...57 ~= $0 }),
                let number = Int(digits), number <= DataTable.columnLimit
            else { continue }
            return (part, number)
        }
        return nil
    }

    /// Splits a value: at commas, or as JSON where it begins as such.
    private static func list(_ text: String) -> [ConfigValue] {
        if text.hasPrefix("[") || text.hasPrefix("{") {
            let json = text.hasPrefix("[") ? text : "[\(text)]"
            if let value = try? ConfigValue(parsing: Array(json.utf8)), let elements = value.elements { return elements }
        }
        return text.split(separator: ",", omittingEmptySubsequences: false).map {
            .string(String($0.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed()))
        }
    }

    /// Returns the value of a series, null where it is not known; nil for what is none.
    private static func number(_ value: ConfigValue) -> ConfigValue? {
        switch value {
        case .string(let text): NumberText.isMissing(text) ? .null : (try? NumberText.plain(text)).map { .number($0) }
        case .number(let number): abs(number) <= NumberText.limit ? value : nil
        case .null, .object: value
        // An interval, or the place and the value.
        case .array(let values): values.allSatisfy { $0.numberValue != nil } ? value : nil
        case .boolean, .function: nil
        }
    }

    /// Splits a list of colors at the commas outside of parentheses.
    private static func colors(_ text: String, _ name: String, _ faults: inout [SpecFault]) -> [String] {
        var (colors, current, depth): ([String], String, Int) = ([], "", 0)
        for character in text.filter({ !"[]\"'".contains($0) }) {
            depth += character == "(" ? 1 : character == ")" ? -1 : 0
            if character == ",", depth <= 0 {
                colors.append(current)
                current = ""
            } else if !(current.isEmpty && character.isWhitespace) {
                current.append(character)
            }
        }
        colors.append(current)
        if let wrong = colors.first(where: { Color(css: $0) ?? Color(hexDigits: $0) == nil }) {
            faults.append(SpecFault(name, "\(wrong.quotedShort) is not a color; write as in #2149b5,orange"))
        }
        return colors.map { Color(css: $0) == nil ? "#\($0)" : $0 }
    }
}
