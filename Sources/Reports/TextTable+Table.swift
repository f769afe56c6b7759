public import Charts
import Purchases
import Recommendations

extension TextTable {
    /// Writes a table for a reader.
    ///
    /// - Parameter columns: those to show, in order; nil for all.
    public init(_ table: Table, columns names: [String]?, _ presentation: Presentation) {
        let indices = names.map { $0.compactMap(table.columns.firstIndex(of:)) } ?? Array(table.columns.indices)
        self.init(
            columns: indices.map { index in
                let name = table.columns[index]
                let isNumber = table.rows.contains { $0[index].isNumber(inColumn: name) }
                return Column(presentation.locale.heading(ofColumn: name) ?? name, isNumber: isNumber)
            },
            rows: table.rows.map { row in indices.map { row[$0].text(inColumn: table.columns[$0], presentation) } }
        )
    }
}

extension Table.Cell {
    fileprivate func isNumber(inColumn column: String) -> Bool {
        switch self {
        case .integer: column != "month" && column != "weekday"
        case .money, .number, .share: true
        case .text, .date, .empty: false
        }
    }

    fileprivate func text(inColumn column: String, _ presentation: Presentation) -> String {
        let locale = presentation.locale
        return switch self {
        case .text(let text):
            switch column {
            case "month": Month(text).map(locale.text(of:)) ?? text
            case "kind": Recommendation.Kind(rawValue: text)?.name(in: locale) ?? text
            case "pattern": locale.name(ofPattern: text) ?? text
            default: text
            }
        case .integer(let integer):
            switch column {
            case "month": locale.fullName(ofMonth: integer)
            case "weekday": locale.name(ofWeekday: integer)
            default: locale.text(of: integer)
            }
        case .money(let money): NumberFormat.currency(presentation.currency).text(money.amount, in: locale)
        case .number(let number):
            switch column {
            case "probability": NumberFormat.percent.text(number, in: locale)
            case "index", "score": NumberFormat.decimal(2).text(number, in: locale)
            case "avg_interval_days": NumberFormat.decimal(1).text(number, in: locale)
            default: NumberFormat.count.text(number, in: locale)
            }
        case .share(let share): NumberFormat.percent.text(share, in: locale)
        case .date(let date): locale.text(of: date)
        case .empty: ""
        }
    }
}

extension Locale {
    fileprivate func name(ofPattern pattern: String) -> String? {
        switch pattern {
        case "calendar_month": phrase("Calendar month", de: "Kalendermonat", fr: "Mois de l’année", es: "Mes del año")
        case "weekday": heading(ofColumn: "weekday")
        case "category": phrase("Category and month", de: "Kategorie und Monat", fr: "Catégorie et mois", es: "Categoría y mes")
        default: nil
        }
    }
}
