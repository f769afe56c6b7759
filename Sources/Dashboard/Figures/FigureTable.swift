import Charts
import Reports

/// A report's table as a reader of a page wants it: headings in words, numbers and dates as the reader writes them.
struct FigureTable {
    struct Cell {
        let text: String
        let isNumber: Bool
    }

    struct Row { let cells: [Cell] }

    let columns: [Cell]
    let rows: [Row]
    /// What is left out, and where it is; nil where nothing is.
    let omission: String?

    /// More than so many nobody reads on a page; a log may name thousands of categories.
    private static let (rowLimit, columnLimit) = (500, 40)

    init(_ report: any Report, _ presentation: Presentation) {
        var whole = report.table(presentation)
        let (rowCount, columnCount) = (whole.rows.count, whole.columns.count)
        if rowCount > Self.rowLimit || columnCount > Self.columnLimit {
            whole.rows = whole.rows.prefix(Self.rowLimit).map { Array($0.prefix(Self.columnLimit)) }
            whole.columns = Array(whole.columns.prefix(Self.columnLimit))
            omission = Self.words(rows: (whole.rows.count, rowCount), columns: (whole.columns.count, columnCount), presentation.locale)
        } else {
            omission = nil
        }
        let table = TextTable(whole, presentation)
        let isNumber = table.columns.map(\.isNumber)
        columns = table.columns.map { Cell(text: $0.heading, isNumber: $0.isNumber) }
        rows = table.rows.map { row in Row(cells: zip(row, isNumber).map { Cell(text: $0, isNumber: $1) }) }
    }

    private static func words(rows: (shown: Int, all: Int), columns: (shown: Int, all: Int), _ l: Locale) -> String {
        l.phrase(
            "These are \(rows.shown) of \(rows.all) rows and \(columns.shown) of \(columns.all) columns; CSV and JSON have all of them.",
            de: "Das sind \(rows.shown) von \(rows.all) Zeilen und \(columns.shown) von \(columns.all) Spalten; CSV und JSON haben alle.",
            fr: "Voici \(rows.shown) lignes sur \(rows.all) et \(columns.shown) colonnes sur \(columns.all) ; CSV et JSON les ont toutes.",
            es: "Son \(rows.shown) de \(rows.all) filas y \(columns.shown) de \(columns.all) columnas; CSV y JSON las tienen todas.")
    }
}
