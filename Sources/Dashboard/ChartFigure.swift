import Charts
import Purchases
import Reports

/// A chart on a page: the picture for every screen, its words, its table, and links to every representation.
struct ChartFigure {
    struct Link {
        let label: String
        let href: String
    }

    struct Source {
        let media: String
        let srcset: String
        let width: Int
        let height: Int
    }

    struct Row {
        let cells: [Cell]
    }

    struct Cell {
        let text: String
        let isNumber: Bool
    }

    let title: String
    let alt: String
    let src: String
    let srcset: String
    let width: Int
    let height: Int
    let sources: [Source]
    let columns: [String]
    let rows: [Row]
    let links: [Link]

    /// The charts of a shopper's page, in order.
    static func all(_ subject: Subject, from history: [Purchase], _ presentation: Presentation) -> [ChartFigure] {
        Question.overview.map { insight, question in
            ChartFigure(insight, question.report(on: subject, from: history), subject, presentation)
        }
    }

    private init(_ insight: String, _ report: any Report, _ subject: Subject, _ presentation: Presentation) {
        let chart = report.chart(presentation)
        let segments = ["api", "users", subject.user.rawValue, insight]
        let fields = subject.filter.fields
        func picture(_ size: (width: Int, height: Int), _ theme: String) -> Address {
            ChartFigure.address(segments, "png", fields)
                .adding([("width", String(size.width)), ("height", String(size.height))] + (theme == "light" ? [] : [("theme", theme)]))
        }
        func set(_ size: (width: Int, height: Int), _ theme: String) -> String {
            let address = picture(size, theme)
            return "\(address.text) 1x, \(address.adding([("scale", "2")]).text) 2x"
        }
        // On a phone a picture of its own, since text in a shrunken one cannot be read.
        let (wide, narrow) = ((width: 640, height: 360), (width: 360, height: 320))
        title = chart.title
        alt = chart.message
        src = picture(wide, "light").text
        srcset = set(wide, "light")
        (width, height) = wide
        sources = [
            Source(
                media: "(max-width: 600px) and (prefers-color-scheme: dark)", srcset: set(narrow, "dark"), width: narrow.width,
                height: narrow.height
            ),
            Source(media: "(max-width: 600px)", srcset: set(narrow, "light"), width: narrow.width, height: narrow.height),
            Source(media: "(prefers-color-scheme: dark)", srcset: set(wide, "dark"), width: wide.width, height: wide.height),
        ]
        let table = report.table
        columns = table.columns
        rows = table.rows.map { Row(cells: $0.map { Cell(text: $0.text, isNumber: $0.isNumber) }) }
        links = Self.links(segments, fields)
    }

    static func links(_ segments: [String], _ fields: [(name: String, value: String)]) -> [Link] {
        [("PNG", "png"), ("SVG", "svg"), ("PDF", "pdf"), ("CSV", "csv"), ("JSON", "json"), ("Text", "txt")].flatMap { label, suffix in
            let address = address(segments, suffix, fields)
            let link = Link(label: label, href: address.text)
            return suffix == "png" ? [link, Link(label: "PNG 2x", href: address.adding([("scale", "2")]).text)] : [link]
        }
    }

    static func purchaseLinks(_ user: String, _ fields: [(name: String, value: String)]) -> [Link] {
        [("Purchases as CSV", "csv"), ("Purchases as JSON", "json")].map { label, suffix in
            Link(label: label, href: address(["api", "users", user, "purchases"], suffix, fields).text)
        }
    }

    private static func address(_ segments: [String], _ suffix: String, _ fields: [(name: String, value: String)]) -> Address {
        Address(segments.dropLast() + [segments[segments.count - 1] + "." + suffix], fields)
    }
}

extension Table.Cell {
    fileprivate var text: String {
        switch self {
        case .text(let text): text
        case .integer(let integer): String(integer)
        case .money(let money): money.description
        case .number(let number): String((number * 10_000).rounded() / 10_000)
        case .date(let date): date.description
        case .empty: ""
        }
    }

    fileprivate var isNumber: Bool {
        switch self {
        case .integer, .money, .number: true
        case .text, .date, .empty: false
        }
    }
}
