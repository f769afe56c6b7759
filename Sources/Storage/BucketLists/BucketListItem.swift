public import Purchases

/// Something a shopper means to buy.
public struct BucketListItem: Hashable, Sendable {
    /// Unique in its list, and never given to another item of it.
    public var id: Int
    public var content: Content

    public init(id: Int, content: Content) {
        self.id = id
        self.content = content
    }

    /// All of an item that people write.
    public struct Content: Hashable, Sendable {
        public var name: String
        /// Empty when nobody said.
        public var category: String
        public var price: Money?
        /// Why it is on the list; empty when nobody said.
        public var reason: String
        public var isChecked: Bool
        public var dueDate: CalendarDate?

        public init(
            name: String, category: String = "", price: Money? = nil, reason: String = "", isChecked: Bool = false,
            dueDate: CalendarDate? = nil
        ) {
            self.name = name
            self.category = category
            self.price = price
            self.reason = reason
            self.isChecked = isChecked
            self.dueDate = dueDate
        }
    }
}
