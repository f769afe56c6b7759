import Charts

/// A fact about each row of an answer, declared once.
///
/// From it come the member of a JSON object, the columns of CSV and of tables for readers, the schema, and what may be told of it.
///
///     static let columns: [Column<TopItems.Row>] = [
///         Column("item_name", .text, .item) { .text($0.itemName) }, Column("total_spent", .money, .spent) { .money($0.total) },
///     ]
struct Column<Row>: Sendable {
    /// As JSON and CSV name it.
    let name: String
    let kind: ValueKind
    /// As a reader's table names it.
    let heading: Heading
    /// Whether a row may have no value.
    let isOptional: Bool
    /// The place among the columns that say what the chart shows; nil for the others.
    let rank: Int?
    let value: @Sendable (Row, Presentation) -> Table.Cell

    /// - Parameter value: of a row, as it is when all may be told.
    init(
        _ name: String, _ kind: ValueKind, _ heading: Heading, isOptional: Bool = false, rank: Int? = nil,
        value: @escaping @Sendable (Row) -> Table.Cell
    ) {
        self.init(name, kind, heading, isOptional: isOptional, rank: rank) { row, _ in value(row) }
    }

    /// - Parameter value: of a row, where its words depend on the reader's language.
    init(
        _ name: String, _ kind: ValueKind, _ heading: Heading, isOptional: Bool = false, rank: Int? = nil,
        written value: @escaping @Sendable (Row, Presentation) -> Table.Cell
    ) {
        self.name = name
        self.kind = kind
        self.heading = heading
        self.isOptional = isOptional
        self.rank = rank
        self.value = value
    }

    /// Returns a row's value, as far as it may be told.
    func cell(of row: Row, _ presentation: Presentation) -> Table.Cell { presentation.redaction(value(row, presentation), kind) }
}

extension Table {
    /// Makes a table whose cells say no more than may be told.
    init<Row>(_ columns: [Reports.Column<Row>], rows: some Sequence<Row>, _ presentation: Presentation) {
        self.init(
            columns: columns.map { Column(name: $0.name, kind: $0.kind, heading: $0.heading, rank: $0.rank) },
            rows: rows.map { row in columns.map { $0.cell(of: row, presentation) } })
    }
}
