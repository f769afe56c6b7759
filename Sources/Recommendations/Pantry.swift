public import Purchases

/// What is probably still at home, and when it runs out.
///
/// Something bought lasts as long as it usually is until it is bought again; what was bought only once is not known to be used up.
public struct Pantry: Hashable, Sendable {
    public struct Row: Hashable, Sendable {
        public var item: String
        public var category: String
        public var lastPurchased: CalendarDate
        /// In days.
        public var typicalInterval: Double
        public var runsOut: CalendarDate
        public var daysLeft: Int
        /// From 1 on the day it is bought to 0 on the day it runs out.
        public var shareLeft: Double
    }

    /// What runs out first is first.
    public var rows: [Row]

    public init(of history: ShopperHistory?, among everyone: ShopStatistics, categories: Set<String> = []) {
        guard let history else {
            rows = []
            return
        }
        let ranking = RepeatRanking(of: history, among: everyone)
        rows = ranking.entries.compactMap { entry -> Row? in
            let item = entry.item
            guard item.days.count > 1, categories.isEmpty || categories.contains(item.category) else { return nil }
            let timing = ranking.timing(of: entry)
            let (interval, daysLeft) = (timing.typicalInterval, timing.daysLeft)
            guard daysLeft >= 0 else { return nil }
            return Row(
                item: item.name, category: item.category, lastPurchased: CalendarDate(dayNumber: item.lastDay), typicalInterval: interval,
                runsOut: CalendarDate(dayNumber: min(history.today + daysLeft, CalendarDate.last.dayNumber)), daysLeft: daysLeft,
                shareLeft: max(0, 1 - Double(history.today - item.lastDay) / interval)
            )
        }.sorted { a, b in a.daysLeft != b.daysLeft ? a.daysLeft < b.daysLeft : a.item.utf8.lexicographicallyPrecedes(b.item.utf8) }
    }
}
