import Charts
import Purchases
import Reports

/// A report's table as a reader of a page wants it: headings in words, numbers in the reader's digits.
struct FigureTable {
    let columns: [Figure.Cell]
    let rows: [Figure.Row]

    init(_ table: Table, _ presentation: Presentation) {
        let isNumber = table.columns.indices.map { index in table.rows.contains { $0[index].isNumber } }
        columns = zip(table.columns, isNumber).map { Figure.Cell(text: $0.heading, isNumber: $1) }
        rows = table.rows.map { row in
            Figure.Row(cells: zip(row, isNumber).map { Figure.Cell(text: $0.text(presentation), isNumber: $1) })
        }
    }
}

extension String {
    /// A column's name as a heading: `total_spent` is “Total spent”.
    fileprivate var heading: String {
        let words = replacing("_", with: " ")
        return words.prefix(1).uppercased() + words.dropFirst()
    }
}

extension Table.Cell {
    fileprivate func text(_ presentation: Presentation) -> String {
        let locale = presentation.locale
        return switch self {
        case .text(let text): Month(text).map { locale.text(ofMonth: $0.month, year: $0.year) } ?? text
        case .integer(let integer): NumberFormat.count.text(Double(integer), in: locale)
        case .money(let money): NumberFormat.currency(presentation.currency).text(money.amount, in: locale)
        case .number(let number): String((number * 10_000).rounded() / 10_000)
        case .share(let share): NumberFormat.percent.text(share, in: locale)
        case .date(let date): date.description
        case .empty: ""
        }
    }

    fileprivate var isNumber: Bool {
        switch self {
        case .integer, .money, .number, .share: true
        case .text, .date, .empty: false
        }
    }
}
