/// Reads JSON to the letter of RFC 8259, in one pass, as deep as `depthLimit`.
///
/// Stricter than the RFC asks in one thing: a name that stands twice in an object is refused, since readers disagree which one counts.
struct JSONScanner {
    static let depthLimit = 16

    private let bytes: [UInt8]
    private var index = 0

    static func scan(_ bytes: [UInt8]) throws(JSONSyntaxError) -> SentJSON {
        guard String(validating: bytes, as: UTF8.self) != nil else {
            throw JSONSyntaxError(line: 1, column: 1, reason: "the text is not UTF-8")
        }
        var scanner = JSONScanner(bytes: bytes)
        let value = try scanner.value(depth: 0)
        scanner.skipSpace()
        guard scanner.index == bytes.count else { throw scanner.error("something stands behind the end of the value") }
        return value
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    private var current: UInt8? { index < bytes.count ? bytes[index] : nil }

    private func error(_ reason: String) -> JSONSyntaxError {
        let before = bytes[..<min(index, bytes.count)]
        let line = before.count { $0 == UInt8(ascii: "\n") } + 1
        let start = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
        return JSONSyntaxError(line: line, column: before.count - start + 1, reason: reason)
    }

    private mutating func skipSpace() {
        while let byte = current, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { index += 1 }
    }

    private mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard current == UInt8(ascii: character) else { return false }
        index += 1
        return true
    }

    private mutating func value(depth: Int) throws(JSONSyntaxError) -> SentJSON {
        skipSpace()
        guard depth < Self.depthLimit else { throw error("values are nested more than \(Self.depthLimit) deep") }
        guard let byte = current else { throw error("the text ends where a value is expected") }
        switch byte {
        case UInt8(ascii: "{"): return try object(depth: depth)
        case UInt8(ascii: "["): return try array(depth: depth)
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"): return try word("true", .boolean(true))
        case UInt8(ascii: "f"): return try word("false", .boolean(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number(try number())
        default: throw error("a value is expected here: an object, an array, a string in double quotes, a number, true, false or null")
        }
    }

    private mutating func word(_ word: String, _ value: SentJSON) throws(JSONSyntaxError) -> SentJSON {
        guard bytes[index...].starts(with: word.utf8) else { throw error("'\(word)' is expected here") }
        index += word.utf8.count
        return value
    }

    private mutating func object(depth: Int) throws(JSONSyntaxError) -> SentJSON {
        index += 1
        var members: [SentJSON.Member] = []
        var names: Set<String> = []
        skipSpace()
        if take("}") { return .object(members) }
        repeat {
            skipSpace()
            guard current == UInt8(ascii: "\"") else { throw error("a name in double quotes is expected here") }
            let start = index
            let name = try string()
            guard names.insert(name).inserted else {
                index = start
                throw error("the name \(name.quoted) stands twice in one object")
            }
            skipSpace()
            guard take(":") else { throw error("a colon is expected here") }
            members.append(SentJSON.Member(name: name, value: try value(depth: depth + 1)))
            skipSpace()
        } while take(",")
        guard take("}") else { throw error("a comma or '}' is expected here") }
        return .object(members)
    }

    private mutating func array(depth: Int) throws(JSONSyntaxError) -> SentJSON {
        index += 1
        var elements: [SentJSON] = []
        skipSpace()
        if take("]") { return .array(elements) }
        repeat {
            elements.append(try value(depth: depth + 1))
            skipSpace()
        } while take(",")
        guard take("]") else { throw error("a comma or ']' is expected here") }
        return .array(elements)
    }

    private mutating func number() throws(JSONSyntaxError) -> String {
        let start = index
        _ = take("-")
        if !take("0") { try digits() }
        if take(".") { try digits() }
        if take("e") || take("E") {
            if !take("+") { _ = take("-") }
            try digits()
        }
        return String(decoding: bytes[start..<index], as: UTF8.self)
    }

    private mutating func digits() throws(JSONSyntaxError) {
        let start = index
        while let byte = current, byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") { index += 1 }
        guard index > start else { throw error("a digit is expected here") }
    }
}

extension JSONScanner {
    private mutating func string() throws(JSONSyntaxError) -> String {
        index += 1
        var text: [UInt8] = []
        while let byte = current {
            switch byte {
            case UInt8(ascii: "\""):
                index += 1
                return String(decoding: text, as: UTF8.self)
            case UInt8(ascii: "\\"): text += try escape().utf8
            case 0..<0x20: throw error("a line break or another control character stands in a string; escape it")
            default:
                text.append(byte)
                index += 1
            }
        }
        throw error("the text ends inside a string")
    }

    private mutating func escape() throws(JSONSyntaxError) -> String {
        let start = index
        index += 1
        defer { index += 1 }
        switch current {
        case UInt8(ascii: "\""): return "\""
        case UInt8(ascii: "\\"): return "\\"
        case UInt8(ascii: "/"): return "/"
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"):
            var unit = try hexadecimal()
            if 0xD800..<0xDC00 ~= unit, bytes[index...].dropFirst().starts(with: "\\u".utf8) {
                index += 2
                let low = try hexadecimal()
                if 0xDC00..<0xE000 ~= low { unit = 0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00) }
            }
            if let scalar = Unicode.Scalar(unit) { return String(Character(scalar)) }
            index = start
            throw error("half of a surrogate pair is no character")
        default:
            index = start
            throw error("there is no such escape; double a backslash that stands for itself")
        }
    }

    /// Reads the four digits behind a `u`, up to the last of them.
    private mutating func hexadecimal() throws(JSONSyntaxError) -> UInt32 {
        var value: UInt32 = 0
        for _ in 0..<4 {
            index += 1
            guard let digit = current.flatMap({ Character(Unicode.Scalar($0)).hexDigitValue }) else {
                throw error("four hexadecimal digits are expected here")
            }
            value = value << 4 | UInt32(digit)
        }
        return value
    }
}
