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

    public var json: JSON {
        [
            "user_id": .string(subject.user.rawValue),
            "filters": .object(subject.filter.json),
            "purchases": .array(
                purchases.map { purchase in
                    [
                        "order_id": .string(purchase.order.rawValue), "order_date": .date(purchase.date),
                        "product_id": .string(purchase.productID), "item_name": .string(purchase.itemName),
                        "brand": .string(purchase.brand), "category": .string(purchase.category),
                        "quantity": .integer(purchase.quantity), "base_price": .money(purchase.basePrice),
                        "total_price": .money(purchase.totalPrice),
                    ]
                }
            ),
            "count": .integer(count),
        ]
    }

    public var table: Table {
        Table(
            columns: [
                "order_id", "order_date", "product_id", "item_name", "brand", "category", "quantity", "base_price", "total_price",
            ],
            rows: purchases.map { purchase in
                [
                    .text(purchase.order.rawValue), .date(purchase.date), .text(purchase.productID), .text(purchase.itemName),
                    .text(purchase.brand), .text(purchase.category), .integer(purchase.quantity), .money(purchase.basePrice),
                    .money(purchase.totalPrice),
                ]
            }
        )
    }
}
