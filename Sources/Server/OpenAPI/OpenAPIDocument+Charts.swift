import HTTPTypes
import Reports

extension OpenAPIDocument {
    /// What draws charts of anyone's data.
    static var charts: [Operation] {
        let parameters = QueryReader.parameters { _ = PlotRequest(&$0) }
        let body = Operation.Body(contents: [("text/csv", .string), ("application/json", Schema(["type": "object"]))])
        return Operation.resource(
            "/plot", "charts", "A chart of the data that comes with the request", parameters, Representation.ofCharts,
            json: Schema(["type": "object"]))
            + [
                Operation(
                    method: .post, path: "/plot.{extension}", tag: "charts", summary: "A chart of the data in the body",
                    parameters: parameters, body: body,
                    contents: Representation.ofCharts.map { ($0.mediaType, $0 == .json ? Schema(["type": "object"]) : .file) },
                    problems: [413, 415], extensions: Representation.ofCharts.map(\.rawValue))
            ]
    }
}
