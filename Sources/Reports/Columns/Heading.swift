import Charts

/// What a column of a table is called, in every language.
struct Heading: Hashable, Sendable {
    private let english: String
    private let german: String
    private let french: String
    private let spanish: String

    private init(_ english: String, de german: String, fr french: String, es spanish: String) {
        self.english = english
        self.german = german
        self.french = french
        self.spanish = spanish
    }

    /// A name that is data, such as a category's.
    static func name(_ name: String) -> Heading { Heading(name, de: name, fr: name, es: name) }

    func text(in locale: Locale) -> String { locale.phrase(english, de: german, fr: french, es: spanish) }
}

extension Heading {
    static let category = Heading("Category", de: "Kategorie", fr: "Catégorie", es: "Categoría")
    static let item = Heading("Item", de: "Artikel", fr: "Article", es: "Artículo")
    static let metric = Heading("Figure", de: "Kennzahl", fr: "Chiffre", es: "Cifra")
    static let value = Heading("Value", de: "Wert", fr: "Valeur", es: "Valor")
    static let kind = Heading("Kind", de: "Art", fr: "Genre", es: "Tipo")
    static let state = Heading("State", de: "Stand", fr: "État", es: "Estado")
    static let cart = Heading("Cart", de: "Warenkorb", fr: "Panier", es: "Cesta")
    static let pattern = Heading("Pattern", de: "Muster", fr: "Rythme", es: "Patrón")
    static let alternative = Heading("Alternative", de: "Alternative", fr: "Alternative", es: "Alternativa")
    static let reason = Heading("Why", de: "Warum", fr: "Pourquoi", es: "Por qué")
    static let spent = Heading("Spent", de: "Ausgegeben", fr: "Dépensé", es: "Gastado")
    static let meanSpent = Heading("Mean spending", de: "Mittlere Ausgaben", fr: "Dépense moyenne", es: "Gasto medio")
    static let share = Heading("Share", de: "Anteil", fr: "Part", es: "Parte")
    static let index = Heading("Index", de: "Index", fr: "Indice", es: "Índice")
    static let orders = Heading("Orders", de: "Bestellungen", fr: "Commandes", es: "Pedidos")
    static let orderLines = Heading("Order lines", de: "Positionen", fr: "Lignes", es: "Líneas")
    static let units = Heading("Units", de: "Stück", fr: "Unités", es: "Unidades")
    static let count = Heading("Count", de: "Anzahl", fr: "Nombre", es: "Cantidad")
    static let timesBought = Heading("Times bought", de: "Anzahl Käufe", fr: "Nombre d’achats", es: "Veces comprado")
    static let averagePrice = Heading("Average price", de: "Durchschnittspreis", fr: "Prix moyen", es: "Precio medio")
    static let unitPrice = Heading("Unit price", de: "Stückpreis", fr: "Prix unitaire", es: "Precio unitario")
    static let saving = Heading("Saving", de: "Ersparnis", fr: "Économie", es: "Ahorro")
    static let score = Heading("Score", de: "Punktzahl", fr: "Score", es: "Puntuación")
    static let shareLeft = Heading("Share left", de: "Rest", fr: "Part restante", es: "Parte restante")
    static let priceVariation = Heading("Price variation", de: "Preisschwankung", fr: "Variation du prix", es: "Variación del precio")
    static let probability = Heading("Probability", de: "Wahrscheinlichkeit", fr: "Probabilité", es: "Probabilidad")
    static let month = Heading("Month", de: "Monat", fr: "Mois", es: "Mes")
    static let weekday = Heading("Weekday", de: "Wochentag", fr: "Jour de la semaine", es: "Día de la semana")
    static let date = Heading("Date", de: "Datum", fr: "Date", es: "Fecha")
    static let from = Heading("From", de: "Von", fr: "De", es: "Desde")
    static let to = Heading("To", de: "Bis", fr: "À", es: "Hasta")
    static let lastBought = Heading("Last bought", de: "Zuletzt gekauft", fr: "Dernier achat", es: "Última compra")
    static let dueDate = Heading("Due around", de: "Fällig um", fr: "Prévu vers", es: "Previsto hacia")
    static let runsOut = Heading("Runs out", de: "Geht aus", fr: "Fini vers", es: "Se acaba")
    static let daysLeft = Heading("Days left", de: "Resttage", fr: "Jours restants", es: "Días restantes")
    static let daysSinceLast = Heading(
        "Days since the last", de: "Tage seit dem letzten", fr: "Jours depuis le dernier", es: "Días desde la última")
    static let daysBetween = Heading("Days between", de: "Tage dazwischen", fr: "Jours entre deux", es: "Días entre compras")
    static let before = Heading("Before", de: "Vorher", fr: "Avant", es: "Antes")
    static let after = Heading("After", de: "Nachher", fr: "Après", es: "Después")
    static let change = Heading("Change", de: "Änderung", fr: "Variation", es: "Cambio")
    static let effect = Heading("Effect", de: "Wirkung", fr: "Effet", es: "Efecto")
    static let byPrice = Heading("By price", de: "Durch Preis", fr: "Par le prix", es: "Por precio")
    static let byQuantity = Heading("By quantity", de: "Durch Menge", fr: "Par la quantité", es: "Por cantidad")
    static let byMix = Heading("By mix", de: "Durch Mischung", fr: "Par l’assortiment", es: "Por surtido")
    static let new = Heading("New", de: "Neu", fr: "Nouveau", es: "Nuevo")
    static let gone = Heading("Gone", de: "Entfallen", fr: "Disparu", es: "Dejado")
    static let refunds = Heading("Refunds", de: "Erstattungen", fr: "Remboursements", es: "Devoluciones")
}
