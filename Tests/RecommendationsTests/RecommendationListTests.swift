import Purchases
@testable import Recommendations
import Testing

@Suite struct RecommendationListTests {
    private static func each(_ seed: UInt64, _ body: (ShopperHistory, ShopStatistics) throws -> Void) throws {
        let histories = Shop.histories(seed: seed)
        let everyone = ShopStatistics(of: histories)
        for log in histories { try body(try #require(ShopperHistory(of: log, asOf: nil, among: everyone)), everyone) }
    }

    @Test(arguments: 1...3 as ClosedRange<UInt64>, [1, 5, 10, 15, 25])
    func `the list is full, names each item once, and has its own items first by their rates`(seed: UInt64, limit: Int) throws {
        try Self.each(seed) { history, everyone in
            let rows = RecommendationList(for: history, among: everyone, by: .init(limit: limit)).rows
            #expect(rows.count == limit)
            #expect(Set(rows.map(\.item)).count == limit)
            let own = rows.prefix { $0.purchaseCount > 0 }
            #expect(zip(own, own.dropFirst()).allSatisfy { $0.score >= $1.score })
            #expect(rows.dropFirst(own.count).allSatisfy { $0.purchaseCount == 0 })
        }
    }

    @Test(arguments: 1...3 as ClosedRange<UInt64>, [10, 11, 15, 20, 30])
    func `what is new has one place in ten at most, and none of the first ten`(seed: UInt64, limit: Int) throws {
        try Self.each(seed) { history, everyone in
            let rows = RecommendationList(for: history, among: everyone, by: .init(limit: limit)).rows
            // The compiler mixes up a closure within a macro with another one beside it, so all stand outside.
            let startsWithItsOwn = rows.prefix(10).allSatisfy { $0.kind == .replenish || $0.kind == .habit }
            let new = rows.filter { $0.kind == .diversify }
            let isNew = new.allSatisfy { !history.categories.contains($0.category) }
            #expect(startsWithItsOwn)
            #expect(new.count <= limit / 10)
            #expect(isNew)
        }
    }

    @Test func `a list of one kind has that kind alone, of one category that category`() throws {
        try Self.each(7) { history, everyone in
            for kind in Recommendation.Kind.allCases {
                let rows = RecommendationList(for: history, among: everyone, by: .init(limit: 40, kind: kind)).rows
                #expect(rows.allSatisfy { $0.kind == kind })
            }
            let rows = RecommendationList(for: history, among: everyone, by: .init(categories: ["Category 3"])).rows
            #expect(!rows.isEmpty && rows.allSatisfy { $0.category == "Category 3" })
        }
    }

    @Test func `equal rates are ordered by the later purchase, then by name`() throws {
        let log = [Purchase.sample("b", 0), .sample("a", 0), .sample("c", 9)]
        let history = try #require(ShopperHistory(of: log, asOf: nil, among: .none))
        #expect(RecommendationList(for: history, among: .none, by: .init()).rows.map(\.item) == ["c", "a", "b"])
    }

    @Test func `an item is due by the next visit, then late, and lapsing when twice its interval has passed`() throws {
        let log = (0..<10).map { Purchase.sample("Milk", $0 * 10) }
        let everyone = ShopStatistics(of: [log])
        func row(_ today: Int) throws -> Recommendation {
            let history = try #require(ShopperHistory(of: log, asOf: CalendarDate(dayNumber: today), among: everyone))
            return try #require(RecommendationList(for: history, among: everyone, by: .init()).rows.first)
        }
        func timing(_ today: Int) throws -> [Int] {
            let row = try row(today)
            let timing = try #require(row.timing)
            return [timing.daysAgo, timing.daysLeft, timing.dueDay]
        }
        // Every ten days, the last time on the 90th, so used up on the 100th.
        #expect(try [90, 99, 100, 104, 109, 112].map { try row($0).state } == [.due, .due, .due, .late, .late, .lapsing])
        #expect(try [90, 99, 104].map(timing) == [[0, 10, 100], [9, 1, 100], [14, -4, 105]])
        #expect(try [90, 104, 112].map { try row($0).kind } == [.replenish, .replenish, .habit])
        #expect(try row(104).reason == .repeated(.init(orders: 10, allOrders: 10, everyone: .orders(share: 1))))
    }

    @Test func `what is used up after the next visit is upcoming, and what was never bought is new`() throws {
        let log = (0..<20).map { Purchase.sample($0 % 5 == 4 ? "Oil" : "Milk", $0 * 4) }
        let everyone = ShopStatistics(of: [log, [.sample("Tea", 76, user: "U2")]])
        let history = try #require(ShopperHistory(of: log, asOf: nil, among: everyone))
        let rows = RecommendationList(for: history, among: everyone, by: .init()).rows
        #expect(rows.map(\.item) == ["Milk", "Oil", "Tea"])
        #expect(rows.map(\.state) == [.due, .upcoming, .new])
        #expect(rows[2].timing == nil && rows[2].dueDate == nil)
    }

    @Test func `reasons tell small orders, and what everybody does`() throws {
        // Bread alone on every second day of shopping, beside six things together.
        let lines = (0..<16).flatMap { day in
            (day % 2 == 0 ? ["Bread"] : (0..<6).map { "Item \($0)" }).map { Purchase.sample($0, day * 3) }
        }
        let others = (0..<30).map { user in (0..<20).map { Purchase.sample($0 % 20 < 19 ? "Tea" : "Bread", $0 * 2, user: "V\(user)") } }
        let everyone = ShopStatistics(of: [lines] + others)
        let history = try #require(ShopperHistory(of: lines, asOf: nil, among: everyone))
        let rows = RecommendationList(for: history, among: everyone, by: .init(limit: 7)).rows
        let bread = try #require(rows.first { $0.item == "Bread" })
        #expect(
            bread.reason
                == .repeated(
                    .init(
                        orders: 8, allOrders: 16, lately: 5, isOftenInSmallOrders: true,
                        everyone: .orders(share: Double(8 + 30) / Double(16 + 600)))))
        let other = try #require(rows.first { $0.item == "Item 0" })
        #expect(other.reason == .repeated(.init(orders: 8, allOrders: 16, lately: 5)))
    }

    @Test func `an alternative is much alike, costs a tenth less, and is known to ten shoppers`() throws {
        let names = [
            "Brand Whole Milk 1 gal": 4_00, "House Whole Milk 1 gal": 3_00, "Brand Whole Milk 0.5 gal": 1_80, "Rare Whole Milk 1 gal": 1_00,
        ]
        let own = (0..<12).map { Purchase.sample("Brand Whole Milk 1 gal", $0 * 7, price: 4_00) }
        let others = (0..<12).map { user in
            names.filter { !$0.key.hasPrefix("Rare") }.map { Purchase.sample($0.key, 70, user: "V\(user)", price: Int64($0.value)) }
        }
        let everyone = ShopStatistics(of: [own] + others + [[.sample("Rare Whole Milk 1 gal", 70, user: "W", price: 1_00)]])
        let history = try #require(ShopperHistory(of: own, asOf: nil, among: everyone))
        let list = RecommendationList(for: history, among: everyone, by: .init())
        let alternative = try #require(list.rows.first?.alternative)
        // Both words and size as the half gallon's, at 75 % of the price for the same size instead of 90 %.
        #expect(["House Whole Milk 1 gal", "Brand Whole Milk 0.5 gal"].contains(alternative.item))
        #expect(alternative.isForSameSize && alternative.saving >= Money(hundredths: 40))
        #expect(list.monthlySaving > .zero)
    }

    @Test(arguments: [
        ("House Whole Milk 0.5 gal", PackSize.Dimension.volume, 1_892.705_892), ("Eggs 12ct", .count, 12),
        ("Flour 5 lb", .mass, 2_267.961_85),
        ("Paper Towels 6 rolls 2024", .count, 6), ("Juice 64 fl oz", .volume, 1_892.705_92),
    ])
    func `the size of a pack is read from its name`(name: String, dimension: PackSize.Dimension, amount: Double) throws {
        let size = try #require(PackSize(in: name))
        #expect(size.dimension == dimension && abs(size.amount - amount) < 1e-3)
    }

    @Test func `a name without a size has none`() {
        #expect(PackSize(in: "Milk") == nil && PackSize(in: "7 Up") == nil && PackSize(in: "") == nil)
    }

    @Test(arguments: ["99999999999999999999 g", "0.00000000000000000001 g", String(repeating: "9", count: 300) + " g"])
    func `a size as no pack has it is compared with none`(size: String) throws {
        let own = (0..<12).map { Purchase.sample("Whole Milk \(size)", $0 * 7, price: 400) }
        let others = (0..<12).map { user in
            ["Whole Milk \(size)", "Whole Milk 1 g"].map {
                Purchase.sample($0, 70, user: "V\(user)", price: $0.hasSuffix(" 1 g") ? 3_00 : 4_00)
            }
        }
        let everyone = ShopStatistics(of: [own] + others)
        let history = try #require(ShopperHistory(of: own, asOf: nil, among: everyone))
        let list = RecommendationList(for: history, among: everyone, by: .init())
        #expect(list.rows.first?.item == "Whole Milk \(size)")
        #expect(list.rows.allSatisfy { ($0.alternative?.saving ?? .zero) <= Money(hundredths: 4_00) })
    }
}
