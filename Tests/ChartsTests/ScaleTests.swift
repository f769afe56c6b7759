import Testing

@testable import Charts

@Suite struct ScaleTests {
    @Test func `a linear scale maps its domain to its range`() {
        let scale = LinearScale(domain: 0...50, from: 300, to: 20)
        #expect(scale(0) == 300)
        #expect(scale(50) == 20)
        #expect(scale(25) == 160)
    }

    @Test func `a domain of one value maps to the middle`() {
        #expect(LinearScale(domain: 3...3, from: 0, to: 10)(3) == 5)
    }

    @Test(arguments: [0.003, 0.7, 1, 7.3, 42, 99, 100, 745, 12_345, 8e11])
    func `ticks are 1, 2, 2.5 or 5 times a power of ten, and cover the values`(high: Double) throws {
        for count in 3...5 {
            let domain = LinearScale.rounding(0...high, about: count)
            #expect(domain.lowerBound == 0 && domain.upperBound >= high)
            let ticks = LinearScale(domain: domain, from: 0, to: 1).ticks(about: count)
            let step = try #require(ticks.dropFirst().first)
            var mantissa = step
            while mantissa < 0.9999 { mantissa *= 10 }
            while mantissa >= 9.9999 { mantissa /= 10 }
            #expect([1, 2, 2.5, 5].contains { abs($0 - mantissa) < 1e-9 }, "\(step)")
            #expect((3...6).contains(ticks.count), "\(ticks)")
        }
    }

    @Test func `bands are equal, in order and inside the range`() {
        let bands = BandScale(count: 4, from: 100, to: 500)
        #expect(bands.step == 100)
        #expect(abs(bands.bandwidth - 75) < 1e-9)
        #expect(abs(bands(0) - 112.5) < 1e-9)
        #expect(bands.center(3) == 450)
    }

    @Test func `places are spread apart in order within their limits`() {
        #expect(dodge([10, 11, 12], apart: 5, within: 0...100) == [6, 11, 16])
        #expect(dodge([99, 98], apart: 5, within: 0...100) == [100, 95])
        #expect(dodge([], apart: 5, within: 0...100) == [])
    }
}
