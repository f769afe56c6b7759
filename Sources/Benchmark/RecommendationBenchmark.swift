import LogReading
import Purchases
import Recommendations
import Reports
import Samples
import Storage

/// What a shopper who buys 300 different items might buy next.
enum RecommendationBenchmark {
    private static let (itemCount, orderCount) = (300, 100)

    static func run() async throws {
        let file = try TemporaryLog(SampleLog(users: 200, months: 24))
        defer { file.remove() }
        let store = InMemoryPurchaseStore()
        _ = try await store.importPurchases(from: PurchaseLog(contentsOf: file.path))
        let everyone = await store.statistics().value
        let history = purchases(of: everyone)
        let subject = Subject(user: history[0].user)
        try printModel(history, everyone)
        print(
            """
            Suggestions for a shopper with \(history.count) purchases of \(min(itemCount, everyone.items.count)) items, in a shop of \
            \(everyone.items.count): ms of one thread, median
            """
        )
        var table = TextTable(["", "figures", "JSON"])
        let questions: KeyValuePairs<String, Question> = [
            "recommendations": .recommendations(.learned, limit: 15, kind: nil),
            "the first 100": .recommendations(.learned, limit: 100, kind: nil),
            "by the rules": .recommendations(.rules(Rules()), limit: 15, kind: nil), "alerts": .alerts(days: 14), "pantry": .pantry,
        ]
        for (name, question) in questions {
            var (figures, texts) = (Samples(), Samples())
            for _ in 0..<101 {
                let report = figures.measure { question.report(on: subject, from: history, among: everyone) }
                _ = texts.measure { report.json.bytes }
            }
            table.append([name, figures.median.text, texts.median.text])
        }
        table.printOut()
    }

    /// What the model itself costs, beside reading the history: the aim is 0.1 ms for each list.
    private static func printModel(_ purchases: [Purchase], _ everyone: ShopStatistics) throws {
        var (reading, ranking, alerts) = (Samples(), Samples(), Samples())
        for _ in 0..<501 {
            let history = reading.measure { ShopperHistory(of: purchases, asOf: nil, among: everyone) }
            guard let history else { return }
            _ = ranking.measure { RankingMethod.learned(.standard).ranking(for: history, among: everyone, limit: 15) }
            _ = alerts.measure { Alerts(for: history, among: everyone, days: 14) }
        }
        print("The model of suggestions, for the same shopper: ms of one thread, median")
        var table = TextTable(["", "ms"])
        for (name, samples) in [("reading the history", reading), ("ranking", ranking), ("alerts and due dates", alerts)] {
            table.append([name, samples.median.text])
        }
        table.printOut()
    }

    /// Every item on each 14th order, so that each order has about 21 lines.
    private static func purchases(of everyone: ShopStatistics) -> [Purchase] {
        let items = everyone.popularItems.prefix(itemCount)
        let last = everyone.days?.upperBound ?? CalendarDate(dayNumber: 20_000)
        return (0..<orderCount).flatMap { order in
            items.enumerated().filter { ($0.offset + order) % 14 == 0 }.map { _, name in
                Purchase(
                    user: UserID(rawValue: "U1"), order: OrderID(rawValue: String(order)),
                    date: last.adding(days: (order - orderCount) * 7),
                    itemName: name, category: everyone.items[name]?.category ?? "", basePrice: UnitPrice(hundredths: 2_00),
                    totalPrice: Money(hundredths: 2_00)
                )
            }
        }
    }
}
