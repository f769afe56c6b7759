import Charts
import Drawing

/// Datasets whose values stand at numbers or times of their own.
extension ChartJSReader {
    /// Whether positions are measured along their axis.
    func isNumeric(_ sets: [Dataset], _ axes: ChartJSAxes) -> Bool {
        if type.isNumeric || sets.contains(where: \.type.isNumeric) { return true }
        // A line whose values say where they stand on an axis of numbers.
        let isLinear = ["linear", "logarithmic"].contains(axes.positions?["type"]?.plainText ?? "")
        return isLinear && !axes.isHorizontal
            && sets.allSatisfy { $0.type.kind == .line && $0.points.allSatisfy { $0.x != nil || $0.y == nil } }
    }

    /// Makes the rows: a column of places, one of radii, and one for the values of each dataset.
    func numericTable(of sets: [Dataset], _ axes: ChartJSAxes) -> DataTable {
        let count = sets.reduce(0) { $0 + $1.points.count }
        var (x, radii): ([DataTable.Cell], [DataTable.Cell]) = ([], [])
        var columns: [DataTable.Column] = []
        var names: Set<String> = ["x", "radius"]
        var texts: [(row: Int, text: String)] = []
        for set in sets {
            var cells = Array(repeating: DataTable.Cell.empty, count: count)
            for (index, point) in set.points.enumerated() {
                if let y = point.y { cells[x.count] = .number(y) }
                radii.append(point.radius.map { .number(abs($0)) } ?? .empty)
                let number = point.x.map { axes.isTime ? nil : $0.numberValue } ?? Double(index)
                if number == nil, let text = point.x?.plainText { texts.append((x.count, text)) }
                x.append(number.flatMap { abs($0) <= NumberText.limit ? .number($0) : nil } ?? .empty)
            }
            columns.append(.init(Self.columnName(set, &names), cells))
        }
        // Dates, where all are.
        let times = texts.compactMap { DateText.position($0.text) ?? DateText.position(milliseconds: $0.text) }
        if times.count == texts.count, texts.count == x.count {
            x = DateText.onOneAxis(times).map { .time($0) }
        }
        return DataTable(columns: [.init("x", x)] + columns + [.init("radius", radii)])
    }

    mutating func numericMarks(of sets: [Dataset], _ ids: [String], _ axes: ChartJSAxes, _ table: DataTable) -> [MarkSpec] {
        if let cells = table["x"]?.cells, cells.contains(.empty) {
            warn("data.datasets: values that stand at no number or date are left out")
        }
        var marks: [MarkSpec] = []
        let used = Set(ids)
        for (place, set) in sets.enumerated() {
            let axis: Mark.ValueAxis = axes.isOnSecond(ids[place], among: used) ? .y2 : .y
            let column = table.columns[place + 1].name
            let chosen = colors(of: set)
            let isLine = set.type.kind == .line || set.config["showLine"]?.isOn == true
            if isLine {
                var line = MarkSpec(.line, x: "x", y: [column], on: axis)
                line.spansGaps = true
                line.colors = [chosen]
                var style = style(of: set, among: [set])
                // The points have a mark of their own.
                if set.type.kind != .line { style.points = PointStyle(radii: [0]) }
                line.styles = [style]
                marks.append(line)
            }
            guard set.type.kind != .line else { continue }
            let hasSizes = set.points.contains { $0.radius != nil }
            if let index = marks.firstIndex(where: { $0.kind == .point && $0.axis == axis && ($0.size != nil) == hasSizes }) {
                marks[index].y.append(column)
                marks[index].colors.append(chosen)
                marks[index].styles.append(MarkStyle(points: points(of: set)))
            } else {
                var points = MarkSpec(.point, x: "x", y: [column], on: axis)
                (points.size, points.sizesAreRadii) = (hasSizes ? "radius" : nil, hasSizes)
                points.colors = [chosen]
                points.styles = [MarkStyle(points: self.points(of: set))]
                marks.append(points)
            }
        }
        for index in marks.indices where marks[index].styles.allSatisfy({ $0 == MarkStyle() }) { marks[index].styles = [] }
        return marks.filter { $0.kind == .line } + marks.filter { $0.kind == .point }
    }
}
