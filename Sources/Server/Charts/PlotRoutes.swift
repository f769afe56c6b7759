import Charts
import ChartSpecs
import HTTPTypes
import Hummingbird
import Mailing
import Reports
import Storage

/// `/plot`: a chart of data that comes with the request, in every representation.
struct PlotRoutes: Sendable {
    let services: Services

    func add(to routes: Routes) {
        routes.on("plot", handlers(suffix: nil))
        routes.on("plot.{suffix}") { [self] _, context in handlers(suffix: context.parameters.get("suffix")) }
    }

    private func handlers(suffix: String?) -> Handlers {
        Routes.handlers(suffix: suffix) { [self] request, context in
            let query = request.query
            return try services.resource(of: try PlotRequest(query: query), at: "/plot", query: query, context)
        }.merging([
            .post: { [self] request, context in
                let plot = try await sent(request, context)
                return try services.resource(of: plot, at: "/plot", query: request.query, context).answer(to: request, suffix: suffix)
            }
        ]) { $1 }
    }

    /// Reads a plot whose data is the body: rows of CSV, or JSON with the same names as the query.
    private func sent(_ request: Request, _ context: ServerContext) async throws -> PlotRequest {
        let type = HeaderParameters(request.headers[.contentType] ?? "").value.lowercased()
        switch type {
        case "text/csv", "text/tab-separated-values", "text/plain":
            return try PlotRequest(query: request.query, data: .csv(try await context.body(of: request)))
        case "application/json":
            return try PlotRequest(json: try await context.config(of: request), query: request.query)
        case "application/x-www-form-urlencoded":
            var query = try await context.form(of: request)
            query.fields += request.query.fields
            return try PlotRequest(query: query)
        default: throw Problem.unsupportedMediaType(type, supported: ["text/csv", "application/json"])
        }
    }
}

extension Services {
    /// Returns a plot in all its representations. Its address says everything, so whoever has it may keep it.
    ///
    /// - Throws: `InvalidQuery` where the picture would have too many pixels.
    func resource(
        of plot: PlotRequest, at path: String, query: Query, _ context: ServerContext
    ) throws(InvalidQuery) -> Resource {
        try checkPixels(of: plot.picture.style, isEntitled: context.isEntitled)
        var resource = resource(of: plot.picture, at: path, query: query, includesRegions: plot.includesRegions)
        if plot.isDownload { resource.fileName = plot.picture.fileName }
        return resource
    }

    func resource(of picture: ChartPicture, at path: String, query: Query, includesRegions: Bool = false) -> Resource {
        var resource = Resource(
            address: ResourceAddress(
                path: path, query: query, representations: Representation.ofCharts,
                identity: [build] + picture.identity + (includesRegions ? ["regions"] : [])
            ),
            revision: .zero, cacheControl: .fixed("public, max-age=86400, stale-while-revalidate=604800"), keptPath: path
        ) { [admission, typesetter] representation in
            let bytes = try await admission.run {
                try picture.bytes(as: representation, includesRegions: includesRegions, typesetter: typesetter)
            }
            return .init(bytes, at: .zero)
        }
        // What not everybody may have drawn is asked about each time.
        if picture.style.pixelCount <= configuration.pixelLimit { resource.holds = { true } }
        return resource
    }
}

extension ChartPicture {
    /// What a browser saves it as, without an extension.
    var fileName: String { spec.title.isEmpty ? "chart" : spec.title }
}

extension ServerContext {
    /// The most bytes of a chart's configuration.
    static let configLimit = 100_000

    /// Reads the request's body as a configuration, within bounds of size and time.
    func config(of request: Request) async throws -> ConfigValue {
        let bytes = try await body(of: request)
        guard bytes.count <= Self.configLimit else { throw Problem.bodyTooLarge(limit: Self.configLimit) }
        do { return try ConfigValue(parsing: bytes) } catch {
            throw Problem.brokenJSON(JSONSyntaxError(line: error.line, column: error.column, reason: error.reason))
        }
    }
}
