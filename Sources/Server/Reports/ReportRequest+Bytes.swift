import Charts
public import Dashboard
import Drawing
public import Mailing
import Purchases
import Rendering
public import Reports
public import Typography

extension ReportRequest {
    /// Returns the report in one of its representations. Equal arguments give equal bytes.
    ///
    /// - Parameters:
    ///   - pictures: The addresses of a mail's pictures by the names of its sections; nil for pictures within the mail.
    ///   - showing: Told of what a mail suggests.
    /// - Throws: For a representation that reports do not come in; besides, `ChartError` or `RenderingError`, neither of which a request
    ///   that was read can cause.
    public func bytes(
        as representation: Representation, from data: ShopperData, pictures: [String: String]? = nil, typesetter: Typesetter,
        pages: DashboardPages, showing: (any Report) -> Void = { _ in }
    ) throws -> [UInt8] {
        let report = ShopperReport(subject, from: data.history)
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
        case .eml:
            return try message(document, mail.envelope(on: report.lastDay), list(from: data, showing), pictures, typesetter).bytes
        case .json, .csv, .txt, .svg, .ics:
            throw Problem.unknownRepresentation(representation.rawValue, of: Representation.ofReports)
        }
    }
}

extension ReportRequest {
    /// Returns the report as a mail to be sent.
    ///
    /// - Parameters:
    ///   - moment: Now, in seconds since 1970-01-01; a date that was asked for wins.
    ///   - pictures: The addresses of the pictures by the names of their sections; nil for pictures within the mail.
    ///   - showing: Told of what the mail suggests.
    public func message(
        from data: ShopperData, sentOn moment: Int, pictures: [String: String]? = nil, typesetter: Typesetter,
        showing: (any Report) -> Void = { _ in }
    ) throws -> Message {
        let report = ShopperReport(subject, from: data.history)
        var envelope = try mail.envelope(on: report.lastDay)
        envelope.isDraft = false
        if mail.date == nil { envelope.date = Timestamp(Int64(moment)) }
        return try message(report.document(presentation), envelope, list(from: data, showing), pictures, typesetter)
    }

    private func message(
        _ document: Document, _ envelope: Envelope, _ list: MailList?, _ pictures: [String: String]?, _ typesetter: Typesetter
    ) throws -> Message {
        let link = pictures.map { addresses in { (section: Document.Section) in addresses[section.name] ?? "" } }
        return try ReportMail(document, envelope, list: list, typesetter: typesetter, pictureLink: link).message
    }

    /// The most that a mail suggests.
    private static let suggestionLimit = 10

    /// What to buy next, as of the last day that the shop knows of; nil for a report as of a day, which stays as it is.
    private func list(from data: ShopperData, _ showing: (any Report) -> Void) -> MailList? {
        guard suggests else { return nil }
        let (now, locale) = (Subject(user: subject.user, today: subject.today), presentation.locale)
        let report = RecommendationsReport(on: now, from: data.history, among: data.everyone, limit: Self.suggestionLimit)
        let items = report.suggestions(presentation).map { MailList.Item($0.item, state: $0.state, note: $0.reason, link: $0.cart) }
        guard !items.isEmpty else { return nil }
        showing(report)
        return MailList(locale.buyNext, linkLabel: locale.putIntoCart, items: items)
    }
}
