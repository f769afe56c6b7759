/// Numbers that look random and are the same for the same seed, on any machine and with any version of Swift.
///
/// SplitMix64 by Steele, Lea and Flood, "Fast splittable pseudorandom number generators" (OOPSLA 2014), with Vigna's constants.
/// The generators of the standard library are no choice: how they narrow a number to a range may change.
package struct RandomStream {
    /// What a stream is drawn for: each has its own, so that what one draws does not shift another.
    enum Purpose {
        case shopper(Int)
        case price(product: Int)

        fileprivate var number: UInt64 {
            switch self {
            case .shopper(let index): UInt64(index)
            case .price(let product): UInt64(product) | 1 << 63
            }
        }
    }

    private static let step: UInt64 = 0x9E37_79B9_7F4A_7C15

    private var state: UInt64

    init(seed: UInt64, for purpose: Purpose) {
        self.init(state: Self.mixed(Self.mixed(seed &+ Self.step) ^ Self.mixed(purpose.number)))
    }

    package init(state: UInt64) { self.state = state }

    package mutating func next() -> UInt64 {
        state &+= Self.step
        return Self.mixed(state)
    }

    /// Returns a number in `0..<bound`.
    ///
    /// The upper half of a product narrows without a division; its bias is below `bound` in 2^64.
    package mutating func number(below bound: Int) -> Int {
        Int(next().multipliedFullWidth(by: UInt64(bound)).high)
    }

    mutating func number(in range: ClosedRange<Int>) -> Int {
        range.lowerBound + number(below: range.count)
    }

    /// Returns true in `parts` of `whole` cases.
    mutating func chance(_ parts: Int, in whole: Int = 100) -> Bool {
        number(below: whole) < parts
    }

    private static func mixed(_ value: UInt64) -> UInt64 {
        var z = value
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
