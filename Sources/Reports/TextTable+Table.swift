public import Charts
import Purchases
import Recommendations

extension TextTable {
    /// Writes a table for a reader.
    ///
    /// - Parameter columns: those to show, in order; nil for all.
    public init(_ table: Table, columns names: [String]?, _ presentation: Presentation) {
        let indices = names.map { $0.compactMap(table.columns.firstIndex(of:)) } ?? Array(table.columns.indices)
        let formats = table.columns.indices.map(table.format(ofColumn:))
        self.init(
            columns: indices.map { index in
                let name = table.columns[index]
                let isNumber = table.rows.contains { $0[index].isNumber(inColumn: name) }
                return Column(presentation.locale.heading(ofColumn: name) ?? name, isNumber: isNumber)
            },
            rows: table.rows.map { row in indices.map { row[$0].text(inColumn: table.columns[$0], formats[$0], presentation) } },
            endsWithLatest: table.goesOnInTime
        )
    }
}

extension Table {
    /// Whether the rows are of one day or month after the other.
    fileprivate var goesOnInTime: Bool {
        switch rows.first?.first {
        case .date: true
        case .text: columns[0] == "month"
        default: false
        }
    }

    /// How a column's numbers are written: all of them with as many decimals.
    fileprivate func format(ofColumn index: Int) -> NumberFormat {
        switch columns[index] {
        case "probability": .percent
        case "index", "score": .decimal(2)
        case "avg_interval_days": .decimal(1)
        default: rows.allSatisfy { $0[index].isWhole } ? .count : .decimal(1)
        }
    }
}

extension Table.Cell {
    fileprivate var isWhole: Bool { if case .number(let number) = self { number == number.rounded() } else { true } }

    fileprivate func isNumber(inColumn column: String) -> Bool {
        switch self {
        case .integer: column != "month" && column != "weekday"
        case .money, .number, .share: true
        case .text, .date, .empty: false
        }
    }

    fileprivate func text(inColumn column: String, _ format: NumberFormat, _ presentation: Presentation) -> String {
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
        case .number(let number): format.text(number, in: locale)
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
