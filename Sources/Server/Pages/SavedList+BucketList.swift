import Charts
import Dashboard
import Purchases
import Reports
import Storage

extension SavedList {
    /// The most categories that are proposed; another one is written as it is.
    private static let categoryLimit = 300

    /// Makes the list on a page of its shopper.
    init(_ list: BucketList, of subject: Subject, from history: [Purchase], _ notice: SavedNotice?, for reader: Reader) {
        self.init(
            list, at: Place(of: subject, for: reader),
            categories: Array(Set(history.lazy.map(\.category)).sorted().prefix(Self.categoryLimit)), notice, for: reader)
    }

    /// Makes the list at a link to it, which tells nothing of what its shopper bought.
    init(_ list: BucketList, linkedAt path: String, mayEdit: Bool, _ notice: SavedNotice?, for reader: Reader) {
        let categories = Set(list.items.map(\.content.category)).subtracting([""]).sorted()
        self.init(list, at: Place(linkedAt: path, mayEdit: mayEdit), categories: categories, notice, for: reader)
    }

    private init(_ list: BucketList, at place: Place, categories: [String], _ notice: SavedNotice?, for reader: Reader) {
        self.init(
            list.items.map { item in
                Entry(
                    id: item.id, name: item.content.name, category: item.content.category, price: item.content.price,
                    reason: item.content.reason, isChecked: item.content.isChecked, dueDate: item.content.dueDate
                )
            },
            version: list.version, at: place, categories: categories,
            notice: notice.map { $0.text(in: reader.presentation.locale) }, for: reader
        )
    }
}

extension SavedNotice {
    fileprivate func text(in locale: Locale) -> String {
        switch self {
        case .stale:
            locale.phrase(
                "Somebody changed the list meanwhile. This is how it is now; your change was not made.",
                de: "Die Liste wurde inzwischen geändert. So ist sie jetzt; Ihre Änderung wurde nicht gemacht.",
                fr: "La liste a été modifiée entre-temps. La voici ; votre modification n’a pas été faite.",
                es: "La lista cambió mientras tanto. Así está ahora; su cambio no se hizo."
            )
        case .gone:
            locale.phrase(
                "That item is no longer on the list.", de: "Dieser Artikel steht nicht mehr auf der Liste.",
                fr: "Cet article n’est plus sur la liste.", es: "Ese artículo ya no está en la lista."
            )
        case .full:
            locale.phrase(
                "The list is full. Remove what was bought.", de: "Die Liste ist voll. Entfernen Sie, was gekauft ist.",
                fr: "La liste est pleine. Retirez ce qui est acheté.", es: "La lista está llena. Quite lo que ya compró."
            )
        case .first:
            locale.phrase(
                "There is nothing left to undo.", de: "Es gibt nichts mehr rückgängig zu machen.", fr: "Il n’y a plus rien à annuler.",
                es: "No queda nada que deshacer."
            )
        }
    }
}
