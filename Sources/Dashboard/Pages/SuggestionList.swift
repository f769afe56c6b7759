import Charts
public import Purchases
import Reports

/// What a shopper may want to buy next, each with its reason and a way onto their list.
public struct SuggestionList: Sendable {
    public struct Entry: Sendable {
        public var name: String
        public var category: String
        public var price: Money?
        public var reason: String
        public var dueDate: CalendarDate?

        public init(name: String, category: String, price: Money?, reason: String, dueDate: CalendarDate?) {
            self.name = name
            self.category = category
            self.price = price
            self.reason = reason
            self.dueDate = dueDate
        }
    }

    struct Item {
        let name: String
        let category: String
        let price: String
        let due: String
        let details: String
        let reason: String
        let isSaved: Bool
        let saveLabel: String
    }

    struct Group {
        let heading: String
        let note: String
        let items: [Item]
    }

    let action: String
    let back: String
    let groups: [Group]
    let isEmpty: Bool
    let emptyHeading: String
    let emptyText: String
    let savedWord: String
    let onward: Link

    /// - Parameters:
    ///   - day: the day that counts as today.
    ///   - saved: what is on the shopper's list already.
    public init(_ entries: [Entry], on day: CalendarDate, saved: Set<String>, of user: UserID, for reader: Reader) {
        let locale = reader.locale
        action = Address(["users", user.rawValue, "saved"]).text
        back = reader.address
        let soon = entries.filter { $0.dueDate.map { $0 <= day.adding(days: Self.alertDays) } ?? false }
        let later = entries.filter { $0.dueDate.map { $0 > day.adding(days: Self.alertDays) } ?? true }
        groups = [
            (
                locale.phrase("Due now", de: "Jetzt fällig", fr: "À racheter", es: "Toca ahora"),
                locale.phrase(
                    "Runs out within two weeks of the last purchases.", de: "Geht binnen zwei Wochen nach den letzten Käufen aus.",
                    fr: "S’épuise dans les deux semaines qui suivent les derniers achats.",
                    es: "Se acaba en las dos semanas tras las últimas compras."
                ), soon
            ),
            (
                locale.phrase("Worth a thought", de: "Einen Gedanken wert", fr: "À envisager", es: "Para pensarlo"),
                locale.phrase(
                    "For later, or something new.", de: "Für später, oder etwas Neues.", fr: "Pour plus tard, ou du nouveau.",
                    es: "Para más tarde, o algo nuevo."
                ), later
            ),
        ].filter { !$0.2.isEmpty }.map { heading, note, entries in
            Group(heading: heading, note: note, items: entries.map { Item($0, isSaved: saved.contains($0.name), reader) })
        }
        isEmpty = entries.isEmpty
        emptyHeading = locale.phrase(
            "Nothing to suggest yet", de: "Noch nichts vorzuschlagen", fr: "Rien à proposer pour l’instant", es: "Aún no hay sugerencias")
        emptyText = locale.phrase(
            "Suggestions come of what is bought again and again.", de: "Vorschläge entstehen aus dem, was immer wieder gekauft wird.",
            fr: "Les propositions viennent de ce qui est acheté régulièrement.",
            es: "Las sugerencias salen de lo que se compra una y otra vez."
        )
        savedWord = locale.phrase("on the list", de: "auf der Liste", fr: "sur la liste", es: "en la lista")
        onward = Link(
            label: ShopperTab.saved.label(in: locale), href: Address(ShopperTab.saved.path(of: user.rawValue), reader.fields).text)
    }

    private static let alertDays = 14
}

extension SuggestionList.Item {
    init(_ entry: SuggestionList.Entry, isSaved: Bool, _ reader: Reader) {
        let locale = reader.locale
        let dueText = entry.dueDate.map {
            locale.phrase("due around \($0)", de: "fällig um den \($0)", fr: "prévu vers le \($0)", es: "previsto hacia el \($0)")
        }
        let price = entry.price.map { NumberFormat.currency(reader.presentation.currency).text($0.amount, in: locale) }
        name = entry.name
        category = entry.category
        self.price = entry.price?.description ?? ""
        due = entry.dueDate?.description ?? ""
        details = [entry.category.isEmpty ? nil : entry.category, price, dueText].compactMap { $0 }.joined(separator: " · ")
        reason = entry.reason
        self.isSaved = isSaved
        saveLabel = locale.phrase("Save \(entry.name)", de: "\(entry.name) merken", fr: "Garder \(entry.name)", es: "Guardar \(entry.name)")
    }
}
