import Charts
public import Purchases

/// The first page: all shoppers, or how to get some.
public struct StartPage: Sendable {
    let frame: Frame
    let heading: String
    let introduction: String
    let search: String
    let shoppers: [Link]
    /// The next page of the list, and the first one where this is another.
    let next: String?
    let first: String?
    let noMatch: String?
    let isEmpty: Bool
    /// For who may import.
    let upload: UploadForm?

    /// - Parameters:
    ///   - users: those of this page.
    ///   - search: what their names contain; empty for all.
    ///   - hasMore: whether there are more after the last of them.
    public init(users: [UserID], search: String, isFirst: Bool, hasMore: Bool, for reader: Reader) {
        let locale = reader.locale
        isEmpty = users.isEmpty && search.isEmpty && isFirst
        frame = Frame("Cartograph", in: .shoppers, for: reader, events: "/events")
        heading =
            isEmpty && reader.rights.imports
            ? locale.phrase(
                "Welcome. Bring a purchase log.", de: "Willkommen. Bringen Sie ein Kaufprotokoll mit.",
                fr: "Bienvenue. Apportez un journal d’achats.", es: "Bienvenido. Traiga un registro de compras.")
            : locale.phrase("Shoppers", de: "Kunden", fr: "Clients", es: "Clientes")
        introduction = locale.phrase(
            "Cartograph turns a shop’s purchase log into figures and charts: for a page, a mail or a report.",
            de: "Cartograph macht aus dem Kaufprotokoll eines Ladens Zahlen und Diagramme: für eine Seite, eine Mail oder einen Bericht.",
            fr:
                "Cartograph fait du journal d’achats d’un magasin des chiffres et des graphiques : pour une page, un courriel ou un rapport.",
            es: "Cartograph convierte el registro de compras de una tienda en cifras y gráficos: para una página, un correo o un informe."
        )
        self.search = search
        shoppers = users.map { Link(label: $0.rawValue, href: Address(["users", $0.rawValue], reader.fields).text) }
        next = hasMore ? users.last.map { Address([""], [("q", search), ("cursor", $0.rawValue)] + reader.fields).text } : nil
        first = isFirst ? nil : Address([""], [("q", search)] + reader.fields).text
        noMatch =
            users.isEmpty && !search.isEmpty
            ? locale.phrase(
                "No shopper’s name contains “\(search)”.", de: "Kein Kundenname enthält „\(search)“.",
                fr: "Aucun nom de client ne contient « \(search) ».", es: "Ningún nombre de cliente contiene «\(search)».")
            : nil
        upload = reader.rights.imports ? UploadForm(reader) : nil
    }
}
