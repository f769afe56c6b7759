import Charts
import LogReading
import Purchases
import Reports

/// The first rows of a log as they are read.
struct LogPreview {
    struct Row {
        let cells: [String]
    }

    let heading: String
    let columns: [String]
    let rows: [Row]

    /// Fails when nothing of the log can be read.
    init?(of log: Reconciliation, in currency: Currency, for reader: Reader) {
        guard !log.firstPurchases.isEmpty else { return nil }
        let (locale, money) = (reader.locale, NumberFormat.currency(currency))
        heading = locale.phrase(
            "The first rows, as they are read", de: "Die ersten Zeilen, wie sie gelesen werden",
            fr: "Les premières lignes, telles qu’elles sont lues", es: "Las primeras filas, tal como se leen")
        let fields: [PurchaseLog.Field] = [.customer, .order, .date, .item, .category, .quantity, .basePrice, .totalPrice]
        columns = fields.map { $0.label(in: locale) }
        rows = log.firstPurchases.map { purchase in
            Row(cells: [
                purchase.user.rawValue, purchase.order.rawValue, locale.text(of: purchase.date), purchase.itemName, purchase.category,
                locale.text(of: purchase.quantity), locale.text(of: purchase.basePrice, in: currency),
                money.text(purchase.totalPrice.amount, in: locale),
            ])
        }
    }
}
