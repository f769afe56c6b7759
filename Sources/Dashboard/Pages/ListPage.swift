import Charts
public import Purchases
import Reports

/// A shopper's list as somebody sees it who was given a link to it.
public struct ListPage: Sendable {
    let frame: Frame
    let heading: String
    let explanation: String
    let saved: SavedList

    /// - Parameters:
    ///   - mayEdit: whether the link lets its reader write to the list.
    ///   - day: the last on which it works.
    public init(_ list: SavedList, mayEdit: Bool, until day: CalendarDate, for reader: Reader) {
        let l = reader.locale
        let day = l.text(of: day)
        heading = l.phrase("Shopping list", de: "Einkaufsliste", fr: "Liste de courses", es: "Lista de la compra")
        frame = Frame(heading, in: nil, for: reader)
        explanation =
            mayEdit
            ? l.phrase(
                "Somebody shares this list with you. You may tick items and add some, until \(day).",
                de: "Jemand teilt diese Liste mit Ihnen. Sie dürfen abhaken und ergänzen, bis \(day).",
                fr: "Quelqu’un partage cette liste avec vous. Vous pouvez cocher et ajouter des articles, jusqu’au \(day).",
                es: "Alguien comparte esta lista con usted. Puede marcar y añadir artículos hasta el \(day).")
            : l.phrase(
                "Somebody shares this list with you, until \(day).", de: "Jemand teilt diese Liste mit Ihnen, bis \(day).",
                fr: "Quelqu’un partage cette liste avec vous, jusqu’au \(day).",
                es: "Alguien comparte esta lista con usted, hasta el \(day).")
        saved = list
    }
}
