import Reports

/// What a value of JSON has to look like (JSON Schema 2020-12, which OpenAPI 3.1 speaks).
///
///     Schema.object(["user_id": .string, "months": .array(of: .month), "total": .optional(.money)])
struct Schema: Hashable, Sendable {
    /// The schema's keywords.
    var members: JSON.Members

    init(_ members: JSON.Members) {
        self.members = members
    }

    var json: JSON { .object(members) }

    /// Returns the schema with what it is about.
    func described(as text: String) -> Schema {
        var schema = self
        schema.members.append("description", .string(text))
        return schema
    }
}

extension Schema {
    static let string = Schema(["type": "string"])
    static let boolean = Schema(["type": "boolean"])
    static let integer = Schema(["type": "integer"])
    static let number = Schema(["type": "number"])
    /// Money, in the unit of the log and with two decimals.
    static let money = Schema(["type": "number"])
    static let fraction = Schema(["type": "number", "minimum": 0, "maximum": 1])
    static let count = Schema(["type": "integer", "minimum": 0])
    static let date = Schema(["type": "string", "format": "date"])
    static let time = Schema(["type": "string", "format": "date-time"])
    static let month = string(matching: "^[0-9]{4}-(0[1-9]|1[0-2])$")
    static let file = Schema(["type": "string", "contentMediaType": "application/octet-stream"])

    static func string(upTo limit: Int, from least: Int = 1) -> Schema {
        Schema(["type": "string", "minLength": .integer(least), "maxLength": .integer(limit)])
    }

    static func string(matching pattern: String) -> Schema { Schema(["type": "string", "pattern": .string(pattern)]) }

    static func integer(in range: ClosedRange<Int>) -> Schema {
        Schema(["type": "integer", "minimum": .integer(range.lowerBound), "maximum": .integer(range.upperBound)])
    }

    static func number(in range: ClosedRange<Int>) -> Schema {
        Schema(["type": "number", "minimum": .integer(range.lowerBound), "maximum": .integer(range.upperBound)])
    }

    static func choice(_ words: [String]) -> Schema { Schema(["type": "string", "enum": .array(words.map(JSON.string))]) }

    static func array(of element: Schema, upTo limit: Int? = nil) -> Schema {
        var members: JSON.Members = ["type": "array", "items": element.json]
        if let limit { members.append("maxItems", .integer(limit)) }
        return Schema(members)
    }

    /// The value, or null.
    static func optional(_ value: Schema) -> Schema { Schema(["anyOf": [value.json, ["type": "null"]]]) }

    static func either(_ schemas: Schema...) -> Schema { Schema(["anyOf": .array(schemas.map(\.json))]) }

    /// An object whose members all have to be there, besides those in `optional`; others may come.
    static func object(_ required: KeyValuePairs<String, Schema>, optional: KeyValuePairs<String, Schema> = [:]) -> Schema {
        Schema([
            "type": "object", "required": .array(required.map { .string($0.key) }),
            "properties": .object(JSON.Members((Array(required) + Array(optional)).map { ($0.key, $0.value.json) })),
        ])
    }

    /// An object of any names, all with values of one kind.
    static func dictionary(of value: Schema) -> Schema { Schema(["type": "object", "additionalProperties": value.json]) }

    /// What is described among the document's components.
    static func named(_ name: String) -> Schema { Schema(["$ref": .string("#/components/schemas/\(name)")]) }
}
