import Hashing
import Histories
import Purchases
import Storage
import Testing

@testable import SQLStorage

/// Logs that are sorted by shopper in bounded memory.
@Suite struct SortedLogTests {
    struct Failure: Error {}

    private static func log(seed: UInt64) -> [Purchase] {
        var random = SplitMix64(state: seed)
        let users = ["U1", "U10", "u1", "", "\u{e9}", "e\u{301}", "Z", "🍮"]
        return (0..<Int.random(in: 0..<300, using: &random)).map { number in
            .sample(
                users.randomElement(using: &random) ?? "", order: "\(Int.random(in: 0..<5, using: &random))", "Item \(number % 40)",
                total: Int64(number))
        }
    }

    /// The lines by shopper, then order, each order's in their order.
    private static func expected(_ log: [Purchase]) -> [Purchase] {
        func key(_ line: Purchase) -> (ExactText, ExactText) { (ExactText(line.user.rawValue), ExactText(line.order.rawValue)) }
        return log.enumerated().sorted { a, b in
            let (one, other) = (key(a.element), key(b.element))
            return one == other ? a.offset < b.offset : one < other
        }.map(\.element)
    }

    @Test(arguments: 1...20 as ClosedRange<UInt64>)
    func `whatever is held in memory, each shopper comes once, in order, with all lines in theirs`(seed: UInt64) throws {
        let log = Self.log(seed: seed)
        for (lineBound, runBound) in [(1, 2), (7, 2), (7, 3), (50, 64), (10_000, 64)] {
            var rest = log[...]
            let sorted = try SortedLog(lineBound: lineBound, runBound: runBound) {
                defer { rest = rest.dropFirst(13) }
                return Array(rest.prefix(13))
            }
            // It may be read again, as after a transaction that did not come through.
            for _ in 0..<2 {
                var (iterator, users, lines) = (try sorted.makeIterator(), [ExactText](), [Purchase]())
                while let shopper = try iterator.next() {
                    users.append(shopper.user)
                    lines += shopper.history.log(of: UserID(rawValue: shopper.user.value))
                }
                #expect(users == Array(Set(users)).sorted())
                #expect(lines == Self.expected(log))
            }
        }
    }

    @Test func `what the log throws comes through`() throws {
        #expect(throws: Failure.self) { _ = try SortedLog { throw Failure() } }
    }
}
