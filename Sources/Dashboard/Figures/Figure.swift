public import Charts
public import Drawing
public import Reports

/// A chart on a page: the picture with its words, its table, and links to every representation.
public struct Figure: Sendable {
    /// Where the figure's representations are, as `/api/users/U001/metrics` without an extension, and the query that decides them.
    public struct Source: Sendable {
        public var path: [String]
        public var fields: [(name: String, value: String)]

        public init(path: [String], fields: [(name: String, value: String)]) {
            self.path = path
            self.fields = fields
        }
    }

    struct Cell {
        let text: String
        let isNumber: Bool
    }

    struct Row { let cells: [Cell] }

    let name: String
    let title: String
    let subtitle: String
    /// Nil where the chart has none.
    let footnote: String?
    let message: String
    /// The chart as it is on a desk and on a telephone.
    let wide: String
    let narrow: String
    let columns: [Cell]
    let rows: [Row]
    let links: [Link]
    let mail: String
    let hint: String
    let words: [String: String]

    /// - Parameter draw: returns a chart as an element of HTML.
    public init(
        _ report: any Report, at source: Source, for reader: Reader, draw: (Chart, Size) throws -> String
    ) rethrows {
        let presentation = reader.presentation
        var chart = report.chart(presentation)
        name = source.path.last ?? ""
        (title, subtitle) = (chart.title, chart.subtitle)
        footnote = chart.footnote.isEmpty ? nil : chart.footnote
        message = chart.message
        let addresses = FigureAddresses(source, presentation)
        links = addresses.links(reader.locale)
        mail = addresses.mail(message: chart.message, origin: reader.origin)
        // The page says these itself.
        (chart.title, chart.subtitle, chart.footnote) = ("", "", "")
        wide = try draw(chart, Size(width: 560, height: 320))
        narrow = try draw(chart, Size(width: 330, height: 280))
        let table = FigureTable(report.table, presentation)
        columns = table.columns
        rows = table.rows
        hint = reader.locale.phrase(
            "Left and right arrow keys read the values.", de: "Die Pfeiltasten nach links und rechts lesen die Werte.",
            fr: "Les flèches gauche et droite lisent les valeurs.", es: "Las flechas izquierda y derecha leen los valores."
        )
        words = Words.table(in: reader.locale)
    }
}
