import Drawing

/// Dates below a plot: days or months in a row, and below them the year where a new one begins; years alone where nothing smaller has
/// room.
struct DateLabels: EdgeComponent {
    private let context: LayoutContext

    init(in context: LayoutContext) { self.context = context }

    var edge: Path.Edge { .bottom }
    var thickness: Double { 2 * context.lineHeight(of: .tick) + PlotFrame.gapBelow }

    func nodes(beside plot: Rect, along time: TimeScale) -> [Scene.Node] {
        var row = DateRow(in: context, top: plot.bottom + PlotFrame.gapBelow)
        for (day, label) in fitting(time) { row.append(label, year: day.year, center: time(day.number)) }
        return [.group(.axis, row.nodes)]
    }

    /// Returns as many ticks as have room side by side, six at most; nil stands for the year alone.
    private func fitting(_ time: TimeScale) -> [(day: CalendarDay, label: String?)] {
        var ticks: [(day: CalendarDay, label: String?)] = []
        for most in (1...6).reversed() {
            let interval = TimeScale.Interval.fitting(time.domain, most: most)
            ticks = interval.ticks(in: time.domain).map { number in
                let day = CalendarDay(number: number)
                return (day, label(of: day, interval))
            }
            let widest = context.widest(ticks.map { $0.label ?? context.locale.text(ofYear: $0.day.year) }, in: .tick)
            let places = ticks.map { time($0.day.number) }
            if zip(places, places.dropFirst()).allSatisfy({ $1 - $0 >= widest + 8 }) { break }
        }
        return ticks
    }

    private func label(of day: CalendarDay, _ interval: TimeScale.Interval) -> String? {
        switch interval {
        case .days: day.textInYear(in: context.locale)
        case .months: context.locale.name(ofMonth: day.month)
        case .years: nil
        }
    }
}

/// Labels in a row as they are written one after the other, with years below them.
struct DateRow {
    private let context: LayoutContext
    private let top: Double
    private var lastHeading: String?
    private var (labelEnd, headingEnd) = (-Double.infinity, -Double.infinity)
    private(set) var nodes: [Scene.Node] = []

    init(in context: LayoutContext, top: Double) {
        self.context = context
        self.top = top
    }

    /// Writes a label centered below its mark, unless it would touch the one before or leave the picture.
    ///
    /// - Parameters:
    ///   - label: nil where the year stands alone.
    ///   - note: what stands beside the year, where that has room.
    ///   - room: of the year and its note, in points.
    mutating func append(_ label: String?, year: Int, note: String? = nil, room: Double = 0, center: Double) {
        append(label, below: context.locale.text(ofYear: year), note: note, room: room, center: center)
    }

    /// - Parameter heading: what stands below a label where another begins.
    mutating func append(_ label: String?, below heading: String, note: String? = nil, room: Double = 0, center: Double) {
        let metrics = context.metrics(of: .tick)
        var yearText = heading
        if let note, heading != lastHeading {
            let whole = "\(yearText.isolated) · \(note.isolated)"
            if context.width(of: whole, in: .name) + 8 <= room { yearText = whole }
        }
        let yearWidth = heading == lastHeading ? 0 : context.width(of: yearText, in: .name)
        let (first, last) = (context.reach.lowerBound, context.reach.upperBound)
        var yearLeft = center - yearWidth / 2
        if let label {
            let width = context.width(of: label, in: .tick)
            let left = min(max(center - width / 2, first), last - width)
            // A label moved in from the picture's edge still stands below its mark.
            guard left >= labelEnd + 3, left <= center, center <= left + width else { return }
            nodes.append(context.text(label, .tick, x: left, baseline: top + metrics.ascent))
            labelEnd = left + width
            yearLeft = left
        }
        yearLeft = min(max(yearLeft, first), last - yearWidth)
        guard heading != lastHeading, yearLeft >= headingEnd + 4 else { return }
        let baseline = top + metrics.ascent + (label == nil ? 0 : metrics.lineHeight)
        nodes.append(context.text(yearText, .name, x: yearLeft, baseline: baseline))
        headingEnd = yearLeft + yearWidth
        lastHeading = heading
    }
}
