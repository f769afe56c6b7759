import Charts
public import LogReading
public import Purchases
import Reports

/// What was found in a log that was sent, before and after it is kept.
public struct ReconciliationPage: Sendable {
    /// What became of orders.
    public struct Orders: Sendable {
        let new: Int
        let replaced: Int
        let extended: Int
        let unchanged: Int
        let before: Money
        let after: Money

        /// - Parameters:
        ///   - extended: how many have more lines than before.
        ///   - before: what replaced and extended orders came to before, all together, and what they come to now.
        public init(new: Int, replaced: Int, extended: Int, unchanged: Int, before: Money, after: Money) {
            self.new = new
            self.replaced = replaced
            self.extended = extended
            self.unchanged = unchanged
            self.before = before
            self.after = after
        }
    }

    struct Row {
        let label: String
        let value: String
    }

    struct Rejected {
        let line: String
        let column: String
        let value: String
        let reason: String
    }

    let frame: Frame
    let heading: String
    let summary: String
    let sums: [Row]
    let rejected: [Rejected]
    let hasRejected: Bool
    let rejectedHeading: String
    let columns: [String]
    let more: String?
    let warning: String?
    /// Confirms that the log is to be kept; nil when it is already, or nothing of it can be.
    let token: String?
    let preview: LogPreview?
    /// What becomes of orders that are kept already.
    let rules: [Option]
    let rulesLabel: String
    /// Leads to the rejected rows as a table; nil without any.
    let rejectedTable: Link?
    /// How the log is read, to be changed as long as it is not kept.
    let reading: ReadingForm?
    let confirm: String
    let other: Link
    let onward: Link?

    /// - Parameters:
    ///   - outcome: what became of orders, once the log was kept; nil before.
    ///   - problem: what was wrong with the last change of how it is read.
    ///   - token: what names the log until it is kept.
    ///   - address: what names it in addresses, afterwards too.
    ///   - isRemembered: whether the options are those of an earlier log with the same columns.
    public init(
        _ log: Reconciliation, fileName: String, outcome: Orders?, options: PurchaseLog.Options = .init(),
        problem: String? = nil, token: String?, address: String?, isRemembered: Bool = false, for reader: Reader
    ) {
        let locale = reader.locale
        func count(_ number: Int) -> String { NumberFormat.count.text(Double(number), in: locale) }
        heading =
            outcome == nil
            ? locale.phrase(
                "What is in \(fileName)", de: "Das steht in \(fileName)", fr: "Contenu de \(fileName)", es: "Contenido de \(fileName)")
            : locale.phrase(
                "\(fileName) was imported", de: "\(fileName) wurde importiert", fr: "\(fileName) a été importé",
                es: "\(fileName) se ha importado")
        frame = Frame(heading, in: .imports, for: reader)
        let rows = count(log.rows)
        let (accepted, refused) = (count(log.acceptedRows), count(log.rejectedRows))
        summary =
            log.rows == 1
            ? locale.phrase(
                "1 row read: \(accepted) accepted, \(refused) rejected.",
                de: "1 Zeile gelesen: \(accepted) angenommen, \(refused) abgelehnt.",
                fr: "1 ligne lue : \(accepted) acceptée, \(refused) refusée.",
                es: "1 fila leída: \(accepted) aceptada, \(refused) rechazada.")
            : locale.phrase(
                "\(rows) rows read: \(accepted) accepted, \(refused) rejected.",
                de: "\(rows) Zeilen gelesen: \(accepted) angenommen, \(refused) abgelehnt.",
                fr: "\(rows) lignes lues : \(accepted) acceptées, \(refused) refusées.",
                es: "\(rows) filas leídas: \(accepted) aceptadas, \(refused) rechazadas.")
        let currency = log.summary.currency.flatMap { Currency(code: $0.code) } ?? .none
        sums = Self.sums(of: log, outcome, currency, reader, count: count)
        rejected = log.rejections.prefix(Self.shownRejections).map {
            Rejected(line: count($0.line), column: $0.column ?? "–", value: $0.value, reason: $0.explanation)
        }
        hasRejected = !rejected.isEmpty
        rejectedHeading = locale.phrase("Rejected rows", de: "Abgelehnte Zeilen", fr: "Lignes refusées", es: "Filas rechazadas")
        columns = [
            locale.phrase("Line", de: "Zeile", fr: "Ligne", es: "Línea"),
            locale.phrase("Column", de: "Spalte", fr: "Colonne", es: "Columna"),
            locale.phrase("Value", de: "Wert", fr: "Valeur", es: "Valor"), locale.phrase("Reason", de: "Grund", fr: "Raison", es: "Motivo"),
        ]
        let omitted = log.rejectedRows - rejected.count
        more =
            omitted > 0
            ? locale.phrase(
                "And \(count(omitted)) more.", de: "Und \(count(omitted)) weitere.", fr: "Et \(count(omitted)) autres.",
                es: "Y \(count(omitted)) más.")
            : nil
        warning =
            problem
            ?? (log.isDateOrderAmbiguous
                ? locale.phrase(
                    "The dates could be read either way and were read as \(log.dateOrder). If that is wrong, choose the date format and send the file again.",
                    de:
                        "Die Daten sind zweideutig und wurden als \(log.dateOrder) gelesen. Falls das falsch ist, wählen Sie das Datumsformat und senden Sie die Datei erneut.",
                    fr:
                        "Les dates sont ambiguës et ont été lues comme \(log.dateOrder). Si c’est faux, choisissez le format et renvoyez le fichier.",
                    es:
                        "Las fechas son ambiguas y se han leído como \(log.dateOrder). Si no es así, elija el formato y envíe el archivo de nuevo."
                ) : Self.warning(of: log, locale))
        preview = token == nil ? nil : LogPreview(of: log, in: currency, for: reader)
        rulesLabel = locale.phrase(
            "Orders that are kept already", de: "Schon vorhandene Bestellungen", fr: "Commandes déjà présentes", es: "Pedidos ya presentes")
        rules = Self.rules(locale)
        rejectedTable =
            log.rejections.isEmpty ? nil : address.map { Link(label: "CSV", href: Address(["import", $0, "rejected.csv"], []).text) }
        reading = token.map {
            ReadingForm(questions: [], summary: log.summary, options: options, token: $0, isRemembered: isRemembered, for: reader)
        }
        self.token = log.acceptedRows > 0 ? token : nil
        confirm = locale.phrase(
            "Keep the accepted rows", de: "Angenommene Zeilen behalten", fr: "Garder les lignes acceptées",
            es: "Guardar las filas aceptadas")
        other = Link(
            label: locale.phrase("Another file", de: "Andere Datei", fr: "Un autre fichier", es: "Otro archivo"),
            href: Address(["import"], reader.fields).text
        )
        onward =
            outcome == nil
            ? nil
            : Link(
                label: locale.phrase("To the shoppers", de: "Zu den Kunden", fr: "Vers les clients", es: "A los clientes"), href: frame.home
            )
    }

    private static func rules(_ locale: Locale) -> [Option] {
        [
            Option(
                value: "",
                label: locale.phrase(
                    "by order id and content", de: "nach Bestellnummer und Inhalt", fr: "par numéro et contenu",
                    es: "por número y contenido"),
                isChosen: true),
            Option(
                value: "replace",
                label: locale.phrase("replace them", de: "ersetzen", fr: "les remplacer", es: "sustituirlos"), isChosen: false),
            Option(
                value: "add",
                label: locale.phrase("keep both", de: "beide behalten", fr: "garder les deux", es: "conservar ambos"), isChosen: false),
        ]
    }

    private static let shownRejections = 50

    private static func warning(of log: Reconciliation, _ locale: Locale) -> String? {
        guard log.futureRows > 0 else { return nil }
        let rows = NumberFormat.count.text(Double(log.futureRows), in: locale)
        return locale.phrase(
            "Rows of days that have not come: \(rows). They are kept; look at their dates.",
            de: "Zeilen mit Tagen, die noch nicht gekommen sind: \(rows). Sie werden behalten; prüfen Sie ihr Datum.",
            fr: "Lignes de jours à venir : \(rows). Elles sont gardées ; vérifiez leurs dates.",
            es: "Filas de días que aún no han llegado: \(rows). Se guardan; compruebe sus fechas.")
    }

    private static func sums(
        of log: Reconciliation, _ outcome: Orders?, _ currency: Currency, _ reader: Reader, count: (Int) -> String
    ) -> [Row] {
        let locale = reader.locale
        let money = NumberFormat.currency(currency)
        var rows = [
            Row(label: locale.phrase("Sum", de: "Summe", fr: "Somme", es: "Suma"), value: money.text(log.total.amount, in: locale)),
            Row(label: locale.phrase("Units", de: "Stück", fr: "Unités", es: "Unidades"), value: locale.text(of: log.units)),
            Row(label: locale.phrase("Shoppers", de: "Kunden", fr: "Clients", es: "Clientes"), value: count(log.shopperCount)),
        ]
        if let first = log.firstDate, let last = log.lastDate {
            rows.append(
                Row(
                    label: locale.phrase("Days", de: "Tage", fr: "Jours", es: "Días"),
                    value: locale.text(from: first, to: last, byMonth: false)))
        }
        if log.refunds > 0 {
            rows.append(
                Row(label: locale.phrase("Refunds", de: "Rückgaben", fr: "Remboursements", es: "Devoluciones"), value: count(log.refunds)))
        }
        if log.repeatedTotals + log.computedTotals + log.roundedSums > 0 {
            let repairs = log.repeatedTotals + log.computedTotals + log.roundedSums
            rows.append(
                Row(
                    label: locale.phrase("Repaired sums", de: "Reparierte Summen", fr: "Sommes réparées", es: "Sumas reparadas"),
                    value: count(repairs)))
        }
        if log.leftOutRows > 0 {
            rows.append(
                Row(
                    label: locale.phrase("Rows left out", de: "Ausgelassene Zeilen", fr: "Lignes omises", es: "Filas omitidas"),
                    value: count(log.leftOutRows)))
        }
        if let outcome { rows += Self.orders(outcome, currency, reader, count: count) }
        return rows
    }

    private static func orders(_ outcome: Orders, _ currency: Currency, _ reader: Reader, count: (Int) -> String) -> [Row] {
        let locale = reader.locale
        let money = NumberFormat.currency(currency)
        var rows = [
            Row(
                label: locale.phrase("New orders", de: "Neue Bestellungen", fr: "Nouvelles commandes", es: "Pedidos nuevos"),
                value: count(outcome.new)),
            Row(
                label: locale.phrase("Replaced orders", de: "Ersetzte Bestellungen", fr: "Commandes remplacées", es: "Pedidos sustituidos"),
                value: count(outcome.replaced)),
        ]
        if outcome.extended > 0 {
            rows.append(
                Row(
                    label: locale.phrase(
                        "Orders with more lines", de: "Bestellungen mit mehr Zeilen", fr: "Commandes complétées", es: "Pedidos ampliados"),
                    value: count(outcome.extended)))
        }
        if outcome.unchanged > 0 {
            rows.append(
                Row(
                    label: locale.phrase(
                        "Orders already there", de: "Schon vorhandene Bestellungen", fr: "Commandes déjà présentes",
                        es: "Pedidos ya presentes"),
                    value: count(outcome.unchanged)))
        }
        if outcome.before != outcome.after {
            rows.append(
                Row(
                    label: locale.phrase(
                        "Changed orders, before and now", de: "Geänderte Bestellungen, vorher und jetzt",
                        fr: "Commandes modifiées, avant et maintenant", es: "Pedidos cambiados, antes y ahora"),
                    value: "\(money.text(outcome.before.amount, in: locale)) → \(money.text(outcome.after.amount, in: locale))"))
        }
        return rows
    }
}
