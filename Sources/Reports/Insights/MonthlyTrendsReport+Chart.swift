import Analytics
import Charts
import Purchases

/// What the picture shows of the months.
extension MonthlyTrendsReport {
    /// The months that are drawn, which need not be those of the answer.
    struct ShownMonths {
        let trends: MonthlyTrends
        /// The month that was asked for, where those around it are shown too.
        let chosen: Month?
        let unfinished: Int?

        var months: [Month] { trends.rows.map(\.month) }
    }

    private static let monthsAround = 12
    /// Of fewer months a mean says nothing.
    private static let fewestForMean = 3
    private static let partLimit = 7

    /// Returns the months without those before the first purchase, which are no months without spending; of a single one, the year around
    /// it.
    ///
    /// Where less than all is told, nothing is told of months that were not asked for.
    func shown(_ redaction: Redaction) -> ShownMonths {
        if redaction.isFull, case .only(let month) = selection.subject.filter.month, let around = surroundings(of: month) {
            return ShownMonths(trends: around, chosen: month, unfinished: around.index(of: selection.unfinishedMonth))
        }
        var trends = trends
        if let first = selection.span?.lowerBound.month { trends.rows = Array(trends.rows.drop { $0.month < first }) }
        return ShownMonths(trends: trends, chosen: nil, unfinished: trends.index(of: selection.unfinishedMonth))
    }

    /// Returns twelve months with the given one among them, as far as the log reaches; nil where that is all there is.
    private func surroundings(of month: Month) -> MonthlyTrends? {
        guard let span = selection.span else { return nil }
        let (start, end) = (span.lowerBound.month, span.upperBound.month)
        guard (start...end).contains(month) else { return nil }
        let last = min(end, max(month.adding(months: Self.monthsAround / 2 - 1), start.adding(months: Self.monthsAround - 1)))
        let first = max(start, last.adding(months: 1 - Self.monthsAround))
        guard first < last else { return nil }
        let days = first.firstDay...last.lastDay
        return MonthlyTrends(of: selection.purchases(in: days), in: PurchaseFilter(from: days.lowerBound, to: days.upperBound))
    }

    /// Returns what was spent in each month, as it is told.
    private func values(_ months: ShownMonths, _ redaction: Redaction) -> [Double?] {
        let totals = months.trends.rows.map(\.total.amount)
        return redaction.isTrend
            ? Redaction.indices(of: totals, to: .average, unfinished: months.unfinished) : totals.map { redaction.amount($0) }
    }

    func message(_ months: ShownMonths, _ presentation: Presentation) -> String? {
        let values = values(months, presentation.redaction)
        guard values.allSatisfy({ $0 != nil }) else { return nil }
        let (writer, known) = (MessageWriter(presentation), values.compactMap { $0 })
        if let chosen = months.chosen, let place = months.trends.index(of: chosen) {
            return writer.month(chosen, known[place], mean: mean(known, months))
        }
        return writer.months(months.months, known, unfinished: months.unfinished)
    }

    /// The mean of the months that are over; nil where there are too few.
    private func mean(_ values: [Double], _ months: ShownMonths) -> Double? {
        let whole = values.enumerated().filter { $0.offset != months.unfinished }.map(\.element)
        return whole.count < Self.fewestForMean ? nil : whole.reduce(0, +) / Double(whole.count)
    }

    /// Returns nothing where nothing is told of amounts.
    func marks(_ form: Form, of months: ShownMonths, _ presentation: Presentation) -> [Mark] {
        let (locale, redaction) = (presentation.locale, presentation.redaction)
        let positions = months.months.map { Position.month(year: $0.year, month: $0.month) }
        let values = values(months, redaction)
        guard values.contains(where: { $0 != nil }) else { return [] }
        switch form {
        case .bar: return bars(positions, values.map { $0 ?? 0 }, months, presentation)
        case .stacked:
            var stack = Mark.Stack(positions: positions, series: parts(months.trends, presentation), unfinished: months.unfinished)
            stack.totals = redaction.isFull ? nil : values.map { $0 ?? 0 }
            return [.stack(stack)]
        case .area:
            var area = Mark.Area(positions: positions, series: parts(months.trends, presentation), unfinished: months.unfinished)
            area.totals = redaction.isFull ? nil : values.map { $0 ?? 0 }
            return [.area(area)]
        case .line:
            let name = locale.phrase("Spending", de: "Ausgaben", fr: "Dépenses", es: "Gasto")
            let total = Mark.Series(name: name, values: values, color: .accent)
            return [.line(Mark.Line(positions: positions, series: [total], unfinished: months.unfinished))]
        }
    }

    /// Bars, the last, the highest and the lowest with their numbers, those of earlier years paler, and the mean across them.
    private func bars(_ positions: [Position], _ values: [Double], _ months: ShownMonths, _ presentation: Presentation) -> [Mark] {
        let all = months.months
        func isPale(_ month: Month) -> Bool {
            if let chosen = months.chosen { return month != chosen }
            guard let last = all.last else { return false }
            return month.year < last.year
        }
        var bar = Mark.Bar(
            rows: all.indices.map { Mark.Bar.Row(position: positions[$0], value: values[$0], color: isPale(all[$0]) ? .pale : .accent) },
            unfinished: months.unfinished)
        let whole = all.indices.filter { $0 != months.unfinished }
        let (highest, lowest) = (whole.max { values[$0] < values[$1] }, whole.min { values[$0] < values[$1] })
        let chosen = months.chosen.flatMap { months.trends.index(of: $0) }
        for case let index? in [chosen, highest, all.indices.last, lowest] where !bar.highlights.contains(index) {
            bar.highlights.append(index)
        }
        // In a year every number has room.
        if all.count <= Self.monthsAround { bar.highlights += all.indices.filter { !bar.highlights.contains($0) } }
        guard let mean = mean(values, months) else { return [.bar(bar)] }
        let locale = presentation.locale
        let amount = presentation.redaction.isTrend ? "" : " \(presentation.amountFormat.shortText(mean, in: locale))"
        let label = locale.phrase("Mean", de: "Mittel", fr: "Moyenne", es: "Media") + amount
        return [.bar(bar), .rule(y: mean, label: label)]
    }

    /// Returns the sums of years, where there are several.
    func yearNotes(_ months: ShownMonths, _ presentation: Presentation) -> [Int: String] {
        let sums = Dictionary(months.trends.rows.map { ($0.month.year, $0.total) }, uniquingKeysWith: +)
        // Of the year around a month, the years are parts.
        guard sums.count > 1, months.chosen == nil, !presentation.redaction.isTrend else { return [:] }
        return sums.compactMapValues { sum in
            presentation.redaction.amount(sum).map { presentation.amountFormat.shortText($0, in: presentation.locale) }
        }
    }

    /// The largest categories, and the others together: more colors could not be told apart.
    private func parts(_ trends: MonthlyTrends, _ presentation: Presentation) -> [Mark.Series] {
        let redaction = presentation.redaction
        let shown = trends.categories.count <= Self.partLimit + 1 ? trends.categories : Array(trends.categories.prefix(Self.partLimit))
        let rest = trends.categories.dropFirst(shown.count)
        let color = selection.categoryColors()
        let series = shown.map { name in
            Mark.Series(name: name, values: trends.values(of: name).map { redaction.amount($0) }, color: color(name))
        }
        guard !rest.isEmpty else { return series }
        let sums = trends.rows.map { row in rest.reduce(0) { $0 + (row.byCategory[$1] ?? .zero).amount } }
        let name = presentation.locale.other(rest.count)
        return series + [Mark.Series(name: name, values: sums.map { redaction.amount($0) }, color: .neutral)]
    }

    func hasNegativePart(_ redaction: Redaction) -> Bool {
        trends.rows.contains { $0.byCategory.values.contains { redaction.amount($0) ?? 0 < 0 } }
    }
}
