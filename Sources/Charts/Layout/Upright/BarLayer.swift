import Drawing

/// Bars that stand on a zero line, with numbers on them where all have room.
struct BarLayer: UprightLayer {
    private let rows: [Mark.Bar.Row]
    private let unfinished: Int?

    static let cornerRadius = 2.0
    static let widest = 84.0

    init(_ bar: Mark.Bar) {
        rows = bar.rows
        unfinished = bar.unfinished
    }

    var positions: [Position] { rows.map(\.position) }
    var values: [Double] { rows.map(\.value) }

    func labels(_ format: NumberFormat, step: Double, on sheet: Sheet) -> [String]? {
        format.choices(for: values, in: sheet.locale).first { sheet.widest($0, in: TypeScale.value) <= step - 5 }
    }

    func nodes(in area: PlotArea, labels: [String]?) -> [Scene.Node] {
        let width = min(area.x.bandwidth, Self.widest)
        let marks = rows.enumerated().map { index, row in
            let rect = area.bar(at: area.x(index), width: width, from: 0, to: row.value)
            return area.mark(
                row.position.text(in: area.sheet.locale), row.value,
                Scene.Node.bar(
                    rect, rounding: row.value >= 0 ? .top : .bottom, area.color(row.color), isHatched: index == unfinished)
            )
        }
        let numbers = labels.map { labels in
            rows.indices.map { area.number(labels[$0], at: area.x($0), beyond: rows[$0].value) }
        }
        return [.group(.marks, marks)] + (numbers.map { [.group(.annotation, $0)] } ?? [])
    }
}

extension PlotArea {
    /// Returns the rectangle of a bar between two values.
    func bar(at center: Double, width: Double, from start: Double, to end: Double) -> Rect {
        let (first, last) = (y(start), y(end))
        return Rect(left: center - width / 2, top: min(first, last), right: center + width / 2, bottom: max(first, last))
    }

    /// Returns a number beyond the end of a bar: above what goes up, below what goes down; that of nothing where the others are.
    func number(_ text: String, at center: Double, beyond value: Double) -> Scene.Node {
        let isAbove = value > 0 || (value == 0 && y.domain.upperBound > 0)
        let baseline = isAbove ? y(value) - 4 : y(value) + 4 + sheet.metrics(of: TypeScale.value).capHeight
        return sheet.run(text, center, baseline, .middle, TypeScale.value, sheet.theme.ink)
    }
}
