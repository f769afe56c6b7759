import Charts
public import Purchases
import Reports

/// A new link to a shopper's list.
public struct SharePage: Sendable {
    let frame: Frame
    let heading: String
    let explanation: String
    let link: String
    let back: Link

    /// - Parameters:
    ///   - mayEdit: whether who has the link may write to the list.
    ///   - until: the last day on which the link works.
    public init(link: String, mayEdit: Bool, until day: CalendarDate, of user: UserID, for reader: Reader) {
        let locale = reader.locale
        let day = locale.text(of: day)
        heading = locale.phrase("A link to the list", de: "Ein Link zur Liste", fr: "Un lien vers la liste", es: "Un enlace a la lista")
        frame = Frame(heading, in: .shoppers, for: reader)
        explanation =
            mayEdit
            ? locale.phrase(
                "Whoever has it may look at the list and write to it, until \(day). It is shown here only.",
                de: "Wer ihn hat, darf die Liste ansehen und ändern, bis \(day). Er steht nur hier.",
                fr: "Qui l’a peut lire et modifier la liste, jusqu’au \(day). Il n’est montré qu’ici.",
                es: "Quien lo tenga puede ver y cambiar la lista hasta \(day). Solo se muestra aquí.")
            : locale.phrase(
                "Whoever has it may look at the list, until \(day). It is shown here only.",
                de: "Wer ihn hat, darf die Liste ansehen, bis \(day). Er steht nur hier.",
                fr: "Qui l’a peut lire la liste, jusqu’au \(day). Il n’est montré qu’ici.",
                es: "Quien lo tenga puede ver la lista hasta \(day). Solo se muestra aquí.")
        self.link = link
        back = Link(
            label: ShopperTab.saved.label(in: locale), href: Address(ShopperTab.saved.path(of: user.rawValue), reader.fields).text)
    }
}
