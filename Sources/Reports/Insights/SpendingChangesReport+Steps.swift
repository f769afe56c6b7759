import Analytics
import Charts
import Purchases

extension SpendingChangesReport {
    /// A part of the difference, by what brought it about.
    enum Effect: CaseIterable {
        case price, quantity, mix, new, gone, refunds

        func money(of effects: SpendingEffects) -> Money {
            switch self {
            case .price: effects.price
            case .quantity: effects.quantity
            case .mix: effects.mix
            case .new: effects.new
            case .gone: effects.gone
            case .refunds: effects.refunds
            }
        }

        func name(in locale: Locale) -> String {
            switch self {
            case .price: locale.phrase("Price", de: "Preis", fr: "Prix", es: "Precio")
            case .quantity: locale.phrase("Quantity", de: "Menge", fr: "Quantité", es: "Cantidad")
            case .mix: locale.phrase("Mix", de: "Mischung", fr: "Assortiment", es: "Surtido")
            case .new: locale.phrase("New items", de: "Neue Artikel", fr: "Nouveaux articles", es: "Artículos nuevos")
            case .gone: locale.phrase("Items gone", de: "Entfallene Artikel", fr: "Articles disparus", es: "Artículos dejados")
            case .refunds: locale.phrase("Refunds", de: "Erstattungen", fr: "Remboursements", es: "Devoluciones")
            }
        }
    }

    /// A part of the way from one sum to the other.
    struct Step {
        enum Cause {
            case effect(Effect)
            /// A category or an item.
            case thing(String)
            /// So many more of them together.
            case rest(Int)
        }

        var cause: Cause
        var money: Money

        var isRest: Bool { if case .rest = cause { true } else { false } }

        func name(in locale: Locale) -> String {
            switch cause {
            case .effect(let effect): effect.name(in: locale)
            case .thing(let name): name
            case .rest(let count): locale.other(count)
            }
        }
    }

    /// More steps than these could not be told apart in a row; the others are one.
    private static let mostInRow = 7
    /// Rows one below another may be more.
    private static let mostInColumn = 9
    /// What is less of the whole difference is not worth a bar of its own.
    private static let leastShare = 0.005

    /// What led from one sum to the other: effects in their own order, categories and items by how much they matter, the others last.
    var steps: [Step] {
        switch grouping {
        case .effect:
            return Effect.allCases.map { Step(cause: .effect($0), money: $0.money(of: changes.effects)) }
                .filter { $0.money != .zero }
        case .category: return steps(changes.categories)
        case .item: return steps(changes.items)
        }
    }

    /// The same for bars one below another: the largest rise first and the largest fall last, then what is left.
    var rankedSteps: [Step] {
        let least = changes.effects.total.amount.magnitude * Self.leastShare
        let worthwhile = steps.filter { $0.money.amount.magnitude >= least && $0.money != .zero }
        return worthwhile.filter { !$0.isRest }.sorted { $0.money > $1.money } + worthwhile.filter(\.isRest)
    }

    private func steps(_ rows: [SpendingChanges.Row]) -> [Step] {
        let most = form == .bar ? Self.mostInColumn : Self.mostInRow
        // One step for a single other one saves nothing.
        let shown = rows.count <= most + 1 ? rows : Array(rows.prefix(most))
        let steps = shown.map { Step(cause: .thing($0.itemName ?? $0.category), money: $0.effects.total) }
        let rest = rows.dropFirst(shown.count)
        guard !rest.isEmpty else { return steps }
        return steps + [Step(cause: .rest(rest.count), money: rest.map(\.effects.total).reduce(.zero, +))]
    }
}
