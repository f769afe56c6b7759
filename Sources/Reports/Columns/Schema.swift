/// What a value of JSON has to look like (JSON Schema 2020-12, which OpenAPI 3.1 speaks).
///
///     Schema.object(["user_id": .string, "months": .array(of: .month), "total": .optional(.money)])
package struct Schema: Hashable, Sendable {
    /// The schema's keywords.
    package private(set) var members: JSON.Members

    package init(_ members: JSON.Members) {
        self.members = members
    }

    package var json: JSON { .object(members) }

    /// Returns the schema with what it is about.
    package func described(as text: String) -> Schema {
        var schema = self
        schema.members.append("description", .string(text))
        return schema
    }
}

extension Schema {
    package static let string = Schema(["type": "string"])
    package static let boolean = Schema(["type": "boolean"])
    package static let integer = Schema(["type": "integer"])
    package static let number = Schema(["type": "number"])
    /// Money, in the unit of the log and with two decimals.
    package static let money = Schema(["type": "number"])
    package static let fraction = Schema(["type": "number", "minimum": 0, "maximum": 1])
    package static let count = Schema(["type": "integer", "minimum": 0])
    package static let date = Schema(["type": "string", "format": "date"])
    package static let time = Schema(["type": "string", "format": "date-time"])
    package static let month = string(matching: "^[0-9]{4}-(0[1-9]|1[0-2])$")
    package static let file = Schema(["type": "string", "contentMediaType": "application/octet-stream"])

    package static func string(upTo limit: Int, from least: Int = 1) -> Schema {
        Schema(["type": "string", "minLength": .integer(least), "maxLength": .integer(limit)])
    }

    package static func string(matching pattern: String) -> Schema { Schema(["type": "string", "pattern": .string(pattern)]) }

    package static func integer(in range: ClosedRange<Int>) -> Schema {
        Schema(["type": "integer", "minimum": .integer(range.lowerBound), "maximum": .integer(range.upperBound)])
    }

    package static func number(in range: ClosedRange<Int>) -> Schema {
        Schema(["type": "number", "minimum": .integer(range.lowerBound), "maximum": .integer(range.upperBound)])
    }

    package static func choice(_ words: [String]) -> Schema { Schema(["type": "string", "enum": .array(words.map(JSON.string))]) }

    package static func array(of element: Schema, upTo limit: Int? = nil) -> Schema {
        var members: JSON.Members = ["type": "array", "items": element.json]
        if let limit { members.append("maxItems", .integer(limit)) }
        return Schema(members)
    }

    /// The value, or null.
    package static func optional(_ value: Schema) -> Schema { Schema(["anyOf": [value.json, ["type": "null"]]]) }

    package static func either(_ schemas: Schema...) -> Schema { Schema(["anyOf": .array(schemas.map(\.json))]) }

    /// An object whose members all have to be there, besides those in `optional`; others may come.
    package static func object(_ required: KeyValuePairs<String, Schema>, optional: KeyValuePairs<String, Schema> = [:]) -> Schema {
        Schema([
            "type": "object", "required": .array(required.map { .string($0.key) }),
            "properties": .object(JSON.Members((Array(required) + Array(optional)).map { ($0.key, $0.value.json) })),
        ])
    }

    /// An object that has the members in `required`, may have those in `optional`, and has no others.
    package static func closed(_ required: [(String, Schema)], optional: [(String, Schema)] = []) -> Schema {
        Schema([
            "type": "object", "required": .array(required.map { .string($0.0) }),
            "properties": .object(JSON.Members((required + optional).map { ($0.0, $0.1.json) })), "additionalProperties": .boolean(false),
        ])
    }

    /// An object of any names, all with values of one kind.
    package static func dictionary(of value: Schema) -> Schema { Schema(["type": "object", "additionalProperties": value.json]) }

    /// What is described among the document's components.
    package static func named(_ name: String) -> Schema { Schema(["$ref": .string("#/components/schemas/\(name)")]) }
}
