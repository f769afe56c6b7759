/// Figures in rows and columns, as they are written for a reader.
public struct TextTable: Hashable, Sendable {
    public struct Column: Hashable, Sendable {
        public var heading: String
        /// Whether the column's texts are numbers, which end on one line.
        public var isNumber: Bool

        public init(_ heading: String, isNumber: Bool) {
            self.heading = heading
            self.isNumber = isNumber
        }
    }

    public var columns: [Column]
    /// As many texts in each row as there are columns.
    public var rows: [[String]]
    /// Whether the rows go on in time, so that the last of them are those to show.
    public var endsWithLatest: Bool

    public init(columns: [Column], rows: [[String]], endsWithLatest: Bool = false) {
        self.columns = columns
        self.rows = rows
        self.endsWithLatest = endsWithLatest
    }
}

extension TextTable {
    /// Checks that each row has a text for each column.
    func check() throws(ChartError) {
        guard let row = rows.first(where: { $0.count != columns.count }) else { return }
        throw .unevenCounts(of: row.first ?? "", count: row.count, expected: columns.count)
    }

    /// Returns the rows for which there is room: the first, or the latest.
    package func rows(upTo limit: Int) -> ArraySlice<[String]> { endsWithLatest ? rows.suffix(limit) : rows.prefix(limit) }

    /// Returns what says how many rows there is no room for; nil where all are shown.
    package func omission(beyond limit: Int, in locale: Locale) -> String? {
        let count = rows.count - limit
        guard count > 0 else { return nil }
        let number = locale.text(of: count).isolated
        return switch (endsWithLatest, count) {
        case (false, 1):
            locale.phrase(
                "One more row is left out.", de: "Eine weitere Zeile fehlt.", fr: "Une autre ligne est omise.", es: "Se omite una fila más."
            )
        case (false, _):
            locale.phrase(
                "\(number) more rows are left out.", de: "\(number) weitere Zeilen fehlen.", fr: "\(number) autres lignes sont omises.",
                es: "Se omiten \(number) filas más."
            )
        case (true, 1):
            locale.phrase(
                "One earlier row is left out.", de: "Eine frühere Zeile fehlt.", fr: "Une ligne antérieure est omise.",
                es: "Se omite una fila anterior."
            )
        case (true, _):
            locale.phrase(
                "\(number) earlier rows are left out.", de: "\(number) frühere Zeilen fehlen.",
                fr: "\(number) lignes antérieures sont omises.", es: "Se omiten \(number) filas anteriores."
            )
        }
    }
}
