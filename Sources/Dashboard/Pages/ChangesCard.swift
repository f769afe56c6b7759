import Charts
import Purchases
import Reports

/// What changed among the items that a shopper buys again and again.
struct ChangesCard {
    struct List {
        let heading: String
        let rows: [Row]
        /// What stands in place of rows.
        let none: String?
        let more: String?
    }

    struct Row {
        let name: String
        /// Where more is to be seen of the item; nil for nowhere.
        let href: String?
        let note: String
        let amount: String
    }

    let heading: String
    let note: String
    let lists: [List]

    /// What is new, gone and dearer.
    init(of report: SpendingChangesReport, for reader: Reader) {
        let locale = reader.locale
        heading = locale.phrase(
            "What changed in the basket", de: "Was sich im Korb änderte", fr: "Ce qui a changé dans le panier",
            es: "Lo que cambió en la cesta")
        note = report.rule(in: locale)
        lists = (report.comingsAndGoings(reader.presentation) + [report.priceRises(reader.presentation)]).map {
            List($0, locale) { _ in nil }
        }
    }

    /// What became dearer, each item with a way to its prices.
    init(pricesOf report: SpendingChangesReport, _ subject: Subject, for reader: Reader) {
        let locale = reader.locale
        heading = locale.phrase("Price changes", de: "Preisänderungen", fr: "Évolution des prix", es: "Cambios de precio")
        note = report.rule(in: locale)
        let (path, fields) = (ShopperTab.patterns.path(of: subject.user.rawValue), subject.filter.fields + reader.fields)
        lists = [
            List(report.priceRises(reader.presentation), locale) { item in
                Address(path, fields + [("item", item)]).text + "#price-history"
            }
        ]
    }
}

extension ChangesCard.List {
    fileprivate init(_ list: SpendingChangesReport.RegularList, _ locale: Locale, href: (String) -> String?) {
        heading = list.heading
        rows = list.rows.map { row in
            ChangesCard.Row(
                name: row.itemName, href: href(row.itemName), note: row.note.isEmpty ? row.category : row.note, amount: row.amount)
        }
        none = rows.isEmpty ? locale.phrase("Nothing", de: "Nichts", fr: "Rien", es: "Nada") : nil
        let count = locale.text(of: list.restCount)
        more =
            list.restCount > 0
            ? locale.phrase("and \(count) more", de: "und \(count) weitere", fr: "et \(count) de plus", es: "y \(count) más") : nil
    }
}
