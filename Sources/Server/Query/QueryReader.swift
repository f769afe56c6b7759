/// Reads a query once, parameter by parameter, and collects everything that is wrong with it.
///
///     var reader = QueryReader(query)
///     let limit = reader.value(.wholeNumber("limit", in: 1...50)) ?? 10
///     try reader.finish()
struct QueryReader {
    private let query: Query
    private var names: [String] = []
    private var faults: [InvalidQuery.Fault] = []
    /// What is asked for, in order; nil while a query is read.
    private var description: [QueryParameter]?

    init(_ query: Query) {
        self.query = query
    }

    /// Returns what `read` asks for: the description of a query is what reads it.
    static func parameters(_ read: (inout QueryReader) -> Void) -> [QueryParameter] {
        var reader = QueryReader(Query())
        reader.description = []
        read(&reader)
        return reader.description ?? []
    }

    /// Returns the parameter's value, or nil when it is absent, given twice or not readable; the latter two are remembered.
    mutating func value<Value>(_ parameter: Parameter<Value>) -> Value? {
        let texts = texts(of: parameter.name)
        describe(parameter)
        if texts.count > 1 { refuse(parameter.name, "is given \(texts.count) times; give it once") }
        return texts.count == 1 ? read(parameter, texts[0]) : nil
    }

    /// Returns the value of a parameter that has to be there.
    ///
    /// - Parameter example: how it may be written.
    mutating func required<Value>(_ parameter: Parameter<Value>, such example: String) -> Value? {
        let value = value(parameter)
        if let last = description?.indices.last { description?[last].isRequired = true }
        if texts(of: parameter.name).isEmpty { refuse(parameter.name, "is missing; add it, as in \(example)") }
        return value
    }

    /// Returns the values of a parameter that may be repeated.
    mutating func values<Value>(_ parameter: Parameter<Value>, atMost limit: Int) -> [Value] {
        let texts = texts(of: parameter.name)
        describe(parameter, isRepeatable: true)
        if texts.count > limit { refuse(parameter.name, "is given \(texts.count) times; at most \(limit) are allowed") }
        return texts.prefix(limit).compactMap { read(parameter, $0) }
    }

    /// Whether something was refused so far.
    var hasFaults: Bool { !faults.isEmpty }

    mutating func refuse(_ name: String, _ detail: String) {
        faults.append(InvalidQuery.Fault(parameter: name, detail: detail))
    }

    /// Throws all that was wrong, parameters that nobody read included.
    func finish() throws(InvalidQuery) {
        let known = Set(names)
        var unknown: Set<String> = []
        var all = query.unreadable.map {
            InvalidQuery.Fault(
                parameter: $0.prefix { $0 != "=" }.prefix(60).description,
                detail: "\($0.quoted) is not percent-encoded UTF-8; encode it as a form does"
            )
        }
        all += faults
        for field in query.fields where !known.contains(field.name) && unknown.insert(field.name).inserted {
            // A form may have a hundred thousand names, of which the first are told.
            let detail = all.count < InvalidQuery.limit ? refusal(of: field.name) : ""
            all.append(InvalidQuery.Fault(parameter: String(field.name.prefix(60)), detail: detail))
        }
        guard all.isEmpty else { throw InvalidQuery(all) }
    }

    /// What is said of a parameter that nobody reads.
    private func refusal(of name: String) -> String {
        let list = names.isEmpty ? "there are none" : "there are \(names.sorted().joined(separator: ", "))"
        return "there is no such parameter here; \(name.nearest(among: names).map { "did you mean '\($0)'?" } ?? list)"
    }

    private mutating func texts(of name: String) -> [String] {
        names.append(name)
        return query.fields.filter { $0.name == name }.map(\.value)
    }

    private mutating func describe<Value>(_ parameter: Parameter<Value>, isRepeatable: Bool = false) {
        guard description != nil else { return }
        description?.append(
            QueryParameter(
                name: parameter.name, schema: parameter.schema(), isRepeatable: isRepeatable, summary: parameter.summary))
    }

    private mutating func read<Value>(_ parameter: Parameter<Value>, _ text: String) -> Value? {
        do {
            return try parameter.read(text)
        } catch {
            refuse(parameter.name, error.reason)
            return nil
        }
    }
}
