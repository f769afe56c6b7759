import Analytics
import Charts
import Purchases

extension MetricsReport: CourseTelling {
    /// How much the key figures changed, in percent, and nothing of what they are.
    var course: any Report {
        let changes = [("previous_period", change(.previous)), ("year_ago", change(.year))]
        var members = facts.heading
        members.append("changes", .object(JSON.Members(changes.map { ($0, .optional($1, Self.courseJSON)) })))
        let rows = changes.flatMap { name, change in
            Self.changed.map { figure -> [Table.Cell] in
                [.text("\(name)_\(figure.name)"), .empty, .change(change.flatMap { Self.share(of: figure.value, in: $0) })]
            }
        }
        return CourseReport(json: .object(members), table: Table(columns: ["metric", "category", "value"], rows: rows)) { chart($0) }
    }

    /// The figures whose changes are told.
    private static let changed: [(name: String, value: @Sendable (Metrics) -> Double)] = [
        ("change_share", { $0.totalSpending.amount }), ("orders_change_share", { Double($0.orderCount) }),
        ("average_order_change_share", { $0.averageOrderValue?.amount ?? 0 }), ("units_change_share", { Double($0.units) }),
    ]

    private static func share(of figure: (Metrics) -> Double, in change: MetricsChange) -> Double? {
        MetricsChange.share(figure(change.now), figure(change.then))
    }

    private static func courseJSON(_ change: MetricsChange) -> JSON {
        let (days, compared) = (change.periods.base, change.periods.current)
        let members: JSON.Members = [
            "from": .date(days.lowerBound), "to": .date(days.upperBound), "days": .integer(days.dayCount),
            "compared_from": .date(compared.lowerBound), "compared_to": .date(compared.upperBound),
        ]
        return changed.reduce(.object(members)) { $0.adding($1.name, .change(share(of: $1.value, in: change))) }
    }

    /// Cards of nothing but changes against the period before; the lines in them have no scale.
    func courseCards(of cards: [Mark.Card], in locale: Locale) -> [Mark.Card] {
        let note = locale.phrase(
            "since the period before", de: "seit dem Zeitraum davor", fr: "depuis la période précédente", es: "desde el período anterior")
        return cards.compactMap { card in
            card.change.map {
                Mark.Card(label: card.label, figure: $0.text, note: note, trend: Chart.indices(of: card.trend, .average))
            }
        }
    }
}
