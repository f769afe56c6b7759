import Analytics
public import Charts
import Purchases

extension SpendingChangesReport {
    /// Regulars of which the same is to be said.
    public struct RegularList: Hashable, Sendable {
        public struct Row: Hashable, Sendable {
            public var itemName: String
            public var category: String
            /// What it adds to the sum or takes from it.
            public var amount: String
            /// What else there is to say; empty for nothing.
            public var note: String
        }

        public var heading: String
        /// Those that matter most first.
        public var rows: [Row]
        /// How many more there are.
        public var restCount: Int
    }

    /// The regulars that are new, and those that are gone.
    public func comingsAndGoings(_ presentation: Presentation) -> [RegularList] {
        let (locale, presentation) = (presentation.locale, presentation.sharing(whole))
        return [
            list(
                locale.phrase("New regulars", de: "Neu im Korb", fr: "Nouveaux habitués", es: "Nuevos habituales"), regulars?.new ?? [],
                { ($0.itemName, $0.category, presentation.difference($0.total), "") }),
            list(
                locale.phrase("No longer bought", de: "Nicht mehr gekauft", fr: "Plus achetés", es: "Ya no se compran"),
                regulars?.gone ?? [], { ($0.itemName, $0.category, presentation.difference(.zero - $0.total), "") }),
        ]
    }

    /// The regulars that cost more than before.
    public func priceRises(_ presentation: Presentation) -> RegularList {
        let (locale, presentation) = (presentation.locale, presentation.sharing(whole))
        return list(
            locale.phrase(
                "Dearer, and what that cost", de: "Teurer, und was das kostete", fr: "Plus chers, et ce que cela a coûté",
                es: "Más caros, y lo que costó"),
            regulars?.dearer ?? []
        ) { row in
            let (before, after) = (presentation.text(ofPrice: row.priceBefore), presentation.text(ofPrice: row.priceAfter))
            let rise = row.share.map { " (\(presentation.difference(share: $0)))" } ?? ""
            return (row.itemName, row.category, presentation.difference(row.extra), "\(before) → \(after)\(rise)")
        }
    }

    /// Which days are compared; why none are, where that is so.
    public func rule(in locale: Locale) -> String {
        periods.map { selection.rule(of: $0, against: base, in: locale) } ?? selection.nothingToCompare(with: base, in: locale) + "."
    }

    /// The item whose price tells most: what became dearer at the highest cost, or else what most was spent on. Nil without a purchase.
    public var itemOfInterest: String? {
        if let dearer = regulars?.dearer.first { return dearer.itemName }
        return TopItems(of: selection.purchases, limit: 1, by: .spend).rows.first?.itemName
    }

    private func list<Regular>(
        _ heading: String, _ regulars: [Regular], _ row: (Regular) -> (String, String, String, String)
    ) -> RegularList {
        let rows = regulars.prefix(limit).map(row).map { RegularList.Row(itemName: $0, category: $1, amount: $2, note: $3) }
        return RegularList(heading: heading, rows: rows, restCount: regulars.count - rows.count)
    }
}
