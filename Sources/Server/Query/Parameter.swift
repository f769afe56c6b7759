import Reports

/// A named part of a query, and how its text is read.
struct Parameter<Value: Sendable>: Sendable {
    let name: String
    /// What the API's description says of the value; made only for that.
    let schema: @Sendable () -> Schema
    /// What it is for; nil where its name says it everywhere.
    let summary: String?
    /// Returns the value, or throws what is wrong with the text and what to write instead.
    let read: @Sendable (String) throws(Unreadable) -> Value

    init(
        _ name: String, _ schema: @autoclosure @escaping @Sendable () -> Schema, _ summary: String? = nil,
        read: @escaping @Sendable (String) throws(Unreadable) -> Value
    ) {
        self.name = name
        self.schema = schema
        self.summary = summary
        self.read = read
    }
}

/// Why a text is not a value.
struct Unreadable: Error, Hashable, Sendable {
    var reason: String

    init(_ reason: String) { self.reason = reason }

    /// The text is not what is expected there, as in "a whole number from 1 to 50".
    init(_ text: String, isNot expectation: String) {
        reason = "\(text.quoted) is not \(expectation)"
    }
}

extension Parameter {
    static func wholeNumber(_ name: String, in range: ClosedRange<Int>, _ summary: String? = nil) -> Parameter<Int> {
        Parameter<Int>(name, .integer(in: range), summary) { text throws(Unreadable) in
            let isNumber = !text.isEmpty && text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
            guard isNumber, let number = Int(text), range.contains(number) else {
                throw Unreadable(text, isNot: "a whole number from \(range.lowerBound) to \(range.upperBound)")
            }
            return number
        }
    }

    /// One of a few words.
    static func choice(_ name: String, among choices: [(word: String, value: Value)], _ summary: String? = nil) -> Parameter {
        let words = choices.map(\.word)
        return Parameter(name, .choice(words), summary) { text throws(Unreadable) in
            if let choice = choices.first(where: { $0.word == text }) { return choice.value }
            let nearest = text.nearest(among: words).map { "; did you mean '\($0)'?" } ?? ""
            throw Unreadable(text, isNot: words.map { "'\($0)'" }.joined(separator: " or ") + nearest)
        }
    }

    static func choice(_ name: String, among choices: KeyValuePairs<String, Value>) -> Parameter {
        choice(name, among: choices.map { ($0.key, $0.value) })
    }

    /// Text without control characters.
    static func text(_ name: String, upTo limit: Int, _ summary: String? = nil, mayBeEmpty: Bool = false) -> Parameter<String> {
        Parameter<String>(name, .string(upTo: limit), summary) { text throws(Unreadable) in
            if text.isEmpty, !mayBeEmpty { throw Unreadable("is empty; leave it out or give it a value") }
            if text.count > limit { throw Unreadable("has \(text.count) characters; at most \(limit) are allowed") }
            if text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) {
                throw Unreadable("has a line break or another control character; remove it")
            }
            return text
        }
    }

    /// A switch that is on when it is there.
    static func flag(_ name: String) -> Parameter<Bool> {
        Parameter<Bool>.choice(name, among: ["1": true])
    }
}

extension Parameter where Value: CaseIterable & RawRepresentable, Value.RawValue == String {
    /// One of the cases, by its raw value.
    static func choice(_ name: String) -> Parameter { choice(name, among: Value.allCases.map { ($0.rawValue, $0) }) }
}
