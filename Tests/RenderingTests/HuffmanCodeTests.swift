import Hashing
import Testing

@testable import Rendering

@Suite struct HuffmanCodeTests {
    private static func frequencies(_ seed: UInt64) -> [Int] {
        var random = SplitMix64(state: seed)
        let count = Int.random(in: 2...286, using: &random)
        let magnitude = Int.random(in: 1...40, using: &random)
        return (0..<count).map { _ in Int.random(in: 0...(1 << Int.random(in: 0...magnitude, using: &random)), using: &random) }
    }

    @Test(arguments: UInt64(0)..<60, [9, 15])
    func `codes use all of the room, none is too long, and what is rarer never has a shorter one`(_ seed: UInt64, _ limit: Int) {
        let frequencies = Self.frequencies(seed)
        let code = HuffmanCode(frequencies: frequencies, limit: limit)
        let used = code.lengths.indices.filter { code.lengths[$0] > 0 }
        #expect(used.allSatisfy { code.lengths[$0] <= limit })
        #expect(used.reduce(0) { $0 + 1 << (limit - Int(code.lengths[$1])) } == 1 << limit)
        #expect(frequencies.indices.allSatisfy { frequencies[$0] == 0 || code.lengths[$0] > 0 })
        let byFrequency = used.sorted { frequencies[$0] < frequencies[$1] }
        for (rarer, other) in zip(byFrequency, byFrequency.dropFirst()) where frequencies[rarer] < frequencies[other] {
            #expect(code.lengths[rarer] >= code.lengths[other])
        }
    }

    @Test func `no code begins with another`() {
        let code = HuffmanCode(frequencies: Self.frequencies(77), limit: 15)
        let used = code.lengths.indices.filter { code.lengths[$0] > 0 }
        for one in used {
            for other in used where one != other && code.lengths[one] <= code.lengths[other] {
                let mask = UInt16(truncatingIfNeeded: 1 << Int(code.lengths[one]) - 1)
                #expect(code.codes[one] != code.codes[other] & mask)
            }
        }
    }

    @Test func `without a limit in the way, the sum of the lengths is the least there is`() {
        // 1, 1, 2, 3, 5: depths 4, 4, 3, 2, 1.
        #expect(HuffmanCode(frequencies: [1, 0, 2, 5, 3, 1], limit: 15).lengths == [4, 0, 3, 1, 2, 4])
    }

    @Test(arguments: [[0, 0, 0], [5, 0, 0], [0, 0, 5]])
    func `there are at least two codes`(_ frequencies: [Int]) {
        #expect(HuffmanCode(frequencies: frequencies, limit: 7).lengths.count { $0 == 1 } == 2)
    }
}
