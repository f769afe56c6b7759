import Charts

/// What stands around the content of every page.
struct Frame {
    enum Area { case shoppers, shop, imports, charts, account }

    let title: String
    let language: String
    let direction: String
    /// The chosen appearance; nil for that of the reader's machine.
    let appearance: String?
    let words: [String: String]
    let areas: [Link]
    let hasAreas: Bool
    let appearances: [Option]
    let languages: [Option]
    let address: String
    /// Where the page is told of changes; nil for a page that does not change.
    let events: String?
    let style = DashboardAsset.address(of: "style.css")
    let script = DashboardAsset.address(of: "script.js")
    let icon = DashboardAsset.address(of: "icon.svg")
    let touchIcon = DashboardAsset.address(of: "icon-192.png")
    let manifest = DashboardAsset.address(of: "site.webmanifest")
    let home: String

    /// - Parameter events: the path that tells of changes to what the page shows.
    init(_ title: String, in area: Area?, for reader: Reader, events: String? = nil) {
        let locale = reader.locale
        self.title = title == "Cartograph" ? title : "\(title) · Cartograph"
        language = locale.pageLanguage
        direction = locale.isRightToLeft ? "rtl" : "ltr"
        appearance = reader.appearance?.rawValue
        words = Words.table(in: locale)
        let rights = reader.rights
        areas = [
            (Area.shoppers, rights.seesShop, [""], locale.phrase("Shoppers", de: "Kunden", fr: "Clients", es: "Clientes")),
            (.shop, rights.seesShop, ["shop"], locale.phrase("The shop", de: "Der Laden", fr: "Le magasin", es: "La tienda")),
            (.imports, rights.imports, ["import"], locale.phrase("Import", de: "Importieren", fr: "Importer", es: "Importar")),
            (.charts, rights.drawsCharts, ["charts"], locale.phrase("Charts", de: "Diagramme", fr: "Graphiques", es: "Gráficos")),
            (.account, rights.hasAccount, ["account"], locale.phrase("Account", de: "Konto", fr: "Compte", es: "Cuenta")),
        ].filter(\.1).map { Link(label: $3, href: Address($2, reader.fields).text, isCurrent: $0 == area) }
        hasAreas = !areas.isEmpty
        appearances = [
            (nil, locale.phrase("Automatic", de: "Automatisch", fr: "Automatique", es: "Automático")),
            (Appearance.light, locale.phrase("Light", de: "Hell", fr: "Clair", es: "Claro")),
            (.dark, locale.phrase("Dark", de: "Dunkel", fr: "Sombre", es: "Oscuro")),
        ].map { Option(value: $0?.rawValue ?? "auto", label: $1, isChosen: $0 == reader.appearance) }
        languages = Locale.supported.map {
            Option(value: $0.identifier, label: Self.names[$0.identifier] ?? $0.identifier, isChosen: $0 == locale)
        }
        address = reader.address
        self.events = events
        home = Address([""], reader.fields).text
    }

    /// What a language calls itself.
    private static let names = [
        "en-US": "English (US)", "en-GB": "English (UK)", "de-DE": "Deutsch", "fr-FR": "Français", "es-ES": "Español",
        "pt-BR": "Português (números)", "ja-JP": "日本語 (数字)", "zh-CN": "中文 (数字)", "hi": "हिन्दी (अंक)", "ar": "العربية (أرقام)",
        "he": "עברית (מספרים)",
    ]
}

extension Locale {
    /// The language that a page in this locale is written in: sentences come in four, numbers and months in all.
    var pageLanguage: String {
        switch language {
        case .english: identifier.hasPrefix("en") ? identifier : "en"
        case .german, .french, .spanish: identifier
        }
    }
}
