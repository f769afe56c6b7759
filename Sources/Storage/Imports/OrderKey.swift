package import Purchases

/// What tells an order from all others: its id is unique only for its shopper.
package struct OrderKey: Hashable, Sendable {
    private var user: ExactText
    private var order: ExactText

    package init(_ purchase: Purchase) {
        user = ExactText(purchase.user.rawValue)
        order = ExactText(purchase.order.rawValue)
    }
}
