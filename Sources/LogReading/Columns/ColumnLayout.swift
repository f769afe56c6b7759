/// Which column of a log holds which field.
struct ColumnLayout: Hashable {
    /// The columns as the header writes them, safe to show.
    let names: [String]
    private(set) var columns: [PurchaseLog.Field: Int]
    /// Fields that have one value in all rows.
    let constants: [PurchaseLog.Field: String]

    let customer: Int?
    let date: Int?
    let item: Int?
    let order: Int?
    let product: Int?
    let brand: Int?
    let category: Int?
    let quantity: Int?
    let basePrice: Int?
    let totalPrice: Int?
    let debit: Int?
    let credit: Int?
    let discount: Int?
    let currency: Int?
    let status: Int?
    /// The column that a missing sum is told of: the base price's, or else the total's.
    let price: Int

    /// The most columns that a log may have.
    static let maximumCount = 256

    init(names: [String], columns: [PurchaseLog.Field: Int], constants: [PurchaseLog.Field: String]) {
        self.names = names
        self.columns = columns
        self.constants = constants
        customer = columns[.customer]
        date = columns[.date]
        item = columns[.item]
        order = columns[.order]
        product = columns[.product]
        brand = columns[.brand]
        category = columns[.category]
        quantity = columns[.quantity]
        basePrice = columns[.basePrice]
        totalPrice = columns[.totalPrice]
        debit = columns[.debit]
        credit = columns[.credit]
        discount = columns[.discount]
        currency = columns[.currency]
        status = columns[.status]
        price = basePrice ?? totalPrice ?? debit ?? credit ?? 0
    }

    /// Whether lines have a sum of their own: a total, or what went out less what came in.
    var hasSums: Bool { totalPrice != nil || debit != nil || credit != nil }

    /// The columns that hold no field.
    var unused: [Int] {
        let used = Set(columns.values)
        return names.indices.filter { !used.contains($0) }
    }

    /// Returns the column of a name, as a person writes it.
    static func column(named text: String, in header: [ColumnName]) -> [Int] {
        let whole = header.indices.filter { ColumnName.normalised(header[$0].text) == ColumnName.normalised(text) }
        if !whole.isEmpty { return whole }
        let name = ColumnName(text).normalised
        return header.indices.filter { header[$0].normalised == name }
    }
}
