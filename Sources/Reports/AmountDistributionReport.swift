import Analytics
public import Charts
import Purchases

/// How large the purchases were.
public struct AmountDistributionReport: Report {
    private let facts: Facts
    private let distribution: AmountDistribution
    private let unit: AmountDistribution.Unit

    init(_ facts: Facts, by unit: AmountDistribution.Unit, binCount: Int?) {
        self.facts = facts
        self.unit = unit
        distribution = AmountDistribution(of: facts.purchases, by: unit, binCount: binCount)
    }

    public var json: JSON {
        var members = facts.heading
        members.append("of", .string(unit.rawValue))
        members.append(
            "bins",
            .array(distribution.bins.map { ["from": .money($0.from), "to": .money($0.to), "count": .integer($0.count)] })
        )
        members.append("count", .integer(distribution.count))
        members.append("mean", .money(distribution.mean))
        members.append("median", .money(distribution.median))
        members.append("p90", .money(distribution.p90))
        members.append("max", .money(distribution.max))
        return .object(members)
    }

    public var table: Table {
        Table(
            columns: ["from", "to", "count"],
            rows: distribution.bins.map { [.money($0.from), .money($0.to), .integer($0.count)] }
        )
    }

    private func headline(_ format: NumberFormat, in locale: Locale) -> String {
        func text(_ money: Money) -> String { format.text(money.amount, in: locale) }
        let what = unit == .item ? "order lines" : "orders"
        return
            "\(NumberFormat.count.text(Double(distribution.count), in: locale)) \(what), half of them up to \(text(distribution.median)), "
            + "nine of ten up to \(text(distribution.p90)), the highest \(text(distribution.max))."
    }

    public func chart(_ presentation: Presentation) -> Chart {
        let format = NumberFormat.currency(presentation.currency)
        let isItem = unit == .item
        var marks: [Mark] = [
            .histogram(
                distribution.bins.map { .init(from: $0.from.amount, to: $0.isOpen ? nil : $0.to.amount, count: $0.count) }
            )
        ]
        if distribution.count > 0 {
            let median = format.text(distribution.median.amount, in: presentation.locale)
            marks.append(.rule(x: distribution.median.amount, label: "Median \(median)"))
        }
        return Chart(
            presentation.title ?? (isItem ? "What a purchase costs" : "What an order costs"),
            subtitle: facts.subtitle(isItem ? "Order lines by amount" : "Orders by amount", in: presentation.locale),
            x: Axis("amount", format: format),
            y: Axis(isItem ? "order lines" : "orders", format: .count),
            marks: marks, locale: presentation.locale, headline: headline(format, in: presentation.locale), emptyMessage: facts.emptyMessage
        )
    }
}
