import Charts
import Purchases

/// Items by the day around which they run out.
struct DueTimeline {
    struct Row {
        var item: String
        var note: String
        /// Nil for what has no such day: it has no place in the picture.
        var day: CalendarDate?
    }

    /// What a picture has room for.
    private static let rowLimit = 30

    var rows: [Row]
    var outlook: Outlook

    func chart(_ title: String, footnote: String, _ presentation: Presentation) -> Chart {
        let (locale, today) = (presentation.locale, outlook.today)
        let dated = rows.prefix(Self.rowLimit).compactMap { row in
            row.day.map { day in
                Mark.Timeline.Row(name: row.item, note: row.note, day: day.dayNumber, isOverdue: day < today)
            }
        }
        return Chart(
            presentation.title ?? title,
            subtitle: outlook.subtitle(
                locale.phrase(
                    "Around which day it runs out", de: "Um welchen Tag es ausgeht", fr: "Vers quel jour il n’y en aura plus",
                    es: "Hacia qué día se acaba"),
                in: locale),
            footnote: footnote, marks: [.timeline(Mark.Timeline(rows: dated, today: today.dayNumber))],
            locale: locale, emptyMessage: outlook.emptyMessage(in: locale)
        )
    }
}
