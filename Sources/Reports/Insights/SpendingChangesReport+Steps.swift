import Analytics
import Charts
import Purchases

extension SpendingChangesReport {
    /// More steps than these could not be told apart; the others are one.
    private static let stepLimit = 7

    /// What led from one sum to the other, in words.
    func steps(in locale: Locale) -> [(name: String, money: Money)] {
        switch form {
        case .effect:
            let effects = changes.effects
            let steps = [
                (locale.phrase("Price", de: "Preis", fr: "Prix", es: "Precio"), effects.price),
                (locale.phrase("Quantity", de: "Menge", fr: "Quantité", es: "Cantidad"), effects.quantity),
                (locale.phrase("Mix", de: "Mischung", fr: "Assortiment", es: "Surtido"), effects.mix),
                (locale.phrase("New items", de: "Neue Artikel", fr: "Nouveaux articles", es: "Artículos nuevos"), effects.new),
                (locale.phrase("Items gone", de: "Entfallene Artikel", fr: "Articles disparus", es: "Artículos dejados"), effects.gone),
            ]
            guard effects.refunds != .zero else { return steps }
            return steps + [(locale.phrase("Refunds", de: "Erstattungen", fr: "Remboursements", es: "Devoluciones"), effects.refunds)]
        case .category: return steps(changes.categories, in: locale)
        case .item: return steps(changes.items, in: locale)
        }
    }

    private func steps(_ rows: [SpendingChanges.Row], in locale: Locale) -> [(name: String, money: Money)] {
        // One step for a single other one saves nothing.
        let shown = rows.count <= Self.stepLimit + 1 ? rows : Array(rows.prefix(Self.stepLimit))
        let steps = shown.map { (name: $0.itemName ?? $0.category, money: $0.effects.total) }
        let rest = rows.dropFirst(shown.count)
        guard !rest.isEmpty else { return steps }
        return steps + [(locale.other(rest.count), rest.map(\.effects.total).reduce(.zero, +))]
    }
}
