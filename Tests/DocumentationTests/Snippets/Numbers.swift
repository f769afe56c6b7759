import Analytics
import Charts
import Histories
import LogReading
import Purchases
import Recommendations
import Reports
import Signing
import Storage
import Synchronization

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

    static func reading(_ path: String) throws -> (purchases: [Purchase], accepted: Int) {
        let log = try PurchaseLog(contentsOf: path)
        var reconciliation = Reconciliation(of: log)
        var purchases: [Purchase] = []
        var rows = try log.rows()
        while let row = try rows.next() {
            reconciliation.record(row)
            if case .purchase(let purchase, _) = row { purchases.append(purchase) }
        }
        return (purchases, reconciliation.acceptedRows)
    }

    static func recommendations(_ purchases: [Purchase], among everyone: ShopStatistics) -> [String] {
        let history = ShopperHistory(of: purchases, asOf: nil, among: everyone)
        let list = RecommendationList(for: history, among: everyone, by: .init(limit: 10))
        let items = list.rows.map(\.item)
        return items
    }

    static func reports(_ purchases: [Purchase], of user: UserID) -> (rows: Int, title: String) {
        let subject = Subject(user: user, filter: PurchaseFilter(month: .everyYear(12)))
        let report = Question(.monthlyTrends).report(on: subject, from: purchases)
        let table = report.table(Presentation())
        let chart = report.chart(Presentation())
        return (table.rows.count, chart.title)
    }

    static func storage(_ purchases: [Purchase], of user: UserID) async throws -> [Purchase] {
        let store = InMemoryPurchaseStore()
        let log = Mutex([purchases])
        _ = try await store.importPurchases { log.withLock { $0.popLast() ?? [] } }
        let history = try await store.history(of: user)
        return history.value
    }

    static func signing(_ grant: Grant, _ ring: KeyRing) -> Grant? {
        let link = SignedLink(grant, signedWith: ring)
        let read = SignedLink(token: link.token, name: grant.name, verifiedWith: ring)
        return read?.grant
    }
}
