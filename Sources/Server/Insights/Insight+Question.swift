import Reports

extension Insight {
    /// Reads what the insight lets a client choose.
    func question(_ reader: inout QueryReader) -> Question {
        var values: [String: String] = [:]
        for parameter in parameters { values[parameter.name] = reader.value(of: parameter) }
        for conflict in conflicts(values) { reader.refuse(conflict.parameter, conflict.reason) }
        return Question(self, values: values)
    }
}

extension QueryReader {
    /// Returns the value of an insight's parameter as a query writes it, or nil when it is absent or not readable.
    fileprivate mutating func value(of parameter: InsightParameter) -> String? {
        switch parameter.kind {
        case .choice(let words):
            return value(.choice(parameter.name, among: words.map { ($0, $0) }, parameter.summary))
        case .wholeNumber(let range): return value(.wholeNumber(parameter.name, in: range, parameter.summary)).map(String.init)
        case .text(let limit):
            let text = Parameter<String>.text(parameter.name, upTo: limit, parameter.summary)
            guard let example = parameter.example else { return value(text) }
            return required(text, such: example)
        }
    }
}
