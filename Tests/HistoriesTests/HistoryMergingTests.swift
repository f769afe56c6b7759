import Hashing
import Purchases
import Testing

@testable import Histories

/// Histories that become one.
@Suite struct HistoryMergingTests {
    private static let user = UserID(rawValue: "U1")

    /// Lines of few orders and items, so that they meet; what was decoded has as few decimals as its numbers need.
    private static func log(_ random: inout SplitMix64) -> [Purchase] {
        let unit = [1, 10, 100, 10_000].randomElement(using: &random) ?? 1
        return (0..<Int.random(in: 0..<40, using: &random)).map { _ in
            Purchase(
                user: user, order: OrderID(rawValue: ["", "a", "b", "\u{e9}", "e\u{301}", "z"].randomElement(using: &random) ?? ""),
                date: CalendarDate(dayNumber: Int.random(in: 19_000..<20_000, using: &random)),
                itemName: "Item \(Int.random(in: 0..<9, using: &random))", category: "C\(Int.random(in: 0..<2, using: &random))",
                quantity: Quantity(thousandths: Int64.random(in: -2...9, using: &random) * Int64(unit)),
                basePrice: UnitPrice(millionths: Int64.random(in: -50...900, using: &random) * Int64(unit)),
                totalPrice: Money(hundredths: Int64.random(in: -500...9_000, using: &random))
            )
        }
    }

    private static func coded(_ log: [Purchase]) throws -> History {
        var encoder = HistoryEncoder()
        return try HistoryDecoder().decode(encoder.encode(History(of: log)))
    }

    private static func bytes(_ history: History) throws -> [UInt8] {
        var encoder = HistoryEncoder()
        return try encoder.encode(history)
    }

    private static func orders(_ log: [Purchase]) -> [[UInt8]: [Purchase]] { Dictionary(grouping: log) { Array($0.order.rawValue.utf8) } }

    @Test func `a log in parts becomes what it is as a whole, to the byte`() throws {
        var random = SplitMix64(state: 20)
        for _ in 0..<300 {
            let parts = [Self.log(&random), Self.log(&random), Self.log(&random)]
            let whole = History(of: parts.flatMap { $0 })
            let joined = try Self.coded(parts[0]).joined(with: Self.coded(parts[1])).joined(with: Self.coded(parts[2]))
            #expect(joined.log(of: Self.user) == whole.log(of: Self.user))
            #expect(try Self.bytes(joined) == Self.bytes(whole))
        }
    }

    @Test func `an order that comes anew takes the place of the one before, to the byte`() throws {
        var random = SplitMix64(state: 21)
        for _ in 0..<300 {
            let (before, new) = (Self.log(&random), Self.log(&random))
            let (ordersBefore, ordersNew) = (Self.orders(before), Self.orders(new))
            var gone: [[UInt8]: Int] = [:]
            let after = try Self.coded(before).merged(with: Self.coded(new)) { order in
                gone[Array(order.id.utf8)] = order.kept.count
                return order.coming
            }
            let expected = ordersBefore.merging(ordersNew) { $1 }.sorted { $0.key.lexicographicallyPrecedes($1.key) }.flatMap(\.value)
            #expect(after.log(of: Self.user) == expected)
            #expect(try Self.bytes(after) == Self.bytes(History(of: expected)))
            let counts = Dictionary(uniqueKeysWithValues: ordersNew.keys.map { ($0, ordersBefore[$0]?.count ?? 0) })
            #expect(gone == counts)
        }
    }

    @Test func `orders with other ids are those that a log with these ids has`() throws {
        var random = SplitMix64(state: 24)
        for _ in 0..<300 {
            let log = Self.log(&random)
            let history = try Self.coded(log)
            let ids = ["a", "c", "\u{e9}", "zz"]
            let places = history.orders.indices.filter { _ in Bool.random(using: &random) }
            let names = Dictionary(uniqueKeysWithValues: places.map { ($0, ids[Int.random(in: 0..<4, using: &random)]) })
            let renamed = history.renamed(names)
            let expected = history.orders.enumerated().flatMap { place, order in
                history.lines[order.lines].map { history.purchase($0, of: names[place] ?? order.id, by: Self.user) }
            }
            #expect(try Self.bytes(renamed) == Self.bytes(History(of: expected)))
            for (place, order) in renamed.orders.enumerated() {
                #expect(renamed.order(order.id) == order && renamed.orders(from: order.id, to: order.id + "\u{1}") == place..<place + 1)
            }
            #expect(renamed.order("no such") == nil && renamed.orders(from: "b", to: "a").isEmpty)
        }
    }

    @Test func `what replaces itself stays the same bytes`() throws {
        var random = SplitMix64(state: 22)
        for _ in 0..<100 {
            let history = try Self.coded(Self.log(&random))
            #expect(try Self.bytes(history.merged(with: history) { $0.coming }) == Self.bytes(history))
        }
    }

    @Test func `years put together are the whole again`() throws {
        var random = SplitMix64(state: 23)
        for _ in 0..<100 {
            let history = History(of: Self.log(&random))
            let parts = history.byYear().map(\.history)
            guard let first = parts.first else { continue }
            let joined = parts.dropFirst().reduce(first) { $0.joined(with: $1) }
            #expect(try Self.bytes(joined) == Self.bytes(history))
        }
    }
}
