import Charts
import Purchases

extension TextTable {
    /// Writes a table for a reader.
    ///
    /// - Parameter columns: those to show, in order; nil for all.
    init(_ table: Table, columns names: [String]?, _ presentation: Presentation) {
        let indices = names.map { $0.compactMap(table.columns.firstIndex(of:)) } ?? Array(table.columns.indices)
        self.init(
            columns: indices.map { index in
                let name = table.columns[index]
                let isNumber = table.rows.contains { $0[index].isNumber }
                return Column(presentation.locale.heading(ofColumn: name) ?? name, isNumber: isNumber)
            },
            rows: table.rows.map { row in indices.map { row[$0].text(inColumn: table.columns[$0], presentation) } }
        )
    }
}

extension Table.Cell {
    fileprivate var isNumber: Bool {
        switch self {
        case .integer, .money, .number, .share: true
        case .text, .date, .empty: false
        }
    }

    fileprivate func text(inColumn column: String, _ presentation: Presentation) -> String {
        let locale = presentation.locale
        return switch self {
        case .text(let text): column == "month" ? Month(text).map(locale.text(of:)) ?? text : text
        case .integer(let integer): locale.text(of: integer)
        case .money(let money): NumberFormat.currency(presentation.currency).text(money.amount, in: locale)
        case .number(let number): NumberFormat.count.text(number, in: locale)
        case .share(let share): NumberFormat.percent.text(share, in: locale)
        case .date(let date): locale.text(of: date)
        case .empty: ""
        }
    }
}

extension Locale {
    /// Returns what a column of a table is called; nil for a name that is data, such as a category's.
    fileprivate func heading(ofColumn name: String) -> String? {
        switch name {
        case "category": phrase("Category", de: "Kategorie", fr: "Catégorie", es: "Categoría")
        case "total_spent": phrase("Spent", de: "Ausgegeben", fr: "Dépensé", es: "Gastado")
        case "share": phrase("Share", de: "Anteil", fr: "Part", es: "Parte")
        case "num_orders": phrase("Orders", de: "Bestellungen", fr: "Commandes", es: "Pedidos")
        case "num_items": phrase("Order lines", de: "Positionen", fr: "Lignes", es: "Líneas")
        case "units": phrase("Units", de: "Stück", fr: "Unités", es: "Unidades")
        case "month": phrase("Month", de: "Monat", fr: "Mois", es: "Mes")
        case "item_name": phrase("Item", de: "Artikel", fr: "Article", es: "Artículo")
        case "purchase_count": phrase("Times bought", de: "Anzahl Käufe", fr: "Nombre d’achats", es: "Veces comprado")
        case "average_price": phrase("Average price", de: "Durchschnittspreis", fr: "Prix moyen", es: "Precio medio")
        case "last_purchased": phrase("Last bought", de: "Zuletzt gekauft", fr: "Dernier achat", es: "Última compra")
        case "from": phrase("From", de: "Von", fr: "De", es: "Desde")
        case "to": phrase("To", de: "Bis", fr: "À", es: "Hasta")
        case "count": phrase("Count", de: "Anzahl", fr: "Nombre", es: "Cantidad")
        case "index": index
        case "effect": phrase("Effect", de: "Wirkung", fr: "Effet", es: "Efecto")
        case "before": phrase("Before", de: "Vorher", fr: "Avant", es: "Antes")
        case "after": phrase("After", de: "Nachher", fr: "Après", es: "Después")
        case "difference", "change_share": phrase("Change", de: "Änderung", fr: "Variation", es: "Cambio")
        case "date": phrase("Date", de: "Datum", fr: "Date", es: "Fecha")
        case "unit_price": phrase("Unit price", de: "Stückpreis", fr: "Prix unitaire", es: "Precio unitario")
        default: nil
        }
    }
}
