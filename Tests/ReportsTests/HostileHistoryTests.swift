import Analytics
import Charts
import Foundation
import Hashing
import Purchases
import Recommendations
import Reports
import Testing

/// Histories as no shop has them: every question has an answer all the same, and its parts come to the whole.
@Suite struct HostileHistoryTests {
    private static let user = UserID(rawValue: "U1")

    private static func line(_ item: Int, _ day: Int, quantity: Int, hundredths: Int64) -> Purchase {
        Purchase(
            user: user, order: OrderID(rawValue: String(day)), date: CalendarDate(dayNumber: day), itemName: "Item \(item)",
            category: "Category \(item % 4)", quantity: Quantity(quantity), basePrice: UnitPrice(hundredths: abs(hundredths)),
            totalPrice: Money(hundredths: hundredths)
        )
    }

    /// The dearest line that a log may have.
    private static let dearest: Int64 = 100_000_000_000
    private static let (first, last) = (CalendarDate("1900-01-01")!.dayNumber, CalendarDate("9999-12-31")!.dayNumber)

    private static let fixed: [(name: String, history: [Purchase])] = [
        ("none", []), ("one", [line(1, 19_800, quantity: 1, hundredths: 349)]),
        ("refunds alone", (0..<5).map { line($0 % 2, 19_800 + $0 * 30, quantity: -1, hundredths: -349) }),
        ("free", (0..<5).map { line($0 % 2, 19_800 + $0 * 30, quantity: 1, hundredths: 0) }),
        ("no units", (0..<5).map { line($0 % 2, 19_800 + $0 * 30, quantity: 0, hundredths: 0) }),
        ("given back as bought", [1, -1, 1, -1].enumerated().map { line(1, 19_800 + $0 * 30, quantity: $1, hundredths: Int64($1) * 99) }),
        ("far apart", [0, 19_800, 47_500].map { line(1, $0, quantity: 1, hundredths: 349) }),
        ("millennia apart", [first, 19_800, last].map { line(1, $0, quantity: 1, hundredths: 349) }),
        ("dear", (0..<9).map { line($0 % 2, 19_800 + $0 * 9, quantity: $0 % 3 + 1, hundredths: $0 % 4 == 0 ? -dearest : dearest) }),
        ("one day", (0..<300).map { _ in line(1, 19_800, quantity: 1, hundredths: 349) }),
    ]

    /// A history drawn from a seed: few items, days that cluster, prices and quantities that may be anything.
    private static func drawn(_ seed: UInt64) -> [Purchase] {
        var random = SplitMix64(state: seed)
        let start = [0, 19_000, 40_000][Int(seed % 3)]
        let prices: [Int64] = [0, 1, 99, 349, dearest / 1_000_000]
        return (0..<Int.random(in: 0...40, using: &random)).map { _ in
            let quantity = [-3, -1, 0, 1, 1, 2, 999_999].randomElement(using: &random) ?? 1
            let price = prices.randomElement(using: &random) ?? 0
            let day = start + Int.random(in: 0...[1, 40, 800][Int(seed / 3 % 3)], using: &random)
            return line(Int.random(in: 0..<8, using: &random), day, quantity: quantity, hundredths: price * Int64(quantity))
        }.sorted { $0.date < $1.date }
    }

    private static let histories = fixed + (1...60).map { ("seed \($0)", drawn($0)) }

    private static let filters: [PurchaseFilter] = [
        .none, PurchaseFilter(month: .everyYear(3)), PurchaseFilter(month: Month("2024-03").map { .only($0) }),
        PurchaseFilter(from: CalendarDate("2024-02-10"), to: CalendarDate("2024-05-09"), categories: ["Category 1"]),
        PurchaseFilter(from: CalendarDate("0001-01-01"), to: CalendarDate("9999-12-31")),
    ]

    private static let questions =
        Question.samples + [
            .priceHistory(item: "Item 1"), .amountDistribution(of: .item, bins: 40), .spendingChanges(against: .year, by: .item, limit: 1),
            .recommendations(.learned, limit: 100, kind: nil), .recommendations(.rules(.init()), limit: 100, kind: nil),
            .recommendations(.learned, limit: 100, kind: .save), .recommendations(.learned, limit: 100, kind: .seasonal),
            .alerts(days: 90), .pantry,
        ]

    private func object(
        _ question: Question, _ filter: PurchaseFilter, _ history: [Purchase], among everyone: ShopStatistics = .none
    ) throws -> [String: Any] {
        let subject = Subject(user: Self.user, filter: filter)
        let report = question.report(on: subject, from: history, among: everyone)
        let table = report.table
        #expect(table.rows.allSatisfy { $0.count == table.columns.count })
        #expect(!report.chart(Presentation()).title.isEmpty)
        // What is not a number cannot be read.
        return try #require(try JSONSerialization.jsonObject(with: Data(report.json.bytes)) as? [String: Any])
    }

    private static func statistics(of history: [Purchase]) -> ShopStatistics {
        var tally = StatisticsTally()
        tally.add(history.compactMap(StatisticsTally.Line.init))
        return ShopStatistics(tally)
    }

    @Test(arguments: histories.indices)
    func `every question about any history has an answer`(place: Int) throws {
        let history = Self.histories[place].history
        let everyone = Self.statistics(of: history)
        for filter in Self.filters {
            for question in Self.questions { #expect(try object(question, filter, history, among: everyone).count >= 3, "\(question)") }
        }
    }

    @Test(arguments: histories.indices)
    func `what is due stands in the order of its days`(place: Int) throws {
        let history = Self.histories[place].history
        for question in [Question.recommendations(.learned, limit: 100, kind: nil), .alerts(days: 90), .pantry] {
            let report = question.report(on: Subject(user: Self.user), from: history, among: Self.statistics(of: history))
            let marks = report.chart(Presentation()).marks
            guard case .timeline(let timeline)? = marks.first else { return #expect(Bool(false), "\(question)") }
            let days = timeline.rows.map(\.day)
            #expect(days == days.sorted())
        }
    }

    private func hundredths(_ value: Any?) -> Int64? { (value as? Double).map { Int64(($0 * 100).rounded()) } }

    private func sum(_ rows: Any?, _ name: String) -> Int64 {
        (rows as? [[String: Any]] ?? []).compactMap { hundredths($0[name]) }.reduce(0, +)
    }

    @Test(arguments: histories.indices)
    func `months, categories and amounts come to the same whole, and shares to one or nothing`(place: Int) throws {
        let history = Self.histories[place].history
        for filter in Self.filters {
            let purchases = history.filter(filter.contains)
            let total = purchases.map(\.totalPrice).reduce(.zero, +).hundredths
            let summary = try object(.spendingSummary(.donut), filter, history)
            #expect(hundredths(summary["total_spent"]) == total)
            #expect(sum(summary["spending_summary"], "total_spent") == total)
            let shares = (summary["spending_summary"] as? [[String: Any]] ?? []).compactMap { $0["share"] as? Double }
            #expect(total > 0 ? abs(shares.reduce(0, +) - 1) < 1e-5 * Double(shares.count) : shares.allSatisfy { $0 == 0 })
            #expect(sum(try object(.monthlyTrends(.bar), filter, history)["monthly_trends"], "total_spent") == total)
            #expect(sum(try object(.categoryTrends, filter, history)["series"], "total") == total)
            let bins = try object(.amountDistribution(of: .item, bins: nil), filter, history)["bins"] as? [[String: Any]] ?? []
            #expect(bins.compactMap { $0["count"] as? Int }.reduce(0, +) == purchases.count)
        }
    }

    @Test(arguments: histories.indices)
    func `contributions come to the difference to the cent`(place: Int) throws {
        let history = Self.histories[place].history
        for filter in Self.filters {
            let changes = try object(.spendingChanges(against: .previous, by: .effect, limit: 50), filter, history)
            guard let difference = hundredths(changes["difference"]) else { continue }
            let parts = try #require(changes["contributions"] as? [String: Any])
            #expect(parts.values.compactMap(hundredths).reduce(0, +) == difference)
            for rows in ["by_category", "by_item"] { #expect(sum(changes[rows], "difference") == difference) }
            let (now, then) = (changes["period"] as? [String: Any], changes["compared_with"] as? [String: Any])
            #expect(now?["days"] as? Int == then?["days"] as? Int)
            #expect(hundredths(now?["total_spent"]).map { now in hundredths(then?["total_spent"]).map { now - $0 } } == difference)
        }
    }
}
