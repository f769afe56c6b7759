import Purchases
import Testing

@testable import Analytics

@Suite struct AmountDistributionTests {
    @Test func `nothing bought has no bins`() {
        let distribution = AmountDistribution(of: [], by: .item)
        #expect(distribution.bins.isEmpty)
        #expect(distribution.median == .zero && distribution.max == .zero)
    }

    @Test(arguments: [0, 1, 8, 7_31, 10_00, -5_00, 99_999_99] as [Int64])
    func `one amount alone is in one bin of several, from zero on`(price: Int64) throws {
        let distribution = AmountDistribution(of: [.sample(price: price), .sample(price: price)], by: .item)
        let amount = Money(hundredths: price)
        #expect(distribution.median == amount)
        let bins = distribution.bins
        let filled = bins.filter { $0.count > 0 }
        #expect(filled.map(\.count) == [2])
        #expect(try #require(filled.first).from <= amount && amount < #require(filled.first).to)
        #expect(bins.first?.from == .zero || bins.last?.to == .zero)
        #expect(abs(price) < 8 && price != 0 || (8...22).contains(bins.count), "\(bins.count)")
        #expect(zip(bins, bins.dropFirst()).allSatisfy { $0.to == $1.from })
    }

    @Test func `orders are summed before they are counted`() {
        let purchases: [Purchase] = [.sample(order: "1", price: 3_00), .sample(order: "1", price: 4_00), .sample(order: "2", price: 10_00)]
        let distribution = AmountDistribution(of: purchases, by: .order)
        #expect(distribution.count == 2)
        #expect(distribution.mean == Money(hundredths: 8_50))
        #expect(distribution.max == Money(hundredths: 10_00))
    }

    @Test func `quantiles interpolate between neighbours`() {
        let amounts = [1, 2, 3, 4].map { Money(hundredths: $0 * 100) }
        #expect(amounts.quantile(0.5) == Money(hundredths: 2_50))
        #expect(amounts.quantile(0.9) == Money(hundredths: 3_70))
        #expect(amounts.quantile(0) == Money(hundredths: 1_00))
        #expect(amounts.quantile(1) == Money(hundredths: 4_00))
        // 0 + 5 × 0.3, rounded to the nearest cent, halves up.
        let dear = [0, 0, 0, 0, 0, 0, 0, 5].map { Money(hundredths: $0) }
        #expect(dear.quantile(0.9) == Money(hundredths: 2))
    }

    @Test func `a few refunds share a bin up to zero, and many have bins of their own`() throws {
        func bins(refunds: Int) -> [AmountDistribution.Bin] {
            let bought = (0..<100).map { Purchase.sample(on: "2024-01-10", order: "\($0)", price: 100 + Int64($0) * 10) }
            let returned = (0..<refunds).map { Purchase.sample(on: "2024-01-12", order: "R\($0)", price: -500 - Int64($0) * 100) }
            return AmountDistribution(of: bought + returned, by: .item).bins
        }
        let few = bins(refunds: 3)
        #expect(few[0].isOpenBelow && few[0].count == 3 && few[0].to == .zero && few[1].from == .zero)
        #expect(!bins(refunds: 20).contains(where: \.isOpenBelow) && !bins(refunds: 0).contains(where: \.isOpenBelow))
    }

    @Test func `equal amounts at every edge make bins of equal height, the last one too`() {
        let history = (0..<200).map { Purchase.sample(on: "2024-01-\(10 + $0 % 20)", order: "\($0)", price: Int64($0 % 10 + 1) * 100) }
        let bins = AmountDistribution(of: history, by: .item).bins
        #expect(bins.allSatisfy { $0.count == 20 || $0.count == 0 })
        #expect(bins.map(\.count).reduce(0, +) == 200)
    }

    @Test(
        arguments: [(1.0, 1), (1.5, 2), (3, 5), (11, 20), (21, 25), (26, 50), (51, 100), (210, 250), (99_999, 100_000)] as [(Double, Int64)]
    )
    func `widths are round`(least: Double, width: Int64) {
        #expect(AmountDistribution.roundWidth(atLeast: least) == width)
    }

    @Test(arguments: 1...40 as ClosedRange<UInt64>)
    func `bins hold every amount once, side by side, with round edges`(seed: UInt64) throws {
        let history = Purchase.history(seed: seed, count: 40 + Int(seed) * 10)
        for unit in AmountDistribution.Unit.allCases {
            for wish in [nil, 1, 8, 40] {
                let distribution = AmountDistribution(of: history, by: unit, binCount: wish)
                #expect(distribution.bins.map(\.count).reduce(0, +) == distribution.count)
                #expect(zip(distribution.bins, distribution.bins.dropFirst()).allSatisfy { $0.to == $1.from })
                let plain = distribution.bins.drop(while: \.isOpenBelow)
                let first = try #require(plain.first)
                #expect(plain.dropLast().allSatisfy { ($0.to - $0.from) == (first.to - first.from) && !$0.isOpen })
                #expect(try #require(distribution.bins.last).to >= distribution.max)
                if wish == nil { #expect((8...44).contains(distribution.bins.count), "\(distribution.bins.count)") }
            }
        }
    }
}
