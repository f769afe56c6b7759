import Charts
import LogReading
import Purchases

/// How a log that was sent is read, to be looked at and changed before it is kept.
struct ReadingForm {
    /// What a log leaves open, with its answers.
    struct Question {
        struct Answer {
            let name: String
            /// An option and its value, as in `decimal ,`.
            let value: String
            let label: String
            let isChosen: Bool
        }

        let text: String
        let answers: [Answer]
    }

    /// Says that the log is read as an earlier one was, and leads back from that.
    struct Remembered {
        let text: String
        let submit: String
        let token: String
    }

    struct Select {
        let name: String
        let label: String
        /// The first values of the field, or what the property was decided by.
        let note: String
        let options: [Option]
    }

    let token: String
    let heading: String
    let explanation: String
    let questions: [Question]
    let fields: [Select]
    let properties: [Select]
    let hasSelects: Bool
    let submit: String
    /// Nil where the log is not read as an earlier one was.
    let remembered: Remembered?
    let unused: String?

    /// - Parameters:
    ///   - questions: what has to be answered; the rest of the form is left out then.
    ///   - summary: how the log was read; nil while there are questions.
    ///   - isRemembered: whether the options are those that an earlier log with the same columns was read by.
    init(
        questions: [LogQuestion], summary: ReadingSummary?, options: PurchaseLog.Options, token: String, isRemembered: Bool,
        for reader: Reader
    ) {
        let locale = reader.locale
        self.token = token
        heading =
            questions.isEmpty
            ? locale.phrase("How it is read", de: "So wird sie gelesen", fr: "Comment il est lu", es: "Cómo se lee")
            : locale.phrase(
                "What the file leaves open", de: "Was die Datei offenlässt", fr: "Ce que le fichier laisse ouvert",
                es: "Lo que el archivo deja abierto")
        explanation =
            questions.isEmpty
            ? locale.phrase(
                "Change what is not right, and look again.", de: "Ändern Sie, was nicht stimmt, und sehen Sie noch einmal nach.",
                fr: "Changez ce qui n’est pas juste, puis regardez encore.", es: "Cambie lo que no sea correcto y vuelva a mirar.")
            : locale.phrase(
                "Nothing is guessed. Choose an answer to each question.",
                de: "Es wird nichts geraten. Wählen Sie zu jeder Frage eine Antwort.",
                fr: "Rien n’est deviné. Choisissez une réponse à chaque question.",
                es: "No se adivina nada. Elija una respuesta para cada pregunta.")
        remembered = isRemembered ? Remembered(token: token, in: locale) : nil
        submit = locale.phrase("Look again", de: "Noch einmal ansehen", fr: "Regarder encore", es: "Mirar otra vez")
        self.questions = questions.enumerated().map { number, question in
            Question(
                text: question.text,
                answers: question.choices.enumerated().map { place, choice in
                    .init(
                        name: "answer\(number)", value: "\(choice.option.rawValue) \(choice.value)", label: choice.meaning,
                        isChosen: place == 0 && question.hasLikelier)
                })
        }
        fields = summary.map { Self.fields($0, options, locale) } ?? []
        properties = summary.map { Self.properties($0, options, locale) } ?? []
        hasSelects = !fields.isEmpty
        unused = summary.flatMap { summary in
            summary.unusedColumns.isEmpty
                ? nil
                : locale.phrase("Not used: ", de: "Nicht verwendet: ", fr: "Non utilisées : ", es: "Sin usar: ")
                    + summary.unusedColumns.prefix(40).joined(separator: ", ")
        }
    }

    /// A select of columns for each field that a log may have.
    private static func fields(_ summary: ReadingSummary, _ options: PurchaseLog.Options, _ locale: Locale) -> [Select] {
        let columns = summary.fields.compactMap(\.column) + summary.unusedColumns
        let names = columns.enumerated().filter { columns.firstIndex(of: $0.element) == $0.offset }.map(\.element)
        // What went out and came in is seldom said apart.
        let shown = PurchaseLog.Field.allCases.filter { field in
            switch field {
            case .description: false
            case .debit, .credit: summary.fields.contains { $0.field == field }
            default: true
            }
        }
        return shown.map { field in
            let source = summary.fields.first { $0.field == field }
            let none = Option(
                value: "",
                label: options.constants[field].map { "= \($0)" }
                    ?? locale.phrase("no column", de: "keine Spalte", fr: "aucune colonne", es: "ninguna columna"),
                isChosen: source?.column == nil)
            return Select(
                name: "map", label: field.label(in: locale), note: source?.samples.joined(separator: ", ") ?? "",
                options: [none] + names.map { Option(value: "\(field.shortName)=\($0)", label: $0, isChosen: $0 == source?.column) })
        }
    }

    /// A select for each property that can be read in few ways.
    private static func properties(_ summary: ReadingSummary, _ options: PurchaseLog.Options, _ locale: Locale) -> [Select] {
        let told = locale.phrase("as the file says", de: "wie die Datei sagt", fr: "d’après le fichier", es: "según el archivo")
        func select(_ option: LogOption, _ property: LogDecision.Property, _ label: String, _ values: [(String, String)], _ chosen: String?)
            -> Select
        {
            let decision = summary.decisions.first { $0.property == property }
            return Select(
                name: option.parameter, label: label, note: decision.map { "\($0.value), \($0.basis)" } ?? "",
                options: [Option(value: "", label: told, isChosen: chosen == nil)]
                    + values.map { Option(value: $0.0, label: $0.1, isChosen: $0.0 == chosen) })
        }
        let orders: [DateOrder] = [.dayFirst, .monthFirst, .yearFirst]
        return [
            select(
                .dateFormat, .dates, locale.phrase("Dates", de: "Datumsangaben", fr: "Dates", es: "Fechas"),
                orders.map { ($0.pattern, $0.pattern) }, options.dateOrder?.pattern),
            select(
                .decimal, .decimal, locale.phrase("Decimal sign", de: "Dezimalzeichen", fr: "Signe décimal", es: "Signo decimal"),
                [(".", "1.5"), (",", "1,5")], options.decimal?.rawValue),
            select(
                .currency, .currency, locale.phrase("Currency", de: "Währung", fr: "Devise", es: "Moneda"),
                ["USD", "EUR", "GBP", "CHF", "JPY", "CAD", "AUD", "SEK", "PLN", "INR", "BRL"].map { ($0, $0) }, options.currency?.code),
            select(
                .spending, .spending, locale.phrase("Spending", de: "Ausgaben", fr: "Dépenses", es: "Gastos"),
                [("positive", "+"), ("negative", "−")], options.spending?.rawValue),
            select(
                .encoding, .encoding, locale.phrase("Encoding", de: "Zeichensatz", fr: "Encodage", es: "Codificación"),
                ["UTF-8", "WINDOWS-1252", "WINDOWS-1250", "MACINTOSH", "UTF-16LE", "SHIFT_JIS"].map { ($0, $0) }, options.encoding?.name),
        ]
    }
}

extension ReadingForm.Remembered {
    fileprivate init(token: String, in locale: Locale) {
        self.token = token
        text = locale.phrase(
            "A file with these columns was imported before. This one is read by the same answers.",
            de: "Eine Datei mit diesen Spalten wurde schon importiert. Diese wird nach denselben Antworten gelesen.",
            fr: "Un fichier avec ces colonnes a déjà été importé. Celui-ci est lu selon les mêmes réponses.",
            es: "Ya se importó un archivo con estas columnas. Este se lee con las mismas respuestas.")
        submit = locale.phrase("Read it without them", de: "Ohne sie lesen", fr: "Le lire sans elles", es: "Leerlo sin ellas")
    }
}

extension PurchaseLog.Field {
    /// The field's name for a person.
    func label(in locale: Locale) -> String {
        switch self {
        case .order: locale.phrase("Order", de: "Bestellung", fr: "Commande", es: "Pedido")
        case .customer: locale.phrase("Customer", de: "Kunde", fr: "Client", es: "Cliente")
        case .date: locale.phrase("Date", de: "Datum", fr: "Date", es: "Fecha")
        case .product: locale.phrase("Product code", de: "Artikelnummer", fr: "Référence", es: "Código")
        case .item: locale.phrase("Item", de: "Artikel", fr: "Article", es: "Artículo")
        case .brand: locale.phrase("Brand", de: "Marke", fr: "Marque", es: "Marca")
        case .category: locale.phrase("Category", de: "Kategorie", fr: "Catégorie", es: "Categoría")
        case .quantity: locale.phrase("Quantity", de: "Menge", fr: "Quantité", es: "Cantidad")
        case .basePrice: locale.phrase("Price of one", de: "Einzelpreis", fr: "Prix unitaire", es: "Precio unitario")
        case .totalPrice: locale.phrase("Sum of the line", de: "Summe der Zeile", fr: "Total de la ligne", es: "Total de la línea")
        case .description: locale.phrase("Description", de: "Beschreibung", fr: "Description", es: "Descripción")
        case .currency: locale.phrase("Currency", de: "Währung", fr: "Devise", es: "Moneda")
        case .status: locale.phrase("Status", de: "Status", fr: "Statut", es: "Estado")
        case .debit: locale.phrase("Out", de: "Soll", fr: "Débit", es: "Cargo")
        case .credit: locale.phrase("In", de: "Haben", fr: "Crédit", es: "Abono")
        case .discount: locale.phrase("Discount", de: "Rabatt", fr: "Remise", es: "Descuento")
        }
    }
}
