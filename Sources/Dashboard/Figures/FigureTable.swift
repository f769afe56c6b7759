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

    init(_ report: any Report, _ presentation: Presentation) {
        let table = TextTable(report.table(presentation), presentation)
        let isNumber = table.columns.map(\.isNumber)
        columns = table.columns.map { Cell(text: $0.heading, isNumber: $0.isNumber) }
        rows = table.rows.map { row in Row(cells: zip(row, isNumber).map { Cell(text: $0, isNumber: $1) }) }
    }
}
