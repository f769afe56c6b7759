extension PurchaseLog {
    /// What a column can hold; the raw value is its name in a log.
    public enum Field: String, Hashable, Sendable, CaseIterable {
        case order = "OrderID"
        case customer = "CustomerID"
        case date = "OrderDate"
        case product = "ProductID"
        case item = "Item Name"
        case brand = "Brand"
        case category = "Category"
        case quantity = "Quantity"
        /// The price of one.
        case basePrice = "Base Price"
        /// The sum of the line.
        case totalPrice = "TotalPrice"
        /// Not kept, but the item's name where no other column names it.
        case description = "Description"
        case currency = "Currency"
        case status = "Status"
        /// What went out of an account; with `credit` it stands for the sum of the line.
        case debit = "Debit"
        case credit = "Credit"
        /// What is taken off the sum of the line.
        case discount = "Discount"
    }
}

extension PurchaseLog.Field {
    /// The names that may stand for a field where a person maps columns, the shortest first.
    public static let shortNames: KeyValuePairs<String, Self> = [
        "order": .order, "customer": .customer, "date": .date, "product": .product, "item": .item, "brand": .brand,
        "category": .category, "quantity": .quantity, "price": .basePrice, "total": .totalPrice, "description": .description,
        "currency": .currency, "status": .status, "debit": .debit, "credit": .credit, "discount": .discount,
    ]

    /// Finds the field by its column's name or its short name, whatever their case, spaces, underscores and hyphens.
    public init?(name: String) {
        let name = ColumnName.normalised(name)
        let field =
            Self.shortNames.first { $0.key == name }?.value
            ?? Self.allCases.first { ColumnName.normalised($0.rawValue) == name }
        guard let field else { return nil }
        self = field
    }

    public var shortName: String { Self.shortNames.first { $0.value == self }?.key ?? rawValue }

    /// Whether the field's cells are numbers.
    var isNumber: Bool {
        switch self {
        case .quantity, .basePrice, .totalPrice, .debit, .credit, .discount: true
        default: false
        }
    }

    /// Whether the field's cells are sums of money.
    var isMoney: Bool { isNumber && self != .quantity }

    /// Whether one value may be given for all rows in place of a column.
    public var mayBeSet: Bool {
        switch self {
        case .order, .customer, .date, .product, .item, .brand, .category, .quantity: true
        default: false
        }
    }

    /// The longest text that is kept, in bytes of UTF-8.
    var maximumTextBytes: Int {
        switch self {
        case .order, .customer, .product: 128
        default: 500
        }
    }
}
