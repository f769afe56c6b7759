import Charts

extension ChartBuilder {
    /// A mark with its numbers.
    struct Layer {
        var spec: MarkSpec
        var positions: [Position]
        var series: [Series]
        /// What stands along the axis of positions, where it is measured.
        var positionTitle = ""
        /// Of points, a list for each series.
        var points: [[Mark.Points.Row]] = []
        /// What is measured, where there is one thing.
        func style(_ series: Int) -> MarkStyle { spec.style(series) }
        var valueTitle: String { series.count == 1 && spec.color == nil && series[0].name != "value" ? series[0].name : "" }
    }

    struct Series {
        var name: String
        var values: [Double?]
        var numbers: [Double] { values.compactMap { $0 } }
    }

    /// Reads what a mark is drawn from.
    mutating func layer(_ mark: MarkSpec) -> Layer? {
        var mark = mark
        mark.color = mark.color ?? spec.facet
        let colorColumn = mark.color.flatMap { column($0, as: spec.facet == $0 ? "facet" : "color") }
        if let facet = spec.facet, let color = mark.color, facet != color {
            refuse("facet", "shows the values of one column, and so does color; leave one of them out")
        }
        let values = valueColumns(of: mark)
        guard let first = values.first else { return nil }
        guard mark.kind != .hist else {
            return Layer(spec: mark, positions: [], series: [Series(name: first.name, values: first.numbers)])
        }
        guard var x = positionColumn(of: mark, beside: values, colorColumn) else { return nil }
        guard mark.kind != .point else { return points(of: mark, x, values, colorColumn) }
        var table = DataTable(columns: [x] + values + (colorColumn.map { [.init("\u{0}color", $0.cells)] } ?? []))
        let isMeasured = x.kind == .numbers && mark.kind.measuresNumbers
        if x.kind == .times || isMeasured && !mark.spansGaps, spec.sort == nil {
            table = table.keeping(x.order)
            x = table.columns[0]
        }
        let colors = colorColumn.map { _ in table.columns[table.columns.count - 1].cells.map { DataTable.name(of: $0) } }
        // What stands between the values of a series belongs to others.
        mark.spansGaps = mark.spansGaps || colors != nil && (isMeasured || x.hasTimesOfDay)
        var layer = colors.map { pivot(table, values[0].name, by: $0, mark) } ?? gather(table, values.map(\.name), mark)
        if isMeasured { layer.positionTitle = x.name }
        arrange(&layer)
        check(layer)
        return layer
    }

    private mutating func valueColumns(of mark: MarkSpec) -> [DataTable.Column] {
        if mark.aggregate == .count, mark.y.isEmpty {
            return [.init("count", Array(repeating: .number(1), count: spec.data.rowCount))]
        }
        guard !mark.y.isEmpty else {
            let used = Set([mark.x, mark.color, mark.size].compactMap { $0 } + spec.marks.flatMap(\.y))
            let columns = spec.data.columns.filter { $0.kind == .numbers && !used.contains($0.name) }
            // Numbers in the first column are what the others stand at.
            let isFirstPosition =
                mark.x == nil && mark.kind != .hist && columns.count > 1
                && (columns.first?.name == spec.data.columns.first?.name || mark.kind == .point)
            let found = isFirstPosition ? Array(columns.dropFirst()) : columns
            if found.isEmpty { refuse("y", "there is no column of numbers\(spec.data.columns.isEmpty ? ", since there is no data" : "")") }
            return mark.kind.hasOneSeries || mark.color != nil ? Array(found.prefix(1)) : found
        }
        if mark.color != nil, mark.y.count > 1 { refuse("color", "needs one column of values in y; leave the others out") }
        if mark.kind.hasOneSeries, mark.y.count > 1 {
            refuse("y", "a \(mark.kind.rawValue) shows one column of values; leave the others out")
        }
        return mark.y.compactMap { name in
            guard let column = column(name, as: mark.axis == .y2 ? "y2" : "y") else { return nil }
            let isCounted = mark.aggregate == .count
            if let row = column.cells.firstIndex(where: { if case .number = $0 { false } else { $0 != .empty } }), !isCounted {
                let text = DataTable.name(of: column.cells[row])
                refuse(
                    mark.axis == .y2 ? "y2" : "y",
                    "the column \(name.quotedShort) has \(text.quotedShort) in row \(row + 1), which is not a number")
                return nil
            }
            return isCounted ? .init(name, column.cells.map { $0 == .empty ? .empty : .number(1) }) : column
        }
    }

    private mutating func positionColumn(
        of mark: MarkSpec, beside values: [DataTable.Column], _ color: DataTable.Column?
    ) -> DataTable.Column? {
        if let x = mark.x { return column(x, as: "x") }
        let used = Set(values.map(\.name) + [color?.name, mark.size].compactMap { $0 } + spec.marks.flatMap(\.y))
        let free = spec.data.columns.filter { !used.contains($0.name) }
        if mark.kind == .point, let measured = free.first(where: { $0.kind != .names }) { return measured }
        if let first = free.first { return first }
        // Rows without a name are counted.
        return .init("row", (0..<spec.data.rowCount).map { .text("\($0 + 1)") })
    }

    /// Returns a series for each value of the color, and a position for each value of x.
    private func pivot(_ table: DataTable, _ value: String, by colors: [String], _ mark: MarkSpec) -> Layer {
        let positions = table.columns[0].positions(measuresNumbers: mark.kind.measuresNumbers)
        let (places, placeIndex) = Self.distinct(positions)
        let (names, nameIndex) = Self.distinct(colors)
        var cells = Array(repeating: Array(repeating: [Double](), count: places.count), count: names.count)
        for (row, number) in table.columns[1].numbers.enumerated() {
            guard let number else { continue }
            cells[nameIndex[row]][placeIndex[row]].append(number)
        }
        let series = zip(names, cells).map { name, cells in
            Series(name: name, values: cells.map { (mark.aggregate ?? .sum).value(of: $0) })
        }
        return Layer(spec: mark, positions: places, series: series)
    }

    private func gather(_ table: DataTable, _ names: [String], _ mark: MarkSpec) -> Layer {
        let positions = table.columns[0].positions(measuresNumbers: mark.kind.measuresNumbers)
        let columns = zip(names, table.columns.dropFirst())
        guard let aggregate = mark.aggregate else {
            return Layer(spec: mark, positions: positions, series: columns.map { Series(name: $0, values: $1.numbers) })
        }
        let (places, index) = Self.distinct(positions)
        let series = columns.map { name, column in
            var cells = Array(repeating: [Double](), count: places.count)
            for (row, number) in column.numbers.enumerated() where number != nil { cells[index[row]].append(number ?? 0) }
            return Series(name: name, values: cells.map(aggregate.value))
        }
        return Layer(spec: mark, positions: places, series: series)
    }

    static func distinct<Value: Hashable>(_ values: [Value]) -> (distinct: [Value], index: [Int]) {
        var places: [Value: Int] = [:]
        var distinct: [Value] = []
        let index = values.map { value in
            if let place = places[value] { return place }
            places[value] = distinct.count
            distinct.append(value)
            return distinct.count - 1
        }
        return (distinct, index)
    }

    /// Sorts the positions and leaves out what is beyond the limit.
    private mutating func arrange(_ layer: inout Layer) {
        var order = Array(layer.positions.indices)
        func total(_ index: Int) -> Double { layer.series.reduce(0) { $0 + ($1.values[index] ?? 0) } }
        switch spec.sort {
        case .x, .xDescending:
            let keys = layer.positions.map(SortKey.init)
            order.sort { (keys[$0], $0) < (keys[$1], $1) }
            if spec.sort == .xDescending { order.reverse() }
        case .y: order.sort { (total($0), $0) < (total($1), $1) }
        case .yDescending: order.sort { (total($1), $0) < (total($0), $1) }
        case .given, nil: break
        }
        if let limit = spec.limit, order.count > limit {
            note(omitted: order.count - limit)
            order = Array(order.prefix(limit))
        }
        layer.positions = order.map { layer.positions[$0] }
        for index in layer.series.indices {
            let values = layer.series[index].values
            layer.series[index].values = order.map { values[$0] }
        }
    }

    mutating func check(_ layer: Layer) {
        let count = layer.spec.kind == .point ? layer.positions.count : layer.positions.count * max(layer.series.count, 1)
        if count > DataTable.pointLimit { refuse("data", "has \(count) points; at most \(DataTable.pointLimit) are allowed") }
        if layer.series.count > DataTable.columnLimit {
            refuse(
                layer.spec.color == nil ? "y" : "color", "makes \(layer.series.count) series; at most \(DataTable.columnLimit) are allowed")
        }
        checkRound(layer)
        for style in layer.spec.styles {
            guard case .series(let place)? = style.fill?.base, !layer.series.indices.contains(place) else { continue }
            refuse("styles", "fills to the column of number \(place), and there are \(layer.series.count), counted from 0")
        }
        guard [.area, .donut, .pie, .polar].contains(layer.spec.kind) else { return }
        if let value = layer.series.lazy.flatMap(\.numbers).first(where: { $0 < 0 }) {
            let advice = layer.spec.kind == .area ? "use a line or bars" : "use bars"
            refuse("mark", "a \(layer.spec.kind.rawValue) has no place for \(NumberText.shortest(value)), which is below zero; \(advice)")
        }
    }
}

/// What positions are sorted by: time, or names as bytes with numbers by their size.
private enum SortKey: Comparable {
    case number(Double)
    case text(String)

    init(_ position: Position) {
        self =
            switch position {
            case .day(let day): .number(Double(day))
            case .time(let seconds): .number(Double(seconds) / 86_400)
            case .number(let number): .number(number)
            case .month(let year, let month): .number(Double(year * 12 + month))
            case .calendarMonth(let month): .number(Double(month))
            case .name(let name): (try? NumberText.plain(name)).map { .number($0) } ?? .text(name)
            }
    }
}

extension DataTable {
    /// What a cell is called where it names a series or a position.
    static func name(of cell: Cell) -> String {
        switch cell {
        case .number(let number): NumberText.shortest(number)
        case .text(let text): text
        case .time(let position): DateText.text(position)
        case .empty: ""
        }
    }
}

extension MarkSpec.Aggregate {
    /// Returns the value of several; nil where there are none.
    func value(of numbers: [Double]) -> Double? {
        guard !numbers.isEmpty else { return self == .count ? 0 : nil }
        switch self {
        case .sum: return numbers.reduce(0, +)
        case .mean: return numbers.reduce(0, +) / Double(numbers.count)
        case .count: return Double(numbers.count)
        case .min: return numbers.min()
        case .max: return numbers.max()
        case .median:
            let sorted = numbers.sorted()
            let middle = sorted.count / 2
            return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
        }
    }
}
