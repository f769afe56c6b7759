import Purchases

extension Table {
    /// Returns the table with the sums of money in all columns after the first `count` in one column of their own.
    func addingUp(columnsAfter count: Int, as name: String) -> Table {
        // One column that would stand for one other saves nothing.
        guard columns.count > count + 1 else { return self }
        return Table(
            columns: columns.prefix(count) + [name],
            rows: rows.map { row in
                let sum = row.dropFirst(count).reduce(Money.zero) { if case .money(let money) = $1 { $0 + money } else { $0 } }
                return row.prefix(count) + [.money(sum)]
            }
        )
    }
}
