public import Analytics
public import Charts
import Purchases

extension Insight {
    public static let amountDistribution = Insight(
        "amount-distribution", "How much items or orders cost", chart: "histogram with the median",
        parameters: [AmountDistributionReport.unit.parameter, AmountDistributionReport.binCount.parameter],
        refusals: { _ in
            [
                .share: .isAboutPrices,
                .trend:
                    "leaves nothing of this insight, which counts amounts and has no course over time; use 'rounded', or ask for monthly-trends",
            ]
        }
    ) { question, selection, _ in
        AmountDistributionReport(
            selection, by: question[AmountDistributionReport.unit], binCount: question[AmountDistributionReport.binCount])
    }
}

extension Question {
    /// - Parameter bins: how many are wished for; nil leaves their number to the data.
    public static func amountDistribution(of unit: AmountDistribution.Unit, bins: Int?) -> Question {
        Question(.amountDistribution, values: ["of": unit.rawValue, "bins": bins.map(String.init)].compactMapValues { $0 })
    }
}

/// How large the purchases were.
public struct AmountDistributionReport: SelectionReport {
    static let unit = TypedParameter.choice(
        "of", default: AmountDistribution.Unit.item, "What is counted: single items, the default, or whole orders.")
    static let binCount = TypedParameter<Int?>.number(
        "bins", in: 1...40,
        "How many bins are wished for; their edges stay round numbers. By default as many as the Freedman–Diaconis rule gives.")

    let selection: SelectedPurchases
    private let unit: AmountDistribution.Unit
    private let distribution: AmountDistribution
    /// With edges of two significant digits, for readers who are told no more.
    private let coarseBins: @Sendable () -> [AmountDistribution.Bin]

    init(_ selection: SelectedPurchases, by unit: AmountDistribution.Unit, binCount: Int?) {
        self.selection = selection
        self.unit = unit
        distribution = AmountDistribution(of: selection.purchases, by: unit, binCount: binCount)
        coarseBins = { AmountDistribution(of: selection.purchases, by: unit, binCount: binCount, edges: .twoDigits).bins }
    }

    private func bins(_ presentation: Presentation) -> [AmountDistribution.Bin] {
        presentation.redaction.isFull ? distribution.bins : coarseBins()
    }

    private static let columns: [Column<AmountDistribution.Bin>] = [
        Column("from", .money, .from) { .money($0.from) }, Column("to", .money, .to) { .money($0.to) },
        Column("count", .count, .count) { .integer($0.count) },
    ]

    static let members: [Member<Self>] = [
        .user, .filters, .value("of", .choice(["item", "order"])) { .text($0.unit.rawValue) },
        .array("bins", columns.members()) { $0.bins($1) },
        .value("count", .count) { .integer($0.distribution.count) }, .value("mean", .money) { .money($0.distribution.mean) },
        .value("median", .money) { .money($0.distribution.median) }, .value("p90", .money) { .money($0.distribution.p90) },
        .value("max", .money) { .money($0.distribution.max) },
    ]

    public func makeTable(_ presentation: Presentation) -> Table { Table(Self.columns, rows: bins(presentation), presentation) }

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

    public func makeChart(_ presentation: Presentation) -> Chart {
        let (locale, redaction) = (presentation.locale, presentation.redaction)
        func value(_ money: Money) -> Double { redaction.amount(money) ?? 0 }
        var marks: [Mark] = [
            .histogram(
                bins(presentation).map {
                    .init(from: value($0.from), to: $0.isOpen ? nil : value($0.to), count: $0.count, isOpenBelow: $0.isOpenBelow)
                }
            )
        ]
        if distribution.count > 0 {
            let median = presentation.text(of: distribution.median)
            let label = locale.phrase("Median \(median)", de: "Median \(median)", fr: "Médiane \(median)", es: "Mediana \(median)")
            marks.append(.rule(x: value(distribution.median), label: label))
            if value(distribution.p90) > value(distribution.median) {
                let most = presentation.text(of: distribution.p90)
                let ninety = NumberFormat.wholePercent(0.9, in: locale).isolated
                let label = locale.phrase(
                    "\(ninety) up to \(most)", de: "\(ninety) bis \(most)", fr: "\(ninety) jusqu’à \(most)", es: "\(ninety) hasta \(most)")
                marks.append(.rule(x: value(distribution.p90), label: label))
            }
        }
        let chart = Chart(
            presentation.title ?? title(in: locale), subtitle: selection.subtitle(measure(in: locale), presentation),
            x: Axis(locale.phrase("amount", de: "Betrag", fr: "montant", es: "importe"), format: presentation.amountFormat),
            y: Axis(locale.plural(of: noun)), marks: marks, locale: locale, headline: headline(presentation),
            emptyMessage: selection.emptyMessage(in: locale)
        )
        return chart.saying(
            distribution.count > 1
                ? MessageWriter(presentation).amounts(
                    half: presentation.text(of: distribution.median), most: presentation.text(of: distribution.p90),
                    areOrders: unit == .order) : nil,
            presentation)
    }
}
