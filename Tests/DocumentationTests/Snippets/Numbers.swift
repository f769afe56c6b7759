import Analytics
import Histories
import Purchases

/// What the articles of the modules of numbers show, as code that runs.
enum Numbers {
    static func purchases() -> (total: Money, day: CalendarDate?) {
        let milk = Money(hundredths: 3_48)
        let total = milk + milk
        let day = CalendarDate(year: 2024, month: 2, day: 29)
        return (total, day)
    }

    static func analytics(_ purchases: [Purchase]) -> [Money] {
        let trends = MonthlyTrends(of: purchases, in: .none)
        let totals = trends.rows.map(\.total)
        return totals
    }

    static func histories(_ purchases: [Purchase], of user: UserID) throws -> Bool {
        var encoder = HistoryEncoder()
        let bytes = try encoder.encode(History(of: purchases))
        let same = try HistoryDecoder().decode(bytes).purchases(of: user)
        return same == purchases
    }
}
