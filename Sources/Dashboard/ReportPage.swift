public import Charts

/// A document as one page of HTML that needs no other file.
public struct ReportPage: Sendable {
    struct Section {
        let name: String
        let title: String
        let message: String
        /// The chart as an element of HTML.
        let picture: String
        let hasTable: Bool
        let columns: [Cell]
        let rows: [Row]
    }

    struct Row { let cells: [Cell] }

    struct Cell {
        let text: String
        let isNumber: Bool
    }

    let title: String
    let subtitle: String
    let language: String
    let direction: String
    let theme: String
    let cards: [Mark.Card]
    let remarks: [String]
    let sections: [Section]

    /// - Parameters:
    ///   - appearance: that of the page, for which the pictures are drawn.
    ///   - picture: returns a chart as an element of HTML.
    public init(_ document: Document, appearance: Appearance, picture: (Chart) throws -> String) rethrows {
        title = document.title
        subtitle = document.subtitle
        language = document.locale.identifier
        direction = document.locale.isRightToLeft ? "rtl" : "ltr"
        theme = appearance.rawValue
        cards = document.cards
        remarks = document.remarks
        sections = try document.sections.map { section in
            let isNumber = section.table.columns.map(\.isNumber)
            // The heading of the section says what the picture's title would.
            return Section(
                name: section.name, title: section.title, message: section.message, picture: try picture(section.chart.untitled),
                hasTable: !isNumber.isEmpty, columns: section.table.columns.map { Cell(text: $0.heading, isNumber: $0.isNumber) },
                rows: section.table.rows.map { row in Row(cells: zip(row, isNumber).map(Cell.init)) }
            )
        }
    }
}
