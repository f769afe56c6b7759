import Charts
public import Purchases
public import Reports

/// The overview of the shop: all shoppers together, by month and by category, of what the import keeps.
public struct ShopPage: Sendable {
    let frame: Frame
    let heading: String
    let note: String
    let isEmpty: Bool
    let cards: [Mark.Card]
    let figures: [String]
    let toImport: Link

    /// - Parameter figure: returns a chart with all that belongs to it as HTML.
    public init(
        _ statistics: [CategoryMonth], for reader: Reader, figure: (ShopQuestion) throws -> String
    ) rethrows {
        let locale = reader.locale
        heading = locale.phrase("The shop", de: "Der Laden", fr: "Le magasin", es: "La tienda")
        frame = Frame(heading, in: .shop, for: reader, events: "/events")
        isEmpty = statistics.isEmpty
        note =
            isEmpty
            ? locale.phrase("No purchases yet.", de: "Noch keine Käufe.", fr: "Aucun achat pour l’instant.", es: "Aún no hay compras.")
            : locale.phrase(
                "All shoppers together.", de: "Alle Kunden zusammen.", fr: "Tous les clients ensemble.", es: "Todos los clientes juntos.")
        cards = isEmpty ? [] : ShopReport(statistics, .months).cards(reader.presentation)
        figures = isEmpty ? [] : try ShopQuestion.allCases.map(figure)
        toImport = Link(label: UploadForm(reader).heading, href: Address(["import"], reader.fields).text)
    }
}
