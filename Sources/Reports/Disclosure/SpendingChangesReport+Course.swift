import Analytics
import Charts
import Purchases

extension SpendingChangesReport: CourseTelling {
    /// What led from one sum to the other, in percent of the first.
    var course: any Report {
        let before = changes.before.amount
        func share(_ money: Money) -> Double? { before > 0 && periods != nil ? money.amount / before : nil }
        func json(_ days: ClosedRange<CalendarDate>) -> JSON {
            ["from": .date(days.lowerBound), "to": .date(days.upperBound), "days": .integer(days.dayCount)]
        }
        let parts = changes.effects.parts.map { (name: $0.name, share: share($0.money)) }
        let difference = share(changes.effects.total)
        var members = facts.heading
        members.append("compare", .string(base.rawValue))
        members.append("period", .optional(periods) { json($0.current) })
        members.append("compared_with", .optional(periods) { json($0.base) })
        members.append("change_share", .change(difference))
        members.append("contributions", .object(JSON.Members(parts.map { ($0.name, .change($0.share)) })))
        let table = Table(
            columns: ["effect", "change_share"],
            rows: parts.map { [.text($0.name), .change($0.share)] } + [[.text("all"), .change(difference)]]
        )
        return CourseReport(json: .object(members), table: table) { presentation in
            let locale = presentation.locale
            var shares = presentation
            shares.currency.telling = .asShare(of: before)
            var chart = chart(shares).told
            if periods != nil, before <= 0 {
                chart.emptyMessage = locale.phrase(
                    "Nothing was spent in the period before", de: "Im Zeitraum davor wurde nichts ausgegeben",
                    fr: "Rien n’a été dépensé pendant la période précédente", es: "No se gastó nada en el período anterior")
            }
            chart.subtitle = facts.subtitle(
                locale.phrase(
                    "In percent of the sum before", de: "In Prozent der Summe vorher", fr: "En pourcentage de la somme précédente",
                    es: "En porcentaje de la suma anterior"),
                in: locale, period: periods.map { locale.text(of: $0.current) })
            return chart
        }
    }
}
