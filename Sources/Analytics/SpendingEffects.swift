public import Purchases

/// A difference in spending, in parts that come to it exactly.
public struct SpendingEffects: Hashable, Sendable {
    /// The same items cost more or less each.
    public var price = Money.zero
    /// More or fewer units of the category were bought.
    public var quantity = Money.zero
    /// Within the category, dearer or cheaper items took a larger part.
    public var mix = Money.zero
    /// Items that were bought in the later period alone.
    public var new = Money.zero
    /// Items that were bought in the earlier period alone, as a negative sum.
    public var gone = Money.zero
    /// What changed of items that were given back as often as they were bought, in both periods, and have no price.
    public var refunds = Money.zero

    public init() {}

    /// The whole difference.
    public var total: Money { price + quantity + mix + new + gone + refunds }

    public static func + (a: SpendingEffects, b: SpendingEffects) -> SpendingEffects {
        var sum = a
        sum.price += b.price
        sum.quantity += b.quantity
        sum.mix += b.mix
        sum.new += b.new
        sum.gone += b.gone
        sum.refunds += b.refunds
        return sum
    }
}
