/// A value of a configuration: JSON, and what object literals of JavaScript have besides.
public indirect enum ConfigValue: Hashable, Sendable {
    public struct Member: Hashable, Sendable {
        public var name: String
        public var value: ConfigValue

        public init(_ name: String, _ value: ConfigValue) {
            self.name = name
            self.value = value
        }
    }

    /// Members in the order they came; of two with one name the last counts.
    case object([Member])
    case array([ConfigValue])
    case string(String)
    case number(Double)
    case boolean(Bool)
    /// A formatter, read but not run.
    case function(Function)
    case null
}

extension ConfigValue: ExpressibleByStringLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral, ExpressibleByFloatLiteral,
    ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral
{
    public init(stringLiteral value: String) { self = .string(value) }
    public init(arrayLiteral elements: ConfigValue...) { self = .array(elements) }
    public init(dictionaryLiteral elements: (String, ConfigValue)...) { self = .object(elements.map { Member($0.0, $0.1) }) }
    public init(floatLiteral value: Double) { self = .number(value) }
    public init(integerLiteral value: Int) { self = .number(Double(value)) }
    public init(booleanLiteral value: Bool) { self = .boolean(value) }
}

extension ConfigValue {
    /// The members of an object; none of what is no object.
    public var members: [Member] { if case .object(let members) = self { members } else { [] } }

    /// Returns the member of that name; nil where there is none, or null.
    public subscript(name: String) -> ConfigValue? {
        guard case .object(let members) = self, let value = members.last(where: { $0.name == name })?.value, value != .null else {
            return nil
        }
        return value
    }

    /// Returns the value at the end of a path of members, as in `options.plugins.title`.
    subscript(path path: String) -> ConfigValue? {
        var value: ConfigValue? = self
        for name in path.split(separator: ".") { value = value?[String(name)] }
        return value
    }

    /// The value as JSON in UTF-8, without white space.
    public var bytes: [UInt8] {
        var bytes: [UInt8] = []
        append(to: &bytes)
        return bytes
    }

    private func append(to bytes: inout [UInt8]) {
        switch self {
        case .object(let members):
            bytes.append(UInt8(ascii: "{"))
            for (index, member) in members.enumerated() {
                if index > 0 { bytes.append(UInt8(ascii: ",")) }
                Self.append(member.name, to: &bytes)
                bytes.append(UInt8(ascii: ":"))
                member.value.append(to: &bytes)
            }
            bytes.append(UInt8(ascii: "}"))
        case .array(let values):
            bytes.append(UInt8(ascii: "["))
            for (index, value) in values.enumerated() {
                if index > 0 { bytes.append(UInt8(ascii: ",")) }
                value.append(to: &bytes)
            }
            bytes.append(UInt8(ascii: "]"))
        case .string(let string): Self.append(string, to: &bytes)
        case .number(let number): bytes += (number.isFinite ? NumberText.shortest(number) : "null").utf8
        case .boolean(let boolean): bytes += (boolean ? "true" : "false").utf8
        case .null, .function: bytes += "null".utf8
        }
    }

    private static func append(_ string: String, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\""))
        for byte in string.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
            case UInt8(ascii: "\n"): bytes += "\\n".utf8
            case UInt8(ascii: "\r"): bytes += "\\r".utf8
            case UInt8(ascii: "\t"): bytes += "\\t".utf8
            case 0..<0x20:
                let hex = String(byte, radix: 16)
                bytes += "\\u00\(hex.utf8.count == 1 ? "0" : "")\(hex)".utf8
            default: bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }
}
