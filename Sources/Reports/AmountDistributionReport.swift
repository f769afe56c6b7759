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

    private func headline(_ presentation: Presentation) -> String {
        let locale = presentation.locale
        let (median, most, max) = (
            presentation.text(of: distribution.median), presentation.text(of: distribution.p90), presentation.text(of: distribution.max)
        )
        let count = locale.text(of: distribution.count, noun)
        guard distribution.count > 1 else {
            return locale.phrase("\(count) of \(max).", de: "\(count) zu \(max).", fr: "\(count) de \(max).", es: "\(count) de \(max).")
        }
        return locale.phrase(
            "\(count), half of them up to \(median), nine of ten up to \(most), the highest \(max).",
            de: "\(count), die Hälfte bis \(median), neun von zehn bis \(most), die höchste \(max).",
            fr: "\(count), la moitié jusqu’à \(median), neuf sur dix jusqu’à \(most), la plus élevée \(max).",
            es: "\(count), la mitad hasta \(median), nueve de cada diez hasta \(most), máximo \(max)."
        )
    }

    private var noun: Noun { unit == .item ? .orderLine : .order }

    private func title(in locale: Locale) -> String {
        switch unit {
        case .item:
            locale.phrase(
                "What a purchase costs", de: "Was ein Kauf kostet", fr: "Ce que coûte un achat", es: "Lo que cuesta una compra")
        case .order:
            locale.phrase(
                "What an order costs", de: "Was eine Bestellung kostet", fr: "Ce que coûte une commande", es: "Lo que cuesta un pedido")
        }
    }

    private func measure(in locale: Locale) -> String {
        switch unit {
        case .item:
            locale.phrase(
                "Order lines by amount", de: "Positionen nach Betrag", fr: "Lignes de commande par montant",
                es: "Líneas de pedido por importe")
        case .order:
            locale.phrase("Orders by amount", de: "Bestellungen nach Betrag", fr: "Commandes par montant", es: "Pedidos por importe")
        }
    }

    public func chart(_ presentation: Presentation) -> Chart {
        let locale = presentation.locale
        var marks: [Mark] = [
            .histogram(
                distribution.bins.map { .init(from: $0.from.amount, to: $0.isOpen ? nil : $0.to.amount, count: $0.count) }
            )
        ]
        if distribution.count > 0 {
            let median = presentation.text(of: distribution.median)
            let label = locale.phrase("Median \(median)", de: "Median \(median)", fr: "Médiane \(median)", es: "Mediana \(median)")
            marks.append(.rule(x: distribution.median.amount, label: label))
        }
        return Chart(
            presentation.title ?? title(in: locale), subtitle: facts.subtitle(measure(in: locale), in: locale),
            x: Axis(locale.phrase("amount", de: "Betrag", fr: "montant", es: "importe"), format: .currency(presentation.currency)),
            y: Axis(locale.plural(of: noun)), marks: marks, locale: locale, headline: headline(presentation),
            emptyMessage: facts.emptyMessage(in: locale)
        )
    }
}
