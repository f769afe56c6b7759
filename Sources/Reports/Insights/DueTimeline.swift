import Charts
import Purchases

/// Items by the day around which they run out.
struct DueTimeline {
    struct Row {
        var item: String
        var note: String
        /// Nil for what has no such day: it has no place in the picture.
        var day: CalendarDate?
        /// Whether it should have been used up already; the day is then that of the next visit.
        var isOverdue = false
    }

    /// What the days are.
    enum Measure { case nextPurchase, usedUp }

    /// What a picture has room for.
    private static let rowLimit = 30

    /// In the order of their importance; the picture shows the first of them by day.
    var rows: [Row]
    var context: ForecastContext
    var measure = Measure.nextPurchase

    func chart(_ title: String, footnote: String, _ presentation: Presentation) -> Chart {
        let (locale, today) = (presentation.locale, context.today)
        let dated = rows.prefix(Self.rowLimit).enumerated().compactMap { rank, row in row.day.map { (day: $0, rank: rank, row: row) } }
            .sorted { ($0.day, $0.rank) < ($1.day, $1.rank) }
            .map { Mark.Timeline.Row(name: $0.row.item, note: $0.row.note, day: $0.day.dayNumber, isOverdue: $0.row.isOverdue) }
        return Chart(
            presentation.title ?? title,
            subtitle: context.subtitle(measure.text(in: locale), presentation),
            footnote: footnote, marks: [.timeline(Mark.Timeline(rows: dated, today: today.dayNumber))],
            locale: locale, emptyMessage: context.emptyMessage(in: locale)
        )
    }
}

extension DueTimeline.Measure {
    fileprivate func text(in locale: Locale) -> String {
        switch self {
        case .nextPurchase:
            locale.phrase(
                "Around which day it is bought next", de: "Um welchen Tag es wieder gekauft wird", fr: "Vers quel jour il sera racheté",
                es: "Hacia qué día se vuelve a comprar")
        case .usedUp:
            locale.phrase(
                "Around which day it runs out", de: "Um welchen Tag es ausgeht", fr: "Vers quel jour il n’y en aura plus",
                es: "Hacia qué día se acaba")
        }
    }
}
