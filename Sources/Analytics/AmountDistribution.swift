public import Purchases

/// How many purchases came to how much.
public struct AmountDistribution: Hashable, Sendable {
    public enum Unit: String, CaseIterable, Sendable {
        /// Each order line by itself.
        case item
        /// Whole orders, refunds netted.
        case order
    }

    /// How round the edges of bins are.
    public enum Edges: Hashable, Sendable {
        /// Multiples of a width that is 1, 2, 2.5 or 5 times a power of ten.
        case round
        /// Whole numbers of at most two significant digits.
        case twoDigits
    }

    public struct Bin: Hashable, Sendable {
        /// Included.
        public var from: Money
        /// Excluded; the largest amount of an open bin.
        public var to: Money
        public var count: Int
        /// Whether the bin gathers a long tail and is far wider than the others.
        public var isOpen: Bool
        /// Whether the bin gathers a few refunds, of which there are too few to have bins of their own.
        public var isOpenBelow = false
    }

    /// Side by side, in order; empty without an amount.
    public var bins: [Bin]
    public var count: Int
    public var mean: Money
    public var median: Money
    /// What nine amounts of ten do not exceed.
    public var p90: Money
    public var max: Money

    /// - Parameter binCount: how many bins are wished for; nil leaves it to the data.
    public init(of purchases: [Purchase], by unit: Unit, binCount: Int? = nil, edges: Edges = .round) {
        let amounts = Self.amounts(of: purchases, by: unit).inOrder()
        count = amounts.count
        mean = amounts.isEmpty ? .zero : amounts.reduce(.zero, +).divided(by: amounts.count)
        median = amounts.quantile(0.5)
        p90 = amounts.quantile(0.9)
        max = amounts.last ?? .zero
        bins = Self.bins(of: amounts, wished: binCount, edges)
    }

    private static func amounts(of purchases: [Purchase], by unit: Unit) -> [Money] {
        switch unit {
        case .item: purchases.map(\.totalPrice)
        case .order: Array(Dictionary(purchases.map { ($0.order, $0.totalPrice) }, uniquingKeysWith: +).values)
        }
    }
}
