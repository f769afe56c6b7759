import Charts
import Purchases

extension SelectedPurchases {
    /// Returns a subtitle: what is measured, whose it is, and the filters in force, as in `U001 · Jan 2024 – Dec 2024 · Dairy`.
    ///
    /// - Parameter period: the days that the answer covers, where these are not the filter's.
    func subtitle(_ measure: String, _ presentation: Presentation, period: String? = nil) -> String {
        var parts = [measure, subject.name(in: presentation)?.isolated ?? ""]
        if let period = period ?? self.period(in: presentation.locale) { parts.append(period.isolated) }
        if !subject.filter.categories.isEmpty { parts.append(subject.filter.categories.sorted().map(\.isolated).joined(separator: ", ")) }
        return parts.filter { !$0.isEmpty }.joined(separator: " · ")
    }

    /// The days that the answer covers, in words: the filter's where it says so, the purchases' otherwise.
    func period(in locale: Locale) -> String? {
        let filter = subject.filter
        if case .only(let month) = filter.month { return locale.text(of: month) }
        guard let first = filter.from ?? span?.lowerBound, let last = filter.to ?? span?.upperBound else { return nil }
        guard first <= last || filter.from != nil && filter.to != nil else { return limit(in: locale) }
        let isWhole = (first == first.month.firstDay || filter.from == nil) && (last == last.month.lastDay || filter.to == nil)
        let range = locale.text(from: first, to: last, byMonth: isWhole)
        guard case .everyYear(let number) = filter.month else { return range }
        let month = locale.fullName(ofMonth: number).isolated
        let every = locale.phrase("every \(month)", de: "jeden \(month)", fr: "chaque mois de \(month)", es: "cada \(month)")
        return "\(every), \(range.isolated)"
    }

    /// Returns the only limit of the filter's days, where that lies beyond all purchases: a range would run backward.
    private func limit(in locale: Locale) -> String? {
        if let from = subject.filter.from {
            let day = locale.text(of: from).isolated
            return locale.phrase("from \(day)", de: "ab \(day)", fr: "à partir du \(day)", es: "desde el \(day)")
        }
        return subject.filter.to.map { to in
            let day = locale.text(of: to).isolated
            return locale.phrase("until \(day)", de: "bis \(day)", fr: "jusqu’au \(day)", es: "hasta el \(day)")
        }
    }

    /// Returns what a picture says when no purchase passes the filter, or none of them cost anything.
    func emptyMessage(in locale: Locale) -> String {
        guard purchases.isEmpty else {
            return locale.phrase(
                "Nothing spent", de: "Nichts ausgegeben", fr: "Rien n’a été dépensé", es: "No se ha gastado nada"
            )
        }
        return span == nil
            ? locale.phrase("No purchases yet", de: "Noch keine Käufe", fr: "Aucun achat pour l’instant", es: "Aún no hay compras")
            : locale.phrase(
                "No purchases in this selection", de: "Keine Käufe in dieser Auswahl", fr: "Aucun achat dans cette sélection",
                es: "No hay compras en esta selección"
            )
    }
}
