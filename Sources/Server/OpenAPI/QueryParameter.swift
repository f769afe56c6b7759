import Reports

/// A part of a query as the API's description has it.
struct QueryParameter: Hashable, Sendable {
    var name: String
    var schema: Schema
    var isRequired = false
    var isRepeatable = false
}

extension QueryParameter {
    /// - Parameter text: what it is for.
    func json(_ text: String) -> JSON {
        var members: JSON.Members = ["name": .string(name), "in": "query", "description": .string(text)]
        if isRequired { members.append("required", .boolean(true)) }
        members.append("schema", isRepeatable ? Schema.array(of: schema).json : schema.json)
        return .object(members)
    }
}
