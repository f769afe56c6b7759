import HTTPTypes
import Reports

/// One thing that can be asked, as the API's description has it.
struct Operation: Sendable {
    /// What is sent along.
    struct Body: Sendable {
        /// By media type.
        var contents: [(type: String, schema: Schema)]
    }

    var method: HTTPRequest.Method
    /// A template, as in `/api/users/{id}/metrics`.
    var path: String
    var tag: String
    var summary: String
    var parameters: [QueryParameter] = []
    var body: Body?
    /// What comes back when all is well, by media type.
    var contents: [(type: String, schema: Schema)]
    var status = 200
    /// The statuses of problems besides those that every operation may have.
    var problems: [Int] = []
    /// The extensions that choose the representation, where the path has one.
    var extensions: [String] = []

    /// The names in braces.
    private var pathParameters: [String] { path.split(separator: "{").dropFirst().map { String($0.prefix { $0 != "}" }) } }

    /// A name for generated clients, as in `getUsersIdMetrics`.
    private var identifier: String {
        method.rawValue.lowercased()
            + path.split { !$0.isLetter && !$0.isNumber }.filter { $0 != "api" }.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
    }

    /// - Parameter shared: the parameters that stand among the document's components, by their names.
    func json(sharing shared: [String: QueryParameter]) -> JSON {
        var members: JSON.Members = [
            "operationId": .string(identifier), "tags": [.string(tag)], "summary": .string(summary),
        ]
        let parameters =
            pathParameters.map(pathParameter)
            + self.parameters.map { parameter in
                if shared[parameter.name] == parameter { return ["$ref": .string("#/components/parameters/\(parameter.name)")] }
                return parameter.json
            }
        if !parameters.isEmpty { members.append("parameters", .array(parameters)) }
        if let body { members.append("requestBody", ["required": .boolean(true), "content": Self.contents(body.contents)]) }
        members.append("responses", responses)
        return .object(members)
    }

    private func pathParameter(_ name: String) -> JSON {
        let (schema, text): (Schema, String) =
            switch name {
            case "id": (.string, "The shopper's id, as the log has it.")
            case "extension": (.choice(extensions), "The representation.")
            case "chart-id": (.string, "The chart's id.")
            case "item-id": (.integer, "The item's id in the list.")
            case "share-id": (.string, "The share's id.")
            case "subscription-id": (.integer, "The subscription's id.")
            case "link-id": (.string, "The link's id.")
            case "token": (.string, "What the link was signed as.")
            default: (.string, "A name.")
            }
        return [
            "name": .string(name), "in": "path", "required": .boolean(true), "description": .string(text), "schema": schema.json,
        ]
    }

    private var mayBeUnchanged: Bool { HTTPRequest.Method.reading.contains(method) && tag != "operations" }

    /// All that may come back, in order.
    var statuses: [Int] { ([status] + (mayBeUnchanged ? [304] : []) + problemStatuses).sorted() }

    private var responses: JSON {
        var replies: JSON.Members = [
            "\(status)": ["description": "What was asked for.", "content": Self.contents(contents)]
        ]
        if mayBeUnchanged { replies.append("304", ["description": "Nothing has changed since the tag in If-None-Match."]) }
        for status in problemStatuses { replies.append("\(status)", ["$ref": "#/components/responses/Problem"]) }
        return .object(replies)
    }

    private var problemStatuses: [Int] {
        let isForAnybody = RouteAccess(method, path: path) == .anybody
        let always =
            [400, 414, 421, 429] + (isForAnybody ? [] : [401, 403]) + (body == nil ? [] : [408, 413, 415])
            + (pathParameters.contains("id") ? [404] : []) + (extensions.isEmpty ? [] : [406]) + [503]
        return Set(always + problems).sorted()
    }

    private static func contents(_ contents: [(type: String, schema: Schema)]) -> JSON {
        .object(JSON.Members(contents.map { ($0.type, ["schema": $0.schema.json]) }))
    }
}

extension Operation {
    /// Returns the two paths at which a resource stands: by what the client accepts, and by its extension.
    static func resource(
        _ path: String, _ tag: String, _ summary: String, _ parameters: [QueryParameter], _ representations: [Representation], json: Schema,
        hasPlainPath: Bool = true
    ) -> [Operation] {
        let contents = representations.map { ($0.mediaType, $0 == .json ? json : Schema.file) }
        let extensions = representations.map(\.rawValue)
        var operations: [Operation] = []
        if hasPlainPath {
            operations.append(
                Operation(
                    method: .get, path: path, tag: tag, summary: summary, parameters: parameters, contents: contents, problems: [406]))
        }
        operations.append(
            Operation(
                method: .get, path: "\(path).{extension}", tag: tag, summary: "\(summary), by extension", parameters: parameters,
                contents: contents, extensions: extensions))
        return operations
    }
}
