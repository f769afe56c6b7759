import Foundation

extension RuntimeValue {
    /// Takes a value of a configuration.
    init(_ value: ConfigValue) {
        switch value {
        case .object(let members):
            self = .object(Dictionary(members.map { ($0.name, RuntimeValue($0.value)) }) { _, last in last })
        case .array(let values): self = .list(values.map(RuntimeValue.init))
        case .string(let text): self = .string(text)
        case .number(let number): self = .number(number)
        case .boolean(let boolean): self = .boolean(boolean)
        case .function(let function): self = .closure(Closure(function: function, names: [:]))
        case .null: self = .null
        }
    }

    /// The value as a configuration has it; nil for what no configuration holds.
    var config: ConfigValue? {
        switch self {
        case .undefined, .builtIn, .method, .pattern: nil
        case .null: .null
        case .boolean(let boolean): .boolean(boolean)
        case .number(let number): number.isFinite ? .number(number) : .null
        case .string(let text): .string(text)
        case .list(let values): .array(values.map { $0.config ?? .null })
        case .object(let members):
            .object(members.sorted { $0.key < $1.key }.compactMap { name, value in value.config.map { .init(name, $0) } })
        case .closure(let closure): .function(closure.function)
        }
    }

    var isTrue: Bool {
        switch self {
        case .undefined, .null: false
        case .boolean(let boolean): boolean
        case .number(let number): number != 0 && !number.isNaN
        case .string(let text): !text.isEmpty
        default: true
        }
    }

    var isText: Bool {
        switch self {
        case .string, .list, .object: true
        default: false
        }
    }

    var isNaN: Bool { if case .number(let number) = self { number.isNaN } else { false } }

    /// The value as a number: NaN for what is none.
    var number: Double {
        switch self {
        case .number(let number): number
        case .boolean(let boolean): boolean ? 1 : 0
        case .null: 0
        case .string(let text):
            text.allSatisfy(\.isWhitespace) ? 0 : (try? NumberText.plain(text.trimmingCharacters(in: .whitespaces))) ?? .nan
        case .list(let values) where values.count == 1: values[0].number
        case .list(let values) where values.isEmpty: 0
        default: .nan
        }
    }

    var integer32: Int32 {
        let number = number
        guard number.isFinite, abs(number) < 9e15 else { return 0 }
        return Int32(truncatingIfNeeded: Int64(number))
    }

    /// The value as JavaScript writes it.
    var text: String {
        switch self {
        case .undefined: return "undefined"
        case .null: return "null"
        case .boolean(let boolean): return boolean ? "true" : "false"
        case .number(let number):
            if number.isNaN { return "NaN" }
            if number.isInfinite { return number > 0 ? "Infinity" : "-Infinity" }
            return NumberText.shortest(number)
        case .string(let text): return text
        case .list(let values):
            return values.prefix(Evaluator.sizeLimit).map { $0 == .null || $0 == .undefined ? "" : $0.text }.joined(separator: ",")
        case .object: return "[object Object]"
        default: return "function"
        }
    }

    var type: String {
        switch self {
        case .undefined: "undefined"
        case .boolean: "boolean"
        case .number: "number"
        case .string: "string"
        case .closure, .builtIn, .method: "function"
        case .null, .list, .object, .pattern: "object"
        }
    }

    func looselyEquals(_ other: RuntimeValue) -> Bool {
        if self == other { return !isNaN }
        let nothing: [RuntimeValue] = [.null, .undefined]
        if nothing.contains(self) || nothing.contains(other) { return nothing.contains(self) && nothing.contains(other) }
        switch (self, other) {
        case (.number, .string), (.string, .number), (.boolean, _), (_, .boolean): return number == other.number
        default: return false
        }
    }

    /// Returns a property that the value itself has.
    func property(_ name: String) -> RuntimeValue? {
        switch self {
        case .object(let members): return members[name]
        case .list(let values):
            if name == "length" { return .number(Double(values.count)) }
            guard let index = Int(name), values.indices.contains(index) else { return nil }
            return values[index]
        case .string(let text):
            if name == "length" { return .number(Double(text.utf16.count)) }
            guard let index = Int(name), index >= 0, index < text.count else { return nil }
            return .string(String(text[text.index(text.startIndex, offsetBy: index)]))
        case .builtIn("Math"): return Self.mathConstants[name].map { .number($0) }
        default: return nil
        }
    }

    private static let mathConstants: [String: Double] = ["PI": .pi, "E": M_E, "LN2": M_LN2, "LN10": M_LN10, "SQRT2": 2.0.squareRoot()]

    /// What the language has by itself.
    static let builtIns: Set<String> = [
        "Math", "Number", "String", "Boolean", "Array", "Object", "Intl", "parseInt", "parseFloat", "isNaN", "isFinite", "NaN", "Infinity",
        "JSON",
    ]

    static func constant(_ name: String) -> RuntimeValue? {
        switch name {
        case "NaN": .number(.nan)
        case "Infinity": .number(.infinity)
        default: nil
        }
    }
}
