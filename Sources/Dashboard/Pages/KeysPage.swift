import Charts
public import Purchases
import Reports

/// The keys that programs use the API with, for who manages them.
public struct KeysPage: Sendable {
    /// What the page says of a key.
    public struct Key: Sendable {
        var id: String
        var name: String
        var scopes: [String]
        var lastUse: CalendarDate?
        var state: State

        public enum State: Sendable {
            case untilRevoked
            case until(CalendarDate)
            case expired(CalendarDate)
            case revoked(CalendarDate)
        }

        public init(id: String, name: String, scopes: [String], lastUse: CalendarDate?, state: State) {
            self.id = id
            self.name = name
            self.scopes = scopes
            self.lastUse = lastUse
            self.state = state
        }
    }

    struct Row {
        let id: String
        let name: String
        let scopes: String
        let details: String
        let canRevoke: Bool
        let revokeLabel: String
    }

    let frame: Frame
    let heading: String
    let explanation: String
    /// A key that was just made: it is shown here and nowhere else.
    let secret: String?
    let secretLabel: String
    let problem: String?
    let rows: [Row]
    let isEmpty: Bool
    let emptyText: String
    let revoke: String
    let addHeading: String
    let nameLabel: String
    let scopesLabel: String
    let scopes: [Option]
    let userLabel: String
    let expiryLabel: String
    let expiries: [Option]
    let add: String

    /// - Parameters:
    ///   - scopes: what a key may be for.
    ///   - secret: the text of a key that was just made.
    ///   - problem: what was wrong with what was sent.
    public init(_ keys: [Key], scopes: [String], secret: String? = nil, problem: String? = nil, for reader: Reader) {
        let l = reader.locale
        heading = l.phrase("API keys", de: "API-Schlüssel", fr: "Clés d’API", es: "Claves de API")
        frame = Frame(heading, in: .account, for: reader)
        explanation = l.phrase(
            "A program sends its key with each request and may do what the key is for. A key that is revoked stops within a second.",
            de:
                "Ein Programm schickt seinen Schlüssel mit jeder Anfrage und darf, wofür er ist. Ein widerrufener gilt nach einer Sekunde nicht mehr.",
            fr: "Un programme envoie sa clé avec chaque requête et peut faire ce qu’elle permet. Une clé révoquée cesse en une seconde.",
            es:
                "Un programa envía su clave con cada solicitud y puede hacer lo que esta permite. Una clave revocada deja de valer en un segundo."
        )
        self.secret = secret
        secretLabel = l.phrase(
            "The new key. It is shown here only: copy it now.", de: "Der neue Schlüssel. Er steht nur hier: jetzt kopieren.",
            fr: "La nouvelle clé. Elle n’est montrée qu’ici : copiez-la maintenant.",
            es: "La clave nueva. Solo se muestra aquí: cópiela ahora.")
        self.problem = problem
        rows = keys.map { Row($0, l) }
        isEmpty = keys.isEmpty
        emptyText = l.phrase(
            "There are no keys yet.", de: "Es gibt noch keine Schlüssel.", fr: "Il n’y a pas encore de clés.", es: "Aún no hay claves.")
        revoke = l.phrase("Revoke", de: "Widerrufen", fr: "Révoquer", es: "Revocar")
        addHeading = l.phrase("Make a key", de: "Schlüssel anlegen", fr: "Créer une clé", es: "Crear una clave")
        nameLabel = l.phrase("The program’s name", de: "Name des Programms", fr: "Nom du programme", es: "Nombre del programa")
        scopesLabel = l.phrase("What it may do", de: "Was es darf", fr: "Ce qu’il peut faire", es: "Qué puede hacer")
        self.scopes = scopes.map { Option(value: $0, label: Self.words(of: $0, l), isChosen: false) }
        userLabel = l.phrase(
            "For this shopper only (empty: all)", de: "Nur für diesen Kunden (leer: alle)", fr: "Pour ce client seulement (vide : tous)",
            es: "Solo para este cliente (vacío: todos)")
        expiryLabel = l.phrase("Works for", de: "Gilt", fr: "Valable", es: "Válida")
        expiries = [
            ("30d", l.phrase("30 days", de: "30 Tage", fr: "30 jours", es: "30 días")),
            ("90d", l.phrase("90 days", de: "90 Tage", fr: "90 jours", es: "90 días")),
            ("365d", l.phrase("a year", de: "ein Jahr", fr: "un an", es: "un año")),
            ("never", l.phrase("until it is revoked", de: "bis zum Widerruf", fr: "jusqu’à révocation", es: "hasta que se revoque")),
        ].map { Option(value: $0, label: $1, isChosen: $0 == "365d") }
        add = l.phrase("Make it", de: "Anlegen", fr: "Créer", es: "Crear")
    }

    /// What a scope is for; one that this page has no words for is told by its name.
    private static func words(of scope: String, _ l: Locale) -> String {
        switch scope {
        case "read": l.phrase("see figures", de: "Zahlen ansehen", fr: "voir les chiffres", es: "ver las cifras")
        case "lists": l.phrase("edit bucket lists", de: "Einkaufslisten ändern", fr: "modifier les listes", es: "cambiar las listas")
        case "sign": l.phrase("sign links", de: "Links ausstellen", fr: "signer des liens", es: "firmar enlaces")
        case "mail": l.phrase("have reports mailed", de: "Berichte mailen lassen", fr: "faire envoyer des rapports", es: "enviar informes")
        case "import": l.phrase("import purchases", de: "Käufe importieren", fr: "importer des achats", es: "importar compras")
        case "shop": l.phrase("see the whole shop", de: "den ganzen Laden sehen", fr: "voir tout le magasin", es: "ver toda la tienda")
        case "charts": l.phrase("draw charts", de: "Diagramme zeichnen", fr: "dessiner des graphiques", es: "dibujar gráficos")
        case "admin": l.phrase("manage everything", de: "alles verwalten", fr: "tout gérer", es: "administrarlo todo")
        default: scope
        }
    }
}

extension KeysPage.Row {
    fileprivate init(_ key: KeysPage.Key, _ l: Locale) {
        id = key.id
        name = key.name
        scopes = key.scopes.joined(separator: " ")
        let use =
            key.lastUse.map { day in
                let day = l.text(of: day)
                return l.phrase("last used \(day)", de: "zuletzt am \(day)", fr: "utilisée le \(day)", es: "usada el \(day)")
            } ?? l.phrase("never used", de: "nie benutzt", fr: "jamais utilisée", es: "nunca usada")
        let state: String
        switch key.state {
        case .untilRevoked:
            (state, canRevoke) = (
                l.phrase("until revoked", de: "bis zum Widerruf", fr: "jusqu’à révocation", es: "hasta que se revoque"), true
            )
        case .until(let day):
            let day = l.text(of: day)
            (state, canRevoke) = (l.phrase("until \(day)", de: "bis \(day)", fr: "jusqu’au \(day)", es: "hasta el \(day)"), true)
        case .expired(let day):
            let day = l.text(of: day)
            (state, canRevoke) = (
                l.phrase("expired \(day)", de: "abgelaufen am \(day)", fr: "expirée le \(day)", es: "caducó el \(day)"), false
            )
        case .revoked(let day):
            let day = l.text(of: day)
            (state, canRevoke) = (
                l.phrase("revoked \(day)", de: "widerrufen am \(day)", fr: "révoquée le \(day)", es: "revocada el \(day)"), false
            )
        }
        details = [key.id, use, state].joined(separator: " · ")
        revokeLabel = l.phrase(
            "Revoke \(key.name)", de: "\(key.name) widerrufen", fr: "Révoquer \(key.name)", es: "Revocar \(key.name)")
    }
}
