extension ConfigValue {
    /// The most that values are nested.
    public static let depthLimit = 32

    /// Reads JSON, or an object literal of JavaScript: names without quotes, single quotes, comments, commas at the end, expressions.
    ///
    /// - Throws: where the text is neither. What is only not known, as a name that means nothing here, is left out.
    public init(parsing bytes: [UInt8]) throws(ConfigSyntaxError) {
        var warnings: [String] = []
        self = try ConfigParser.parse(bytes, warnings: &warnings)
    }

    /// Reads the same, and tells what was left out.
    public init(parsing bytes: [UInt8], warnings: inout [String]) throws(ConfigSyntaxError) {
        self = try ConfigParser.parse(bytes, warnings: &warnings)
    }
}

/// Reads a configuration in one pass.
struct ConfigParser {
    var scanner: Scanner
    var warnings: [String] = []
    /// Works out what stands in place of values; its steps are counted together.
    var evaluator = Evaluator()
    /// The names of the members that are being read.
    var path: [String] = []

    static func parse(_ bytes: [UInt8], warnings: inout [String]) throws(ConfigSyntaxError) -> ConfigValue {
        guard String(validating: bytes, as: UTF8.self) != nil else {
            throw ConfigSyntaxError(line: 1, column: 1, reason: "the text is not UTF-8")
        }
        var parser = ConfigParser(scanner: Scanner(bytes))
        parser.scanner.skipSpace()
        guard !parser.scanner.isAtEnd else { throw parser.scanner.error("there is nothing to read") }
        // `(…)` around the whole, `module.exports = …` or `const config = …` before it are passed over.
        if !parser.begins(with: "{["), let start = bytes.firstIndex(of: UInt8(ascii: "{")), start > 0 {
            parser.scanner.index = start
            parser.warn("passed over what stands before the configuration")
        }
        let value = try parser.value(depth: 0) ?? .null
        parser.scanner.skipSpace()
        while parser.scanner.take(";") || parser.scanner.take(")") { parser.scanner.skipSpace() }
        if !parser.scanner.isAtEnd { parser.warn("passed over what stands behind the configuration") }
        warnings += parser.warnings
        return value
    }

    private func begins(with signs: String) -> Bool { scanner.current.map { signs.utf8.contains($0) } ?? false }

    mutating func warn(_ words: String) {
        let place = path.isEmpty ? "" : "\(path.joined(separator: ".")): "
        if warnings.count < 50 { warnings.append(place + words) }
    }

    /// Reads a value; nil for one that means nothing here and is left out.
    private mutating func value(depth: Int) throws(ConfigSyntaxError) -> ConfigValue? {
        guard depth < ConfigValue.depthLimit else { throw scanner.error("values are nested more than \(ConfigValue.depthLimit) deep") }
        scanner.skipSpace()
        guard let byte = scanner.current else { throw scanner.error("the text ends where a value is expected") }
        let start = scanner.index
        let literal: ConfigValue
        switch byte {
        case UInt8(ascii: "{"): literal = try object(depth: depth)
        case UInt8(ascii: "["): literal = try array(depth: depth)
        case UInt8(ascii: "\""), UInt8(ascii: "'"): literal = .string(try scanner.string())
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."): literal = .number(try scanner.number())
        case UInt8(ascii: "-") where scanner.byte(after: 1).map { Scanner.isDigit($0) || $0 == UInt8(ascii: ".") } == true:
            scanner.index += 1
            literal = .number(-(try scanner.number()))
        case UInt8(ascii: "t") where scanner.takeWord("true"): literal = true
        case UInt8(ascii: "f") where scanner.takeWord("false"): literal = false
        case UInt8(ascii: "n") where scanner.takeWord("null"): literal = .null
        case UInt8(ascii: "u") where scanner.takeWord("undefined"): return nil
        case UInt8(ascii: "N") where scanner.takeWord("NaN"): literal = .null
        default: return try expression(from: start)
        }
        scanner.skipSpace()
        // What goes on is an expression that begins with a literal.
        guard let next = scanner.current, next != UInt8(ascii: ","), next != UInt8(ascii: "}"), next != UInt8(ascii: "]"), depth > 0,
            next != UInt8(ascii: ";"), next != UInt8(ascii: ")")
        else { return literal }
        return ".+-*/?([%|&<>=`".utf8.contains(next) ? try expression(from: start) : literal
    }

    private mutating func object(depth: Int) throws(ConfigSyntaxError) -> ConfigValue {
        let start = scanner.index
        scanner.index += 1
        var members: [ConfigValue.Member] = []
        while true {
            scanner.skipSpace()
            if scanner.take("}") { break }
            if scanner.take(",") { continue }
            guard let byte = scanner.current else {
                guard depth <= 8 else { throw scanner.error("a brace is opened here and not closed", at: start) }
                warn("a closing brace is missing")
                break
            }
            let name: String
            if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                name = try scanner.string()
            } else if let word = scanner.name() {
                name = word
            } else if Scanner.isDigit(byte) {
                name = NumberText.shortest(try scanner.number())
            } else if scanner.take("...") {
                warn("left out what '...' stands before")
                skipValue()
                continue
            } else {
                throw scanner.error("the name of a member is expected here")
            }
            path.append(name)
            defer { path.removeLast() }
            scanner.skipSpace()
            if scanner.current == UInt8(ascii: "(") {
                if let value = try method() { members.append(.init(name, value)) }
            } else if scanner.take(":") {
                if let value = try value(depth: depth + 1) { members.append(.init(name, value)) }
            } else {
                throw scanner.error("a colon is expected behind \(name.quotedShort)")
            }
            scanner.skipSpace()
            guard let next = scanner.current, next != UInt8(ascii: ","), next != UInt8(ascii: "}") else { continue }
            throw scanner.error("a comma or a closing brace is expected here")
        }
        return .object(members)
    }

    private mutating func array(depth: Int) throws(ConfigSyntaxError) -> ConfigValue {
        let start = scanner.index
        scanner.index += 1
        var values: [ConfigValue] = []
        while true {
            scanner.skipSpace()
            if scanner.take("]") { break }
            if scanner.current == UInt8(ascii: ",") {
                // A hole, as in `[1,,3]`.
                scanner.index += 1
                values.append(.null)
                continue
            }
            guard !scanner.isAtEnd else {
                guard depth <= 8 else { throw scanner.error("a bracket is opened here and not closed", at: start) }
                warn("a closing bracket is missing")
                break
            }
            if scanner.take("...") {
                warn("left out what '...' stands before")
                skipValue()
            } else {
                values.append(try value(depth: depth + 1) ?? .null)
            }
            scanner.skipSpace()
            if scanner.take(",") { continue }
            guard let next = scanner.current, next != UInt8(ascii: "]") else { continue }
            throw scanner.error("a comma or a closing bracket is expected here")
        }
        return .array(values)
    }

    /// Passes over a value that cannot be read, up to the comma or the bracket behind it.
    mutating func skipValue() {
        var depth = 0
        while let byte = scanner.current {
            switch byte {
            case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
            case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"):
                if depth == 0 { return }
                depth -= 1
            case UInt8(ascii: ",") where depth == 0: return
            case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"):
                let start = scanner.index
                if (try? scanner.string()) == nil { scanner.index = start + 1 }
                continue
            default: break
            }
            scanner.index += 1
        }
    }
}
