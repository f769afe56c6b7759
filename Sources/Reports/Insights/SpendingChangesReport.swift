public import Analytics
public import Charts
import Purchases

extension Insight {
    public static let spendingChanges = Insight(
        "spending-changes", "Why spending changed between two periods", chart: "bars, or a waterfall",
        parameters: [
            SpendingChangesReport.base.parameter, SpendingChangesReport.grouping.parameter, SpendingChangesReport.form.parameter,
            SpendingChangesReport.limit.parameter,
        ],
        reliance: .comparedDays,
        refusals: { question in
            question[SpendingChangesReport.grouping] == .effect
                ? [:] : [.trend: "tells no category's or item's part of a change; use by=effect"]
        }
    ) { question, selection, _ in
        SpendingChangesReport(
            selection, against: question[SpendingChangesReport.base], by: question[SpendingChangesReport.grouping],
            form: question[SpendingChangesReport.form], limit: question[SpendingChangesReport.limit])
    }
}

extension Question {
    /// - Parameter limit: how many of the regulars that are new, gone or dearer are listed.
    public static func spendingChanges(against base: ComparedPeriods.Base, by grouping: SpendingChangesReport.Grouping, limit: Int)
        -> Question
    {
        Question(.spendingChanges, values: ["compare": base.rawValue, "by": grouping.rawValue, "limit": String(limit)])
    }
}

/// Why more or less was spent in one period than in one of as many days before it.
public struct SpendingChangesReport: SelectionReport {
    /// What the steps of the chart are.
    public enum Grouping: String, CaseIterable, Sendable { case effect, category, item }
    /// How they are shown.
    public enum Form: String, CaseIterable, Sendable {
        /// Each difference from zero, one below another.
        case bar
        /// From one sum to the other.
        case waterfall
    }

    static let base = TypedParameter.choice(
        "compare", default: ComparedPeriods.Base.previous,
        "The period to compare with: the one before of as many days, or the same days a year ago.")
    static let grouping = TypedParameter.choice("by", default: Grouping.effect, .ranking)
    static let form = TypedParameter.choice("chart", default: Form.bar, .chartForm)
    static let limit = TypedParameter.number("limit", in: 1...50, default: 10, .rowLimit)

    let selection: SelectedPurchases
    let base: ComparedPeriods.Base
    let grouping: Grouping
    let form: Form
    /// Nil where there is nothing to compare with.
    let periods: ComparedPeriods?
    let changes: SpendingChanges
    let regulars: RegularChanges?
    let limit: Int

    /// Compares with as many days before, the first few regulars of a kind.
    public init(_ selection: SelectedPurchases) { self.init(selection, against: .previous, by: .effect, form: .bar, limit: 6) }

    /// - Parameter limit: how many regulars of a kind are listed.
    init(_ selection: SelectedPurchases, against base: ComparedPeriods.Base, by grouping: Grouping, form: Form, limit: Int) {
        self.selection = selection
        self.base = base
        self.grouping = grouping
        self.form = form
        self.limit = limit
        let periods = selection.periods(against: base)
        self.periods = periods
        changes = SpendingChanges(
            from: periods.map { selection.purchases(in: $0.base) } ?? [], to: periods.map { selection.purchases(in: $0.current) } ?? []
        )
        regulars = periods.map { RegularChanges(of: selection.history.filter(selection.isOfItsCategories), in: $0) }
    }

    public func makeTable(_ presentation: Presentation) -> Table {
        presentation.redaction.isTrend
            ? Table(Self.effectColumns, rows: effectRows, presentation) : Table(Self.columns, rows: changes.items, presentation)
    }

    public func makeChart(_ presentation: Presentation) -> Chart {
        let presentation = presentation.relative(to: changes.before)
        let locale = presentation.locale
        let title =
            presentation.title
            ?? locale.phrase(
                "Why spending changed", de: "Warum sich die Ausgaben änderten", fr: "Pourquoi les dépenses ont changé",
                es: "Por qué cambió el gasto"
            )
        let measure =
            presentation.redaction.isTrend
            ? locale.phrase(
                "In percent of the sum before", de: "In Prozent der Summe vorher", fr: "En pourcentage de la somme précédente",
                es: "En porcentaje de la suma anterior") : presentation.amountSpent
        let chart = Chart(
            title, subtitle: selection.subtitle(measure, presentation, period: periods.map { locale.text(of: $0.current) }),
            footnote: footnote(in: locale), y: presentation.spent,
            marks: isEmpty || !presentation.redaction.tellsAmounts ? [] : [mark(presentation)], locale: locale,
            headline: headline(presentation, under: title), emptyMessage: emptyMessage(presentation)
        )
        return chart.saying(chart.marks.isEmpty ? nil : message(presentation), presentation)
    }

    /// Returns how much more or less it is, and why, where one cause makes a good part of it.
    private func message(_ presentation: Presentation) -> String? {
        let (writer, redaction) = (MessageWriter(presentation), presentation.redaction)
        guard let periods, let before = redaction.amount(changes.before), let after = redaction.amount(changes.after) else { return nil }
        let told = steps.filter { !$0.isRest }.map { (cause: $0.cause, value: redaction.amount($0.money) ?? 0) }
        let main = told.filter { ($0.value > 0) == (after > before) }.max { $0.value.magnitude < $1.value.magnitude }
        var cause = ""
        if let main, main.value.magnitude >= (after - before).magnitude * Self.leastCause {
            switch main.cause {
            case .effect(let effect): cause = writer.mostOfAll(through: effect)
            case .thing(let name): cause = writer.mostOfAll(on: name)
            case .rest: break
            }
        }
        return writer.change(from: before, to: after, against: base, days: periods.base.dayCount, cause: cause)
    }

    /// A cause that makes less of a difference does not explain it.
    private static let leastCause = 0.2

    private func emptyMessage(_ presentation: Presentation) -> String {
        let locale = presentation.locale
        if presentation.redaction.isTrend, periods != nil, changes.before <= .zero {
            return locale.phrase(
                "Nothing was spent in the period before", de: "Im Zeitraum davor wurde nichts ausgegeben",
                fr: "Rien n’a été dépensé pendant la période précédente", es: "No se gastó nada en el período anterior")
        }
        return selection.purchases.isEmpty ? selection.emptyMessage(in: locale) : selection.nothingToCompare(with: base, in: locale)
    }

    private var isEmpty: Bool { periods == nil || changes.items.isEmpty }

    private func mark(_ presentation: Presentation) -> Mark {
        guard form == .bar else { return .waterfall(waterfall(presentation)) }
        let (locale, redaction) = (presentation.locale, presentation.redaction)
        let rows = rankedSteps.map { step in
            let value = redaction.amount(step.money) ?? 0
            return Mark.Bar.Row(
                position: .name(step.name(in: locale)), value: value, color: step.isRest ? .neutral : value < 0 ? .less : .more)
        }
        return .bar(Mark.Bar(rows: rows, orientation: .horizontal, areDifferences: true))
    }

    private func waterfall(_ presentation: Presentation) -> Mark.Waterfall {
        let (locale, redaction) = (presentation.locale, presentation.redaction)
        /// Months by their names; other days, which have no room there, are in the footnote.
        func step(_ days: ClosedRange<CalendarDate>?, _ total: Money, _ word: String) -> Mark.Waterfall.Step {
            let name = days.flatMap { $0 == $0.lowerBound.month.firstDay...$0.lowerBound.month.lastDay ? locale.text(of: $0) : nil }
            return Mark.Waterfall.Step(name: name ?? word, value: redaction.amount(total) ?? 0)
        }
        return Mark.Waterfall(
            start: step(periods?.base, changes.before, Heading.before.text(in: locale)),
            steps: steps.map { Mark.Waterfall.Step(name: $0.name(in: locale), value: redaction.amount($0.money) ?? 0) },
            end: step(periods?.current, changes.after, Heading.after.text(in: locale)), cutsSums: true
        )
    }

    private func headline(_ presentation: Presentation, under title: String) -> String? {
        guard !isEmpty else { return nil }
        let locale = presentation.locale
        let (before, now) = (presentation.text(of: changes.before), presentation.text(of: changes.after))
        let difference = presentation.difference(changes.effects.total)
        func size(_ money: Money) -> Double { (presentation.redaction.amount(money) ?? 0).magnitude }
        let causes = steps.filter { size($0.money) > 0 }.sorted { size($0.money) > size($1.money) }.map {
            "\($0.name(in: locale).clipped(to: 30).isolated) \(presentation.difference($0.money))"
        }
        guard !causes.isEmpty else {
            return locale.phrase(
                "\(now), no change.", de: "\(now), unverändert.", fr: "\(now), sans changement.", es: "\(now), sin cambio.")
        }
        func headline(_ count: Int) -> String {
            let most = causes.prefix(count).joined(separator: ", ")
            return locale.phrase(
                "\(now) after \(before) (\(difference)), most of all \(most).",
                de: "\(now) nach \(before) (\(difference)), vor allem \(most).",
                fr: "\(now) après \(before) (\(difference)), surtout \(most).",
                es: "\(now) tras \(before) (\(difference)), sobre todo \(most)."
            )
        }
        let both = headline(2)
        return title.count + both.count < Chart.messageLimit - 5 ? both : headline(1)
    }

    private func footnote(in locale: Locale) -> String {
        guard periods != nil, !isEmpty else { return "" }
        guard grouping == .effect else { return rule(in: locale) }
        return rule(in: locale) + " "
            + locale.phrase(
                "Mix: dearer or cheaper items within a category.", de: "Mischung: teurere oder billigere Artikel in einer Kategorie.",
                fr: "Assortiment\u{A0}: articles plus ou moins chers d’une catégorie.",
                es: "Surtido: artículos más caros o más baratos de una categoría."
            )
    }
}
