import Charts
import Purchases

/// How much of the figures whoever reads a report is told.
public enum Disclosure: String, CaseIterable, Sendable {
    case full
    /// Sums, and all numbers that sums could be found from, to two digits that count; how often something was bought, exactly.
    case rounded
}

extension Report {
    /// Returns the report with no more in it than may be told, in any of its forms.
    package func disclosed(_ disclosure: Disclosure) -> any Report {
        switch disclosure {
        case .full: self
        case .rounded: RoundedReport(base: self)
        }
    }
}

/// A report whose numbers are rounded in its JSON, its table, its shapes and its words alike.
private struct RoundedReport: Report {
    let base: any Report

    var json: JSON { base.json.rounded }
    var table: Table { base.table.rounded }

    /// Sentences among the figures are rounded by the presentation, as those of the chart are.
    func json(_ presentation: Presentation) -> JSON { base.json(presentation).rounded }
    func table(_ presentation: Presentation) -> Table { base.table(presentation).rounded }

    /// The words are rounded by the presentation, whose currency is coarse.
    func chart(_ presentation: Presentation) -> Chart { base.chart(presentation).coarsened }
}

extension JSON {
    fileprivate var rounded: JSON {
        switch self {
        case .object(let members): .object(members.mapValues(\.rounded))
        case .array(let values): .array(values.map(\.rounded))
        case .money(let money): .money(money.rounded)
        case .number(let number): .number(number.rounded)
        case .exact(let number): .exact(number.rounded)
        case .string, .integer, .boolean, .null: self
        }
    }
}

extension Table {
    package var rounded: Table {
        Table(
            columns: columns,
            rows: rows.map { row in
                row.map { cell in
                    switch cell {
                    case .money(let money): .money(money.rounded)
                    case .number(let number): .number(number.rounded)
                    case .text, .integer, .date, .empty: cell
                    }
                }
            }
        )
    }
}

extension Money {
    fileprivate var rounded: Money { Money(hundredths: Int64(amount.coarse) * 100) }
}

extension Double {
    /// Two digits that count, of what is below one too.
    fileprivate var rounded: Double {
        guard isFinite, magnitude < 10 else { return coarse }
        return (self * 100).rounded() / 100
    }
}
