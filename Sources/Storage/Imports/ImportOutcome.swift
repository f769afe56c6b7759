/// What an import did.
public struct ImportOutcome: Hashable, Sendable {
    /// The orders that were not kept before.
    public var newOrders: Int
    /// The orders that were kept from an earlier import and are now as this one has them.
    public var replacedOrders: Int
    /// The lines of both.
    public var lines: Int

    public init(newOrders: Int = 0, replacedOrders: Int = 0, lines: Int = 0) {
        self.newOrders = newOrders
        self.replacedOrders = replacedOrders
        self.lines = lines
    }
}
