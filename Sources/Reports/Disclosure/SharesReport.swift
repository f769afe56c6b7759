import Charts
import Purchases

/// A report whose amounts are parts of a sum, in its JSON, its table, its shapes and its words alike.
struct SharesReport: Report {
    let base: any Report
    /// What all shares are shares of; where it is not positive, there are none.
    let whole: Money

    var json: JSON { shares(base.json) }
    var table: Table { shares(base.table) }

    func json(_ presentation: Presentation) -> JSON { shares(base.json(presentation.sharing(whole))) }
    func table(_ presentation: Presentation) -> Table { shares(base.table(presentation.sharing(whole))) }
    func chart(_ presentation: Presentation) -> Chart { base.chart(presentation.sharing(whole)).told }

    private func shares(_ json: JSON) -> JSON {
        json.withoutPrices.mapping(money: { .optional(share(of: $0), JSON.number) }, number: { .number($0.rounded(toDecimals: 3)) }).saying(
            .share)
    }

    private func shares(_ table: Table) -> Table {
        table.withoutPrices.mapping(
            money: { share(of: $0).map(Table.Cell.share) ?? .empty }, number: { .number($0.rounded(toDecimals: 3)) })
    }

    private func share(of money: Money) -> Double? {
        whole > .zero ? (money.amount / whole.amount).rounded(toDecimals: 3) : nil
    }
}

extension String {
    /// Whether a member or a column of that name is what one of a thing costs.
    fileprivate var namesPrice: Bool { hasSuffix("_price") || hasPrefix("price_") }
}

extension JSON {
    fileprivate var withoutPrices: JSON {
        switch self {
        case .object(let object):
            .object(Members(object.members.map { ($0.name, $0.name.namesPrice ? .null : $0.value.withoutPrices) }))
        case .array(let values): .array(values.map(\.withoutPrices))
        case .string, .integer, .number, .exact, .money, .boolean, .null: self
        }
    }
}

extension Table {
    fileprivate var withoutPrices: Table {
        Table(columns: columns, rows: rows.map { row in zip(columns, row).map { $0.namesPrice ? .empty : $1 } })
    }
}
