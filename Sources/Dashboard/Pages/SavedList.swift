import Charts
public import Purchases
public import Reports

/// What a shopper means to buy, to be looked at and changed: every change is a form.
public struct SavedList: Sendable {
    /// An item as the page needs it.
    public struct Entry: Sendable {
        public var id: Int
        public var name: String
        public var category: String
        public var price: Money?
        public var reason: String
        public var isChecked: Bool
        public var dueDate: CalendarDate?

        public init(id: Int, name: String, category: String, price: Money?, reason: String, isChecked: Bool, dueDate: CalendarDate?) {
            self.id = id
            self.name = name
            self.category = category
            self.price = price
            self.reason = reason
            self.isChecked = isChecked
            self.dueDate = dueDate
        }
    }

    /// Where a list stands, and what its reader may do there.
    public struct Place: Sendable {
        /// Where its forms go.
        var action: String
        /// The address of its files, without an extension.
        var files: String
        var mayEdit: Bool
        var mayShare: Bool
        /// Where there are suggestions; nil where there are none.
        var suggestions: Link?

        /// Among the pages of a shopper.
        public init(of subject: Subject, for reader: Reader) {
            let user = subject.user.rawValue
            // The filter of the other views is kept for when the reader goes back to them.
            let fields = subject.filter.fields + reader.fields
            action = Address(["users", user, "saved"], fields).text
            files = Address(["api", "users", user, "bucket-list"]).text
            (mayEdit, mayShare) = (reader.rights.editsList, reader.rights.editsList)
            suggestions = Link(
                label: ShopperTab.bucketList.label(in: reader.locale),
                href: Address(ShopperTab.bucketList.path(of: user), fields).text)
        }

        /// Where a link leads to that somebody was given.
        public init(linkedAt path: String, mayEdit: Bool) {
            (action, files) = (path, path)
            self.mayEdit = mayEdit
            mayShare = false
        }
    }

    struct Item {
        let id: Int
        let name: String
        let category: String
        let price: String
        let due: String
        let details: String
        let reason: String?
        let isChecked: Bool
        let checkLabel: String
        let boughtWord: String
        let editLabel: String
        let removeLabel: String
    }

    let action: String
    let version: Int
    let items: [Item]
    let isEmpty: Bool
    let canEdit: Bool
    let canUndo: Bool
    /// Whether there is something to share, and the reader may.
    let canShare: Bool
    let summary: String
    let notice: String?
    let emptyHeading: String
    let emptyText: String
    let onward: Link?
    let exports: [Link]
    let words: [String: String]
    let categories: [String]

    /// - Parameters:
    ///   - version: of the list, which every change names, so that nobody overwrites what they have not seen.
    ///   - categories: to choose from when something is added.
    ///   - notice: what came of the change before.
    public init(
        _ entries: [Entry], version: Int, at place: Place, categories: [String], notice: String? = nil, for reader: Reader
    ) {
        let locale = reader.locale
        action = place.action
        self.version = version
        self.notice = notice
        self.categories = categories
        isEmpty = entries.isEmpty
        canEdit = place.mayEdit
        canUndo = place.mayEdit && version > 0
        canShare = place.mayShare && !entries.isEmpty
        items = entries.map { Item($0, reader) }
        let open = entries.filter { !$0.isChecked }
        let total = open.compactMap(\.price).reduce(Money.zero, +)
        let amount = NumberFormat.currency(reader.presentation.currency).text(total.amount, in: locale)
        summary = locale.phrase(
            "\(open.count) to buy, about \(amount)", de: "\(open.count) zu kaufen, etwa \(amount)",
            fr: "\(open.count) à acheter, environ \(amount)", es: "\(open.count) por comprar, unos \(amount)"
        )
        emptyHeading = locale.phrase(
            "Nothing saved yet", de: "Noch nichts gemerkt", fr: "Rien de gardé pour l’instant", es: "Aún no hay nada guardado")
        emptyText =
            !place.mayEdit
            ? locale.phrase(
                "There is nothing on this list at the moment.", de: "Auf dieser Liste steht im Moment nichts.",
                fr: "Il n’y a rien sur cette liste pour le moment.", es: "Por ahora no hay nada en esta lista.")
            : place.suggestions == nil
                ? locale.phrase(
                    "Write down the first item below.", de: "Schreiben Sie unten den ersten Artikel auf.",
                    fr: "Notez le premier article ci-dessous.", es: "Anote abajo el primer artículo.")
                : locale.phrase(
                    "Take something from the smart bucket list, or write down the first item yourself.",
                    de: "Übernehmen Sie etwas aus der klugen Einkaufsliste, oder schreiben Sie den ersten Artikel selbst auf.",
                    fr: "Prenez quelque chose dans la liste d’envies, ou notez vous-même le premier article.",
                    es: "Tome algo de la lista inteligente o anote usted mismo el primer artículo.")
        onward = place.mayEdit ? place.suggestions : nil
        exports = [("CSV", "csv"), ("JSON", "json"), ("TXT", "txt"), ("ICS", "ics")].map { label, suffix in
            Link(label: label, href: "\(place.files).\(suffix)")
        }
        words = Words.table(in: locale)
    }
}

extension SavedList.Item {
    init(_ entry: SavedList.Entry, _ reader: Reader) {
        let locale = reader.locale
        let money = NumberFormat.currency(reader.presentation.currency)
        id = entry.id
        name = entry.name
        category = entry.category
        price = entry.price?.description ?? ""
        due = entry.dueDate?.description ?? ""
        let dueText = entry.dueDate.map { day in
            let day = locale.text(of: day)
            return locale.phrase("due \(day)", de: "fällig \(day)", fr: "prévu le \(day)", es: "previsto para \(day)")
        }
        details = [entry.category.isEmpty ? nil : entry.category, entry.price.map { money.text($0.amount, in: locale) }, dueText]
            .compactMap { $0 }.joined(separator: " · ")
        reason = entry.reason.isEmpty ? nil : entry.reason
        isChecked = entry.isChecked
        checkLabel = locale.phrase(
            "Bought: \(entry.name)", de: "Gekauft: \(entry.name)", fr: "Acheté : \(entry.name)", es: "Comprado: \(entry.name)")
        boughtWord = locale.phrase("bought", de: "gekauft", fr: "acheté", es: "comprado")
        editLabel = locale.phrase("Edit", de: "Bearbeiten", fr: "Modifier", es: "Editar")
        removeLabel = locale.phrase(
            "Remove \(entry.name)", de: "\(entry.name) entfernen", fr: "Retirer \(entry.name)", es: "Quitar \(entry.name)")
    }
}
