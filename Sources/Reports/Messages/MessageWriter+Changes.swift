import Analytics
import Charts
import Purchases

/// What is more or less than in another period.
extension MessageWriter {
    /// A smaller part of the earlier sum is about as much.
    private static let leastShare = 0.02

    /// Returns how much more or less was spent, and most of all why.
    ///
    /// - Parameters:
    ///   - before: what was spent in the earlier period, as it is told, and so is `after`.
    ///   - cause: how a sentence about the difference ends; empty where no single cause stands out.
    func change(
        from before: Double, to after: Double, against base: ComparedPeriods.Base, days: Int, cause: String
    ) -> String? {
        guard before > 0 else { return nil }
        let (difference, share) = (after - before, (after - before) / before)
        let period = self.period(base, days)
        guard abs(share) >= Self.leastShare else {
            return locale.phrase(
                "You spent about as much as \(period)", de: "Sie gaben etwa so viel aus wie \(period)",
                fr: "Vous avez dépensé à peu près autant que \(period)", es: "Ha gastado más o menos lo mismo que \(period)")
        }
        let percent = percent(abs(share))
        let much = presentation.keepsMoney ? "\(amount(abs(difference))) (\(percent))" : percent
        return
            (difference > 0
            ? locale.phrase(
                "You spent \(much) more than \(period)", de: "Sie gaben \(much) mehr aus als \(period)",
                fr: "Vous avez dépensé \(much) de plus que \(period)", es: "Ha gastado \(much) más que \(period)")
            : locale.phrase(
                "You spent \(much) less than \(period)", de: "Sie gaben \(much) weniger aus als \(period)",
                fr: "Vous avez dépensé \(much) de moins que \(period)", es: "Ha gastado \(much) menos que \(period)")) + cause
    }

    private func period(_ base: ComparedPeriods.Base, _ days: Int) -> String {
        let count = locale.text(of: days).isolated
        return switch base {
        case .previous where days == 1:
            locale.phrase("the day before", de: "am Tag davor", fr: "la veille", es: "el día anterior")
        case .previous:
            locale.phrase(
                "in the \(count) days before", de: "in den \(count) Tagen davor", fr: "les \(count) jours précédents",
                es: "en los \(count) días anteriores")
        case .year:
            locale.phrase(
                "in the same days a year before", de: "in denselben Tagen des Vorjahrs", fr: "les mêmes jours un an avant",
                es: "en los mismos días del año anterior")
        }
    }

    /// Returns the end of a sentence that names a category or an item.
    func mostOfAll(on name: String) -> String {
        let name = self.name(name)
        return locale.phrase(
            ", most of all on \(name)", de: ", vor allem für \(name)", fr: ", surtout pour \(name)", es: ", sobre todo en \(name)")
    }

    /// Returns the end of a sentence that names one of the parts of a difference.
    func mostOfAll(through effect: SpendingChangesReport.Effect) -> String {
        switch effect {
        case .price:
            locale.phrase(
                ", mainly through prices", de: ", vor allem durch Preise", fr: ", surtout par les prix", es: ", sobre todo por los precios")
        case .quantity:
            locale.phrase(
                ", mainly through quantities", de: ", vor allem durch Mengen", fr: ", surtout par les quantités",
                es: ", sobre todo por las cantidades")
        case .mix:
            locale.phrase(
                ", mainly through the choice of items", de: ", vor allem durch die Auswahl", fr: ", surtout par le choix des articles",
                es: ", sobre todo por la elección de artículos")
        case .new:
            locale.phrase(
                ", mainly through new items", de: ", vor allem durch neue Artikel", fr: ", surtout par de nouveaux articles",
                es: ", sobre todo por artículos nuevos")
        case .gone:
            locale.phrase(
                ", mainly through items no longer bought", de: ", vor allem durch entfallene Artikel",
                fr: ", surtout par des articles abandonnés", es: ", sobre todo por artículos que ya no compra")
        case .refunds:
            locale.phrase(
                ", mainly through refunds", de: ", vor allem durch Erstattungen", fr: ", surtout par des remboursements",
                es: ", sobre todo por devoluciones")
        }
    }

    /// Returns the sum and what it is made of.
    func total(_ total: String, orders: Int, average: String) -> String {
        let count = locale.text(of: orders, .order)
        guard orders > 1 else {
            return locale.phrase("\(total) in \(count)", de: "\(total) in \(count)", fr: "\(total) en \(count)", es: "\(total) en \(count)")
        }
        return locale.phrase(
            "\(total) in \(count), \(average) each", de: "\(total) in \(count), je \(average)",
            fr: "\(total) en \(count), \(average) chacune",
            es: "\(total) en \(count), \(average) cada uno")
    }
}
