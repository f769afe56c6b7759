import Charts

/// The words of the templates, by the names that these have for them.
enum Words {
    static func table(in locale: Locale) -> [String: String] { Dictionary(frame(locale) + page(locale) + list(locale)) { $1 } }

    private static func frame(_ l: Locale) -> [(String, String)] {
        [
            ("skip", l.phrase("Skip to the content", de: "Zum Inhalt", fr: "Aller au contenu", es: "Ir al contenido")),
            ("areas", l.phrase("Areas", de: "Bereiche", fr: "Sections", es: "Secciones")),
            ("appearance", l.phrase("Appearance", de: "Darstellung", fr: "Apparence", es: "Apariencia")),
            ("language", l.phrase("Language", de: "Sprache", fr: "Langue", es: "Idioma")),
            ("apply", l.phrase("Apply", de: "Übernehmen", fr: "Appliquer", es: "Aplicar")),
            (
                "changed",
                l.phrase(
                    "This page was brought up to date.", de: "Diese Seite wurde aktualisiert.", fr: "Cette page a été mise à jour.",
                    es: "Esta página se ha actualizado.")
            ),
            ("waiting", l.phrase("There is something new.", de: "Es gibt Neues.", fr: "Il y a du nouveau.", es: "Hay novedades.")),
            ("show", l.phrase("Show", de: "Anzeigen", fr: "Afficher", es: "Mostrar")),
            ("copied", l.phrase("Copied", de: "Kopiert", fr: "Copié", es: "Copiado")),
            ("copy", l.phrase("Copy", de: "Kopieren", fr: "Copier", es: "Copiar")),
            (
                "foot",
                l.phrase(
                    "Every figure here has an address of its own, as a picture, a table and as data.",
                    de: "Jede Zahl hier hat eine eigene Adresse: als Bild, als Tabelle und als Daten.",
                    fr: "Chaque chiffre a sa propre adresse : image, tableau et données.",
                    es: "Cada cifra tiene su propia dirección: imagen, tabla y datos."
                )
            ),
        ]
    }

    private static func page(_ l: Locale) -> [(String, String)] {
        [
            ("shopper", l.phrase("Shopper", de: "Kunde", fr: "Client", es: "Cliente")),
            ("allShoppers", l.phrase("All shoppers", de: "Alle Kunden", fr: "Tous les clients", es: "Todos los clientes")),
            ("find", l.phrase("Find a shopper", de: "Kunden suchen", fr: "Chercher un client", es: "Buscar un cliente")),
            ("search", l.phrase("Search", de: "Suchen", fr: "Chercher", es: "Buscar")),
            ("moreShoppers", l.phrase("More shoppers", de: "Weitere Kunden", fr: "Plus de clients", es: "Más clientes")),
            ("firstShoppers", l.phrase("From the beginning", de: "Von vorn", fr: "Depuis le début", es: "Desde el principio")),
            ("filters", l.phrase("Filters", de: "Filter", fr: "Filtres", es: "Filtros")),
            ("month", l.phrase("Month", de: "Monat", fr: "Mois", es: "Mes")),
            ("everyMonth", l.phrase("All months", de: "Alle Monate", fr: "Tous les mois", es: "Todos los meses")),
            ("from", l.phrase("From", de: "Von", fr: "De", es: "Desde")),
            ("to", l.phrase("To", de: "Bis", fr: "À", es: "Hasta")),
            ("beginning", l.phrase("The beginning", de: "Anfang", fr: "Le début", es: "El principio")),
            ("end", l.phrase("The end", de: "Ende", fr: "La fin", es: "El final")),
            ("categories", l.phrase("Categories", de: "Kategorien", fr: "Catégories", es: "Categorías")),
            ("clear", l.phrase("Clear the filters", de: "Filter aufheben", fr: "Effacer les filtres", es: "Quitar los filtros")),
            ("views", l.phrase("Views", de: "Ansichten", fr: "Vues", es: "Vistas")),
            ("keyFigures", l.phrase("Key figures", de: "Kennzahlen", fr: "Chiffres clés", es: "Cifras clave")),
            ("figures", l.phrase("Figures", de: "Zahlen", fr: "Chiffres", es: "Cifras")),
            ("share", l.phrase("Download and share", de: "Laden und teilen", fr: "Télécharger et partager", es: "Descargar y compartir")),
            ("forMail", l.phrase("For a mail", de: "Für eine Mail", fr: "Pour un courriel", es: "Para un correo")),
            (
                "nothing",
                l.phrase(
                    "No purchases in this selection", de: "Keine Käufe in dieser Auswahl", fr: "Aucun achat dans cette sélection",
                    es: "No hay compras en esta selección")
            ),
            (
                "nothingMore",
                l.phrase(
                    "Nothing was bought that passes these filters.", de: "Nichts Gekauftes entspricht diesen Filtern.",
                    fr: "Aucun achat ne correspond à ces filtres.", es: "Ninguna compra cumple estos filtros."
                )
            ),
            ("purchases", l.phrase("Purchases", de: "Käufe", fr: "Achats", es: "Compras")),
            ("report", l.phrase("Report", de: "Bericht", fr: "Rapport", es: "Informe")),
        ]
    }

    private static func list(_ l: Locale) -> [(String, String)] {
        [
            ("item", l.phrase("Item", de: "Artikel", fr: "Article", es: "Artículo")),
            ("category", l.phrase("Category", de: "Kategorie", fr: "Catégorie", es: "Categoría")),
            ("price", l.phrase("Price", de: "Preis", fr: "Prix", es: "Precio")),
            ("due", l.phrase("Due", de: "Fällig", fr: "Échéance", es: "Fecha")),
            ("save", l.phrase("Save", de: "Speichern", fr: "Enregistrer", es: "Guardar")),
            ("add", l.phrase("Add", de: "Hinzufügen", fr: "Ajouter", es: "Añadir")),
            ("addItem", l.phrase("Write down an item", de: "Artikel aufschreiben", fr: "Noter un article", es: "Anotar un artículo")),
            ("undo", l.phrase("Undo", de: "Rückgängig", fr: "Annuler", es: "Deshacer")),
            ("clearList", l.phrase("Clear the list", de: "Liste leeren", fr: "Vider la liste", es: "Vaciar la lista")),
            ("shareList", l.phrase("Share", de: "Teilen", fr: "Partager", es: "Compartir")),
            ("toView", l.phrase("to look at", de: "zum Ansehen", fr: "en lecture", es: "para ver")),
            ("toEdit", l.phrase("to write to", de: "zum Mitschreiben", fr: "en écriture", es: "para escribir")),
            ("export", l.phrase("Export", de: "Exportieren", fr: "Exporter", es: "Exportar")),
        ]
    }
}
