import Hashing
import Purchases
import Testing

@testable import Analytics

@Suite struct MoneyOrderTests {
    /// From pennies to all there can be, on both sides of zero.
    private static let bounds: [Int64] = [1, 9_99, 70_000, 1 << 31, 1 << 56, .max]

    @Test(arguments: bounds, [0, 1, 64, 65, 1_000])
    func `amounts are in the order in which comparing them puts them`(bound: Int64, count: Int) {
        var random = SplitMix64(state: UInt64(bound))
        let amounts = (0..<count).map { _ in Money(hundredths: .random(in: -bound...bound, using: &random)) }
        #expect(amounts.inOrder() == amounts.sorted())
    }

    @Test func `the smallest and the largest number there are stand at the ends`() {
        let amounts = ([Int64](repeating: 5, count: 80) + [.max, .min, 0, -1]).map { Money(hundredths: $0) }
        #expect(amounts.inOrder() == amounts.sorted())
    }
}
