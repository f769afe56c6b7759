import Charts
import Purchases

/// A report whose numbers are rounded in its JSON, its table, its shapes and its words alike.
struct RoundedReport: Report {
    let base: any Report

    var json: JSON { rounded(base.json) }
    var table: Table { rounded(base.table) }

    /// Sentences among the figures are rounded by the presentation, as those of the chart are.
    func json(_ presentation: Presentation) -> JSON { rounded(base.json(presentation)) }
    func table(_ presentation: Presentation) -> Table { rounded(base.table(presentation)) }

    /// The words are rounded by the presentation, whose currency is coarse.
    func chart(_ presentation: Presentation) -> Chart { base.chart(presentation).told }

    private func rounded(_ json: JSON) -> JSON {
        json.mapping(money: { .money($0.rounded) }, number: { .number($0.rounded) }).saying(.rounded)
    }

    private func rounded(_ table: Table) -> Table { table.mapping(money: { .money($0.rounded) }, number: { .number($0.rounded) }) }
}

extension Money {
    var rounded: Money { Money(hundredths: Int64(amount.coarse) * 100) }
}

extension Double {
    /// Two digits that count, of what is below one too.
    fileprivate var rounded: Double {
        guard isFinite, magnitude < 10 else { return coarse }
        return (self * 100).rounded() / 100
    }
}
