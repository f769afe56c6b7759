/// Which column of a log holds which field.
struct ColumnLayout: Hashable {
    /// The columns as the header writes them, safe to show.
    let names: [String]
    let customer: Int
    let date: Int
    let item: Int
    let order: Int?
    let product: Int?
    let brand: Int?
    let category: Int?
    let quantity: Int?
    let basePrice: Int?
    let totalPrice: Int?
    /// The base price's column, or else the total's.
    let price: Int

    /// The most columns that a log may have.
    static let maximumCount = 256

    init(header: [String], columns: [PurchaseLog.Field: String]) throws(PurchaseLogError) {
        let names = header.map { String(excerptOf: $0, limit: 100) }
        let normalised = header.map(PurchaseLog.Field.normalised)
        func positions(of name: String) -> [Int] { normalised.indices.filter { normalised[$0] == name } }

        var found: [PurchaseLog.Field: Int] = [:]
        for field in PurchaseLog.Field.allCases {
            let matches = positions(of: PurchaseLog.Field.normalised(columns[field] ?? field.rawValue))
            if let column = columns[field], matches.isEmpty {
                throw .unknownColumn(String(excerptOf: column), field: field, found: names)
            }
            guard matches.count <= 1 else { throw .repeatedColumns(matches.map { names[$0] }, field: field) }
            found[field] = matches.first
        }

        guard let customer = found[.customer], let date = found[.date], let item = found[.item],
            let price = found[.basePrice] ?? found[.totalPrice]
        else {
            var missing = [PurchaseLog.Field.customer, .date, .item].filter { found[$0] == nil }
            if found[.basePrice] == nil, found[.totalPrice] == nil { missing += [.basePrice, .totalPrice] }
            throw .missingColumns(missing, found: names)
        }
        self.names = names
        self.customer = customer
        self.date = date
        self.item = item
        order = found[.order]
        product = found[.product]
        brand = found[.brand]
        category = found[.category]
        quantity = found[.quantity]
        basePrice = found[.basePrice]
        totalPrice = found[.totalPrice]
        self.price = price
    }
}
