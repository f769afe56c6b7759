import Charts
public import Dashboard
import Drawing
public import Mailing
public import Purchases
import Rendering
import Reports
public import Typography

extension ReportRequest {
    /// Returns the report in one of its representations. Equal arguments give equal bytes.
    ///
    /// - Parameters:
    ///   - history: All purchases of the subject's user, in order of date.
    ///   - pictures: The addresses of a mail's pictures by the names of its sections; nil for pictures within the mail.
    /// - Throws: For a representation that reports do not come in; besides, `ChartError` or `RenderingError`, neither of which a request
    ///   that was read can cause.
    public func bytes(
        as representation: Representation, from history: [Purchase], pictures: [String: String]? = nil, typesetter: Typesetter,
        pages: DashboardPages
    ) throws -> [UInt8] {
        let report = ShopperReport(subject, from: history)
        let document = report.document(presentation)
        let theme = appearance.theme
        switch representation {
        case .pdf: return try document.pages(on: paper, theme: theme, measuring: typesetter).pdf(typesetter: typesetter)
        case .png: return try document.picture(width: 600, theme: theme, measuring: typesetter).png(scale: 2, typesetter: typesetter)
        case .html:
            let page = try ReportPage(document, appearance: appearance) { chart in
                try chart.scene(size: Size(width: 820, height: 340), theme: theme, measuring: typesetter).inlineSVG()
            }
            return Array(pages.html(of: page).utf8)
        case .eml: return try message(document, mail.envelope(on: report.lastDay), pictures, typesetter).bytes
        case .json, .csv, .txt, .svg, .ics:
            throw Problem.unknownRepresentation(representation.rawValue, of: Representation.ofReports)
        }
    }
}

extension ReportRequest {
    /// Returns the report as a mail to be sent.
    ///
    /// - Parameters:
    ///   - history: All purchases of the subject's user, in order of date.
    ///   - moment: Now, in seconds since 1970-01-01; a date that was asked for wins.
    ///   - pictures: The addresses of the pictures by the names of their sections; nil for pictures within the mail.
    public func message(
        from history: [Purchase], sentOn moment: Int, pictures: [String: String]? = nil, typesetter: Typesetter
    ) throws -> Message {
        let report = ShopperReport(subject, from: history)
        var envelope = try mail.envelope(on: report.lastDay)
        envelope.isDraft = false
        if mail.date == nil { envelope.date = Timestamp(Int64(moment)) }
        return try message(report.document(presentation), envelope, pictures, typesetter)
    }

    private func message(
        _ document: Document, _ envelope: Envelope, _ pictures: [String: String]?, _ typesetter: Typesetter
    ) throws -> Message {
        let link = pictures.map { addresses in { (section: Document.Section) in addresses[section.name] ?? "" } }
        return try ReportMail(document, envelope, typesetter: typesetter, pictureLink: link).message
    }
}
