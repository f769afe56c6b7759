import Reports

/// The part of an address after the question mark: names and values in the order they came, not yet read.
///
///     Query([("month", "2024-03"), ("category", "Dairy")])
public struct Query: Hashable, Sendable {
    public struct Field: Hashable, Sendable {
        public var name: String
        public var value: String

        public init(name: String, value: String) {
            self.name = name
            self.value = value
        }
    }

    public var fields: [Field]
    /// Fields that are not text, as they were sent.
    let unreadable: [String]

    public init(_ fields: [(name: String, value: String)] = []) {
        self.fields = fields.map(Field.init)
        unreadable = []
    }

    /// Reads `month=2024-03&category=Dairy`, percent-encoded; a `+` is a space, as forms write it.
    public init(encoded: String) {
        var fields: [Field] = []
        var unreadable: [String] = []
        for pair in encoded.split(separator: "&") {
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
                .map { String(percentEncoded: $0.replacing("+", with: " ")) }
            if let name = parts.first ?? nil, let value = parts.count > 1 ? parts[1] : "" {
                fields.append(Field(name: name, value: value))
            } else {
                unreadable.append(String(pair))
            }
        }
        self.fields = fields
        self.unreadable = unreadable
    }
}

extension Query {
    /// The query as an address writes it, without the question mark.
    public var encoded: String {
        fields.map { "\($0.name.percentEncoded)=\($0.value.percentEncoded)" }.joined(separator: "&")
    }

    /// Returns the query without the fields that a form leaves blank.
    public func droppingEmptyValues() -> Query {
        var query = self
        query.fields.removeAll { $0.value.isEmpty }
        return query
    }

    /// Returns the query with one field of that name, at its end.
    func replacing(_ name: String, with value: String) -> Query {
        var query = self
        query.fields.removeAll { $0.name == name }
        query.fields.append(Field(name: name, value: value))
        return query
    }
}
