import Drawing

/// What stands below an axis of time: the days, months or years that begin there.
struct TimeLabels {
    private let scale: TimeScale
    private let sheet: Sheet

    init(_ scale: TimeScale, on sheet: Sheet) {
        self.scale = scale
        self.sheet = sheet
    }

    func nodes(top: Double) -> [Scene.Node] {
        var row = DateRow(on: sheet, top: top)
        for (day, label) in fitting() { row.append(label, year: day.year, center: scale(day.number)) }
        return row.nodes
    }

    /// Returns as many ticks as have room side by side, six at most; nil stands for the year alone.
    private func fitting() -> [(day: CalendarDay, label: String?)] {
        var ticks: [(day: CalendarDay, label: String?)] = []
        for most in (1...6).reversed() {
            let interval = TimeScale.Interval.fitting(scale.domain, most: most)
            ticks = interval.ticks(in: scale.domain).map { number in
                let day = CalendarDay(number: number)
                return (day, label(of: day, interval))
            }
            let widest = sheet.widest(ticks.map { $0.label ?? sheet.locale.text(ofYear: $0.day.year) }, in: TypeScale.tick)
            let places = ticks.map { scale($0.day.number) }
            if zip(places, places.dropFirst()).allSatisfy({ $1 - $0 >= widest + 8 }) { break }
        }
        return ticks
    }

    private func label(of day: CalendarDay, _ interval: TimeScale.Interval) -> String? {
        switch interval {
        case .days: day.textInYear(in: sheet.locale)
        case .months: sheet.locale.name(ofMonth: day.month)
        case .years: nil
        }
    }
}
