import Charts
import Purchases
public import Reports

/// What a shopper may want to buy next, each with its reason and a way onto their list.
public struct SuggestionList: Sendable {
    public typealias Suggestion = RecommendationsReport.Suggestion

    struct Group {
        let heading: String
        let note: String
        let items: [Item]
    }

    struct Item {
        let name: String
        let category: String
        /// As a form sends it.
        let price: String
        let dueDate: String
        /// As a reader reads it.
        let cost: String?
        let due: String?
        let state: String
        let cart: String?
        let cartLabel: String
        let reason: String
        let isSaved: Bool
        let saveLabel: String
        let alternative: Alternative?
    }

    /// Something much like it for less.
    struct Alternative {
        let name: String
        let category: String
        let price: String
        let words: String
        let saveLabel: String
    }

    let action: String
    let back: String
    /// Whether the reader may put them onto the list.
    let canSave: Bool
    /// The group that matters most, and those that come after the chart.
    let first: Group?
    let others: [Group]
    let hasOthers: Bool
    let isEmpty: Bool
    let emptyHeading: String
    let emptyText: String
    let savedWord: String
    let insteadWord: String
    let onward: Link

    /// - Parameters:
    ///   - alerts: what will probably be bought soon, the most probable first.
    ///   - regulars: what is bought again and again, the best first.
    ///   - discoveries: what is new, or sold at this time of the year.
    ///   - saved: what is on the shopper's list already.
    public init(
        alerts: [Suggestion], regulars: [Suggestion], discoveries: [Suggestion], saved: Set<String>, of subject: Subject, for reader: Reader
    ) {
        let (user, locale) = (subject.user.rawValue, reader.locale)
        action = Address(["users", user, "saved"]).text
        back = reader.address
        canSave = reader.rights.editsList
        let due = alerts.filter(\.isDue).prefix(Self.alertLimit)
        var listed = Set(due.map(\.item))
        let soon = regulars.filter { listed.insert($0.item).inserted }
        let new = discoveries.filter { listed.insert($0.item).inserted }
        let groups = [
            (
                locale.phrase("Due now", de: "Jetzt fällig", fr: "À racheter", es: "Toca ahora"),
                locale.phrase(
                    "Used up by the next visit, or already.", de: "Bis zum nächsten Einkauf aufgebraucht oder schon jetzt.",
                    fr: "Fini d’ici aux prochaines courses, ou déjà.", es: "Se acaba antes de la próxima compra, o ya."
                ), Array(due)
            ),
            (
                locale.phrase("Coming up", de: "Demnächst", fr: "Bientôt", es: "Próximamente"),
                locale.phrase(
                    "Bought again and again.", de: "Wird immer wieder gekauft.", fr: "Acheté régulièrement.",
                    es: "Se compra una y otra vez."
                ), soon
            ),
            (
                locale.phrase("Something new", de: "Etwas Neues", fr: "Du nouveau", es: "Algo nuevo"),
                locale.phrase(
                    "What others buy, and what is in season.", de: "Was andere kaufen, und was gerade Saison hat.",
                    fr: "Ce que d’autres achètent, et ce qui est de saison.", es: "Lo que otros compran y lo que es de temporada."
                ), new
            ),
        ].filter { !$0.2.isEmpty }.map { heading, note, rows in
            Group(heading: heading, note: note, items: rows.map { Item($0, saved, reader) })
        }
        (first, others) = (groups.first, Array(groups.dropFirst()))
        hasOthers = !others.isEmpty
        isEmpty = groups.isEmpty
        emptyHeading = locale.phrase(
            "Nothing to suggest yet", de: "Noch nichts vorzuschlagen", fr: "Rien à proposer pour l’instant", es: "Aún no hay sugerencias")
        emptyText = locale.phrase(
            "Suggestions come of what is bought again and again.", de: "Vorschläge entstehen aus dem, was immer wieder gekauft wird.",
            fr: "Les propositions viennent de ce qui est acheté régulièrement.",
            es: "Las sugerencias salen de lo que se compra una y otra vez."
        )
        savedWord = locale.phrase("on the list", de: "auf der Liste", fr: "sur la liste", es: "en la lista")
        insteadWord = locale.phrase("Save this instead", de: "Stattdessen merken", fr: "Garder à la place", es: "Guardar este")
        onward = Link(
            label: ShopperTab.saved.label(in: locale),
            href: Address(ShopperTab.saved.path(of: user), subject.filter.fields + reader.fields).text)
    }

    /// More than so many would alert nobody.
    private static let alertLimit = 10
}

extension SuggestionList.Item {
    fileprivate init(_ suggestion: SuggestionList.Suggestion, _ saved: Set<String>, _ reader: Reader) {
        let locale = reader.locale
        func text(_ money: Money) -> String { NumberFormat.currency(reader.presentation.currency).text(money.amount, in: locale) }
        func saveLabel(_ name: String) -> String {
            locale.phrase("Save \(name)", de: "\(name) merken", fr: "Garder \(name)", es: "Guardar \(name)")
        }
        name = suggestion.item
        category = suggestion.category
        price = suggestion.price?.description ?? ""
        dueDate = suggestion.dueDate?.description ?? ""
        cost = suggestion.price.map(text)
        due = suggestion.dueDate.map { day in
            let day = locale.text(ofDay: day.day, month: day.month.month)
            return locale.phrase("around \(day)", de: "um den \(day)", fr: "vers le \(day)", es: "hacia el \(day)")
        }
        (state, cart) = (suggestion.state, suggestion.cart)
        cartLabel = locale.putIntoCart
        reason = suggestion.reason
        isSaved = saved.contains(suggestion.item)
        self.saveLabel = saveLabel(suggestion.item)
        alternative = suggestion.alternative.map { other in
            let (price, saving) = (text(other.price), text(other.saving))
            return SuggestionList.Alternative(
                name: other.item, category: suggestion.category, price: other.price.description,
                words: locale.phrase(
                    "\(price), saves \(saving)", de: "\(price), spart \(saving)", fr: "\(price), économise \(saving)",
                    es: "\(price), ahorra \(saving)"),
                saveLabel: saveLabel(other.item)
            )
        }
    }
}
