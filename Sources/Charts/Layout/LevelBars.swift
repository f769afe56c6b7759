import Drawing

/// Bars that lie from a zero line, with names at the left and values at their ends.
struct LevelBars {
    private let chart: Chart
    private let rows: [Mark.Bar.Row]
    private let unfinished: Int?
    /// How many more rows there are than have room.
    private let restCount: Int
    private let names: [String]
    private let sheet: Sheet
    private let detail: Detail

    private static let thickestBar = 30.0
    private static let gap = 8.0
    /// Fewer would be no list: then all bars are shown, and names thin out. With room for a subtitle, more can be asked for.
    private static let fewestRows = (bare: 4, full: 10)

    init(_ chart: Chart, _ bar: Mark.Bar, _ sheet: Sheet, _ detail: Detail) {
        self.chart = chart
        self.rows = bar.rows
        unfinished = bar.unfinished
        restCount = 0
        names = bar.rows.map { $0.position.text(in: sheet.locale) }
        self.sheet = sheet
        self.detail = detail
    }

    /// The first rows, and how many are left out.
    private init(_ all: LevelBars, count: Int) {
        (chart, unfinished, sheet, detail) = (all.chart, all.unfinished, all.sheet, all.detail)
        rows = Array(all.rows.prefix(count))
        restCount = all.rows.count - count
        names = all.names.prefix(count) + [all.sheet.locale.more(restCount)]
    }

    func nodes(in body: Rect) -> [Scene.Node]? {
        let type = RowType(step: body.height / Double(names.count), detail: detail, on: sheet)
        guard detail >= .axis else { return bars(in: body, type, names: 0, labels: nil) }
        if !type.fits, let count = shownCount(in: body) { return LevelBars(self, count: count).nodes(in: body) }
        // Every name is worth more than a subtitle.
        guard type.fits || detail == .axis, body.height >= 40 else { return nil }
        // And more than a number.
        let choices = [type.fits ? valueLabels : nil] + (detail == .axis ? [nil] : [])
        for labels in choices {
            let labelWidth = labels.map { sheet.widest($0, in: type.value) + 6 } ?? 0
            let sides = Double(Set(rows.map { $0.value < 0 }).count)
            // Where names are long, bars make room for them as long as they can still be compared.
            let most = max(body.width * 0.38, min(body.width * 0.55, body.width - labelWidth - 120))
            let nameWidth = min(sheet.widest(names, in: type.name), most)
            if body.width - nameWidth - sides * labelWidth >= 80 { return bars(in: body, type, names: nameWidth, labels: labels) }
        }
        return nil
    }

    /// Returns how many rows are shown with names and numbers where not all have room, whatever else is left out; nil where that would be
    /// too few, or hide what is below zero.
    private func shownCount(in body: Rect) -> Int? {
        guard restCount == 0, rows.allSatisfy({ $0.value >= 0 }) else { return nil }
        let isFull = detail > .axis
        let capacity = Int(body.height / RowType.leastStep(detail, on: sheet)) - 1
        guard capacity >= (isFull ? Self.fewestRows.full : Self.fewestRows.bare) else { return nil }
        return isFull && Double(rows.count) * RowType.leastStep(.axis, on: sheet) <= sheet.size.height ? nil : capacity
    }

    private var valueLabels: [String] {
        rows.map { chart.y.format.text($0.value, in: sheet.locale) }
    }

    /// - Parameter nameWidth: of the column at the left, 0 for none.
    private func bars(in body: Rect, _ type: RowType, names nameWidth: Double, labels: [String]?) -> [Scene.Node] {
        let values = rows.map(\.value)
        let (low, high) = (min(values.min() ?? 0, 0), max(values.max() ?? 0, 0))
        let labelWidth = labels.map { sheet.widest($0, in: type.value) + 6 } ?? 0
        let x = LinearScale(
            domain: low == high ? 0...1 : low...high,
            from: body.left + (nameWidth > 0 ? nameWidth + Self.gap : 0) + (low < 0 ? labelWidth + Self.gap : 0),
            to: body.right - (high > 0 ? labelWidth : 0)
        )
        // Few bars keep together at the top instead of filling the page.
        let step = min(body.height / Double(names.count), Self.thickestBar * 1.5)
        let bands = BandScale(count: names.count, from: body.top, to: body.top + step * Double(names.count))
        let zero = x(0)
        var texts: [Scene.Node] = []
        let marks = rows.enumerated().map { index, row in
            let end = x(row.value)
            let isForward = row.value >= 0
            let rect = Rect(left: min(zero, end), top: bands(index), right: max(zero, end), bottom: bands(index) + bands.bandwidth)
            if let labels {
                texts.append(
                    sheet.run(
                        labels[index], end + (isForward ? 6 : -6), sheet.baseline(centeredOn: bands.center(index), in: type.value),
                        isForward ? .start : .end, type.value, sheet.theme.ink
                    )
                )
            }
            return Scene.Node.mark(
                names[index], row.value, chart, sheet.locale,
                Scene.Node.bar(
                    rect, rounding: isForward ? .right : .left, sheet.theme.color(row.color), isHatched: index == unfinished)
            )
        }
        var nodes: [Scene.Node] = [.group(.marks, marks)]
        if detail >= .axis || low < 0 {
            let base = Rect(left: zero - 0.5, top: bands(0), right: zero + 0.5, bottom: bands(rows.count - 1) + bands.bandwidth)
            nodes.append(.group(.axis, [.shape(Path(base), fill: sheet.theme.mutedInk, stroke: nil)]))
        }
        if !texts.isEmpty { nodes.append(.group(.annotation, texts)) }
        if nameWidth > 0 {
            nodes.append(.group(.axis, sheet.names(names, type.name, right: body.left + nameWidth, width: nameWidth, bands)))
        }
        return nodes
    }
}
