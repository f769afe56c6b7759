import ChartSpecs
import HTTPTypes
import Hummingbird
import Mailing
import Reports

/// `POST /api/charts`: a chart in the words of the grammar, drawn, or kept under an id; `/schemas/chart.json`, what may be sent.
struct GrammarRoutes: Sendable {
    let services: Services

    func add(to routes: Routes) {
        routes.on("api/charts", [.post: { [self] request, context in try await answer(to: request, suffix: nil, context) }])
        routes.on("api/charts.{suffix}") { [self] _, context in
            let suffix = context.parameters.get("suffix")
            return [.post: { [self] request, context in try await answer(to: request, suffix: suffix, context) }]
        }
        routes.on(
            "schemas/chart.json",
            [
                .get: { [build = services.build] request, _ in
                    try QueryReader(request.query).finish()
                    return .constant(
                        ChartGrammar.schema.bytes + [UInt8(ascii: "\n")], as: "application/schema+json", identity: ["schema", build],
                        "public, max-age=3600")
                }
            ])
    }

    private func answer(to request: Request, suffix: String?, _ context: ServerContext) async throws -> Answer {
        // What is wrong with the query need not wait for the body.
        _ = try Wish(request.query)
        let type = HeaderParameters(request.headers[.contentType] ?? "").value.lowercased()
        guard type == "application/json" || type.hasSuffix("+json") else {
            throw Problem.unsupportedMediaType(type, supported: ["application/json"])
        }
        let (grammar, wish) = try Self.chart(try await context.config(of: request), request.query)
        let picture: ChartPicture
        do throws(SpecFaults) { picture = try ChartPicture(grammar.spec, style: wish.style) } catch { throw Problem(unreadable: error) }
        try services.checkPixels(of: picture.style, isEntitled: context.isEntitled)
        var answer: Answer
        if suffix == nil, request.headers.prefersMinimal {
            answer = try await keep(picture, wish, request)
        } else {
            guard wish.expiry == nil else {
                throw InvalidQuery([
                    .init(parameter: "expires", detail: "is for charts that are kept: say 'Prefer: return=minimal' to have an id")
                ])
            }
            var resource = services.resource(of: picture, at: "/api/charts", query: request.query)
            resource.holds = nil
            if wish.isDownload { resource.fileName = picture.fileName }
            answer = try resource.answer(to: request, suffix: suffix)
            // The address alone leads to none of the other forms.
            answer.headers[.link] = nil
        }
        answer.headers = answer.headers.warning(of: grammar.warnings)
        return answer
    }

    private func keep(_ picture: ChartPicture, _ wish: Wish, _ request: Request) async throws -> Answer {
        let content = KeptChartContent(source: .spec(picture.spec), style: picture.style)
        let id = try await services.charts.keep(
            content, titled: picture.spec.title, until: try services.chartExpiry(wish.expiry))
        let address = services.address(of: "/c/\(id)", for: request)
        return .json(
            ["id": .string(id), "url": .string(address)], status: .created,
            [.cacheControl: "no-store", .location: "/c/\(id)", .preferenceApplied: "return=minimal"])
    }

    /// Reads a chart, and how its picture is to be: what the query says of that counts more than the body.
    static func chart(_ json: ConfigValue, _ query: Query) throws -> (ChartGrammar, Wish) {
        let grammar: ChartGrammar
        do throws(SpecFaults) { grammar = try ChartGrammar(json) } catch { throw Problem(unreadable: error) }
        var ofBody = Query()
        for member in grammar.picture where !query.fields.contains(where: { $0.name == member.name }) {
            ofBody.fields.append(.init(name: member.name, value: member.value.plainText ?? ""))
        }
        do throws(InvalidQuery) { _ = try Wish(ofBody) } catch {
            throw Problem(unreadable: InvalidBody(error.faults.map { .init(pointer: "/\($0.parameter)", detail: $0.detail) }))
        }
        var all = query
        all.fields += ofBody.fields
        var wish = try Wish(all)
        wish.style.palette = grammar.spec.palette
        return (grammar, wish)
    }

    /// What the query says.
    struct Wish {
        var style: PictureStyle
        /// When a chart that is kept is to be forgotten.
        var expiry: String?
        var isDownload: Bool

        init(_ query: Query) throws(InvalidQuery) {
            var reader = QueryReader(query)
            self.init(&reader)
            try reader.finish()
        }

        init(_ reader: inout QueryReader) {
            style = PictureStyle(&reader)
            expiry = reader.value(Parameter<String>.text("expires", upTo: 40, "When a kept chart is forgotten, as in 30d or 2026-12-31."))
            isDownload = reader.value(Parameter<Bool>.flag("download")) ?? false
        }
    }
}

extension Problem {
    /// What of a chart cannot be read, by its place in the body.
    init(unreadable faults: SpecFaults) {
        self.init(unreadable: InvalidBody(faults.faults.map { .init(pointer: $0.part, detail: $0.reason) }))
    }
}

extension HTTPFields {
    /// Whether the client wants to know where the thing is, and not to have it (RFC 7240).
    fileprivate var prefersMinimal: Bool {
        self[values: .prefer].flatMap { $0.split { $0 == "," || $0 == ";" } }.contains {
            $0.filter { !$0.isWhitespace && $0 != "\"" }.lowercased() == "return=minimal"
        }
    }
}

extension HTTPField.Name {
    fileprivate static let prefer = HTTPField.Name("Prefer")!
    fileprivate static let preferenceApplied = HTTPField.Name("Preference-Applied")!
}
