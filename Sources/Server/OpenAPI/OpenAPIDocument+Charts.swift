import ChartSpecs
import HTTPTypes
import Reports

extension OpenAPIDocument {
    /// What draws charts of anyone's data, and keeps them.
    static var charts: [Operation] { plots + configurations + grammar + keptCharts }

    private static let object = Schema(["type": "object"])
    private static let contents = Representation.ofCharts.map { ($0.mediaType, $0 == .json ? object : Schema.file) }
    private static let extensions = Representation.ofCharts.map(\.rawValue)

    private static var plots: [Operation] {
        let parameters = QueryReader.parameters { _ = PlotRequest(&$0) }
        return Operation.resource(
            "/plot", "charts", "A chart of the data that comes with the request", parameters, Representation.ofCharts, json: object)
            + [
                Operation(
                    method: .post, path: "/plot.{extension}", tag: "charts", summary: "A chart of the data in the body",
                    parameters: parameters, body: Operation.Body(contents: [("text/csv", .string), ("application/json", object)]),
                    contents: contents, problems: [413, 415], extensions: extensions)
            ]
    }

    /// What `/chart` takes, by the names that count first.
    private static let configParameters: [QueryParameter] = [
        .init(name: "c", schema: .string, isRequired: true, summary: "A configuration of Chart.js, as JSON or an object literal."),
        .init(name: "w", schema: .integer, summary: "The width in points; 500 unless told."),
        .init(name: "h", schema: .integer, summary: "The height in points; 300 unless told."),
        .init(name: "devicePixelRatio", schema: .number, summary: "Pixels to the point; 2 unless told."),
        .init(name: "bkg", schema: .string, summary: "The background, as CSS writes colors; none unless told."),
        .init(name: "f", schema: .choice(["png", "svg", "pdf"]), summary: "What it comes as; png unless told."),
        .init(name: "encoding", schema: .choice(["url", "base64"]), summary: "How the configuration is written."),
    ]
    private static let expires = QueryParameter(
        name: "expires", schema: .string, summary: "When a kept chart is forgotten, as in 30d or 2026-12-31; never unless told.")

    private static var configurations: [Operation] {
        let body = Operation.Body(contents: [("application/json", object), ("application/x-www-form-urlencoded", object)])
        let created: [(String, Schema)] = [("application/json", .object(["success": .boolean, "url": .string]))]
        return [
            Operation(
                method: .get, path: "/chart", tag: "charts", summary: "A configuration of Chart.js as a picture",
                parameters: configParameters, contents: contents),
            Operation(
                method: .get, path: "/chart.{extension}", tag: "charts", summary: "A configuration of Chart.js, by extension",
                parameters: configParameters, contents: contents, extensions: extensions),
            Operation(
                method: .post, path: "/chart", tag: "charts", summary: "A configuration of Chart.js in the body as a picture", body: body,
                contents: contents, problems: [413]),
            Operation(
                method: .get, path: "/chart/create", tag: "charts", summary: "Keeps a configuration of Chart.js under a short address",
                parameters: configParameters + [expires], contents: created, problems: [413, 507]),
            Operation(
                method: .post, path: "/chart/create", tag: "charts", summary: "Keeps the configuration in the body under a short address",
                body: body, contents: created, problems: [413, 507]),
        ]
    }

    private static var grammar: [Operation] {
        let parameters = QueryReader.parameters { _ = GrammarRoutes.Wish(&$0) }
        let body = Operation.Body(contents: [
            ("application/json", object.described(as: "A chart, as /schemas/chart.json says, or a view of Vega-Lite."))
        ])
        return [
            Operation(
                method: .post, path: "/api/charts", tag: "charts",
                summary: "A chart in the grammar; with `Prefer: return=minimal` it is kept, and 201 says under which id",
                parameters: parameters,
                body: body, contents: contents, problems: [406, 507]),
            Operation(
                method: .post, path: "/api/charts.{extension}", tag: "charts", summary: "A chart in the grammar, by extension",
                parameters: parameters, body: body, contents: contents, extensions: extensions),
            Operation(
                method: .get, path: "/schemas/chart.json", tag: "charts", summary: "The JSON Schema of the grammar",
                contents: [("application/schema+json", object)]),
        ]
    }

    private static var keptCharts: [Operation] {
        let filling: [(String, String)] = [
            ("data1", "Values of the first series, with commas between; data2 and so on for the others."),
            ("label1", "The name of the first series; label2 and so on for the others."),
            ("backgroundColor1", "The color of the first series, or one for each value; backgroundColor2 and so on for the others."),
            ("borderColor1", "The color of the first series' edges; borderColor2 and so on for the others."),
        ]
        let parameters = QueryReader.parameters { reader in
            var content = KeptChartContent(source: .config(""), style: PictureStyle())
            _ = content.read(&reader)
        }
        return Operation.resource(
            "/c/{chart-id}", "charts", "A chart that is kept, as it is or filled like a template",
            parameters + filling.map { QueryParameter(name: $0.0, schema: .string, summary: $0.1) }, Representation.ofCharts, json: object
        ).map { operation in
            var operation = operation
            operation.problems.append(404)
            return operation
        }
    }
}
