import CDeflate
import Hashing
import Purchases
import Testing

@testable import Histories

@Suite struct HistoryTests {
    private static func coded(_ history: History) throws -> History {
        var encoder = HistoryEncoder()
        return try HistoryDecoder().decode(encoder.encode(history))
    }

    /// Purchases of one shopper, of every shape that one can have.
    private static func purchases(_ random: inout SplitMix64) -> [Purchase] {
        let texts = ["", "Tea", "Caf\u{e9}", "Cafe\u{301}", "\u{0}", "🍮", String(repeating: "long ", count: 40)]
        func number(_ random: inout SplitMix64) -> Int64 {
            switch Int.random(in: 0..<12, using: &random) {
            case 0: [.min, .max, -1, 0][Int.random(in: 0..<4, using: &random)]
            case 1: Int64(bitPattern: random.next())
            default: Int64.random(in: -300...3_000, using: &random)
            }
        }
        return (0..<Int.random(in: 0..<200, using: &random)).map { _ in
            let day = Int.random(in: 0..<20, using: &random) == 0 ? [-719_162, 2_932_896, 0].randomElement(using: &random) : nil
            return Purchase(
                user: UserID(rawValue: "U1"),
                order: OrderID(rawValue: ["", "\u{e9}", "e\u{301}", "10", "9"].randomElement(using: &random) ?? ""),
                date: CalendarDate(dayNumber: day ?? Int.random(in: 19_000..<19_040, using: &random)),
                productID: texts.randomElement(using: &random) ?? "", itemName: texts.randomElement(using: &random) ?? "",
                brand: texts.randomElement(using: &random) ?? "", category: texts.randomElement(using: &random) ?? "",
                quantity: Quantity(thousandths: number(&random)), basePrice: UnitPrice(millionths: number(&random)),
                totalPrice: Money(hundredths: number(&random))
            )
        }
    }

    @Test func `purchases come back as they were, by date, then order, then line`() throws {
        var random = SplitMix64(state: 13)
        for _ in 0..<300 {
            let purchases = Self.purchases(&random)
            let sorted = purchases.enumerated().sorted { a, b in
                if a.element.date != b.element.date { return a.element.date < b.element.date }
                if a.element.order < b.element.order { return true }
                return b.element.order < a.element.order ? false : a.offset < b.offset
            }.map(\.element)
            let read = try Self.coded(History(of: purchases)).purchases(of: UserID(rawValue: "U1"))
            #expect(read.elementsEqual(sorted, by: { $0 == $1 && Array($0.itemName.utf8) == Array($1.itemName.utf8) }))
        }
    }

    @Test func `weights, fine prices, other currencies and times of day come back as they were`() throws {
        var random = SplitMix64(state: 5)
        for _ in 0..<300 {
            let decimals = History.Decimals(
                quantity: Int.random(in: 0...3, using: &random), price: Int.random(in: 0...6, using: &random),
                total: Int.random(in: 0...3, using: &random))
            var history = History(decimals: decimals, articles: (0..<5).map { History.Article(item: "Item \($0)", category: "C\($0 % 2)") })
            for order in 0..<Int.random(in: 0...6, using: &random) {
                let start = history.lines.count
                let isTimed = Bool.random(using: &random)
                for _ in 0..<Int.random(in: 1...5, using: &random) {
                    // Not a multiple of ten, so that no decimal is in vain.
                    history.lines.append(
                        History.Line(
                            article: Int.random(in: 0..<5, using: &random), day: Int.random(in: 20_000...20_003, using: &random),
                            second: isTimed && Int.random(in: 0..<4, using: &random) > 0 ? Int.random(in: 0..<86_400, using: &random) : nil,
                            quantity: Int64.random(in: -500...500, using: &random) * 10 + 1,
                            price: Int64.random(in: -500...500, using: &random) * 10 + 3,
                            total: Int64.random(in: -9_999...9_999, using: &random)))
                }
                history.orders.append(History.Order(id: "\(order)", lines: start..<history.lines.count))
            }
            let read = try Self.coded(history)
            #expect(read.orders == history.orders)
            for (one, other) in zip(read.lines, history.lines) {
                #expect(read.articles[one.article] == history.articles[other.article])
                #expect(
                    (one.day, one.second, one.quantity, one.price, one.total) == (
                        other.day, other.second, other.quantity, other.price, other.total
                    ))
            }
            if !history.lines.isEmpty { #expect(read.decimals == decimals) }
        }
    }

    @Test func `the same purchases give the same bytes, whatever came between and in whatever unit they are told`() throws {
        var encoder = HistoryEncoder()
        var fine = History(decimals: .init(quantity: 3, price: 6, total: 2))
        fine.articles = [.init(item: "never used"), .init(item: "Tea"), .init(item: "Tea")]
        fine.lines = [
            .init(article: 2, day: 20_000, quantity: 2_000, price: 2_500_000, total: 500),
            .init(article: 1, day: 20_000, quantity: 1_000, price: 2_500_000, total: 250),
        ]
        fine.orders = [.init(id: "1", lines: 0..<2)]
        var plain = History(decimals: .init(quantity: 0, price: 1, total: 2), articles: [.init(item: "Tea")])
        plain.lines = [
            .init(article: 0, day: 20_000, quantity: 2, price: 25, total: 500),
            .init(article: 0, day: 20_000, quantity: 1, price: 25, total: 250),
        ]
        plain.orders = fine.orders
        let bytes = try encoder.encode(plain)
        #expect(try encoder.encode(fine) == bytes)
        #expect(try HistoryDecoder().decode(bytes) == plain)
    }

    @Test func `the format is the one that is documented`() throws {
        var history = History(decimals: .init(quantity: 0, price: 2, total: 2))
        history.articles = [.init(item: "Tea", brand: "Leaf", category: "Drinks", product: "P1"), .init(item: "Rye", category: "Drinks")]
        history.lines = [
            .init(article: 0, day: 18_003, quantity: 2, price: 251, total: 502),
            .init(article: 1, day: 18_003, quantity: 1, price: 300, total: 290),
            .init(article: 0, day: 18_005, second: 60, quantity: -1, price: 249, total: -249),
            .init(article: 0, day: 18_006, second: 59, quantity: 1, price: 249, total: 249),
        ]
        history.orders = [.init(id: "A", lines: 0..<2), .init(id: "B", lines: 2..<4)]
        var encoder = HistoryEncoder()
        let golden: [UInt8] =
            [0x10, 62, 0, 2, 2]
            + [2, 6] + Array("Tea".utf8) + [8] + Array("Leaf".utf8) + [12] + Array("Drinks".utf8) + [4] + Array("P1".utf8)
            + [6] + Array("Rye".utf8) + [0, 1, 0]
            + [2]
            + [1] + Array("A".utf8) + [2 << 2, 6, 0, 4, 0xf6, 3, 0, 1, 2, 0xd8, 4, 19]
            + [1] + Array("B".utf8) + [2 << 2 | 3, 10, 61] + [0, 0, 0, 1, 3, 0] + [2, 1, 0, 2, 0, 0]
        let bytes = try encoder.encode(history)
        #expect(bytes == golden, "\(bytes)")
        #expect(try HistoryDecoder().decode(golden) == history)
    }

    @Test func `a long history is deflated`() throws {
        var random = SplitMix64(state: 3)
        let purchases = (0..<2_000).map { number in
            Purchase(
                user: UserID(rawValue: "U1"), order: OrderID(rawValue: "A\(number / 12)"),
                date: CalendarDate(dayNumber: 19_000 + number / 12),
                itemName: "Item \(Int.random(in: 0..<80, using: &random))", category: "Pantry", basePrice: UnitPrice(hundredths: 250),
                totalPrice: Money(hundredths: 250))
        }
        var encoder = HistoryEncoder()
        let history = History(of: purchases)
        let bytes = try encoder.encode(history)
        #expect(bytes[0] == 0x11)
        #expect(bytes.count < 8 * 2_000)
        #expect(try HistoryDecoder().decode(bytes).purchases(of: UserID(rawValue: "U1")).count == 2_000)
        let years = history.byYear()
        #expect(years.map(\.year) == [2022])
        #expect(years.map(\.history.lines.count).reduce(0, +) == 2_000)
    }

    @Test func `an order is of the year of its first line`() {
        var history = History(decimals: .init(quantity: 0, price: 0, total: 0), articles: [.init(item: "Tea")])
        let (old, new) = (CalendarDate("2023-12-31")?.dayNumber ?? 0, CalendarDate("2024-01-01")?.dayNumber ?? 0)
        history.lines = [new, old, old, new].map { History.Line(article: 0, day: $0, quantity: 1, price: 1, total: 1) }
        history.orders = [.init(id: "1", lines: 0..<2), .init(id: "2", lines: 2..<4)]
        let years = history.byYear()
        #expect(years.map(\.year) == [2023, 2024])
        #expect(years.map { $0.history.orders.map(\.id) } == [["2"], ["1"]])
        #expect(years[1].history.lines.map(\.day) == [new, old])
    }

    @Test(arguments: [
        (HistoryError.outOfRange(.article), [History.Line(article: 1, day: 0, quantity: 1, price: 1, total: 1)]),
        (.outOfRange(.day), [History.Line(article: 0, day: 2_932_897, quantity: 1, price: 1, total: 1)]),
        (.outOfRange(.second), [History.Line(article: 0, day: 0, second: 86_400, quantity: 1, price: 1, total: 1)]),
        (.outOfRange(.lines), []),
    ])
    func `what no history holds is refused before it is written`(error: HistoryError, lines: [History.Line]) {
        var history = History(decimals: .init(quantity: 0, price: 2, total: 2), articles: [.init(item: "Tea")], lines: lines)
        history.orders = [.init(id: "1", lines: 0..<lines.count)]
        #expect(throws: error) {
            var encoder = HistoryEncoder()
            return try encoder.encode(history)
        }
    }

    @Test func `a directory of years comes back as it was`() throws {
        let directory = YearDirectory(years: [
            .init(year: 1, lineCount: 1, revision: .max), .init(year: 2023, lineCount: 131_000, revision: 7),
            .init(year: 9_999, lineCount: 3, revision: 0),
        ])
        #expect(try YearDirectory(decoding: directory.bytes) == directory)
        var encoder = HistoryEncoder()
        #expect(try YearDirectory(decoding: encoder.encode(History(decimals: .init(quantity: 0, price: 0, total: 0)))) == nil)
        for end in 1..<directory.bytes.count {
            #expect(throws: HistoryError.self) { try YearDirectory(decoding: Array(directory.bytes[..<end])) }
        }
    }
}
