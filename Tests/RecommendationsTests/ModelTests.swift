import Purchases
@testable import Recommendations
import Testing

/// Lists, alerts and due dates beside a second implementation of their formulas.
@Suite struct ModelTests {
    private static func shop(_ seed: UInt64) -> (histories: [[Purchase]], everyone: ShopStatistics, model: ReferenceModel) {
        let histories = Shop.histories(seed: seed, shoppers: 1_000, items: 120)
        return (histories, ShopStatistics(of: histories), ReferenceModel(histories))
    }

    private static func user(_ log: [Purchase]) -> String { log.first?.user.rawValue ?? "" }

    @Test(arguments: 1...2 as ClosedRange<UInt64>)
    func `the lists of a thousand shoppers are those of the formula`(seed: UInt64) throws {
        let (histories, everyone, model) = Self.shop(seed)
        for log in histories {
            let history = try #require(ShopperHistory(of: log, asOf: nil, among: everyone))
            let rows = RecommendationList(for: history, among: everyone, by: .init(limit: 10)).rows
            let expected = model.ranking(of: Self.user(log), limit: 10)
            let scores = model.scores(of: Self.user(log))
            #expect(rows.count == expected.count)
            for (row, other) in zip(rows, expected) where row.item != other.item {
                // Equal scores may swap: they are the same but for the last bits of a sum.
                let score = try #require(scores[row.item])
                #expect(abs(score - other.score) <= 1e-12)
            }
            for row in rows where row.purchaseCount > 0 {
                let score = try #require(scores[row.item])
                #expect(abs(row.score - score) <= 1e-12)
                guard case .repeated(let repeats) = row.reason else {
                    Issue.record("\(row.reason)")
                    continue
                }
                let counts = model.counts(of: row.item, for: Self.user(log))
                #expect(repeats.orders == counts[0] && repeats.allOrders == counts[1])
                #expect(repeats.lately == (counts[1] > 10 ? counts[2] : nil))
            }
        }
    }

    @Test(arguments: [1, 14, 30])
    func `the alerts of a thousand shoppers are those of the formula, and so are due dates`(days: Int) throws {
        let (histories, everyone, model) = Self.shop(7)
        let overall = model.overallIntervalLog
        for log in histories {
            let (user, history) = (Self.user(log), try #require(ShopperHistory(of: log, asOf: nil, among: everyone)))
            #expect(history.today == model.lastDay)
            var expected: [String: Double] = [:]
            for item in history.items where item.days.count > 1 {
                let interval = model.typicalInterval(of: item.name, for: user, overall: overall)
                let probability = model.probability(of: item.name, for: user, within: Double(days), interval: interval)
                if probability >= 0.3 { expected[item.name] = probability }
            }
            let alerts = Alerts(for: history, among: everyone, days: days).rows
            #expect(Set(alerts.map(\.recommendation.item)) == Set(expected.keys))
            for row in alerts {
                let item = row.recommendation.item
                #expect(abs(row.probability - (expected[item] ?? 0)) < 1e-8)
                let interval = model.typicalInterval(of: item, for: user, overall: overall)
                #expect(row.recommendation.timing?.dueDay == model.dueDay(of: item, for: user, interval: interval))
            }
            let inOrder = zip(alerts, alerts.dropFirst()).allSatisfy { $0.probability >= $1.probability }
            #expect(inOrder)
        }
    }

    @Test(arguments: 1...3 as ClosedRange<UInt64>)
    func `nothing is due before the next visit, and every state says what it is called after`(seed: UInt64) throws {
        let (histories, everyone, _) = Self.shop(seed)
        for log in histories.prefix(200) {
            let history = try #require(ShopperHistory(of: log, asOf: nil, among: everyone))
            let dueDates = DueDates(of: history, among: everyone)
            for item in history.items {
                let timing = dueDates.timing(of: item)
                #expect(timing.dueDay > history.today)
                #expect(timing.dueDay >= history.today + timing.daysLeft)
                let isOverTwice = Double(timing.daysAgo) > 2 * timing.typicalInterval
                #expect((timing.state == .lapsing) == isOverTwice)
                switch timing.state {
                case .late: #expect(timing.daysLeft < 0)
                case .due: #expect(timing.daysLeft >= 0 && timing.dueDay >= history.today + timing.daysLeft)
                case .upcoming: #expect(timing.dueDay == history.today + timing.daysLeft)
                case .lapsing: break
                case .new: Issue.record("What was bought is not new.")
                }
            }
        }
    }
}
