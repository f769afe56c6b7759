import Charts
import Drawing

/// How a member of a spec is read, and what a JSON Schema says of it.
struct MemberRule<Value: Sendable>: Sendable {
    let schema: ConfigValue
    /// Returns the value, or throws what is wrong with it and what to write instead.
    let read: @Sendable (ConfigValue) throws(DataFault) -> Value
}

extension ConfigValue {
    /// What it is, as in "a number".
    var kind: String {
        switch self {
        case .object: "an object"
        case .array: "a list"
        case .string(let text): text.quotedShort
        case .number(let number): NumberText.shortest(number)
        case .boolean(let boolean): boolean ? "true" : "false"
        case .function: "a function"
        case .null: "null"
        }
    }
}

extension MemberRule<String> {
    static func text(upTo limit: Int) -> MemberRule {
        MemberRule(schema: ["type": "string", "maxLength": .number(Double(limit))]) { value throws(DataFault) in
            guard case .string(let text) = value else { throw DataFault("is \(value.kind), not a text in quotes") }
            guard text.unicodeScalars.count <= limit else {
                throw DataFault("has \(text.unicodeScalars.count) characters; at most \(limit) are allowed")
            }
            return text
        }
    }

    static func choice(_ words: [String]) -> MemberRule {
        MemberRule(schema: ["type": "string", "enum": .array(words.map { .string($0) })]) { value throws(DataFault) in
            guard case .string(let text) = value, words.contains(text) else {
                throw DataFault("is \(value.kind); there is \(words.map { "'\($0)'" }.joined(separator: ", "))")
            }
            return text
        }
    }
}

extension MemberRule where Value: CaseIterable & RawRepresentable, Value.RawValue == String {
    /// One of the cases, by its raw value.
    static var choice: MemberRule {
        let words = MemberRule<String>.choice(Value.allCases.map(\.rawValue))
        return MemberRule(schema: words.schema) { value throws(DataFault) in
            guard let choice = Value(rawValue: try words.read(value)) else { throw DataFault("is \(value.kind)") }
            return choice
        }
    }
}

extension MemberRule<Bool> {
    static let flag = MemberRule(schema: ["type": "boolean"]) { value throws(DataFault) in
        guard case .boolean(let flag) = value else { throw DataFault("is \(value.kind), not true or false") }
        return flag
    }
}

extension MemberRule<Double> {
    static func number(in range: ClosedRange<Double> = -NumberText.limit...NumberText.limit) -> MemberRule {
        MemberRule(schema: ["type": "number", "minimum": .number(range.lowerBound), "maximum": .number(range.upperBound)]) {
            value throws(DataFault) in
            guard case .number(let number) = value, range.contains(number) else {
                throw DataFault(
                    "is \(value.kind), not a number from \(NumberText.shortest(range.lowerBound)) to \(NumberText.shortest(range.upperBound))"
                )
            }
            return number
        }
    }
}

extension MemberRule<Int> {
    static func wholeNumber(in range: ClosedRange<Int>) -> MemberRule {
        MemberRule(
            schema: ["type": "integer", "minimum": .number(Double(range.lowerBound)), "maximum": .number(Double(range.upperBound))]
        ) { value throws(DataFault) in
            guard case .number(let number) = value, number == number.rounded(), range.contains(Int(clamping: number)) else {
                throw DataFault("is \(value.kind), not a whole number from \(range.lowerBound) to \(range.upperBound)")
            }
            return Int(number)
        }
    }
}

extension Int {
    /// The whole number that is nearest, or the most or least there is.
    fileprivate init(clamping number: Double) { self = abs(number) < 9e15 ? Int(number) : number < 0 ? .min : .max }
}

extension MemberRule<Color> {
    static let color = MemberRule(schema: ["type": "string", "maxLength": 64]) { value throws(DataFault) in
        guard case .string(let text) = value, let color = Color(css: text) else {
            throw DataFault("is \(value.kind), not a color as CSS writes it, such as \"#2149b5\" or \"orange\"")
        }
        return color
    }
}

extension MemberRule<FormatSpec> {
    static let format = MemberRule(schema: ["type": "string", "minLength": 1, "maxLength": 60]) { value throws(DataFault) in
        guard case .string(let text) = value, let format = FormatSpec(text) else {
            throw DataFault("is \(value.kind), not a format, such as \"$\", \"€\", \"%\", \"0.0\", \"#,##0.00\", \"k\", \"s\" or \".1f\"")
        }
        return format
    }
}

extension MemberRule<Locale> {
    static let locale = MemberRule(schema: ["type": "string", "maxLength": 20]) { value throws(DataFault) in
        guard case .string(let text) = value, let locale = Locale(identifier: text) else {
            throw DataFault("is \(value.kind), not a locale that is known here, such as \"de-DE\"")
        }
        return locale
    }
}

extension MemberRule<ConfigValue> {
    /// Whatever it is.
    static let any = MemberRule(schema: true) { value throws(DataFault) in value }
}

extension MemberRule {
    /// A list of such values.
    static func list<Element>(of rule: MemberRule<Element>, upTo limit: Int) -> MemberRule<[Element]> where Value == [Element] {
        MemberRule<[Element]>(schema: ["type": "array", "items": rule.schema, "maxItems": .number(Double(limit))]) {
            value throws(DataFault) in
            guard case .array(let values) = value else { throw DataFault("is \(value.kind), not a list in brackets") }
            guard values.count <= limit else { throw DataFault("has \(values.count) values; at most \(limit) are allowed") }
            var elements: [Element] = []
            for value in values { elements.append(try rule.read(value)) }
            return elements
        }
    }

    /// A value by itself, or a list of several.
    static func oneOrMore<Element>(_ rule: MemberRule<Element>, upTo limit: Int) -> MemberRule<[Element]> where Value == [Element] {
        let list = MemberRule<[Element]>.list(of: rule, upTo: limit)
        return MemberRule<[Element]>(schema: ["anyOf": [rule.schema, list.schema]]) { value throws(DataFault) in
            if case .array = value { return try list.read(value) }
            return [try rule.read(value)]
        }
    }
}
