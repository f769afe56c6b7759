import Analytics
import Charts
import Purchases

extension PriceHistoryReport: CourseTelling {
    /// Each price as an index of the first.
    var course: any Report {
        let indices = Chart.indices(of: history.prices.map(\.unitPrice.amount), .first)
        func index(_ place: Int) -> Double? { indices.isEmpty ? nil : indices[place] }
        var members = facts.heading
        members.append("item_name", .string(itemName))
        members.append(
            "prices", .array(history.prices.indices.map { ["date": .date(history.prices[$0].date), "index": .index(index($0))] }))
        members.append("change_share", .change(history.changeShare))
        let table = Table(
            columns: ["date", "index"], rows: history.prices.indices.map { [.date(history.prices[$0].date), .index(index($0))] })
        return CourseReport(json: .object(members), table: table) { presentation in
            let locale = presentation.locale
            var chart = chart(presentation).indexed(to: .first, locale.index)
            chart.subtitle = facts.subtitle(locale.measure(ofIndexTo: .first), in: locale)
            chart.headline = change(presentation)
            return chart
        }
    }

    private func change(_ presentation: Presentation) -> String? {
        guard let share = history.changeShare, let first = history.prices.first else { return nil }
        let (locale, start) = (presentation.locale, presentation.locale.text(of: first.date).isolated)
        let change = presentation.difference(share: share)
        return locale.phrase(
            "\(change) since \(start).", de: "\(change) seit \(start).", fr: "\(change) depuis le \(start).",
            es: "\(change) desde \(start).")
    }
}
