import Charts
import Drawing

extension ChartFilling {
    /// Fills a spec. Series are its columns of values, in the order of its marks.
    ///
    /// - Parameter unfilled: takes what has no place in it, by the names of the fields.
    public func fill(_ spec: inout ChartSpec, unfilled: inout [SpecFault]) {
        if let title { spec.title = title }
        let places = spec.series
        if let labels { fillLabels(&spec, labels) }
        if let mark = spec.marks.first(where: { $0.color != nil }), let color = mark.color, !series.isEmpty {
            unfilled += series.keys.sorted().map {
                SpecFault("data\($0)", "has no place: series are rows of the column \(color.quotedShort); send the chart anew")
            }
            return
        }
        let rows = max(labels?.count ?? 0, series.values.compactMap(\.data?.count).max() ?? 0)
        if rows > 0 { spec.data.resize(to: labels?.count ?? max(rows, spec.data.rowCount)) }
        for (number, filling) in series.sorted(by: { $0.key < $1.key }) {
            guard places.indices.contains(number - 1) else {
                unfilled.append(noPlace(number, among: places.count))
                continue
            }
            fill(&spec, places[number - 1], filling)
        }
    }

    private func fillLabels(_ spec: inout ChartSpec, _ labels: [String]) {
        let values = Set(spec.series.map(\.column))
        guard
            let place = spec.data.columns.firstIndex(where: { $0.name == spec.marks.first?.x })
                ?? spec.data.columns.firstIndex(where: { !values.contains($0.name) })
        else { return }
        let name = spec.data.columns[place].name
        let cells = (try? DataTable.cells(of: labels, in: name, lines: labels.indices.map { $0 + 1 })) ?? labels.map { .text($0) }
        spec.data.resize(to: labels.count)
        spec.data.columns[place].cells = cells
    }

    private func fill(_ spec: inout ChartSpec, _ place: ChartSpec.SeriesPlace, _ filling: Series) {
        guard let column = spec.data.columns.firstIndex(where: { $0.name == place.column }) else { return }
        if let data = filling.data {
            let count = spec.data.rowCount
            let cells = data.prefix(count).map { value -> DataTable.Cell in
                (value["y"] ?? value).numberValue.map { .number($0) } ?? .empty
            }
            spec.data.columns[column].cells = cells + Array(repeating: .empty, count: count - cells.count)
        }
        let colors = (filling.background ?? filling.border ?? []).compactMap { Color(css: $0) }
        if !colors.isEmpty {
            while spec.marks[place.mark].colors.count <= place.index { spec.marks[place.mark].colors.append([]) }
            spec.marks[place.mark].colors[place.index] = colors
        }
        if let label = filling.label, !label.isEmpty, spec.data[label] == nil { spec.rename(place.column, to: label) }
    }
}

extension ChartSpec {
    /// Where a column of values is drawn.
    struct SeriesPlace {
        var mark: Int
        /// Among the columns of the mark.
        var index: Int
        var column: String
    }

    /// The columns of values, each where it is first drawn.
    fileprivate var series: [SeriesPlace] {
        var places: [SeriesPlace] = []
        for (mark, spec) in marks.enumerated() {
            var columns = spec.y
            if columns.isEmpty {
                let others = Set([spec.x, spec.color, facet].compactMap { $0 })
                columns = data.columns.filter { $0.kind == .numbers && !others.contains($0.name) }.map(\.name)
            }
            for (index, column) in columns.enumerated() where !places.contains(where: { $0.column == column }) {
                places.append(SeriesPlace(mark: mark, index: index, column: column))
            }
        }
        return places
    }

    fileprivate mutating func rename(_ name: String, to new: String) {
        func renamed(_ old: String) -> String { old == name ? new : old }
        data.columns = data.columns.map { DataTable.Column(renamed($0.name), $0.cells) }
        for index in marks.indices {
            marks[index].x = marks[index].x.map(renamed)
            marks[index].y = marks[index].y.map(renamed)
            marks[index].color = marks[index].color.map(renamed)
        }
        facet = facet.map(renamed)
    }
}

extension DataTable {
    /// Makes all columns as long, with empty cells at their ends.
    fileprivate mutating func resize(to count: Int) {
        for index in columns.indices {
            let cells = columns[index].cells
            columns[index].cells = Array(cells.prefix(count)) + Array(repeating: .empty, count: max(0, count - cells.count))
        }
    }
}
