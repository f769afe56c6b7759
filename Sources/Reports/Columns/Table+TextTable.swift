public import Charts
import Purchases
import Recommendations

extension TextTable {
    /// Writes a table for a reader.
    public init(_ table: Table, _ presentation: Presentation) {
        let formats = table.columns.indices.map(table.format(ofColumn:))
        self.init(
            columns: table.columns.enumerated().map { index, column in
                let isNumber = column.kind == .mixed ? table.rows.contains { $0[index].isNumber } : column.kind.isNumber
                return Column(column.heading.text(in: presentation.locale), isNumber: isNumber)
            },
            rows: table.rows.map { row in
                row.enumerated().map { $1.text(as: table.columns[$0].kind, formats[$0], presentation) }
            },
            endsWithLatest: table.columns.first.map { $0.kind == .month || $0.kind == .date } ?? false
        )
    }
}

extension Table {
    /// How a column's numbers are written: all of them with as many decimals.
    fileprivate func format(ofColumn index: Int) -> NumberFormat {
        columns[index].kind.format ?? (rows.allSatisfy { $0[index].isWhole } ? .count : .decimal(1))
    }
}

extension Table.Cell {
    fileprivate var isWhole: Bool { if case .number(let number) = self { number == number.rounded() } else { true } }

    fileprivate var isNumber: Bool {
        switch self {
        case .integer, .quantity, .money, .price, .number, .share: true
        case .text, .date, .empty: false
        }
    }

    fileprivate func text(as kind: ValueKind, _ format: NumberFormat, _ presentation: Presentation) -> String {
        let locale = presentation.locale
        return switch self {
        case .text(let text): kind == .month ? Month(text).map(locale.text(of:)) ?? text : locale.word(text, of: kind) ?? text
        case .integer(let integer):
            switch kind {
            case .calendarMonth: locale.fullName(ofMonth: integer)
            case .weekday: locale.name(ofWeekday: integer)
            default: locale.text(of: integer)
            }
        case .quantity(let quantity): locale.text(of: quantity)
        case .price(let price): presentation.text(of: price)
        case .money(let money): presentation.amountFormat.text(money.amount, in: locale)
        case .number(let number): format.text(number, in: locale)
        case .share(let share): NumberFormat.percent.text(share, in: locale)
        case .date(let date): locale.text(of: date)
        case .empty: ""
        }
    }
}

extension Locale {
    /// Returns one of a few words in the reader's language; nil for any other text.
    fileprivate func word(_ text: String, of kind: ValueKind) -> String? {
        guard case .choice = kind else { return nil }
        switch text {
        case "calendar_month": return phrase("Calendar month", de: "Kalendermonat", fr: "Mois de l’année", es: "Mes del año")
        case "weekday": return Heading.weekday.text(in: self)
        case "category": return phrase("Category and month", de: "Kategorie und Monat", fr: "Catégorie et mois", es: "Categoría y mes")
        default: return Recommendation.Kind(rawValue: text)?.name(in: self) ?? Timing.State(rawValue: text)?.name(in: self)
        }
    }
}
