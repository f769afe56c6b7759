/// Something that a client can choose about an insight, as a query writes it.
public struct InsightParameter: Hashable, Sendable {
    public enum Kind: Hashable, Sendable {
        case choice([String])
        case wholeNumber(ClosedRange<Int>)
        /// Up to so many characters.
        case text(upTo: Int)
    }

    public let name: String
    public var kind: Kind
    /// What it is when it is left out; nil for nothing.
    public let defaultValue: String?
    /// How it may be written, where it has to be there; nil where it may be left out.
    public let example: String?
    /// What it is for, in a sentence.
    public let summary: String
}

/// A parameter together with what its values are in the program.
struct TypedParameter<Value: Sendable>: Sendable {
    let parameter: InsightParameter
    let defaultValue: Value
    let read: @Sendable (String) -> Value?

    var name: String { parameter.name }
}

extension TypedParameter where Value: RawRepresentable & CaseIterable, Value.RawValue == String {
    static func choice(_ name: String, default value: Value, _ summary: String) -> TypedParameter {
        let words = Value.allCases.map(\.rawValue)
        return TypedParameter(
            parameter: InsightParameter(
                name: name, kind: .choice(words), defaultValue: value.rawValue, example: nil, summary: summary),
            defaultValue: value, read: Value.init(rawValue:))
    }
}

extension TypedParameter where Value == Int {
    static func number(_ name: String, in range: ClosedRange<Int>, default value: Int, _ summary: String) -> TypedParameter {
        TypedParameter(
            parameter: InsightParameter(
                name: name, kind: .wholeNumber(range), defaultValue: String(value), example: nil, summary: summary),
            defaultValue: value
        ) { Int($0) }
    }
}

extension TypedParameter where Value == String {
    static func text(_ name: String, upTo limit: Int, such example: String, _ summary: String) -> TypedParameter {
        TypedParameter(
            parameter: InsightParameter(name: name, kind: .text(upTo: limit), defaultValue: nil, example: example, summary: summary),
            defaultValue: ""
        ) { $0 }
    }
}

extension TypedParameter {
    /// A choice that may be left open.
    static func choice<Choice: RawRepresentable & CaseIterable>(_ name: String, _ summary: String) -> TypedParameter
    where Value == Choice?, Choice.RawValue == String {
        TypedParameter(
            parameter: InsightParameter(
                name: name, kind: .choice(Choice.allCases.map(\.rawValue)), defaultValue: nil, example: nil, summary: summary),
            defaultValue: nil
        ) { Choice(rawValue: $0) }
    }

    /// A number that may be left open.
    static func number(_ name: String, in range: ClosedRange<Int>, _ summary: String) -> TypedParameter where Value == Int? {
        TypedParameter(
            parameter: InsightParameter(name: name, kind: .wholeNumber(range), defaultValue: nil, example: nil, summary: summary),
            defaultValue: nil
        ) { Int($0) }
    }
}

/// What parameters of several insights are for.
extension String {
    static let chartForm = "The form of the chart; the first one unless told."
    static let rowLimit = "The most rows of an answer."
    static let ranking = "What ranks the rows, or what the chart divides."
}
