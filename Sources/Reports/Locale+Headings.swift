import Charts

extension Locale {
    /// Returns what a column of a table is called; nil for a name that is data, such as a category's.
    func heading(ofColumn name: String) -> String? { thing(name) ?? amount(name) ?? time(name) ?? change(name) }

    private func thing(_ name: String) -> String? {
        switch name {
        case "category": phrase("Category", de: "Kategorie", fr: "Catégorie", es: "Categoría")
        case "item_name", "item": phrase("Item", de: "Artikel", fr: "Article", es: "Artículo")
        case "metric": phrase("Figure", de: "Kennzahl", fr: "Chiffre", es: "Cifra")
        case "value": phrase("Value", de: "Wert", fr: "Valeur", es: "Valor")
        case "kind": phrase("Kind", de: "Art", fr: "Genre", es: "Tipo")
        case "pattern": phrase("Pattern", de: "Muster", fr: "Rythme", es: "Patrón")
        case "alternative": phrase("Alternative", de: "Alternative", fr: "Alternative", es: "Alternativa")
        case "recommendation_reason": phrase("Why", de: "Warum", fr: "Pourquoi", es: "Por qué")
        default: nil
        }
    }

    private func amount(_ name: String) -> String? {
        switch name {
        case "total_spent": phrase("Spent", de: "Ausgegeben", fr: "Dépensé", es: "Gastado")
        case "mean_spent": phrase("Mean spending", de: "Mittlere Ausgaben", fr: "Dépense moyenne", es: "Gasto medio")
        case "share": phrase("Share", de: "Anteil", fr: "Part", es: "Parte")
        case "index": phrase("Index", de: "Index", fr: "Indice", es: "Índice")
        case "num_orders": phrase("Orders", de: "Bestellungen", fr: "Commandes", es: "Pedidos")
        case "num_items": phrase("Order lines", de: "Positionen", fr: "Lignes", es: "Líneas")
        case "units": phrase("Units", de: "Stück", fr: "Unités", es: "Unidades")
        case "count": phrase("Count", de: "Anzahl", fr: "Nombre", es: "Cantidad")
        case "purchase_count": phrase("Times bought", de: "Anzahl Käufe", fr: "Nombre d’achats", es: "Veces comprado")
        case "average_price", "avg_price": phrase("Average price", de: "Durchschnittspreis", fr: "Prix moyen", es: "Precio medio")
        case "unit_price": phrase("Unit price", de: "Stückpreis", fr: "Prix unitaire", es: "Precio unitario")
        case "saving": phrase("Saving", de: "Ersparnis", fr: "Économie", es: "Ahorro")
        case "score": phrase("Score", de: "Punktzahl", fr: "Score", es: "Puntuación")
        case "share_left": phrase("Share left", de: "Rest", fr: "Part restante", es: "Parte restante")
        case "price_variation":
            phrase("Price variation", de: "Preisschwankung", fr: "Variation du prix", es: "Variación del precio")
        case "probability": phrase("Probability", de: "Wahrscheinlichkeit", fr: "Probabilité", es: "Probabilidad")
        default: nil
        }
    }

    private func time(_ name: String) -> String? {
        switch name {
        case "month": phrase("Month", de: "Monat", fr: "Mois", es: "Mes")
        case "weekday": phrase("Weekday", de: "Wochentag", fr: "Jour de la semaine", es: "Día de la semana")
        case "date": phrase("Date", de: "Datum", fr: "Date", es: "Fecha")
        case "from": phrase("From", de: "Von", fr: "De", es: "Desde")
        case "to": phrase("To", de: "Bis", fr: "À", es: "Hasta")
        case "last_purchased": phrase("Last bought", de: "Zuletzt gekauft", fr: "Dernier achat", es: "Última compra")
        case "due_date": phrase("Due around", de: "Fällig um", fr: "Prévu vers", es: "Previsto hacia")
        case "runs_out": phrase("Runs out", de: "Geht aus", fr: "Fini vers", es: "Se acaba")
        case "days_left": phrase("Days left", de: "Resttage", fr: "Jours restants", es: "Días restantes")
        case "days_since_last_purchase":
            phrase("Days since the last", de: "Tage seit dem letzten", fr: "Jours depuis le dernier", es: "Días desde la última")
        case "avg_interval_days", "typical_interval_days":
            phrase("Days between", de: "Tage dazwischen", fr: "Jours entre deux", es: "Días entre compras")
        default: nil
        }
    }

    private func change(_ name: String) -> String? {
        switch name {
        case "before": phrase("Before", de: "Vorher", fr: "Avant", es: "Antes")
        case "after": phrase("After", de: "Nachher", fr: "Après", es: "Después")
        case "difference", "change_share": phrase("Change", de: "Änderung", fr: "Variation", es: "Cambio")
        case "effect": phrase("Effect", de: "Wirkung", fr: "Effet", es: "Efecto")
        case "price": phrase("By price", de: "Durch Preis", fr: "Par le prix", es: "Por precio")
        case "quantity": phrase("By quantity", de: "Durch Menge", fr: "Par la quantité", es: "Por cantidad")
        case "mix": phrase("By mix", de: "Durch Mischung", fr: "Par l’assortiment", es: "Por surtido")
        case "new": phrase("New", de: "Neu", fr: "Nouveau", es: "Nuevo")
        case "gone": phrase("Gone", de: "Entfallen", fr: "Disparu", es: "Dejado")
        case "refunds": phrase("Refunds", de: "Erstattungen", fr: "Remboursements", es: "Devoluciones")
        default: nil
        }
    }
}
