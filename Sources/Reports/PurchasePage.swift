public import Purchases

/// A page of a shopper's purchases, as they are.
public struct PurchasePage: Hashable, Sendable {
    private let subject: Subject
    private let purchases: [Purchase]
    /// How many match, those on other pages included.
    private let count: Int

    public init(_ subject: Subject, purchases: [Purchase], count: Int) {
        self.subject = subject
        self.purchases = purchases
        self.count = count
    }

    private static let columns: [Column<Purchase>] = [
        Column("order_id", .text, .name("order_id")) { .text($0.order.rawValue) },
        Column("order_date", .date, .date) { .date($0.date) }, Column("product_id", .text, .name("product_id")) { .text($0.productID) },
        Column("item_name", .text, .item) { .text($0.itemName) }, Column("brand", .text, .name("brand")) { .text($0.brand) },
        Column("category", .text, .category) { .text($0.category) }, Column("quantity", .quantity, .units) { .quantity($0.quantity) },
        Column("base_price", .price, .unitPrice) { .price($0.basePrice) },
        Column("total_price", .money, .spent) { .money($0.totalPrice) },
    ]

    private static let members: [Member<Self>] = [
        .value("user_id", .text) { .text($0.subject.user.rawValue) },
        Member("filters", .named("Filters")) { page, _ in .object(page.subject.filter.json) },
        .rows("purchases", columns) { $0.purchases }, .value("count", .count) { .integer($0.count) },
    ]

    /// That of the JSON.
    package static let schema = members.schema()

    public var json: JSON { .object(Self.members.json(of: self, Presentation())) }

    public var table: Table { Table(Self.columns, rows: purchases, Presentation()) }
}
