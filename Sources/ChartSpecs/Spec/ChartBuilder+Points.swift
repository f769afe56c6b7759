import Charts

extension ChartBuilder {
    /// Reads points: a series for each value of the color, or for each column of values.
    mutating func points(
        of mark: MarkSpec, _ x: DataTable.Column, _ values: [DataTable.Column], _ color: DataTable.Column?
    ) -> Layer? {
        var sizes: [Double?]?
        if let size = mark.size {
            sizes = readSizes(in: size)
            if sizes == nil { return nil }
        }
        let known = sizes
        let positions = x.positions(measuresNumbers: true)
        // What is not used otherwise may be what the points are called.
        let used = Set([x.name, color?.name, mark.size].compactMap { $0 } + spec.marks.flatMap(\.y) + values.map(\.name))
        let names = spec.data.columns.first { $0.kind == .names && !used.contains($0.name) }?.cells
        // The numbers of the rows that are left, for looks that each has its own.
        var kept: [[Int]] = []
        func row(_ index: Int, _ value: Double?) -> Mark.Points.Row? {
            guard let value, x.cells[index] != .empty, known == nil || known?[index] != nil else { return nil }
            return Mark.Points.Row(
                position: positions[index], value: value, size: known?[index], name: names.map { DataTable.name(of: $0[index]) } ?? "")
        }
        var rows: [[Mark.Points.Row]]
        var series: [String]
        if let color {
            let (distinct, index) = Self.distinct(color.cells.map { DataTable.name(of: $0) })
            series = distinct
            rows = Array(repeating: [], count: distinct.count)
            kept = Array(repeating: [], count: distinct.count)
            for (place, value) in values[0].numbers.enumerated() {
                guard let row = row(place, value) else { continue }
                rows[index[place]].append(row)
                kept[index[place]].append(place)
            }
        } else {
            series = values.map(\.name)
            let found = values.map { column in
                column.numbers.enumerated().compactMap { index, value in row(index, value).map { (index, $0) } }
            }
            (rows, kept) = (found.map { $0.map(\.1) }, found.map { $0.map(\.0) })
        }
        limit(&rows)
        var mark = mark
        if !mark.styles.isEmpty { mark.styles = kept.indices.map { mark.style($0).keeping(kept[$0]) } }
        let layer = Layer(
            spec: mark, positions: rows.joined().map(\.position),
            series: zip(series, rows).map { Series(name: $0, values: $1.map(\.value)) },
            positionTitle: x.kind == .numbers ? x.name : "", points: rows)
        check(layer)
        return layer
    }

    private mutating func readSizes(in name: String) -> [Double?]? {
        guard let column = column(name, as: "size") else { return nil }
        if let row = column.cells.firstIndex(where: { if case .number(let number) = $0 { number < 0 } else { $0 != .empty } }) {
            let text = DataTable.name(of: column.cells[row])
            refuse("size", "the column \(name.quotedShort) has \(text.quotedShort) in row \(row + 1), which is no size; give 0 or more")
            return nil
        }
        return column.numbers
    }

    private mutating func limit(_ rows: inout [[Mark.Points.Row]]) {
        guard let limit = spec.limit else { return }
        var left = limit
        let count = rows.reduce(0) { $0 + $1.count }
        for index in rows.indices {
            rows[index] = Array(rows[index].prefix(left))
            left -= rows[index].count
        }
        if count > limit { note(omitted: count - limit) }
    }

    /// Returns lines that go on where a series has no value: each with positions of its own where they differ.
    func spanningLines(_ positions: [Position], _ series: [Mark.Series], includesZero: Bool, on axis: Mark.ValueAxis) -> [Mark] {
        let known = series.map { series in positions.indices.filter { series.values[$0] != nil } }
        guard Set(known).count > 1 || known.first?.count != positions.count else {
            return [.line(Mark.Line(positions: positions, series: series, includesZero: includesZero, on: axis))]
        }
        return zip(series, known).map { series, known in
            let own = Mark.Series(
                name: series.name, values: known.map { series.values[$0] }, color: series.color, style: series.style.keeping(known))
            return .line(Mark.Line(positions: known.map { positions[$0] }, series: [own], includesZero: includesZero, on: axis))
        }
    }
}

extension DataTable.Column {
    /// Whether it has times to the second.
    var hasTimesOfDay: Bool { cells.contains { if case .time(.time) = $0 { true } else { false } } }
}
