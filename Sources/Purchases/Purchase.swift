/// One line of one order: so much of an item, bought (or given back) on a day.
public struct Purchase: Hashable, Sendable {
    public var user: UserID
    public var order: OrderID
    public var date: CalendarDate
    /// The shop's name for the product, empty when the log has none.
    public var productID: String
    public var itemName: String
    /// Empty when the log has none.
    public var brand: String
    public var category: String
    /// Negative for what was given back.
    public var quantity: Quantity
    /// The price of one.
    public var basePrice: UnitPrice
    /// What the line came to, discounts included; negative for a refund.
    public var totalPrice: Money

    public init(
        user: UserID, order: OrderID, date: CalendarDate, productID: String = "", itemName: String, brand: String = "",
        category: String = Purchase.uncategorised, quantity: Quantity = 1, basePrice: UnitPrice, totalPrice: Money
    ) {
        self.user = user
        self.order = order
        self.date = date
        self.productID = productID
        self.itemName = itemName
        self.brand = brand
        self.category = category
        self.quantity = quantity
        self.basePrice = basePrice
        self.totalPrice = totalPrice
    }

    /// The category of a purchase whose log names none.
    public static let uncategorised = "Uncategorised"

    /// Whether the log named no order, so that the line belongs to all that its shopper bought on its day.
    public var isOfNamelessOrder: Bool {
        // Eleven bytes are a hyphen and a day. Most orders have an id of another length.
        order.rawValue.utf8.count == user.rawValue.utf8.count + 11 && order == OrderID(of: user, on: date)
    }

    public var isRefund: Bool { quantity < .zero || totalPrice < .zero }
}
