import Drawing
import Testing

@Suite struct ColorTests {
    private let black = Color(0)
    private let white = Color(0xFFFFFF)

    @Test func `a color of one number has its channels, and is opaque`() {
        #expect(Color(0x12_34_56) == Color(red: 0x12, green: 0x34, blue: 0x56, alpha: 255))
        #expect(Color.clear.alpha == 0)
    }

    /// From the W3C's and WebAIM's calculators.
    @Test(arguments: [(0x000000, 0xFFFFFF, 21.0), (0x777777, 0xFFFFFF, 4.48), (0x0000FF, 0xFFFFFF, 8.59), (0xFF0000, 0x000000, 5.25)])
    func `contrast is what WCAG's formula gives`(one: UInt32, other: UInt32, contrast: Double) {
        #expect(abs(Color(one).contrast(with: Color(other)) - contrast) < 0.005)
    }

    @Test func `contrast is the same both ways, between 1 and 21, and 1 of a color with itself`() {
        var numbers = Numbers(seed: 5)
        for _ in 0..<200 {
            let (one, other) = (numbers.color(), numbers.color())
            let contrast = one.contrast(with: other)
            #expect(contrast == other.contrast(with: one))
            #expect((1...21.000_001).contains(contrast))
            #expect(one.contrast(with: one) == 1)
        }
    }

    @Test(arguments: [Color.MixingSpace.sRGB, .oklab])
    func `mixing begins at one color and ends at the other`(space: Color.MixingSpace) {
        var numbers = Numbers(seed: 6)
        for _ in 0..<100 {
            let (one, other) = (numbers.color(), numbers.color())
            #expect(one.mixed(with: other, share: 0, in: space) == one)
            #expect(one.mixed(with: other, share: -3, in: space) == one)
            #expect(one.mixed(with: other, share: 1, in: space) == other)
            #expect(one.mixed(with: other, share: 2, in: space) == other)
            let there = one.mixed(with: one, share: 0.5, in: space)
            // The way to Oklab and back may cost a step.
            for (a, b) in [(there.red, one.red), (there.green, one.green), (there.blue, one.blue)] { #expect(abs(Int(a) - Int(b)) <= 1) }
        }
    }

    @Test(arguments: [Color.MixingSpace.sRGB, .oklab])
    func `from black to white every step is grey and no darker than the one before`(space: Color.MixingSpace) {
        let steps = (0...20).map { black.mixed(with: white, share: Double($0) / 20, in: space) }
        for step in steps { #expect(abs(Int(step.red) - Int(step.green)) <= 1 && abs(Int(step.red) - Int(step.blue)) <= 1) }
        for (one, next) in zip(steps, steps.dropFirst()) { #expect(one.luminance <= next.luminance) }
        #expect(Set(steps).count >= 20)
    }

    @Test func `the middle in sRGB is half of each channel, and in Oklab looks half as light`() {
        #expect(black.mixed(with: white, share: 0.5, in: .sRGB) == Color(0x808080))
        // Oklab's lightness 0.5 is a luminance of its cube.
        #expect(abs(black.mixed(with: white, share: 0.5, in: .oklab).luminance - 0.125) < 0.002)
    }

    @Test(arguments: [Color.MixingSpace.sRGB, .oklab])
    func `a mixture is as opaque as the color it begins with`(space: Color.MixingSpace) {
        let pale = Color(red: 200, green: 10, blue: 10, alpha: 90)
        for share in [0, 0.3, 1] { #expect(pale.mixed(with: white, share: share, in: space).alpha == 90) }
    }
}
