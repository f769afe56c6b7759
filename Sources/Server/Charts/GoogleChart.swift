import ChartSpecs
import Charts
import Drawing
import Foundation

/// A chart in the words of Google's image charts: `cht=bvs&chd=t:10,40|5,8&chs=300x200&chl=Mon|Tue`.
struct GoogleChart {
    var spec: ChartSpec
    var size = Size(width: 300, height: 150)

    private static let sides = 20.0...4_000

    /// Reads the fields; nil where `cht` is not among them.
    init?(_ fields: Query) {
        func value(_ name: String) -> String? { fields.fields.first { $0.name == name && !$0.value.isEmpty }?.value }
        guard let type = value("cht") else { return nil }
        func list(_ name: String) -> [String] {
            value(name)?.split(separator: "|", omittingEmptySubsequences: false).map(String.init) ?? []
        }
        let series = Self.series(value("chd") ?? "")
        let count = series.map(\.count).max() ?? 0
        let kind: MarkSpec.Kind = type.hasPrefix("p") ? .pie : type.hasPrefix("b") ? .bar : .line
        let names = list("chdl")
        // The names of slices are those of the legend where they have no others.
        let labels = list("chl").isEmpty ? (kind == .pie ? names : Self.axisLabels(value("chxl") ?? "")) : list("chl")
        var columns = [
            DataTable.Column("label", (0..<count).map { .text(labels.indices.contains($0) ? labels[$0] : kind == .pie ? "" : "\($0 + 1)") })
        ]
        for (index, values) in series.prefix(DataTable.columnLimit).enumerated() {
            let name = kind != .pie && names.indices.contains(index) && !names[index].isEmpty ? names[index] : "value \(index + 1)"
            let cells = (0..<count).map { place -> DataTable.Cell in
                values.indices.contains(place) ? values[place].map { .number($0) } ?? .empty : .empty
            }
            columns.append(.init(columns.contains { $0.name == name } ? "\(name) (\(index + 1))" : name, cells))
        }
        if series.count == 1, names.isEmpty || kind == .pie { columns[1].name = "value" }
        spec = ChartSpec(data: DataTable(columns: columns))
        spec.title = value("chtt")?.replacing("|", with: " ") ?? ""
        guard columns.count > 1, count > 0 else { return }
        var mark = MarkSpec(kind, x: "label", y: kind == .pie ? ["value"] : columns.dropFirst().map(\.name))
        mark.isHorizontal = type.hasPrefix("bh")
        mark.isStacked = type.hasPrefix("b") && type.hasSuffix("s")
        let colors = (value("chco") ?? "").split(whereSeparator: { $0 == "," || $0 == "|" }).map { Color(hexDigits: $0) }
        if !colors.isEmpty, colors.allSatisfy({ $0 != nil }) {
            let all = colors.compactMap { $0 }
            mark.colors = kind == .pie ? [all] : series.indices.map { [all[$0 % all.count]] }
        }
        if kind == .pie, series[0].contains(where: { $0 ?? 0 < 0 }) { mark.kind = .bar }
        spec.marks = [mark]
        let sides = (value("chs") ?? "").split(separator: "x").compactMap { Double($0) }
        if sides.count == 2, sides.allSatisfy({ Self.sides.contains($0) }) { size = Size(width: sides[0], height: sides[1]) }
    }

    /// Reads values: as text (`t:`, `a:`), or in the simple (`s:`) and extended (`e:`) encodings, of 62 and 4,096 steps.
    private static func series(_ text: String) -> [[Double?]] {
        let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2 else { return [] }
        let body = parts[1].prefix(200_000)
        let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789")
        let all: [[Double?]]
        switch parts[0].prefix(1) {
        case "s":
            all = body.split(separator: ",").map { $0.map { letter in letters.firstIndex(of: letter).map { Double($0) } } }
        case "e":
            let extended = letters + ["-", "."]
            all = body.split(separator: ",").map { text in
                let digits = text.map { extended.firstIndex(of: $0) }
                return stride(from: 0, to: digits.count - 1, by: 2).map { index in
                    guard text.dropFirst(index).prefix(2) != "__", let high = digits[index], let low = digits[index + 1] else { return nil }
                    return Double(high * 64 + low)
                }
            }
        default:
            all = body.split(separator: "|").map { series in
                series.split(separator: ",", omittingEmptySubsequences: false).map { text in
                    Double(text.trimmingCharacters(in: .whitespaces)).flatMap { $0.isFinite && abs($0) <= 1e15 && text != "_" ? $0 : nil }
                }
            }
        }
        return all.map { Array($0.prefix(DataTable.pointLimit)) }
    }

    /// The labels of the first axis that has some, as in `0:|Jan|Feb`.
    private static func axisLabels(_ text: String) -> [String] {
        var labels: [String] = []
        for part in text.split(separator: "|") {
            if part.hasSuffix(":"), Int(part.dropLast()) != nil {
                if !labels.isEmpty { break }
            } else {
                labels.append(String(part))
            }
        }
        return labels
    }
}
