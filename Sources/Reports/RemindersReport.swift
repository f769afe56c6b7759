import Charts
public import Purchases
import Recommendations

/// A shopper's reminders as calendar programs subscribe to them.
public struct RemindersReport: Sendable {
    private let context: ForecastContext
    private let reminders: Reminders

    /// - Parameters:
    ///   - history: all purchases of the subject's user, in order of date.
    ///   - everyone: what all shoppers bought.
    public init(on subject: Subject, from history: [Purchase], among everyone: ShopStatistics) {
        context = ForecastContext(subject, history, everyone)
        reminders = Reminders(for: context.history, among: everyone, categories: subject.filter.categories)
    }

    /// Returns one event for each item and day on which it is due, the same each time while nothing is bought.
    public func feed(_ presentation: Presentation) -> CalendarFeed {
        let (locale, user) = (presentation.locale, context.subject.user.rawValue)
        let events = reminders.rows.compactMap { row -> CalendarFeed.Event? in
            guard let day = row.dueDate else { return nil }
            return CalendarFeed.Event(
                id: "\(user.percentEncoded)-\(row.item.percentEncoded)-\(day)@cartograph", day: day, summary: row.item,
                details: row.timingText(presentation)
            )
        }
        return CalendarFeed(
            locale.phrase("What runs out when", de: "Was wann ausgeht", fr: "Ce qui sera bientôt fini", es: "Qué se acaba y cuándo"),
            events: events, stamp: Timestamp(context.today)
        )
    }
}
