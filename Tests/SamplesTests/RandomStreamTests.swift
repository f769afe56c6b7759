import Testing

@testable import Samples

struct RandomStreamTests {
    @Test func `the numbers are those of SplitMix64`() {
        var random = RandomStream(state: 1_234_567)
        let expected: [UInt64] = [6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423]
        #expect(expected.allSatisfy { $0 == random.next() })
    }

    @Test func `each shopper and each product has a stream of its own`() {
        let purposes: [RandomStream.Purpose] = (0..<500).flatMap { [.shopper($0), .price(product: $0)] }
        let first = purposes.map { purpose in
            var random = RandomStream(seed: 1, for: purpose)
            return random.next()
        }
        #expect(Set(first).count == purposes.count)
    }

    @Test func `a range is filled evenly and never left`() {
        var random = RandomStream(seed: 1, for: .shopper(0))
        var counts = [Int](repeating: 0, count: 7)
        for _ in 0..<7_000 { counts[random.number(in: -3...3) + 3] += 1 }
        #expect(counts.allSatisfy { (850...1_150).contains($0) })
    }

    @Test func `a weighted choice follows its weights and never takes a weight of zero`() {
        var random = RandomStream(seed: 2, for: .shopper(0))
        let choice = WeightedChoice([0, 1, 0, 3, 0])
        var counts = [Int](repeating: 0, count: 5)
        for _ in 0..<4_000 { counts[choice.draw(using: &random)] += 1 }
        #expect(counts[0] + counts[2] + counts[4] == 0)
        #expect((850...1_150).contains(counts[1]))
    }
}
