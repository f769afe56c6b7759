public import Purchases

/// What an import did.
public struct ImportOutcome: Hashable, Sendable {
    /// An order that is kept with other lines than before.
    public struct Change: Hashable, Sendable {
        public var user: UserID
        public var order: OrderID
        public var before: Money
        public var after: Money

        public init(user: UserID, order: OrderID, before: Money, after: Money) {
            self.user = user
            self.order = order
            self.before = before
            self.after = after
        }
    }

    /// The orders that were not kept before.
    public var newOrders = 0
    /// Of these, those with the id of an order that is more than a month away, as receipts have whose numbers start anew.
    public var restartedOrders = 0
    /// The orders that were kept, and are now as this import has them.
    public var replacedOrders = 0
    /// The orders that were kept, and have lines more.
    public var extendedOrders = 0
    /// The orders that were kept, and are as they were.
    public var unchangedOrders = 0
    /// The lines that were written.
    public var lines = 0
    /// The lines that were there already.
    public var knownLines = 0
    /// What replaced and extended orders came to before the import, and come to now.
    public var sumBefore = Money.zero
    public var sumAfter = Money.zero
    /// The first of these orders, by shopper and order, at most `maximumChanges`.
    public var changes: [Change] = []

    public static let maximumChanges = 20

    public init(newOrders: Int = 0, replacedOrders: Int = 0, unchangedOrders: Int = 0, lines: Int = 0) {
        self.newOrders = newOrders
        self.replacedOrders = replacedOrders
        self.unchangedOrders = unchangedOrders
        self.lines = lines
    }
}
