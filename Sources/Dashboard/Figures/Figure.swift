public import Charts
public import Drawing
public import Reports

/// A chart on a page: the picture with its words, its table, and links to every representation.
public struct Figure: Sendable {
    /// Where the figure's representations are, as `/api/users/U001/metrics` without an extension, and the query that decides them.
    public struct Source: Sendable {
        public var path: [String]
        public var fields: [(name: String, value: String)]
        /// Where a mail finds the picture.
        public var mail: MailAddress

        public init(path: [String], fields: [(name: String, value: String)], mail: MailAddress = .own) {
            self.path = path
            self.fields = fields
            self.mail = mail
        }

        public enum MailAddress: Sendable {
            /// Where everybody else does.
            case own
            /// At a path that needs no login.
            case linked(String)
            /// Nowhere that the reader may lead others to.
            case none
        }
    }

    let name: String
    let title: String
    let subtitle: String
    /// What the chart says, in a sentence.
    let statement: String
    /// Nil where the chart has none.
    let footnote: String?
    let message: String
    /// The chart as it is on a desk and on a telephone.
    let wide: String
    let narrow: String
    let table: FigureTable
    let links: [Link]
    /// Nil where the reader may lead nobody else to the picture.
    let mail: String?
    let hint: String
    let words: [String: String]

    /// What the rows of a list ask for on a telephone, in points, where names are cut sooner than thinned out.
    private static func height(of chart: Chart) -> Double {
        switch chart.marks.first {
        case .timeline(let timeline): 70 + 24 * Double(min(timeline.rows.count, 20))
        case .heatmap(let heatmap): 90 + 24 * Double(heatmap.rows.count)
        // A ring above its names.
        case .arc(let arc): 200 + 20 * Double(min(arc.rows.count, 8))
        default: 0
        }
    }

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
        statement = Document.Section(name, chart: chart, table: TextTable(columns: [], rows: [])).message.keepingSignsWithAmounts
        let addresses = FigureAddresses(source, presentation)
        links = addresses.links(reader.locale)
        mail = addresses.mail(message: chart.message, origin: reader.origin)
        // The page says these itself.
        (chart.title, chart.subtitle, chart.footnote) = ("", "", "")
        wide = try draw(chart, Size(width: 560, height: 320))
        narrow = try draw(chart, Size(width: 330, height: max(280, Self.height(of: chart))))
        table = FigureTable(report, presentation)
        hint = reader.locale.phrase(
            "Left and right arrow keys read the values.", de: "Die Pfeiltasten nach links und rechts lesen die Werte.",
            fr: "Les flèches gauche et droite lisent les valeurs.", es: "Las flechas izquierda y derecha leen los valores."
        )
        words = Words.table(in: reader.locale)
    }
}

extension String {
    /// The text with signs that no line ends after: between a sign and a currency's sign browsers see a place to break.
    fileprivate var keepingSignsWithAmounts: String {
        let joiner = "\u{2060}"
        return replacing("−", with: "−\(joiner)").replacing("+", with: "+\(joiner)")
    }
}
