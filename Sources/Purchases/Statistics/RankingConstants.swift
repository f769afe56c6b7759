/// What decides how a shopper's past orders are weighed when their next one is guessed.
///
/// The standard ones were measured on a grocery panel. A shop whose shoppers differ has its own, kept with its database.
public struct RankingConstants: Hashable, Sendable {
    /// τ: the days after which an order counts 1/e.
    public var memory: Double
    /// β: what each later order leaves of an order's weight.
    public var orderDecay: Double
    /// α: how much less a large order says of each of its items.
    public var sizeExponent: Double
    /// κ: how many orders what everybody does weighs.
    public var pseudoOrders: Double
    /// Whether items that are in many orders of everybody are likelier than others.
    public var usesOrderShare: Bool

    public init(memory: Double, orderDecay: Double, sizeExponent: Double, pseudoOrders: Double, usesOrderShare: Bool) {
        self.memory = memory
        self.orderDecay = orderDecay
        self.sizeExponent = sizeExponent
        self.pseudoOrders = pseudoOrders
        self.usesOrderShare = usesOrderShare
    }

    public static let standard = RankingConstants(
        memory: 240, orderDecay: 0.97, sizeExponent: 0.2, pseudoOrders: 4, usesOrderShare: true)
}

extension RankingConstants: LosslessStringConvertible {
    /// The constants as databases keep them: five numbers, as in `240.0 0.97 0.2 4.0 1`.
    public var description: String { "\(memory) \(orderDecay) \(sizeExponent) \(pseudoOrders) \(usesOrderShare ? 1 : 0)" }

    /// Reads what `description` wrote; nil for anything else, and for numbers of which no ranking comes.
    public init?(_ description: String) {
        let numbers = description.split(separator: " ", omittingEmptySubsequences: false).map { Double($0) ?? .nan }
        guard numbers.count == 5, numbers[0] >= 1, numbers[0] <= 100_000, numbers[1] > 0, numbers[1] <= 1, numbers[2] >= 0,
            numbers[2] <= 2, numbers[3] > 0, numbers[3] <= 1_000, numbers[4] == 0 || numbers[4] == 1
        else { return nil }
        self.init(
            memory: numbers[0], orderDecay: numbers[1], sizeExponent: numbers[2], pseudoOrders: numbers[3], usesOrderShare: numbers[4] == 1)
    }
}
