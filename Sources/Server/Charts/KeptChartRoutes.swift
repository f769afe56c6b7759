import ChartSpecs
import HTTPTypes
import Hummingbird
import Purchases
import Reports
import Storage

/// `/c/{id}`: charts that are kept, as they are or filled like a template; `/chart/render/{id}`, the same under QuickChart's names.
///
/// Whoever has the id may see the chart: nobody can guess it.
struct KeptChartRoutes: Sendable {
    let services: Services

    func add(to routes: Routes) {
        routes.on("c/{chart}") { [self] _, context in
            let (id, suffix) = Routes.parts(of: try context.pathParameter("chart"))
            return [.get: { [self] request, context in try await answer(to: request, id, suffix, context) }]
        }
        routes.on("chart/{kind}/{code}") { [self] request, context in
            let (kind, code) = (try context.pathParameter("kind"), try context.pathParameter("code"))
            guard kind == "render" else {
                guard let representation = Representation(rawValue: kind), Representation.ofCharts.contains(representation) else {
                    throw Problem.unknownPath(request.uri.path)
                }
                return [.get: { [self] request, context in try coded(to: request, code, representation, context) }]
            }
            let (id, suffix) = Routes.parts(of: code)
            return [.get: { [self] request, context in try await render(request, id, suffix, context) }]
        }
    }

    // MARK: Kept charts

    private func answer(to request: Request, _ id: String, _ suffix: String?, _ context: ServerContext) async throws -> Answer {
        guard let kept = try await services.charts.chart(id) else { throw Problem.unknownChart }
        let query = request.query
        let isOfTemplate: (Query.Field) -> Bool = { ChartFilling.takes($0.name) }
        var rest = query
        rest.fields.removeAll(where: isOfTemplate)
        var reader = QueryReader(rest)
        var content = kept.content
        let download = content.read(&reader)
        var (warnings, unfilled): ([String], [SpecFault]) = ([], [])
        var faults: [SpecFault] = []
        var picture: ChartPicture?
        do throws(SpecFaults) {
            let filling = try ChartFilling(query.fields.filter(isOfTemplate).map { ($0.name, $0.value) })
            picture = try content.picture(filledWith: filling, warnings: &warnings, unfilled: &unfilled)
        } catch {
            faults = error.faults
        }
        for fault in faults + unfilled { reader.refuse(fault.part, fault.reason) }
        try reader.finish()
        guard let picture else { throw Problem.unknownChart }
        return try answer(
            to: request, picture, id, at: "/c/\(id)", suffix, kept.expiry, warnings, isDownload: download, query: query, context)
    }

    /// Answers as QuickChart does: what is not known is named, and does not fail.
    private func render(_ request: Request, _ id: String, _ suffix: String?, _ context: ServerContext) async throws -> Answer {
        guard let kept = try await services.charts.chart(id) else { throw Problem.unknownChart }
        let query = request.query
        var content = kept.content
        var (warnings, unfilled): ([String], [SpecFault]) = ([], [])
        QuickChartOptions.read(query, &content.style, &content.format, warnings: &warnings)
        // What cannot be read is left out, and the rest drawn.
        var filling = ChartFilling()
        for field in query.fields where ChartFilling.takes(field.name) {
            do throws(SpecFaults) { filling.merge(try ChartFilling([(field.name, field.value)])) } catch {
                warnings += error.faults.map { "\($0.part): \($0.reason)" }
            }
        }
        var picture: ChartPicture
        do throws(SpecFaults) {
            picture = try content.picture(filledWith: filling, warnings: &warnings, unfilled: &unfilled)
        } catch {
            warnings += error.faults.map { "\($0.part): \($0.reason)" }
            picture = try content.picture(filledWith: ChartFilling(), warnings: &warnings, unfilled: &unfilled)
        }
        warnings += unfilled.map { "\($0.part): \($0.reason)" }
        return try answer(
            to: request, picture, id, at: "/chart/render/\(id)", suffix ?? content.format.rawValue, kept.expiry, warnings,
            isDownload: false, query: query, context)
    }

    private func answer(
        to request: Request, _ picture: ChartPicture, _ id: String, at path: String, _ suffix: String?, _ expiry: Timestamp?,
        _ warnings: [String], isDownload: Bool, query: Query, _ context: ServerContext
    ) throws -> Answer {
        try services.checkPixels(of: picture.style, isEntitled: context.isEntitled)
        var resource = services.resource(of: picture, at: path, query: query)
        if let expiry {
            resource.cacheControl = .upTo(
                seconds: 86_400, until: expiry.secondsSince1970, isImmutable: false, now: services.signer.now)
        }
        if isDownload { resource.fileName = picture.fileName }
        // Given again as long as it is known to be there.
        if resource.holds != nil { resource.holds = { [charts = services.charts] in charts.isKnown(id) } }
        resource.warnings = warnings
        var answer = try resource.answer(to: request, suffix: suffix)
        answer.headers[.robots] = "noindex"
        return answer
    }

    // MARK: Charts in an address

    private func coded(
        to request: Request, _ code: String, _ representation: Representation, _ context: ServerContext
    ) throws -> Answer {
        let config = try ChartCode.text(of: code)
        let chart = try ChartConfigRequest(config: config, request.query, suffix: representation.rawValue)
        return try services.answer(
            to: request, with: chart, at: "/chart/\(representation.rawValue)/\(code)", query: request.query, context)
    }
}

extension KeptChartContent {
    /// Reads what an address says of the picture, and returns whether it is to be saved.
    mutating func read(_ reader: inout QueryReader) -> Bool {
        style.read(&reader)
        locale = reader.value(.locale)
        // Read by `ChartFilling`, whose names a near miss is told.
        _ = reader.value(Parameter<String>.text("title", upTo: 200, mayBeEmpty: true))
        _ = reader.value(Parameter<String>.text("labels", upTo: 64_000, "Labels in place of the chart's own, with commas between."))
        return reader.value(Parameter<Bool>.flag("download")) ?? false
    }
}
