import Purchases

extension JSON {
    /// Returns the object with what is told of it: how much, and what stands in place of amounts.
    func saying(_ disclosure: Disclosure) -> JSON {
        let json = adding("disclosure", .string(disclosure.rawValue))
        return disclosure.unit.map { json.adding("amounts_as", .string($0)) } ?? json
    }

    /// Returns the value with other numbers.
    func mapping(money: (Money) -> JSON, number: (Double) -> JSON) -> JSON {
        switch self {
        case .object(let members): .object(members.mapValues { $0.mapping(money: money, number: number) })
        case .array(let values): .array(values.map { $0.mapping(money: money, number: number) })
        case .money(let amount): money(amount)
        case .number(let value), .exact(let value): number(value)
        case .string, .integer, .boolean, .null: self
        }
    }
}

extension Table {
    /// Returns the table with other numbers.
    func mapping(money: (Money) -> Cell, number: (Double) -> Cell) -> Table {
        Table(
            columns: columns,
            rows: rows.map { row in
                row.map { cell in
                    switch cell {
                    case .money(let amount): money(amount)
                    case .number(let value): number(value)
                    case .share(let share): if case .number(let rounded) = number(share) { .share(rounded) } else { cell }
                    case .text, .integer, .date, .empty: cell
                    }
                }
            }
        )
    }
}
