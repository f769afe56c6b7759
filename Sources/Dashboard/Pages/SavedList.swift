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
        let editLabel: String
        let removeLabel: String
    }

    let action: String
    let version: Int
    let items: [Item]
    let isEmpty: Bool
    let canUndo: Bool
    let summary: String
    let notice: String?
    let emptyHeading: String
    let emptyText: String
    let onward: Link
    let exports: [Link]
    let words: [String: String]
    let categories: [String]

    /// - Parameters:
    ///   - version: of the list, which every change names, so that nobody overwrites what they have not seen.
    ///   - categories: to choose from when something is added.
    ///   - notice: what came of the change before.
    public init(
        _ entries: [Entry], version: Int, of subject: Subject, categories: [String], notice: String? = nil, for reader: Reader
    ) {
        let (user, locale) = (subject.user, reader.locale)
        // The filter of the other views is kept for when the reader goes back to them.
        let fields = subject.filter.fields + reader.fields
        action = Address(["users", user.rawValue, "saved"], fields).text
        self.version = version
        self.notice = notice
        self.categories = categories
        isEmpty = entries.isEmpty
        canUndo = version > 0
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
        emptyText = locale.phrase(
            "Take something from the smart bucket list, or write down the first item yourself.",
            de: "Übernehmen Sie etwas aus der klugen Einkaufsliste, oder schreiben Sie den ersten Artikel selbst auf.",
            fr: "Prenez quelque chose dans la liste d’envies, ou notez vous-même le premier article.",
            es: "Tome algo de la lista inteligente o anote usted mismo el primer artículo."
        )
        onward = Link(
            label: ShopperTab.bucketList.label(in: locale), href: Address(ShopperTab.bucketList.path(of: user.rawValue), fields).text
        )
        exports = [("CSV", "csv"), ("JSON", "json"), ("TXT", "txt"), ("ICS", "ics")].map { label, suffix in
            Link(label: label, href: Address(["api", "users", user.rawValue, "bucket-list.\(suffix)"]).text)
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
        editLabel = locale.phrase("Edit", de: "Bearbeiten", fr: "Modifier", es: "Editar")
        removeLabel = locale.phrase(
            "Remove \(entry.name)", de: "\(entry.name) entfernen", fr: "Retirer \(entry.name)", es: "Quitar \(entry.name)")
    }
}
