import Charts
import Drawing

extension ChartJSReader {
    /// A dataset as it is to be drawn.
    struct Dataset {
        var index: Int
        var config: ConfigValue
        var type: ChartJSType
        var name: String
        var points: [Point]
        var isHidden: Bool
        var axisID: String?
        /// The column of its values.
        var column = ""
    }

    /// A value of a dataset, in whichever of their forms.
    struct Point {
        var x: ConfigValue?
        var y: Double?
        var radius: Double?
        /// The start of a floating bar, or open, high, low and close.
        var more: [Double] = []
    }

    mutating func dataset(_ set: ConfigValue, _ index: Int) -> Dataset {
        var type = type
        if let name = set["type"]?.plainText {
            var isKnown = true
            let own = ChartJSType(name: name, isKnown: &isKnown)
            if isKnown {
                (type.kind, type.isNumeric) = (own.kind, own.isNumeric)
            } else {
                warn("data.datasets[\(index)].type: \(name.quotedShort) is not known here")
            }
        }
        var values: [ConfigValue] = []
        switch set["data"] {
        case .array(let list)?: values = list
        case .object(let members)?: values = members.map { .object([.init("x", .string($0.name)), .init("y", $0.value)]) }
        case .string(let text)?: values = text.split(separator: ",").map { .string(String($0)) }
        case .number?: values = [set["data"] ?? .null]
        case nil: warn("data.datasets[\(index)].data: is missing")
        default: warn("data.datasets[\(index)].data: is not a list of values")
        }
        if values.count > DataTable.pointLimit {
            warn("data.datasets[\(index)].data: the first \(DataTable.pointLimit) of \(values.count) values are drawn")
            values = Array(values.prefix(DataTable.pointLimit))
        }
        var unread = 0
        let points = values.map { point($0, &unread) }
        if unread > 0 { warn("data.datasets[\(index)].data: \(unread) \(unread == 1 ? "value is" : "values are") not a number") }
        return Dataset(
            index: index, config: set, type: type, name: set["label"]?.lines.joined(separator: " ") ?? "", points: points,
            isHidden: set["hidden"]?.isOn == true,
            axisID: set["yAxisID"]?.plainText ?? (type.isHorizontal ? set["xAxisID"]?.plainText : nil))
    }

    private func bounded(_ number: Double?) -> Double? { number.flatMap { $0.isFinite && abs($0) <= NumberText.limit ? $0 : nil } }

    private func point(_ value: ConfigValue, _ unread: inout Int) -> Point {
        switch value {
        case .null: return Point()
        case .array(let pair):
            let numbers = pair.compactMap { bounded($0.numberValue) }
            guard numbers.count == 2, pair.count == 2 else { break }
            return Point(y: numbers[1], more: [numbers[0]])
        case .object:
            let x = value["x"] ?? value["t"] ?? value["label"]
            if let close = bounded(value["c"]?.numberValue) {
                let more = ["o", "h", "l"].compactMap { bounded(value[$0]?.numberValue) }
                return Point(x: x, y: close, more: more.count == 3 ? more : [])
            }
            let isHorizontal = type.isHorizontal || options["indexAxis"]?.plainText == "y"
            let y = isHorizontal ? value["x"] ?? value["y"] : value["y"] ?? value["value"] ?? value["v"]
            let place = isHorizontal ? value["y"] ?? value["label"] : x
            guard let number = bounded(y?.numberValue) else {
                if y != nil { unread += 1 }
                return Point(x: place)
            }
            return Point(x: place, y: number, radius: bounded(value["r"]?.numberValue))
        default: break
        }
        guard let number = bounded(value.numberValue) else {
            let isBlank = value.plainText.map(NumberText.isMissing) ?? false
            if !isBlank { unread += 1 }
            return Point()
        }
        return Point(y: number)
    }

    // MARK: Columns

    /// The labels of the positions, as many as there are rows.
    private mutating func labels(of sets: [Dataset]) -> [ConfigValue] {
        var labels: [ConfigValue] = []
        switch config["data"]?["labels"] ?? config["labels"] {
        case .array(let list)?: labels = list.map { .string($0.lines.joined(separator: " ")) }
        case .string(let text)?: labels = text.split(separator: ",").map { .string(String($0)) }
        default: break
        }
        if labels.count > DataTable.pointLimit {
            warn("data.labels: the first \(DataTable.pointLimit) are drawn")
            labels = Array(labels.prefix(DataTable.pointLimit))
        }
        return labels
    }

    /// Makes the rows: one for each label, or for each place that values name themselves.
    mutating func table(of sets: [Dataset], _ axes: ChartJSAxes) -> DataTable {
        var labels = labels(of: sets)
        guard !isNumeric(sets, axes) else { return numericTable(of: sets, axes) }
        // Values that say where they stand, in the order they come.
        var places: [String: Int] = [:]
        for (index, label) in labels.enumerated() { if let text = label.plainText, places[text] == nil { places[text] = index } }
        let namesPlaces = sets.contains { $0.points.contains { $0.x != nil } }
        if namesPlaces {
            for point in sets.flatMap(\.points) {
                guard let text = point.x.map(Self.placeText), places[text] == nil, labels.count < DataTable.pointLimit else { continue }
                places[text] = labels.count
                labels.append(.string(text))
            }
        }
        let count = max(labels.count, namesPlaces ? 0 : sets.map(\.points.count).max() ?? 0)
        while labels.count < count { labels.append(.string("")) }
        var columns = [positionColumn(labels, axes)]
        var names: Set<String> = ["label"]
        for set in sets {
            var cells = Array(repeating: DataTable.Cell.empty, count: count)
            for (index, point) in set.points.enumerated() {
                let row = point.x.flatMap { places[Self.placeText($0)] } ?? index
                if let y = point.y, cells.indices.contains(row) { cells[row] = .number(y) }
            }
            columns.append(.init(Self.columnName(set, &names), cells))
        }
        return DataTable(columns: columns)
    }

    static func placeText(_ value: ConfigValue) -> String { value.lines.joined(separator: " ") }

    /// Names a dataset's column by its label, once.
    static func columnName(_ set: Dataset, _ names: inout Set<String>) -> String {
        let base = set.name.isEmpty ? "value" : set.name
        var name = base
        var number = 2
        while !names.insert(name).inserted {
            name = "\(base) \(number)"
            number += 1
        }
        return name
    }

    private mutating func positionColumn(_ labels: [ConfigValue], _ axes: ChartJSAxes) -> DataTable.Column {
        var texts = labels.map { $0.plainText ?? "" }
        if axes.isTime {
            let positions = texts.map { DateText.position($0) ?? DateText.position(milliseconds: $0) }
            if !positions.isEmpty, positions.allSatisfy({ $0 != nil }) {
                return .init("label", DateText.onOneAxis(positions.compactMap { $0 }).map { .time($0) })
            }
            if !texts.isEmpty { warn("options.scales: an axis of time has labels that are not dates such as 2024-03-31") }
        }
        if let function = axes.positions?["ticks"]?["callback"]?.function {
            var evaluator = evaluator
            let changed = texts.enumerated().map { index, text in
                try? evaluator.call(function, [.string(text), .number(Double(index)), .list(texts.prefix(200).map { .string($0) })]).text
            }
            if changed.allSatisfy({ $0 != nil }) {
                texts = changed.compactMap { $0 }
            } else {
                warn("options.scales.x.ticks.callback: left out")
            }
            self.evaluator = evaluator
        }
        return .init("label", texts.map { .text($0) })
    }
}

extension DateText {
    /// Reads the milliseconds since 1970 that JavaScript counts dates in.
    static func position(milliseconds text: String) -> Position? {
        guard text.utf8.count >= 10, let number = Double(text), abs(number) < 2e14 else { return nil }
        return .time(Int((number / 1_000).rounded(.down)))
    }
}
