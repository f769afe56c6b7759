public import Charts
public import Drawing
import Foundation
import Rendering
public import Typography

/// A document as a mail: text, HTML that every client shows, and charts as pictures.
///
///     let mail = try ReportMail(document, envelope, typesetter: typesetter).message
///
/// What mail clients can do decides how it is made: PNG at twice the size with whole numbers as `width` and `height`, opaque, with an
/// alternative text; layout by tables; no SVG, no `data:`, no script.
public struct ReportMail: Sendable {
    public let message: Message
    /// The bytes of the HTML: Gmail clips what has more than about 102,000.
    public let htmlSize: Int

    /// The width of what is written: 600 pixels less a margin on both sides.
    static let width = 560.0
    private static let rowLimit = 12
    private static let columnLimit = 5

    /// Returns the parts of a document that go into a mail: those whose tables have room.
    public static func sections(of document: Document) -> [Document.Section] {
        document.sections.filter { $0.table.columns.count <= columnLimit }
    }

    /// How much larger than on a screen a picture's type is: a telephone shows the picture at little more than half its width.
    private static let enlargement = 1.4
    /// Pixels to the point of the canvas that a picture is drawn on, so that it has two to the point of the page.
    public static let pictureScale = 2 * enlargement

    /// Pictures begin where the text beside them does.
    public static let pictureMargin = 0.0

    /// Returns the size of the canvas that a section's picture is drawn on, in points; on the page it is larger.
    public static func canvas(of section: Document.Section) -> Size { Size(width: width / enlargement, height: section.canvasHeight) }

    /// Returns the size of a section's picture on the page, in whole points.
    static func pictureSize(of section: Document.Section) -> Size { Size(width: width, height: section.canvasHeight * enlargement) }

    /// - Parameters:
    ///   - list: what stands after the document; nil for nothing.
    ///   - pictureLink: returns the address of a section's picture; nil for pictures within the mail, which never expire.
    /// - Throws: `ChartError` or `RenderingError`, or when the template of this build cannot be read.
    public init(
        _ document: Document, _ envelope: Envelope, list: MailList? = nil, typesetter: Typesetter,
        pictureLink: ((Document.Section) -> String)? = nil
    ) throws {
        var pictures: [MIMEPart] = []
        var sections: [MailPage.Section] = []
        for section in Self.sections(of: document) {
            let size = Self.pictureSize(of: section)
            let source: String
            if let pictureLink {
                source = pictureLink(section)
            } else {
                let scene = try section.chart.untitled.scene(
                    size: Self.canvas(of: section), theme: .light, scale: Self.pictureScale, margin: Self.pictureMargin,
                    measuring: typesetter)
                let png = try scene.png(scale: Self.pictureScale, typesetter: typesetter)
                let id = "\(section.name).\(Fingerprint(of: png).text)@\(envelope.from.domain)"
                pictures.append(.picture(png, mediaType: "image/png", id: id, fileName: "\(section.title).png"))
                source = "cid:\(id)"
            }
            sections.append(MailPage.Section(section, source: source, size: size, rowLimit: Self.rowLimit))
        }
        let unsubscribe = envelope.unsubscribe?.absoluteString
        let html = try MailPage(document, sections, list, unsubscribe: unsubscribe).html
        let page = MIMEPart.text(html, subtype: "html")
        let text = MIMEPart.text(document.plainText(rowLimit: Self.rowLimit, list: list, unsubscribe: unsubscribe), subtype: "plain")
        htmlSize = html.utf8.count
        message = Message(
            envelope, subject: "\(document.title): \(document.subtitle)", language: document.locale.identifier,
            body: .alternatives([text, pictures.isEmpty ? page : .related([page] + pictures)])
        )
    }
}

extension Document.Section {
    /// A line for each bar of a list; a multiple of five, so that the picture has whole points on the page.
    fileprivate var canvasHeight: Double {
        for case .bar(let bar) in chart.marks where bar.orientation == .horizontal {
            return Double(min(max((bar.rows.count * 20 + 54) / 5 * 5, 110), 400))
        }
        return 240
    }
}
