import Analytics
import Testing

@Suite struct MonthlyFindingTests {
    /// Numbers around 100 that only chance varies, the same for the same seed.
    private static func noise(_ seed: UInt64, count: Int = 24) -> [Double] {
        var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
        func next() -> Double {
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            return Double(state >> 11) / Double(1 << 53)
        }
        // Twelve uniform numbers are nearly a normal one.
        return (0..<count).map { _ in 100 + 25 * ((0..<12).reduce(0) { sum, _ in sum + next() } - 6) }
    }

    @Test func `of a series that only chance varies there is seldom something to tell`() {
        let seeds = 1...600 as ClosedRange<UInt64>
        #expect(seeds.count { MonthlyFinding.lastJump(in: Self.noise($0)) != nil } <= 600 * 4 / 100)
        #expect(seeds.count { MonthlyFinding.of(Self.noise($0)) != nil } <= 600 * 7 / 100)
    }

    @Test func `a month far from all before it is told, with the month at which the way to it began`() throws {
        let quiet = (0..<18).map { 100 + Double($0 % 3) * 6 }
        let finding = try #require(MonthlyFinding.of(quiet + [98, 140, 190]))
        guard case .jump(let start, let mean) = finding else {
            Issue.record("\(finding)")
            return
        }
        #expect(start == 18)
        #expect(abs(mean - (quiet + [98, 140]).reduce(0, +) / 20) < 1e-9)
    }

    @Test func `a fall is told as well as a rise, and neither where the spread is usually that large`() {
        let quiet = (0..<18).map { 100 + Double($0 % 3) * 6 }
        #expect(MonthlyFinding.lastJump(in: quiet + [30]) != nil)
        let wild = (0..<18).map { $0 % 2 == 0 ? 40.0 : 160 }
        #expect(MonthlyFinding.of(wild + [190]) == nil)
    }

    @Test func `a few months in a row on a new level are told together`() {
        let quiet = (1...16).map { 100 + Double($0 % 4) * 5 }
        guard case .level(let count, let mean, let before) = MonthlyFinding.of(quiet + [125, 128, 122, 126]) else {
            Issue.record("no level")
            return
        }
        #expect(count == 4 && mean > 120 && before < 110)
    }

    @Test func `there is nothing to tell of less than a year, or of months that are all alike`() {
        #expect(MonthlyFinding.of([1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 90]) == nil)
        #expect(MonthlyFinding.of([Double](repeating: 7, count: 30)) == nil)
        #expect(MonthlyFinding.of([]) == nil)
    }
}
