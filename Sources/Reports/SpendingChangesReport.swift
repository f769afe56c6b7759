import Analytics
public import Charts
import Purchases

/// Why more or less was spent in one period than in one of as many days before it.
public struct SpendingChangesReport: Report {
    /// What the steps of the chart are.
    public enum Form: String, CaseIterable, Sendable { case effect, category, item }

    let facts: Facts
    let base: ComparedPeriods.Base
    let form: Form
    /// Nil where there is nothing to compare with.
    let periods: ComparedPeriods?
    let changes: SpendingChanges
    let regulars: RegularChanges?
    let limit: Int

    /// Compares with as many days before, the first few regulars of a kind.
    public init(_ facts: Facts) { self.init(facts, against: .previous, form: .effect, limit: 6) }

    /// - Parameter limit: how many regulars of a kind are listed.
    init(_ facts: Facts, against base: ComparedPeriods.Base, form: Form, limit: Int) {
        self.facts = facts
        self.base = base
        self.form = form
        self.limit = limit
        let periods = facts.periods(against: base)
        self.periods = periods
        changes = SpendingChanges(
            from: periods.map { facts.purchases(in: $0.base) } ?? [], to: periods.map { facts.purchases(in: $0.current) } ?? []
        )
        regulars = periods.map { RegularChanges(of: facts.history.filter(facts.isOfItsCategories), in: $0) }
    }

    public var json: JSON {
        var members = facts.heading
        members.append("compare", .string(base.rawValue))
        members.append("period", .optional(periods) { Self.json($0.current, changes.after) })
        members.append("compared_with", .optional(periods) { Self.json($0.base, changes.before) })
        members.append("difference", periods == nil ? .null : .money(changes.effects.total))
        members.append("contributions", periods == nil ? .null : .object(changes.effects.json))
        members.append("by_category", .array(changes.categories.map(Self.json)))
        members.append("by_item", .array(changes.items.map(Self.json)))
        members.append("new_items", .array((regulars?.new ?? []).prefix(limit).map(Self.json)))
        members.append("gone_items", .array((regulars?.gone ?? []).prefix(limit).map(Self.json)))
        members.append(
            "dearer_items",
            .array(
                (regulars?.dearer ?? []).prefix(limit).map { row in
                    [
                        "item_name": .string(row.itemName), "category": .string(row.category), "price_before": .money(row.priceBefore),
                        "price_after": .money(row.priceAfter), "change": .money(row.priceAfter - row.priceBefore),
                        "change_share": .number(row.share), "extra": .money(row.extra),
                    ]
                }
            )
        )
        return .object(members)
    }

    private static func json(_ days: ClosedRange<CalendarDate>, _ total: Money) -> JSON {
        ["from": .date(days.lowerBound), "to": .date(days.upperBound), "days": .integer(days.dayCount), "total_spent": .money(total)]
    }

    private static func json(_ row: RegularChanges.Row) -> JSON {
        ["item_name": .string(row.itemName), "category": .string(row.category), "total_spent": .money(row.total)]
    }

    private static func json(_ row: SpendingChanges.Row) -> JSON {
        var members = JSON.Members()
        if let name = row.itemName { members.append("item_name", .string(name)) }
        members.append("category", .string(row.category))
        members.append("before", .money(row.before))
        members.append("after", .money(row.after))
        members.append("difference", .money(row.effects.total))
        for (name, money) in row.effects.parts { members.append(name, .money(money)) }
        return .object(members)
    }

    public var table: Table {
        Table(
            columns: ["category", "item_name", "before", "after", "difference"] + SpendingEffects().parts.map(\.name),
            rows: changes.items.map { row in
                [.text(row.category), .text(row.itemName ?? ""), .money(row.before), .money(row.after), .money(row.effects.total)]
                    + row.effects.parts.map { .money($0.money) }
            }
        )
    }

    public func chart(_ presentation: Presentation) -> Chart {
        let locale = presentation.locale
        let title =
            presentation.title
            ?? locale.phrase(
                "Why spending changed", de: "Warum sich die Ausgaben änderten", fr: "Pourquoi les dépenses ont changé",
                es: "Por qué cambió el gasto"
            )
        return Chart(
            title,
            subtitle: facts.subtitle(presentation.amountSpent, in: locale, period: periods.map { locale.text(of: $0.current) }),
            footnote: footnote(in: locale), y: presentation.spent,
            marks: isEmpty ? [] : [.waterfall(waterfall(in: locale))], locale: locale, headline: headline(presentation, under: title),
            emptyMessage: facts.purchases.isEmpty ? facts.emptyMessage(in: locale) : facts.nothingToCompare(with: base, in: locale)
        )
    }

    private var isEmpty: Bool { periods == nil || changes.items.isEmpty }

    private func waterfall(in locale: Locale) -> Mark.Waterfall {
        /// Months by their names; other days, which have no room there, are in the footnote.
        func step(_ days: ClosedRange<CalendarDate>?, _ total: Money, _ word: String) -> Mark.Waterfall.Step {
            let name = days.flatMap { $0 == $0.lowerBound.month.firstDay...$0.lowerBound.month.lastDay ? locale.text(of: $0) : nil }
            return Mark.Waterfall.Step(name: name ?? word, value: total.amount)
        }
        return Mark.Waterfall(
            start: step(periods?.base, changes.before, locale.phrase("Before", de: "Vorher", fr: "Avant", es: "Antes")),
            steps: steps(in: locale).map { Mark.Waterfall.Step(name: $0.name, value: $0.money.amount) },
            end: step(periods?.current, changes.after, locale.phrase("After", de: "Nachher", fr: "Après", es: "Después"))
        )
    }

    private func headline(_ presentation: Presentation, under title: String) -> String? {
        guard !isEmpty else { return nil }
        let locale = presentation.locale
        let (before, now) = (presentation.text(of: changes.before), presentation.text(of: changes.after))
        let difference = presentation.difference(changes.effects.total)
        let causes = steps(in: locale).filter { $0.money != .zero }
            .sorted { $0.money.hundredths.magnitude > $1.money.hundredths.magnitude }
            .map { "\($0.name.clipped(to: 30).isolated) \(presentation.difference($0.money))" }
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
        guard form == .effect else { return rule(in: locale) }
        return rule(in: locale) + " "
            + locale.phrase(
                "Mix: dearer or cheaper items within a category.", de: "Mischung: teurere oder billigere Artikel in einer Kategorie.",
                fr: "Assortiment\u{A0}: articles plus ou moins chers d’une catégorie.",
                es: "Surtido: artículos más caros o más baratos de una categoría."
            )
    }
}

extension RegularChanges.PriceRow {
    fileprivate var share: Double {
        priceBefore > .zero ? Double((priceAfter - priceBefore).hundredths) / Double(priceBefore.hundredths) : .nan
    }
}
