import Charts
import Purchases

extension Table {
    /// Returns the table with the sums of money in all columns after the first `count` in one column of their own.
    func addingUp(columnsAfter count: Int, as name: String) -> Table {
        // One column that would stand for one other saves nothing.
        guard columns.count > count + 1 else { return self }
        return Table(
            columns: columns.prefix(count) + [name],
            rows: rows.map { row in
                let rest = row.dropFirst(count)
                let shares = rest.compactMap { if case .share(let share) = $0 { share } else { nil } }
                if !shares.isEmpty { return row.prefix(count) + [.share(shares.reduce(0, +).rounded(toDecimals: 3))] }
                let sum = rest.reduce(Money.zero) { if case .money(let money) = $1 { $0 + money } else { $0 } }
                return row.prefix(count) + [.money(sum)]
            }
        )
    }

    /// Returns the table without the columns after the first `count`.
    func keeping(first count: Int) -> Table {
        Table(columns: Array(columns.prefix(count)), rows: rows.map { Array($0.prefix(count)) })
    }

    /// Returns the table with a last column that says what stands in place of amounts, where something does.
    package func saying(_ disclosure: Disclosure) -> Table {
        guard let unit = disclosure.unit, disclosure == .share else { return self }
        return Table(columns: columns + ["amounts_as"], rows: rows.map { $0 + [.text(unit)] })
    }
}
