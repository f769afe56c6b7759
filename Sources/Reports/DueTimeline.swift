import Charts
import Purchases

/// Items by the day around which they run out.
struct DueTimeline {
    struct Row {
        var item: String
        var note: String
        /// Nil for what has no such day: it has no place in the picture.
        var day: CalendarDate?
        var kind: String
    }

    /// What a picture has room for.
    private static let rowLimit = 30

    var rows: [Row]
    var outlook: Outlook

    func chart(_ title: String, footnote: String, _ presentation: Presentation) -> Chart {
        let (locale, today) = (presentation.locale, outlook.today)
        let dated = rows.prefix(Self.rowLimit).compactMap { row in row.day.map { (row: row, daysLeft: $0.days(since: today)) } }
        return Chart(
            presentation.title ?? title,
            subtitle: outlook.subtitle(
                locale.phrase("Days until due", de: "Tage bis fällig", fr: "Jours restants", es: "Días restantes"), in: locale),
            footnote: footnote, y: Axis(locale.plural(of: .day), format: .count),
            marks: [
                .bar(dated, .horizontal, position: { .name($0.row.item) }, value: { Double($0.daysLeft) })
            ],
            locale: locale, emptyMessage: outlook.emptyMessage(in: locale)
        )
    }
}
