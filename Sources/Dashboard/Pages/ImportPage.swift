import Charts

/// The page where a log is sent.
public struct ImportPage: Sendable {
    /// What the page says of an import that was.
    public struct Record: Sendable {
        var number: Int
        var time: String
        var files: [String]
        var newOrders: Int
        var replacedOrders: Int
        var unchangedOrders: Int
        var lines: Int
        var isUndone: Bool
        var canBeUndone: Bool

        public init(
            number: Int, time: String, files: [String], newOrders: Int, replacedOrders: Int, unchangedOrders: Int, lines: Int,
            isUndone: Bool, canBeUndone: Bool
        ) {
            self.number = number
            self.time = time
            self.files = files
            self.newOrders = newOrders
            self.replacedOrders = replacedOrders
            self.unchangedOrders = unchangedOrders
            self.lines = lines
            self.isUndone = isUndone
            self.canBeUndone = canBeUndone
        }
    }

    struct Row {
        let number: Int
        let name: String
        let time: String
        let words: String
        let state: String?
        let canBeUndone: Bool
        let undoLabel: String
    }

    let frame: Frame
    let upload: UploadForm
    /// What was wrong with the last one.
    let problem: String?
    let recordsHeading: String
    let rows: [Row]
    let hasRows: Bool
    let undo: String
    let undoExplanation: String

    /// - Parameter records: of the last imports, the last first.
    public init(problem: String? = nil, records: [Record] = [], for reader: Reader) {
        let l = reader.locale
        upload = UploadForm(reader)
        frame = Frame(upload.heading, in: .imports, for: reader)
        self.problem = problem
        recordsHeading = l.phrase("Earlier imports", de: "Frühere Importe", fr: "Imports précédents", es: "Importaciones anteriores")
        undo = l.phrase("Undo", de: "Rückgängig machen", fr: "Annuler", es: "Deshacer")
        undoExplanation = l.phrase(
            "The last import can be undone: all purchases are then as they were before it.",
            de: "Der letzte Import kann rückgängig gemacht werden: Alle Käufe sind dann wie vor ihm.",
            fr: "Le dernier import peut être annulé\u{202F}: tous les achats sont alors comme avant.",
            es: "La última importación se puede deshacer: todas las compras quedan como antes de ella.")
        let undo = undo
        rows = records.map { Row($0, undo: undo, in: l) }
        hasRows = !rows.isEmpty
    }
}

extension ImportPage.Row {
    fileprivate init(_ record: ImportPage.Record, undo: String, in l: Locale) {
        number = record.number
        name = record.files.isEmpty ? "–" : record.files.joined(separator: ", ")
        time = record.time
        func count(_ value: Int) -> String { NumberFormat.count.text(Double(value), in: l) }
        let (new, replaced, known, lines) = (
            count(record.newOrders), count(record.replacedOrders), count(record.unchangedOrders), count(record.lines)
        )
        words = l.phrase(
            "orders: \(new) new, \(replaced) replaced, \(known) already there; lines: \(lines)",
            de: "Bestellungen: \(new) neu, \(replaced) ersetzt, \(known) schon da; Zeilen: \(lines)",
            fr: "commandes\u{A0}: \(new) nouvelles, \(replaced) remplacées, \(known) déjà là\u{202F}; lignes\u{A0}: \(lines)",
            es: "pedidos: \(new) nuevos, \(replaced) reemplazados, \(known) ya presentes; líneas: \(lines)")
        state = record.isUndone ? l.phrase("undone", de: "rückgängig gemacht", fr: "annulé", es: "deshecha") : nil
        canBeUndone = record.canBeUndone
        undoLabel = "\(undo): \(name)"
    }
}
