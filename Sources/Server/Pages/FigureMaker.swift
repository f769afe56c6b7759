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
    let pages: DashboardPages
    let typesetter: Typesetter
    let contents: ContentCache
    let build: String

    /// Returns an insight's chart with all that belongs to it.
    ///
    /// - Parameter history: all purchases of the subject's user, as they are at the revision.
    func html(
        of insight: String, _ question: Question, on subject: Subject, from history: [Purchase], at revision: Revision, for reader: Reader
    ) throws -> String {
        let fields = subject.filter.fields + question.fields
        let key = ContentCache.Key(
            path: "figure \(insight)", revision: revision,
            identity: [
                build, subject.user.rawValue, Query(fields).encoded, reader.presentation.locale.identifier,
                reader.presentation.currency.code,
                reader.origin,
            ],
            representation: nil
        )
        if let kept = contents.content(for: key) { return String(buffer: kept) }
        let source = Figure.Source(path: ["api", "users", subject.user.rawValue, insight], fields: fields)
        let html = try html(of: question.report(on: subject, from: history), at: source, for: reader)
        contents.keep(ByteBuffer(string: html), for: key)
        return html
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
