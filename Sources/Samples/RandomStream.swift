import Hashing

/// Numbers that look random and are the same for the same seed, on any machine and with any version of Swift.
///
/// It narrows them to a range itself, since how the standard library does that may change.
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

    private var generator: SplitMix64

    init(seed: UInt64, for purpose: Purpose) {
        self.init(state: SplitMix64.mixed(SplitMix64.mixed(seed &+ SplitMix64.step) ^ SplitMix64.mixed(purpose.number)))
    }

    package init(state: UInt64) { generator = SplitMix64(state: state) }

    package mutating func next() -> UInt64 { generator.next() }

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
}
