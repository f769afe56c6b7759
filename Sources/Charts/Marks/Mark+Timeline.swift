import Drawing

extension Mark {
    /// Things and the days on which they are due, from top to bottom, against today.
    public struct Timeline: Hashable, Sendable {
        public struct Row: Hashable, Sendable {
            public var name: String
            /// A few words more, as in `every 12 days`.
            public var note: String
            /// Counted from 1970-01-01.
            public var day: Int
            public var color: MarkColor
            /// Marked by shape and words as well as by color.
            public var isOverdue: Bool

            public init(name: String, note: String = "", day: Int, color: MarkColor = .accent, isOverdue: Bool = false) {
                self.name = name
                self.note = note
                self.day = day
                self.color = color
                self.isOverdue = isOverdue
            }
        }

        public var rows: [Row]
        /// Counted from 1970-01-01.
        public var today: Int

        public init(rows: [Row], today: Int) {
            self.rows = rows
            self.today = today
        }
    }
}

extension Mark.Timeline: SolitaryMark {
    var mark: Mark { .timeline(self) }
    var isEmpty: Bool { rows.isEmpty }
    var numbers: [Double] { [] }
    var days: [Int] { rows.map(\.day) + [today] }
    /// A day is no amount.
    var hasValues: Bool { false }

    /// How much is due, how much of it was before today, and what comes next.
    func message(in words: MarkWords) -> String? {
        guard !rows.isEmpty else { return nil }
        let locale = words.locale
        let number = locale.text(of: rows.count).isolated
        let late = locale.text(of: rows.count(where: \.isOverdue)).isolated
        var message = locale.phrase(
            "\(number) in all, \(late) overdue", de: "insgesamt \(number), davon \(late) überfällig",
            fr: "\(number) au total, dont \(late) en retard", es: "\(number) en total, \(late) con retraso"
        )
        if let next = rows.filter({ !$0.isOverdue }).min(by: { $0.day < $1.day }) {
            let thing = "\(next.name.clipped(to: 40).isolated), \(Position.day(next.day).text(in: locale).isolated)"
            message += locale.semicolon
            message += locale.phrase("next \(thing)", de: "als Nächstes \(thing)", fr: "ensuite \(thing)", es: "después \(thing)")
        }
        return message + "."
    }

    /// A line for each thing that is due, as in `Milk: Jan 5, 2024 (overdue, every 12 days)`.
    func lines(in words: MarkWords) -> [String] {
        rows.map { row in
            let notes = (row.isOverdue ? [words.locale.overdue] : []) + (row.note.isEmpty ? [] : [row.note])
            let day = Position.day(row.day).text(in: words.locale).isolated
            return words.line(row.name, notes.isEmpty ? day : "\(day) (\(notes.joined(separator: ", ")))")
        }
    }

    func nodes(of chart: Chart, in body: Rect, in context: LayoutContext, detail: LevelOfDetail) -> [Scene.Node]? {
        TimelinePlot(rows, today: today, in: context, detail).nodes(in: body)
    }
}

extension Locale {
    fileprivate var overdue: String { phrase("overdue", de: "überfällig", fr: "en retard", es: "con retraso") }
    fileprivate var today: String { phrase("Today", de: "Heute", fr: "Aujourd’hui", es: "Hoy") }
}

/// Rows along an axis of time: a dot on each day, a line to it from today, the name at the left and the date beside the dot.
private struct TimelinePlot {
    private let rows: [Mark.Timeline.Row]
    /// How many more rows there are than have room.
    private let leftOut: Int
    private let today: Int
    private let context: LayoutContext
    private let detail: LevelOfDetail

    private static let tallestRow = 44.0
    private static let daysOfClearYear = 300
    /// Less would be no list.
    private static let fewestRows = 4

    init(
        _ rows: some Collection<Mark.Timeline.Row>, leftOut: Int = 0, today: Int, in context: LayoutContext, _ detail: LevelOfDetail
    ) {
        self.rows = Array(rows)
        self.leftOut = leftOut
        self.today = today
        self.context = context
        self.detail = detail
    }

    func nodes(in body: Rect) -> [Scene.Node]? {
        guard detail >= .axis else {
            return marks(in: body, scale(from: body.left + 5, to: body.right - 5), .name, labels: nil)
        }
        let names = rows.map(\.name) + (leftOut > 0 ? [context.locale.more(leftOut)] : [])
        let (todayLabel, dates) = (
            RuleLabels(
                [Mark.Rule(axis: .x, value: 0, label: context.locale.today)], at: .top, width: body.width, hasLines: false, in: context),
            DateLabels(in: context)
        )
        var frame = PlotFrame(body)
        frame.add(todayLabel)
        frame.add(dates)
        let rowHeight = frame.plot.height / Double(names.count)
        let style = RowTextStyle(step: rowHeight, detail: detail, in: context)
        let rowNames = RowNames(names, style.name, most: body.width * 0.34, in: context)
        frame.add(rowNames)
        // Every name is worth more than a subtitle, and names in full more than rows without.
        guard frame.hasRoomForRows, style.fits || detail == .axis else { return nil }
        let capacity = Int(frame.plot.height / RowTextStyle.leastStep(.axis, in: context))
        guard style.fits || capacity < Self.fewestRows else {
            return TimelinePlot(
                rows.prefix(capacity - 1), leftOut: leftOut + rows.count - (capacity - 1), today: today, in: context, detail
            ).nodes(in: body)
        }
        frame.clip(toHeight: Self.tallestRow * Double(names.count))

        let plot = frame.plot
        let choices = (style.fits ? labelChoices : []).lazy.map { ($0, scale($0, style.name, in: plot)) }
        let fitting = choices.first { $0.1.end - $0.1.start >= min(120, plot.width * 0.4) }
        let x = fitting?.1 ?? scale(from: plot.left + 6, to: plot.right - 6)
        return marks(in: plot, x, style.name, labels: fitting?.0)
            + rowNames.nodes(beside: plot, along: bands(in: plot)) + dates.nodes(beside: plot, along: x)
            + todayLabel.nodes(beside: plot) { _ in x(today) }
    }

    /// One for each row, and one for the rest.
    private func bands(in plot: Rect) -> BandScale {
        BandScale(count: rows.count + (leftOut > 0 ? 1 : 0), from: plot.top, to: plot.bottom, gap: 0)
    }

    /// The first and the last day, today among them, with a day at either end.
    private func scale(from start: Double, to end: Double) -> TimeScale {
        let days = rows.map(\.day) + [today]
        let (first, last) = (days.min() ?? today, days.max() ?? today)
        return TimeScale(domain: first - 1...last + 1, from: start, to: max(end, start))
    }

    /// Returns a scale whose dots leave room for labels on the side away from today.
    private func scale(_ labels: [String], _ style: TextStyle, in plot: Rect) -> TimeScale {
        var (before, after) = (6.0, 6.0)
        for (row, label) in zip(rows, labels) {
            let room = context.width(of: label, in: style) + 12
            if row.day < today { before = max(before, room) } else { after = max(after, room) }
        }
        return scale(from: plot.left + before, to: plot.right - after)
    }

    /// Ways to write what stands beside a dot, the most telling first.
    private var labelChoices: [[String]] {
        let days = rows.map { date(of: $0).isolated }
        let late = rows.map { $0.isOverdue ? [context.locale.overdue] : [] }
        let notes = rows.map { $0.note.isEmpty ? [] : [$0.note.isolated] }
        let full = rows.indices.map { ([days[$0]] + late[$0] + notes[$0]).joined(separator: " · ") }
        let short = rows.indices.map { ([days[$0]] + late[$0]).joined(separator: " · ") }
        return [full, short, days]
    }

    /// Without the year where nobody would think of another.
    private func date(of row: Mark.Timeline.Row) -> String {
        let day = CalendarDay(number: row.day)
        return abs(row.day - today) < Self.daysOfClearYear ? day.textInYear(in: context.locale) : day.text(in: context.locale)
    }

    private func marks(in plot: Rect, _ x: TimeScale, _ style: TextStyle, labels: [String]?) -> [Scene.Node] {
        let bands = bands(in: plot)
        let radius = min(max(bands.step / 4, 1.5), 5)
        let now = x(today)
        let rule = context.line(
            Point(x: now, y: plot.top), Point(x: now, y: plot.bottom), Stroke(context.theme.ink, width: 1.5, dashes: [4, 3])
        )
        let marks = rows.enumerated().map { index, row in
            let (center, color) = (Point(x: x(row.day), y: bands.center(index)), context.theme.color(row.color))
            let lineWidth = min(1.5, bands.step * 0.3)
            var shapes = row.day == today ? [] : [context.line(Point(x: now, y: center.y), center, Stroke(color, width: lineWidth))]
            shapes += symbol(of: row, at: center, radius: radius, color)
            if let label = labels?[index] {
                let (side, anchor): (Double, TextRun.Anchor) = row.day < today ? (-1, .end) : (1, .start)
                shapes.append(context.text(label, style, x: center.x + side * (radius + 5), centeredOn: center.y, anchor: anchor))
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
            .shape(Path(Path(through: corners).elements + [.close]), fill: context.theme.background, stroke: Stroke(color, width: 2))
        ]
    }

    /// The value is the number of days from today.
    private func datum(of row: Mark.Timeline.Row) -> Scene.Datum {
        let day = CalendarDay(number: row.day).text(in: context.locale)
        return Scene.Datum(
            label: row.name, value: Double(row.day - today), text: row.isOverdue ? "\(day.isolated) · \(context.locale.overdue)" : day)
    }
}
