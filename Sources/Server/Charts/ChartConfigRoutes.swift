import ChartSpecs
import HTTPTypes
import Hummingbird
import Mailing
import Reports

/// `/chart`: a configuration of Chart.js as a picture, under QuickChart's names; `/chart/create`, which keeps one under an id.
///
/// Nothing that is merely not known fails: it is left out and named in `X-Chart-Warnings`.
struct ChartConfigRoutes: Sendable {
    let services: Services

    func add(to routes: Routes) {
        routes.on("chart", handlers(suffix: nil))
        routes.on("chart.{suffix}") { [self] _, context in handlers(suffix: context.parameters.get("suffix")) }
        routes.on(
            "chart/create",
            [
                .get: { [self] request, context in
                    // By GET another site's page could have a browser keep charts.
                    guard CrossSiteRule.isOwn(request.headers, host: request.head.authority) else { throw Problem.fromElsewhere }
                    return try await keep(request.query, request, context)
                },
                .post: { [self] request, context in try await keep(try await fields(of: request, context), request, context) },
            ])
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
        try services.answer(to: request, with: ChartConfigRequest(fields, suffix: suffix), at: "/chart", query: request.query, context)
    }

    private func keep(_ fields: Query, _ request: Request, _ context: ServerContext) async throws -> Answer {
        let chart = try ChartConfigRequest(fields, suffix: nil)
        try services.checkPixels(of: chart.picture.style, isEntitled: context.isEntitled)
        let expiry = try services.chartExpiry(fields.fields.last { $0.name == "expires" && !$0.value.isEmpty }?.value)
        let id = try await services.charts.keep(chart.content, titled: chart.picture.spec.title, until: expiry)
        let address = services.address(of: "/chart/render/\(id)", for: request)
        return .json(["success": .boolean(true), "url": .string(address)], HTTPFields.notStored.warning(of: chart.warnings))
    }
}

extension Services {
    /// Returns the picture of a configuration.
    func answer(
        to request: Request, with chart: ChartConfigRequest, at path: String, query: Query, _ context: ServerContext
    ) throws -> Answer {
        try checkPixels(of: chart.picture.style, isEntitled: context.isEntitled)
        var resource = resource(of: chart.picture, at: path, query: query)
        resource.holds = nil
        resource.warnings = chart.warnings
        return try resource.answer(to: request, suffix: chart.suffix)
    }
}
