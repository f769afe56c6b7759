import Reports

/// A part of a query as the API's description has it.
struct QueryParameter: Hashable, Sendable {
    var name: String
    var schema: Schema
    var isRequired = false
    var isRepeatable = false
    /// What it is for, where it is not the same wherever the name stands.
    var summary: String?
}

extension QueryParameter {
    /// What it is for.
    var words: String { summary ?? Self.words[name] ?? "" }

    var json: JSON {
        var members: JSON.Members = ["name": .string(name), "in": "query", "description": .string(words)]
        if isRequired { members.append("required", .boolean(true)) }
        members.append("schema", isRepeatable ? Schema.array(of: schema).json : schema.json)
        return .object(members)
    }
}
