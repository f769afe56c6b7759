/// Why a text is no configuration, and where.
public struct ConfigSyntaxError: Error, Hashable, Sendable {
    /// Both counted from 1; a column is a byte.
    public var line: Int
    public var column: Int
    public var reason: String
}

/// Goes through the bytes of a text: what literals and expressions are both written with.
struct Scanner {
    let bytes: [UInt8]
    var index = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    var current: UInt8? { index < bytes.count ? bytes[index] : nil }
    var isAtEnd: Bool { index >= bytes.count }

    func byte(after offset: Int) -> UInt8? { index + offset < bytes.count ? bytes[index + offset] : nil }

    func error(_ reason: String, at place: Int? = nil) -> ConfigSyntaxError {
        let before = bytes[..<min(place ?? index, bytes.count)]
        let start = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
        return ConfigSyntaxError(
            line: before.count { $0 == UInt8(ascii: "\n") } + 1, column: before.count - start + 1, reason: reason)
    }

    /// Passes over white space and comments.
    mutating func skipSpace() {
        while let byte = current {
            switch byte {
            case 0x09...0x0D, 0x20: index += 1
            case 0xC2 where self.byte(after: 1) == 0xA0: index += 2
            case 0xEF where self.byte(after: 1) == 0xBB && self.byte(after: 2) == 0xBF: index += 3
            case 0xE2 where self.byte(after: 1) == 0x80 && (self.byte(after: 2) == 0xA8 || self.byte(after: 2) == 0xA9): index += 3
            case UInt8(ascii: "/") where self.byte(after: 1) == UInt8(ascii: "/"):
                while let next = current, next != UInt8(ascii: "\n") { index += 1 }
            case UInt8(ascii: "/") where self.byte(after: 1) == UInt8(ascii: "*"):
                index += 2
                while !isAtEnd, !(current == UInt8(ascii: "*") && self.byte(after: 1) == UInt8(ascii: "/")) { index += 1 }
                index = min(index + 2, bytes.count)
            default: return
            }
        }
    }

    /// Passes over a sign, where it stands here.
    mutating func take(_ sign: String) -> Bool {
        let sign = sign.utf8
        guard index + sign.count <= bytes.count, bytes[index..<index + sign.count].elementsEqual(sign) else { return false }
        index += sign.count
        return true
    }

    /// Passes over a word, where no letter follows it.
    mutating func takeWord(_ word: String) -> Bool {
        let start = index
        guard take(word), current.map(Self.isNamePart) != true else {
            index = start
            return false
        }
        return true
    }

    static func isNameStart(_ byte: UInt8) -> Bool {
        UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte || UInt8(ascii: "A")...UInt8(ascii: "Z") ~= byte || byte == UInt8(ascii: "_")
            || byte == UInt8(ascii: "$") || byte >= 0x80
    }

    static func isNamePart(_ byte: UInt8) -> Bool { isNameStart(byte) || isDigit(byte) }

    static func isDigit(_ byte: UInt8) -> Bool { UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte }

    /// Reads a name as JavaScript has it, or returns nil where none begins.
    mutating func name() -> String? {
        guard let first = current, Self.isNameStart(first) else { return nil }
        let start = index
        while let byte = current, Self.isNamePart(byte) { index += 1 }
        return String(decoding: bytes[start..<index], as: UTF8.self)
    }

    /// Reads digits in one of the ways that JavaScript writes them.
    mutating func number() throws(ConfigSyntaxError) -> Double {
        let start = index
        if current == UInt8(ascii: "0"), let next = byte(after: 1), next | 0x20 == UInt8(ascii: "x") {
            index += 2
            let digits = index
            while let byte = current, Self.isNamePart(byte) { index += 1 }
            guard let number = UInt64(String(decoding: bytes[digits..<index], as: UTF8.self), radix: 16) else {
                throw error("a hexadecimal number is expected here", at: start)
            }
            return Double(number)
        }
        while let byte = current {
            let isExponentSign =
                (byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+")) && index > start && bytes[index - 1] | 0x20 == UInt8(ascii: "e")
            guard
                Self.isDigit(byte) || byte == UInt8(ascii: ".") || byte | 0x20 == UInt8(ascii: "e") || byte == UInt8(ascii: "_")
                    || isExponentSign
            else { break }
            index += 1
        }
        let text = String(decoding: bytes[start..<index].filter { $0 != UInt8(ascii: "_") }, as: UTF8.self)
        // `5.` is a number of JavaScript, and none of Swift.
        guard text.utf8.count <= 400, let number = Double(text) ?? Double(text + "0") else {
            throw error("a number is expected here", at: start)
        }
        return number
    }

    /// Reads a string in the quotes that stand here.
    mutating func string() throws(ConfigSyntaxError) -> String {
        let start = index
        let quote = bytes[index]
        index += 1
        let from = index
        while let byte = current, byte != quote, byte != UInt8(ascii: "\\") { index += 1 }
        if current == quote {
            defer { index += 1 }
            return String(decoding: bytes[from..<index], as: UTF8.self)
        }
        var text = Array(bytes[from..<index])
        while let byte = current {
            index += 1
            if byte == quote { return String(decoding: text, as: UTF8.self) }
            guard byte == UInt8(ascii: "\\") else {
                text.append(byte)
                continue
            }
            try escape(into: &text)
        }
        throw error("a quote is opened here and not closed", at: start)
    }

    /// Reads what stands behind a backslash.
    mutating func escape(into text: inout [UInt8]) throws(ConfigSyntaxError) {
        guard let byte = current else { return }
        index += 1
        switch byte {
        case UInt8(ascii: "n"): text.append(0x0A)
        case UInt8(ascii: "r"): text.append(0x0D)
        case UInt8(ascii: "t"): text.append(0x09)
        case UInt8(ascii: "b"): text.append(0x08)
        case UInt8(ascii: "f"): text.append(0x0C)
        case UInt8(ascii: "v"): text.append(0x0B)
        case UInt8(ascii: "0") where current.map(Self.isDigit) != true: text.append(0)
        // A line that goes on.
        case 0x0A: break
        case 0x0D: if current == 0x0A { index += 1 }
        case UInt8(ascii: "x"): append(try hexadecimal(2), to: &text)
        case UInt8(ascii: "u"):
            if take("{") {
                var value: UInt32 = 0
                while let digit = current, digit != UInt8(ascii: "}") {
                    index += 1
                    value = value << 4 | (UInt32(String(UnicodeScalar(digit)), radix: 16) ?? 0)
                    guard value <= 0x10FFFF else { throw error("there is no such character") }
                }
                index += 1
                append(value, to: &text)
                return
            }
            let first = try hexadecimal(4)
            guard 0xD800..<0xDC00 ~= first, current == UInt8(ascii: "\\"), self.byte(after: 1) == UInt8(ascii: "u") else {
                append(first, to: &text)
                return
            }
            index += 2
            let second = try hexadecimal(4)
            append(0xDC00..<0xE000 ~= second ? 0x10000 + (first - 0xD800) << 10 + (second - 0xDC00) : 0xFFFD, to: &text)
        default: text.append(byte)
        }
    }

    private mutating func hexadecimal(_ count: Int) throws(ConfigSyntaxError) -> UInt32 {
        guard index + count <= bytes.count, let value = UInt32(String(decoding: bytes[index..<index + count], as: UTF8.self), radix: 16)
        else {
            throw error("\(count) hexadecimal digits are expected here")
        }
        index += count
        return value
    }

    private func append(_ scalar: UInt32, to text: inout [UInt8]) {
        text += String(Character(Unicode.Scalar(scalar) ?? "\u{FFFD}")).utf8
    }
}
