/// What all shoppers bought of a category in a month.
public struct CategoryMonth: Hashable, Sendable {
    public var category: String
    public var month: Month
    /// Lines of orders.
    public var lines: Int
    /// The sum of their quantities.
    public var units: Quantity
    public var total: Money

    public init(category: String, month: Month, lines: Int, units: Quantity, total: Money) {
        self.category = category
        self.month = month
        self.lines = lines
        self.units = units
        self.total = total
    }
}
