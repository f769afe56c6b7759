import Foundation
import Hashing
import Purchases
import Reports
import Testing
import Typography

@testable import Server

/// No form of an answer holds more than its level of disclosure says: histories that agree on that give the same bytes.
@Suite(.timeLimit(.minutes(10))) struct NoFormTellsMoreTests {
    private static let user = UserID(rawValue: "U1")
    private static let typesetter = try? Typesetter()

    /// Two years of orders with a few items each.
    private static let history: [Purchase] = {
        let items = [
            ("Oat Flakes", "Pantry", 349), ("Milk", "Dairy", 129), ("Gouda", "Dairy", 899), ("Apples", "Produce", 417),
            ("Dish Soap", "Household", 263), ("Coffee", "Drinks", 1_249),
        ]
        var purchases: [Purchase] = []
        for order in 0..<60 {
            let date = CalendarDate(dayNumber: 19_000 + order * 12)
            for (place, item) in items.enumerated() where (order * 7 + place * 5) % 3 != 0 {
                let price = Money(hundredths: Int64(item.2 + order * (place + 1) % 17))
                let quantity = 1 + (order + place) % 3
                purchases.append(
                    Purchase(
                        user: user, order: OrderID(rawValue: "\(order)"), date: date, itemName: item.0, category: item.1,
                        quantity: Quantity(quantity), basePrice: UnitPrice(price), totalPrice: price * quantity))
            }
        }
        return purchases
    }()

    private static func statistics(of history: [Purchase]) -> ShopStatistics {
        var tally = StatisticsTally()
        tally.add(history.compactMap(StatisticsTally.Line.init))
        return ShopStatistics(tally)
    }

    private static func scaled(by factor: Int) -> [Purchase] {
        history.map { purchase in
            var purchase = purchase
            purchase.basePrice.millionths *= Int64(factor)
            purchase.totalPrice = purchase.totalPrice * factor
            return purchase
        }
    }

    /// The history with another price of one line.
    private static func nudged(_ place: Int, by hundredths: Int64) -> [Purchase] {
        var history = history
        history[place].totalPrice += Money(hundredths: hundredths)
        return history
    }

    private static func requests(_ disclosure: Disclosure, _ more: String = "") -> [InsightRequest] {
        Question.addresses.compactMap { insight, query in
            let fields = [query, "width=320", "height=200", "disclosure=\(disclosure.rawValue)", more].filter { !$0.isEmpty }
            return try? InsightRequest(insight, of: user, query: Query(encoded: fields.joined(separator: "&")))
        }
    }

    /// What is told: the JSON of every question.
    private static func told(_ history: [Purchase], _ disclosure: Disclosure) throws -> [[UInt8]] {
        let (everyone, typesetter) = (statistics(of: history), try #require(typesetter))
        return try requests(disclosure).map { try $0.bytes(as: .json, from: history, among: everyone, typesetter: typesetter) }
    }

    /// Expects equal bytes in every form where the JSON is equal, which has to be so of most questions.
    private static func expectEqualForms(_ a: [Purchase], _ b: [Purchase], _ disclosure: Disclosure) throws {
        let typesetter = try #require(typesetter)
        let (everyoneA, everyoneB) = (statistics(of: a), statistics(of: b))
        let forms: [(Representation, String)] = [
            (.csv, ""), (.txt, ""), (.svg, ""), (.svg, "text=live"), (.png, ""), (.json, "include=regions"),
            (.txt, "locale=de-DE"),
        ]
        let agrees = zip(try told(a, disclosure), try told(b, disclosure)).map { $0 == $1 }
        #expect(agrees.count(where: { $0 }) * 4 >= agrees.count * 3)
        for (representation, more) in forms {
            for (request, _) in zip(requests(disclosure, more), agrees).filter(\.1) {
                let bytes = try request.bytes(as: representation, from: a, among: everyoneA, typesetter: typesetter)
                let others = try request.bytes(as: representation, from: b, among: everyoneB, typesetter: typesetter)
                let isEqual = bytes == others
                #expect(isEqual, "\(request.insight) \(request.question.fields) as \(representation) \(more)")
            }
        }
    }

    @Test(arguments: [Disclosure.share, .trend], [2, 3])
    func `a shopper who pays so many times as much looks the same where no amounts are told`(disclosure: Disclosure, factor: Int) throws {
        let other = Self.scaled(by: factor)
        #expect(try Self.told(other, .full) != Self.told(Self.history, .full))
        try Self.expectEqualForms(Self.history, other, disclosure)
    }

    @Test(arguments: [Disclosure.rounded, .share, .trend])
    func `a cent that no number tells is told by no form`(disclosure: Disclosure) throws {
        for place in [7, 58, 131] {
            let other = Self.nudged(place, by: 1)
            #expect(try Self.told(other, .full) != Self.told(Self.history, .full))
            try Self.expectEqualForms(Self.history, other, disclosure)
        }
    }
}
