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
        case basePrice = "Base Price"
        case totalPrice = "TotalPrice"
        /// Known, but not kept.
        case description = "Description"
    }
}

extension PurchaseLog.Field {
    /// The names that may stand for a field where a person maps columns, the shortest first.
    public static let shortNames: KeyValuePairs<String, Self> = [
        "order": .order, "customer": .customer, "date": .date, "product": .product, "item": .item, "brand": .brand,
        "category": .category, "quantity": .quantity, "price": .basePrice, "total": .totalPrice, "description": .description,
    ]

    /// Finds the field by its column's name or its short name, whatever their case, spaces, underscores and hyphens.
    public init?(name: String) {
        let name = Self.normalised(name)
        guard let field = Self.shortNames.first(where: { $0.key == name })?.value ?? Self.allCases.first(where: { $0.matches(name) }) else {
            return nil
        }
        self = field
    }

    var shortName: String { Self.shortNames.first { $0.value == self }?.key ?? rawValue }

    /// Whether a column with this normalised name holds the field.
    func matches(_ normalisedName: String) -> Bool { Self.normalised(rawValue) == normalisedName }

    /// The name in lower case, without white space, underscores, hyphens and byte order marks.
    static func normalised(_ name: String) -> String {
        var scalars = String.UnicodeScalarView()
        for scalar in name.lowercased().unicodeScalars {
            let isIgnored = scalar.properties.isWhitespace || scalar == "_" || scalar == "-" || scalar == "\u{FEFF}"
            if !isIgnored { scalars.append(scalar) }
        }
        return String(scalars)
    }

    /// The longest text that is kept, in bytes of UTF-8.
    var maximumTextBytes: Int {
        switch self {
        case .order, .customer, .product: 128
        default: 500
        }
    }
}
