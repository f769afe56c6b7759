import Charts
import Purchases

/// A report in which nothing is said of money.
struct PricelessReport: Report {
    let base: any Report
    let disclosure: Disclosure

    var json: JSON { priceless(base.json) }
    var table: Table { priceless(base.table) }

    /// Sentences among the figures leave money out as the presentation does.
    func json(_ presentation: Presentation) -> JSON { priceless(base.json(presentation)) }
    func table(_ presentation: Presentation) -> Table { priceless(base.table(presentation)) }
    func chart(_ presentation: Presentation) -> Chart { base.chart(presentation).told }

    private func priceless(_ json: JSON) -> JSON {
        json.mapping(money: { _ in .null }, number: { .number($0.rounded(toDecimals: 3)) }).saying(disclosure)
    }

    private func priceless(_ table: Table) -> Table {
        table.mapping(money: { _ in .empty }, number: { .number($0.rounded(toDecimals: 3)) })
    }
}
