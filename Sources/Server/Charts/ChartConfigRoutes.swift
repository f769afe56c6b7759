import ChartSpecs
import Charts
import Drawing
import Foundation
import HTTPTypes
import Hummingbird
import Mailing
import Reports

/// `/chart`: a configuration of Chart.js as a picture, under QuickChart's names.
///
/// Nothing that is merely not known fails: it is left out and named in `X-Chart-Warnings`.
struct ChartConfigRoutes: Sendable {
    let services: Services

    func add(to routes: Routes) {
        routes.on("chart", handlers(suffix: nil))
        routes.on("chart.{suffix}") { [self] _, context in handlers(suffix: context.parameters.get("suffix")) }
    }

    private func handlers(suffix: String?) -> Handlers {
        [
            .get: { [self] request, context in try answer(to: request, fields: request.query, suffix, context) },
            .post: { [self] request, context in
                try answer(to: request, fields: try await fields(of: request, context), suffix, context)
            },
        ]
    }

    /// Reads the names from a body, a form or JSON, and then from the query.
    private func fields(of request: Request, _ context: ServerContext) async throws -> Query {
        let type = HeaderParameters(request.headers[.contentType] ?? "").value.lowercased()
        var fields: Query
        if type == "application/x-www-form-urlencoded" {
            fields = try await context.form(of: request)
        } else {
            fields = Query()
            fields.fields = ChartConfigRequest.fields(of: try await context.config(of: request))
        }
        fields.fields += request.query.fields
        return fields
    }

    private func answer(to request: Request, fields: Query, _ suffix: String?, _ context: ServerContext) throws -> Answer {
        let chart = try ChartConfigRequest(fields, suffix: suffix)
        try services.checkPixels(of: chart.picture.style, isEntitled: context.isEntitled)
        var resource = services.resource(of: chart.picture, at: "/chart", query: request.query)
        resource.holds = nil
        resource.warnings = chart.warnings
        return try resource.answer(to: request, suffix: chart.suffix)
    }
}

/// A configuration of Chart.js, and the picture that it asks for.
struct ChartConfigRequest {
    var picture: ChartPicture
    var suffix: String
    var warnings: [String] = []

    private static let sides = 20.0...4_000

    /// Returns the members of an object as a query has them, a configuration as text.
    static func fields(of body: ConfigValue) -> [Query.Field] {
        body.members.map { member in
            let text = DataTable.queryText(of: member.value) ?? String(decoding: member.value.bytes, as: UTF8.self)
            return .init(name: member.name, value: text)
        }
    }

    /// - Parameter suffix: the extension of the path, which counts more than `format`.
    init(_ fields: Query, suffix: String?) throws {
        func value(_ names: String...) -> String? {
            fields.fields.first { names.contains($0.name) && !$0.value.isEmpty }?.value
        }
        var style = PictureStyle()
        style.size = Size(width: 500, height: 300)
        style.scale = 2
        style.background = .clear
        if let google = GoogleChart(fields) {
            style.size = google.size
            style.scale = 1
            style.background = Color(0xFFFFFF)
            picture = try ChartPicture(google.spec, style: style)
            self.suffix = suffix ?? "png"
            return
        }
        guard var text = value("c", "chart") else {
            throw InvalidQuery([
                .init(
                    parameter: "c",
                    detail: "is missing; it is a configuration, as in c={type:'bar',data:{labels:['Jan'],datasets:[{data:[1]}]}}")
            ])
        }
        if value("encoding") == "base64", let bytes = Foundation.Data(base64Encoded: Self.standardBase64(text)) {
            text = String(decoding: bytes, as: UTF8.self)
        }
        guard text.utf8.count <= ServerContext.configLimit else { throw Problem.bodyTooLarge(limit: ServerContext.configLimit) }
        var warnings: [String] = []
        let config: ConfigValue
        do { config = try ConfigValue(parsing: Array(text.utf8), warnings: &warnings) } catch {
            throw InvalidQuery([
                .init(parameter: "c", detail: "cannot be read at line \(error.line), column \(error.column): \(error.reason)")
            ])
        }
        func number(_ names: [String], in range: ClosedRange<Double>, _ take: (Double) -> Void) {
            guard let field = fields.fields.first(where: { names.contains($0.name) && !$0.value.isEmpty }) else { return }
            guard let number = Double(field.value), number.isFinite else {
                warnings.append("\(field.name): is not a number")
                return
            }
            let bounded = min(max(number, range.lowerBound), range.upperBound)
            if bounded != number { warnings.append("\(field.name): \(bounded) in place of \(number)") }
            take(bounded)
        }
        number(["w", "width"], in: Self.sides) { style.size = Size(width: $0.rounded(), height: style.size.height) }
        number(["h", "height"], in: Self.sides) { style.size = Size(width: style.size.width, height: $0.rounded()) }
        number(["devicePixelRatio"], in: 0.5...4) { style.scale = $0 }
        if let background = value("bkg", "backgroundColor", "bg") {
            if let color = Color(css: background) ?? Color(hexDigits: background) {
                style.put(on: color)
            } else {
                warnings.append("bkg: \(background.prefix(40)) is not a color")
            }
        }
        let format = suffix ?? value("f", "format")?.lowercased() ?? "png"
        if suffix == nil, !["png", "svg", "pdf"].contains(format) {
            warnings.append("f: \(format.prefix(20)) is not made here; png, svg and pdf are")
            self.suffix = "png"
        } else {
            self.suffix = format
        }
        let spec = ChartSpec(chartJS: config, warnings: &warnings)
        picture = try ChartPicture(spec, style: style)
        self.warnings = warnings
    }

    /// In an address `+` and `/` have other letters, or were spaces.
    private static func standardBase64(_ text: String) -> String {
        var text = text.replacing("-", with: "+").replacing("_", with: "/").replacing(" ", with: "+")
        while text.utf8.count % 4 != 0 { text += "=" }
        return text
    }
}

extension PictureStyle {
    /// Puts the picture on a color, with inks that can be read on it.
    fileprivate mutating func put(on color: Color) {
        background = color.alpha == 0 ? .clear : color
        if color.alpha > 127, color.luminance < 0.18 { appearance = .dark }
    }
}
