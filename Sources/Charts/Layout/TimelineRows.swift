import Drawing

/// Due dates in rows along an axis of time: a dot on each day, a line to it from today, the name at the left and the date beside the dot.
struct TimelineRows {
    private let chart: Chart
    private let rows: [Mark.Timeline.Row]
    /// How many more rows there are than have room.
    private let restCount: Int
    private let today: Int
    private let sheet: Sheet
    private let detail: Detail

    private static let gap = 8.0
    private static let tallestRow = 44.0
    private static let daysOfClearYear = 300
    /// Less would be no list.
    private static let fewestRows = 4

    init(_ chart: Chart, _ timeline: Mark.Timeline, _ sheet: Sheet, _ detail: Detail) {
        self.chart = chart
        rows = timeline.rows
        restCount = 0
        self.today = timeline.today
        self.sheet = sheet
        self.detail = detail
    }

    /// The first rows, and how many are left out.
    private init(_ all: TimelineRows, count: Int) {
        (chart, sheet, detail, today) = (all.chart, all.sheet, all.detail, all.today)
        rows = Array(all.rows.prefix(count))
        restCount = all.restCount + all.rows.count - rows.count
    }

    private func shortened(to count: Int) -> TimelineRows { TimelineRows(self, count: count) }

    func nodes(in body: Rect) -> [Scene.Node]? {
        guard detail >= .axis else {
            let inner = Rect(left: body.left + 5, top: body.top, right: body.right - 5, bottom: body.bottom)
            return marks(
                in: body, scale(from: inner.left, to: inner.right), RowType(step: 0, detail: detail, on: sheet), labels: nil)
        }
        let metrics = sheet.metrics(of: TypeScale.tick)
        var plot = body
        plot.top += metrics.lineHeight + 4
        plot.bottom -= 2 * metrics.lineHeight + 6
        let rowHeight = plot.height / Double(lineCount)
        let type = RowType(step: rowHeight, detail: detail, on: sheet)
        // Every name is worth more than a subtitle, and names in full more than rows without.
        guard plot.height >= 30, type.fits || detail == .axis else { return nil }
        let capacity = Int(plot.height / RowType.leastStep(.axis, on: sheet))
        guard type.fits || capacity < Self.fewestRows else { return shortened(to: capacity - 1).nodes(in: body) }
        let nameWidth = min(sheet.widest(names, in: type.name), body.width * 0.34)
        plot.left += nameWidth + Self.gap
        guard plot.width >= 60 else { return nil }
        plot.bottom = plot.top + min(rowHeight, Self.tallestRow) * Double(lineCount)

        let bands = BandScale(count: lineCount, from: plot.top, to: plot.bottom, gap: 0)
        let choices = type.fits ? labelChoices : []
        var fitting: (labels: [String]?, x: TimeScale) = (nil, scale(from: plot.left + 6, to: plot.right - 6))
        for labels in choices {
            let x = scale(labels, type, in: plot)
            guard x.end - x.start >= min(120, plot.width * 0.4) else { continue }
            fitting = (labels, x)
            break
        }
        return marks(in: plot, fitting.x, type, labels: fitting.labels) + [
            .group(.axis, sheet.names(names, type.name, right: plot.left - Self.gap, width: nameWidth, bands)),
            .group(.axis, TimeLabels(fitting.x, on: sheet).nodes(top: plot.bottom + 6)),
            todayLabel(fitting.x(today), in: plot, top: body.top),
        ]
    }

    /// One for each row, and one for the rest.
    private var lineCount: Int { rows.count + (restCount > 0 ? 1 : 0) }

    private var names: [String] { rows.map(\.name) + (restCount > 0 ? [sheet.locale.more(restCount)] : []) }

    /// The first and the last day, today among them, with a day at either end.
    private func scale(from start: Double, to end: Double) -> TimeScale {
        let days = rows.map(\.day) + [today]
        let (first, last) = (days.min() ?? today, days.max() ?? today)
        return TimeScale(domain: first - 1...last + 1, from: start, to: max(end, start))
    }

    /// Returns a scale whose dots leave room for labels on the side away from today.
    private func scale(_ labels: [String], _ type: RowType, in plot: Rect) -> TimeScale {
        var (before, after) = (6.0, 6.0)
        for (row, label) in zip(rows, labels) {
            let room = sheet.width(of: label, in: type.name) + 12
            if row.day < today { before = max(before, room) } else { after = max(after, room) }
        }
        return scale(from: plot.left + before, to: plot.right - after)
    }

    /// Ways to write what stands beside a dot, the most telling first.
    private var labelChoices: [[String]] {
        let days = rows.map { date(of: $0).isolated }
        let late = rows.map { $0.isOverdue ? [sheet.locale.overdue] : [] }
        let notes = rows.map { $0.note.isEmpty ? [] : [$0.note.isolated] }
        let full = rows.indices.map { ([days[$0]] + late[$0] + notes[$0]).joined(separator: " · ") }
        let short = rows.indices.map { ([days[$0]] + late[$0]).joined(separator: " · ") }
        return [full, short, days]
    }

    /// Without the year where nobody would think of another.
    private func date(of row: Mark.Timeline.Row) -> String {
        let day = CalendarDay(number: row.day)
        return abs(row.day - today) < Self.daysOfClearYear ? day.textInYear(in: sheet.locale) : day.text(in: sheet.locale)
    }

    private func marks(in plot: Rect, _ x: TimeScale, _ type: RowType, labels: [String]?) -> [Scene.Node] {
        let bands = BandScale(count: lineCount, from: plot.top, to: plot.bottom, gap: 0)
        let radius = min(max(bands.step / 4, 1.5), 5)
        let now = x(today)
        let rule = sheet.line(
            Point(x: now, y: plot.top), Point(x: now, y: plot.bottom), Stroke(sheet.theme.ink, width: 1.5, dashes: [4, 3])
        )
        let marks = rows.enumerated().map { index, row in
            let (center, color) = (Point(x: x(row.day), y: bands.center(index)), sheet.theme.color(row.color))
            var shapes =
                row.day == today ? [] : [sheet.line(Point(x: now, y: center.y), center, Stroke(color, width: min(1.5, bands.step * 0.3)))]
            shapes += symbol(of: row, at: center, radius: radius, color)
            if let label = labels?[index] {
                let (side, anchor): (Double, TextRun.Anchor) = row.day < today ? (-1, .end) : (1, .start)
                let baseline = sheet.baseline(centeredOn: center.y, in: type.name)
                shapes.append(sheet.run(label, center.x + side * (radius + 5), baseline, anchor, type.name, sheet.theme.ink))
            }
            return Scene.Node.group(.mark(datum(of: row)), shapes)
        }
        return [.group(.annotation, [rule]), .group(.marks, marks)]
    }

    /// A dot; for what is overdue a hollow diamond, so that it is seen without color too.
    private func symbol(of row: Mark.Timeline.Row, at center: Point, radius: Double, _ color: Color) -> [Scene.Node] {
        guard row.isOverdue else { return [.shape(Path(circleAround: center, radius: radius), fill: color, stroke: nil)] }
        let corners = (0..<4).map { center.polar(radius, Double($0) * .pi / 2) }
        return [
            .shape(Path(Path(through: corners).elements + [.close]), fill: sheet.theme.background, stroke: Stroke(color, width: 2))
        ]
    }

    private func todayLabel(_ x: Double, in plot: Rect, top: Double) -> Scene.Node {
        let text = sheet.fit(sheet.locale.today, in: TypeScale.value, to: plot.width)
        let width = sheet.width(of: text, in: TypeScale.value)
        let left = min(max(x - width / 2, plot.left), plot.right - width)
        let baseline = top + sheet.metrics(of: TypeScale.value).ascent
        return .group(.annotation, text.isEmpty ? [] : [sheet.run(text, left, baseline, TypeScale.value, sheet.theme.ink)])
    }

    /// The value is the number of days from today.
    private func datum(of row: Mark.Timeline.Row) -> Scene.Datum {
        let day = CalendarDay(number: row.day).text(in: sheet.locale)
        return Scene.Datum(
            label: row.name, value: Double(row.day - today), text: row.isOverdue ? "\(day.isolated) · \(sheet.locale.overdue)" : day)
    }
}
