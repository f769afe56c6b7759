import Drawing
import Testing

@testable import Charts

@Suite struct ValueScaleTests {
    @Test func `on a logarithmic scale equal ratios are equally far apart`() {
        let scale = LogScale(domain: 1...1_000, from: 300, to: 0)
        #expect(scale(1) == 300 && abs(scale(1_000)) < 1e-9)
        #expect(abs(scale(10) - 200) < 1e-9 && abs(scale(100) - 100) < 1e-9)
        #expect(scale.ticks == [1, 10, 100, 1_000])
        #expect(LogScale(domain: 7...7, from: 0, to: 10)(7) == 5)
    }

    @Test(arguments: [1.5, 3, 9, 40, 1_000, 123_456, 1e9, 1e30])
    func `logarithmic ticks are three to six inside a domain of whole steps`(ratio: Double) {
        for low in [0.003, 0.5, 1, 7, 42, 1e6] {
            let domain = LogScale.rounding(low...low * ratio)
            let ticks = LogScale(domain: domain, from: 0, to: 1).ticks
            #expect(domain.lowerBound <= low && low * ratio <= domain.upperBound)
            #expect((3...6).contains(ticks.count), "\(domain): \(ticks)")
            #expect(ticks.allSatisfy { domain.lowerBound * 0.999_999 <= $0 && $0 <= domain.upperBound * 1.000_001 })
        }
    }

    @Test(arguments: [Theme.light, .dark])
    func `a color scale goes from its first color to its last, ever farther from the paper`(theme: Theme) {
        let scale = ColorScale(domain: 0...500, theme.sequence)
        #expect(scale(0) == theme.sequence.low && scale(250) == theme.sequence.middle && scale(500) == theme.sequence.high)
        #expect(scale(-1) == scale(0) && scale(501) == scale(500))
        let contrasts = stride(from: 0.0, through: 500, by: 5).map { scale($0).contrast(with: theme.background) }
        #expect(zip(contrasts, contrasts.dropFirst()).allSatisfy { $0 <= $1 + 0.05 })
    }

    @Test(arguments: [Theme.light, .dark])
    func `a diverging scale is grey at its middle and reaches as far as its values on either side`(theme: Theme) {
        let scale = ColorScale(domain: 0.2...3, around: 1, theme.divergence)
        #expect(scale(1) == theme.divergence.middle)
        #expect(scale(0.2) == theme.divergence.low && scale(3) == theme.divergence.high)
        #expect(ColorScale(domain: 2...3, around: 1, theme.divergence).low == 1)
    }

    @Test(arguments: [(0.0, 1.0), (0, 2), (0, 3), (0, 7), (0, 13), (0, 101), (0, 250), (0, 99_999)])
    func `a count has ticks of whole things, three to six of them`(low: Double, high: Double) {
        for length in [40.0, 120, 300, 900] {
            let most = Int(min(max(length / 45, 3), 5))
            let step = LinearScale.tickStep(over: low...high, most: most, least: 1)
            let domain = LinearScale.rounding(low...high, step: step, parts: 2)
            let ticks = LinearScale(domain: domain, from: 0, to: 1).ticks(step: step)
            #expect((3...6).contains(ticks.count), "\(ticks)")
            #expect(ticks.allSatisfy { $0 == $0.rounded() } && domain.upperBound >= high)
        }
    }

    @Test(arguments: [-1.0, -7, -99, -1_000]) func `an axis with values on both sides of zero has six ticks at most`(low: Double) {
        for high in [1.0, 3, 99, 101, 12_345] {
            let step = LinearScale.tickStep(over: low...high, most: 5, least: 0)
            let domain = LinearScale.rounding(low...high, step: step, parts: 2)
            let ticks = LinearScale(domain: domain, from: 0, to: 1).ticks(step: step)
            #expect((3...6).contains(ticks.count) && ticks.contains(0), "\(ticks)")
        }
    }
}
