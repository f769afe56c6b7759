import Charts
import Dashboard
import Drawing
import NIOCore
import Purchases
import Rendering
import Reports
import Storage
import Typography

/// Makes the charts of pages, and keeps them as pictures are kept.
struct FigureMaker: Sendable {
    /// One of the charts of a shopper's page.
    struct Part {
        let question: Question
        let subject: Subject
        /// For mail; nil where the reader makes none.
        let links: PictureLinks?
    }

    let pages: DashboardPages
    let typesetter: Typesetter
    let contents: ContentCache
    let build: String

    /// Returns an insight's chart with all that belongs to it.
    ///
    /// - Parameters:
    ///   - history: all purchases of the subject's user.
    ///   - everyone: what all shoppers bought, for a question that needs it.
    ///   - revision: of all that the page is made of.
    func html(
        of part: Part, from history: [Purchase], among everyone: ShopStatistics, at revision: Revision, for reader: Reader
    ) throws -> String {
        let (user, question) = (part.subject.user.rawValue, part.question)
        let fields = part.subject.filter.fields + question.fields
        let key = ContentCache.Key(
            path: "figure \(question.insight.name)", revision: revision,
            identity: [
                build, user, Query(fields).encoded, reader.presentation.locale.identifier, reader.presentation.currency.code, reader.origin,
                part.links?.identity ?? "", question.reliance(of: part.subject).text,
            ],
            representation: nil
        )
        return String(
            buffer: try contents.part(for: key) {
                let presentation = reader.presentation
                let look = [(name: "locale", value: presentation.locale.identifier), (name: "currency", value: presentation.currency.code)]
                let source = Figure.Source(
                    path: ["api", "users", user, question.insight.name], fields: fields,
                    mail: try part.links.map { .linked(try $0.path(to: question.insight.name, fields + look)) } ?? .none)
                // The page is about one shopper, and says so above all of its figures.
                var subject = part.subject
                subject.isNamed = false
                return ByteBuffer(
                    string: try html(of: question.report(on: subject, from: history, among: everyone), at: source, for: reader))
            }
        )
    }

    func html(of report: any Report, at source: Figure.Source, for reader: Reader) throws -> String {
        let message = report.chart(reader.presentation).message
        let figure = try Figure(report, at: source, for: reader) { chart, size in
            let dark = try chart.scene(size: size, theme: .dark, measuring: typesetter)
            var light = try chart.scene(size: size, theme: .light, measuring: typesetter)
            light.summary = message
            return try light.inlineSVG(dark: dark)
        }
        return pages.html(of: figure)
    }
}
