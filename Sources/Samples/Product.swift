import Purchases

/// One size of a product line under one label: what a row of the log is about.
struct Product {
    /// As in `P0233`.
    var id: String
    /// As in `House Whole Milk 1 gal`.
    var name: String
    var label: Label
    var category: Category
    /// As in `1 gal whole milk`.
    var description: String
    /// When the log begins.
    var price: Money

    init(number: Int, line: ProductLine, size: ProductLine.Size, label: Label, category: Category) {
        let digits = String(number)
        id = "P" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
        name = "\(label.rawValue) \(line.name) \(size.text)"
        self.label = label
        self.category = category
        description = "\(size.text) \(line.name.lowercased())"
        price = Money(hundredths: size.price.hundredths * Int64(label.pricePercentage) / 100)
    }
}
