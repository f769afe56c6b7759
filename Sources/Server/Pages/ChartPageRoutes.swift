import Access
import ChartSpecs
import Charts
import Dashboard
import Drawing
import HTTPTypes
import Hummingbird
import Mailing
import Purchases
import Reports
import Signing

/// `/charts`: a chart is drawn of what is pasted into a form, and shown with its address, its HTML and its words.
struct ChartPageRoutes: Sendable {
    let services: Services
    let responder: PageResponder
    /// Whether whoever reaches the server sees its pictures, so that their addresses need no signature.
    let isOpen: Bool

    /// The fields of the form besides the text: names of `/plot`.
    private static let names = ["mark", "x", "y", "color", "title", "format", "width", "height", "stack"]
    /// How long a link that needs a signature works, in seconds.
    private static let linkLife: Int64 = 366 * 86_400

    func add(to routes: Routes) {
        responder.add("charts", to: routes, [.get: { request, context in try form(request, context) }, .post: draw])
    }

    private func form(_ request: Request, _ context: ServerContext) throws -> Answer {
        var query = QueryReader(request.query.droppingEmptyValues())
        let reader = Reader(request, context, &query)
        let example = query.value(Parameter.choice("example", among: ChartExample.all.map { (word: $0.name, value: $0) }))
        try query.finish()
        let form = ChartPage.Form(text: example?.text ?? ChartExample.all[0].text, fields: example?.fields ?? ChartExample.all[0].fields)
        return page(form, isDrawn: example != nil, for: reader)
    }

    @Sendable private func draw(_ request: Request, _ context: ServerContext) async throws -> Answer {
        let sent = try await context.form(of: request)
        var reader = Reader(request, context)
        reader.address = "/charts"
        var form = ChartPage.Form()
        for field in sent.fields {
            if field.name == "text" {
                form.text = field.value
            } else if Self.names.contains(field.name) {
                form.fields[field.name] = field.value
            }
        }
        return page(form, isDrawn: true, for: reader)
    }

    /// Answers with the form as it was filled in, and with what came of it.
    private func page(_ form: ChartPage.Form, isDrawn: Bool, for reader: Reader) -> Answer {
        var (drawing, problem): (ChartPage.Drawing?, String?) = (nil, nil)
        if isDrawn {
            do { drawing = try self.drawing(of: form, for: reader) } catch { problem = "\(error)" }
        }
        let page = ChartPage(
            form, drawing: drawing, problem: problem, marks: MarkSpec.Kind.allCases.map(\.rawValue), examples: ChartExample.all.map(\.name),
            for: reader)
        return responder.page(responder.pages.html(of: page), status: problem == nil ? .ok : .badRequest)
    }

    private func drawing(of form: ChartPage.Form, for reader: Reader) throws -> ChartPage.Drawing {
        var query = Query(Self.names.compactMap { name in form.fields[name].flatMap { $0.isEmpty ? nil : (name, $0) } })
        let bytes = Array(form.text.utf8)
        // Sharp on every screen; a configuration of Chart.js is drawn so unless it says otherwise.
        if !ChartFile.isChartJS(bytes) { query.fields.append(.init(name: "scale", value: "2")) }
        let chart = try ChartFile(bytes, query: query)
        try services.checkPixels(of: chart.picture.style, isEntitled: !isOpen)
        var address = try chart.address(of: bytes, query: query)
        var lastDay: CalendarDate?
        if !isOpen {
            let expiry = Timestamp(Timestamp(services.signer.now() + Self.linkLife).day)
            // Whoever has a link to the name without an extension has all representations.
            let wish = LinkWish(path: address.replacing(".png?", with: "?", maxReplacements: 1), expiry: .at(expiry))
            guard let link = try LinkSigner.chartLink(for: wish, signedWith: services.signer.keys, at: services.signer.now()) else {
                throw Problem.unknownPath(address)
            }
            address = link.path + ".png"
            lastDay = expiry.day.adding(days: -1)
        }
        let size = chart.picture.style.size
        let whole = (services.configuration.base?.text ?? reader.origin) + address
        let html = try ChartSnippet(
            picture: whole, alternative: chart.picture.summary, size: size, isRightToLeft: chart.picture.spec.locale.isRightToLeft
        ).html
        return ChartPage.Drawing(
            picture: address,
            siblings: Representation.ofCharts.map { representation in
                (representation.rawValue, Self.sibling(of: address, as: representation, isLinked: !isOpen))
            },
            address: whole, html: html, words: chart.picture.summary, width: Int(size.width), height: Int(size.height),
            lastDay: lastDay.map { reader.presentation.locale.text(of: $0) }, warnings: chart.warnings)
    }

    private static func sibling(of address: String, as representation: Representation, isLinked: Bool) -> String {
        isLinked
            ? address.dropLast(".png".count) + ".\(representation.rawValue)"
            : address.replacing(".png?", with: ".\(representation.rawValue)?", maxReplacements: 1)
    }
}
