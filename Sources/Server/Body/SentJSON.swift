/// JSON as a client sent it: numbers as they are written, so that none is rounded, and members in their order.
indirect enum SentJSON: Hashable, Sendable {
    struct Member: Hashable, Sendable {
        var name: String
        var value: SentJSON
    }

    /// No two members have the same name.
    case object([Member])
    case array([SentJSON])
    case string(String)
    case number(String)
    case boolean(Bool)
    case null

    /// What it is, with its article, as in "an object".
    var kind: String {
        switch self {
        case .object: "an object"
        case .array: "an array"
        case .string: "a string"
        case .number(let text): "the number \(text.prefix(40))"
        case .boolean(let value): "\(value)"
        case .null: "null"
        }
    }
}

/// Why bytes are not JSON (RFC 8259), and where.
struct JSONSyntaxError: Error, Hashable, Sendable {
    /// Both counted from 1; a column is a byte.
    var line: Int
    var column: Int
    var reason: String
}
