import Drawing

/// Round numbers or round times below a plot: as many as have room side by side, six at most.
struct ContinuumLabels: EdgeComponent {
    private let continuum: Continuum
    private let axis: Axis
    private let context: LayoutContext

    private static let most = 6
    private static let gap = 12.0

    init(_ continuum: Continuum, _ axis: Axis, in context: LayoutContext) {
        self.continuum = continuum
        self.axis = axis
        self.context = context
    }

    private var hasTitle: Bool { !continuum.isTime && !axis.title.isEmpty }

    /// Of text: below times stands their day, below numbers what they are.
    var lineCount: Int { continuum.isTime || hasTitle ? 2 : 1 }

    var edge: Path.Edge { .bottom }
    var thickness: Double { Double(lineCount) * context.lineHeight(of: .tick) + PlotFrame.gapBelow }

    func nodes(beside plot: Rect, along scale: ValueScale) -> [Scene.Node] {
        let top = plot.bottom + PlotFrame.gapBelow
        return [.group(.axis, continuum.isTime ? times(scale, top) : numbers(scale, top) + title(beside: plot, top))]
    }

    // MARK: Numbers

    private func numbers(_ scale: ValueScale, _ top: Double) -> [Scene.Node] {
        let baseline = top + context.metrics(of: .tick).ascent
        var texts: [Scene.Node] = []
        for most in (2...Self.most).reversed() {
            let ticks = continuum.ticks(most: most)
            let labels = axis.scale == .linear ? axis.format.labels(for: ticks, in: context.locale) : ticks.map(compact)
            var end = -Double.infinity
            texts = zip(ticks, labels).compactMap { tick, label in
                let (width, place) = (context.width(of: label, in: .tick), scale(tick))
                let left = min(max(place - width / 2, context.reach.lowerBound), context.reach.upperBound - width)
                // A label moved in from the picture's edge still stands below its place.
                guard left >= end, left <= place, place <= left + width else { return nil }
                end = left + width + Self.gap
                return context.text(label, .tick, x: left, baseline: baseline)
            }
            if texts.count == ticks.count { break }
        }
        return texts
    }

    private func compact(_ value: Double) -> String { axis.format.compactText(value, in: context.locale) }

    /// Returns what the numbers are, below their end.
    private func title(beside plot: Rect, _ top: Double) -> [Scene.Node] {
        guard hasTitle else { return [] }
        let text = context.fit(axis.title.capitalizedAtStart, in: .tick, to: plot.right - context.reach.lowerBound)
        let baseline = top + context.lineHeight(of: .tick) + context.metrics(of: .tick).ascent
        return text.isEmpty ? [] : [context.text(text, .tick, x: plot.right, baseline: baseline, anchor: .end)]
    }

    // MARK: Times

    private func times(_ scale: ValueScale, _ top: Double) -> [Scene.Node] {
        var ticks: [Tick] = []
        for most in (1...Self.most).reversed() {
            ticks = self.ticks(most: most)
            let widest = context.widest(ticks.map { $0.label ?? $0.heading }, in: .tick)
            let places = ticks.map { scale($0.seconds) }
            if zip(places, places.dropFirst()).allSatisfy({ $1 - $0 >= widest + 8 }) { break }
        }
        var row = DateRow(in: context, top: top)
        for tick in ticks { row.append(tick.label, below: tick.heading, center: scale(tick.seconds)) }
        return row.nodes
    }

    private struct Tick {
        let seconds: Double
        /// Nil where what stands below it is all there is.
        let label: String?
        let heading: String
    }

    private func ticks(most: Int) -> [Tick] {
        let locale = context.locale
        if let interval = ClockInterval.fitting(continuum.domain, most: most) {
            return interval.ticks(in: continuum.domain).map { seconds in
                Tick(
                    seconds: seconds, label: locale.text(ofTime: Int(seconds), hasSeconds: interval.hasSeconds),
                    heading: CalendarDay(number: Position.day(of: Int(seconds))).text(in: locale))
            }
        }
        let days = Position.day(of: Int(continuum.domain.lowerBound))...Position.day(of: Int(continuum.domain.upperBound))
        let interval = TimeScale.Interval.fitting(days, most: most)
        return interval.ticks(in: days).map { Double($0) * 86_400 }.filter(continuum.domain.contains).map { seconds in
            let day = CalendarDay(number: Position.day(of: Int(seconds)))
            let label: String? =
                switch interval {
                case .days: day.textInYear(in: locale)
                case .months: locale.name(ofMonth: day.month)
                case .years: nil
                }
            return Tick(seconds: seconds, label: label, heading: locale.text(ofYear: day.year))
        }
    }
}
