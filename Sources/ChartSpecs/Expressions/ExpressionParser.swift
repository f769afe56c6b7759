/// Reads expressions and functions.
struct ExpressionParser {
    var scanner: Scanner
    private var depth = 0

    /// The most that expressions are nested.
    private static let depthLimit = 64

    init(_ scanner: Scanner) { self.scanner = scanner }

    // MARK: Functions

    /// Reads `(a, b) { … }`, the rest of a function that is written as a method or with the word `function`.
    mutating func functionRest() throws(ConfigSyntaxError) -> Function {
        let parameters = try parameters()
        scanner.skipSpace()
        return Function(parameters: parameters, body: try block())
    }

    private mutating func parameters() throws(ConfigSyntaxError) -> [Function.Parameter] {
        guard scanner.take("(") else { throw scanner.error("parameters in parentheses are expected here") }
        var parameters: [Function.Parameter] = []
        while true {
            scanner.skipSpace()
            if scanner.take(")") { return parameters }
            if scanner.take(",") { continue }
            parameters.append(try parameter())
            scanner.skipSpace()
            if scanner.current == UInt8(ascii: "="), scanner.byte(after: 1) != UInt8(ascii: ">") {
                // A default is never needed: every parameter is given.
                scanner.index += 1
                _ = try assignment()
            }
        }
    }

    private mutating func parameter() throws(ConfigSyntaxError) -> Function.Parameter {
        scanner.skipSpace()
        guard scanner.take("{") else {
            guard let name = scanner.name() else { throw scanner.error("the name of a parameter is expected here") }
            return .name(name)
        }
        var names: [String] = []
        while true {
            scanner.skipSpace()
            if scanner.take("}") { return .members(names) }
            if scanner.take(",") { continue }
            guard let name = scanner.name() else { throw scanner.error("a name is expected here") }
            names.append(name)
        }
    }

    private mutating func block() throws(ConfigSyntaxError) -> [Function.Statement] {
        guard scanner.take("{") else { throw scanner.error("a body in braces is expected here") }
        var statements: [Function.Statement] = []
        while true {
            scanner.skipSpace()
            if scanner.take("}") { return statements }
            if scanner.take(";") { continue }
            statements += try statement()
        }
    }

    private mutating func statement() throws(ConfigSyntaxError) -> [Function.Statement] {
        try enter()
        defer { depth -= 1 }
        scanner.skipSpace()
        if scanner.current == UInt8(ascii: "{") { return try block() }
        if scanner.takeWord("return") {
            scanner.skipSpace()
            guard let next = scanner.current, next != UInt8(ascii: ";"), next != UInt8(ascii: "}") else { return [.returns(nil)] }
            return [.returns(try expression())]
        }
        if scanner.takeWord("if") {
            scanner.skipSpace()
            guard scanner.take("(") else { throw scanner.error("a condition in parentheses is expected here") }
            let condition = try expression()
            try expect(")")
            let then = try statement()
            scanner.skipSpace()
            while scanner.take(";") { scanner.skipSpace() }
            let otherwise = scanner.takeWord("else") ? try statement() : []
            return [.condition(condition, then, otherwise)]
        }
        for word in ["for", "while", "do", "switch", "throw", "try", "class", "await", "async", "yield"] where scanner.takeWord(word) {
            throw scanner.error("'\(word)' is not among what formatters may use here")
        }
        if scanner.takeWord("const") || scanner.takeWord("let") || scanner.takeWord("var") {
            var constants: [Function.Statement] = []
            repeat {
                let name = try parameter()
                try expect("=")
                constants.append(.constant(name, try assignment()))
                scanner.skipSpace()
            } while scanner.take(",")
            return constants
        }
        return [.expression(try expression())]
    }

    // MARK: Expressions

    mutating func expression() throws(ConfigSyntaxError) -> Expression { try assignment() }

    private mutating func enter() throws(ConfigSyntaxError) {
        depth += 1
        if depth > Self.depthLimit { throw scanner.error("expressions are nested more than \(Self.depthLimit) deep") }
    }

    private mutating func expect(_ sign: String) throws(ConfigSyntaxError) {
        scanner.skipSpace()
        guard scanner.take(sign) else { throw scanner.error("'\(sign)' is expected here") }
    }

    mutating func assignment() throws(ConfigSyntaxError) -> Expression {
        try enter()
        defer { depth -= 1 }
        scanner.skipSpace()
        if let arrow = try arrowFunction() { return arrow }
        let condition = try binary(above: 0)
        scanner.skipSpace()
        if scanner.current == UInt8(ascii: "="), scanner.byte(after: 1) != UInt8(ascii: "=") {
            throw scanner.error("nothing can be assigned here")
        }
        guard scanner.current == UInt8(ascii: "?"), scanner.byte(after: 1) != UInt8(ascii: "."), scanner.byte(after: 1) != UInt8(ascii: "?")
        else { return condition }
        scanner.index += 1
        let yes = try assignment()
        try expect(":")
        return .conditional(condition, yes, try assignment())
    }

    /// Reads `x => …` or `(a, b) => …`; nil where no function begins.
    private mutating func arrowFunction() throws(ConfigSyntaxError) -> Expression? {
        let start = scanner.index
        var parameters: [Function.Parameter]?
        if scanner.current == UInt8(ascii: "(") {
            parameters = try? self.parameters()
        } else if let name = scanner.name() {
            parameters = [.name(name)]
        }
        scanner.skipSpace()
        guard let parameters, scanner.take("=>") else {
            scanner.index = start
            return nil
        }
        scanner.skipSpace()
        if scanner.current == UInt8(ascii: "{") { return .function(Function(parameters: parameters, body: try block())) }
        return .function(Function(parameters: parameters, body: [.returns(try assignment())]))
    }

    private static let operators: [BinaryOperator] = [
        .strictEqual, .strictUnequal, .equal, .unequal, .lessOrEqual, .moreOrEqual, .or, .and, .coalesce, .power, .less, .more, .plus,
        .minus,
        .times, .divided, .remainder, .bitOr, .bitAnd,
    ]

    private mutating func binary(above least: Int) throws(ConfigSyntaxError) -> Expression {
        var left = try unary()
        while true {
            scanner.skipSpace()
            let start = scanner.index
            guard let found = Self.operators.first(where: { scanner.take($0.rawValue) }), found.precedence > least else {
                scanner.index = start
                return left
            }
            if scanner.current == UInt8(ascii: "=") || (found == .plus && scanner.current == UInt8(ascii: "+")) {
                throw scanner.error("nothing can be assigned here")
            }
            let right = try binary(above: found == .power ? found.precedence - 1 : found.precedence)
            left = .binary(found, left, right)
        }
    }

    private mutating func unary() throws(ConfigSyntaxError) -> Expression {
        try enter()
        defer { depth -= 1 }
        scanner.skipSpace()
        if scanner.take("!") { return .not(try unary()) }
        if scanner.takeWord("typeof") { return .typeOf(try unary()) }
        if scanner.take("--") || scanner.take("++") { throw scanner.error("nothing can be assigned here") }
        if scanner.take("-") { return .negated(try unary()) }
        if scanner.take("+") { return .asNumber(try unary()) }
        return try postfix(primary())
    }

    private mutating func postfix(_ base: Expression) throws(ConfigSyntaxError) -> Expression {
        var base = base
        while true {
            scanner.skipSpace()
            if scanner.take("?.") {
                if scanner.current == UInt8(ascii: "[") || scanner.current == UInt8(ascii: "(") { continue }
                guard let name = scanner.name() else { throw scanner.error("the name of a property is expected here") }
                base = .member(base, name)
            } else if scanner.current == UInt8(ascii: "."), scanner.byte(after: 1) != UInt8(ascii: ".") {
                scanner.index += 1
                scanner.skipSpace()
                guard let name = scanner.name() else { throw scanner.error("the name of a property is expected here") }
                base = .member(base, name)
            } else if scanner.take("[") {
                let index = try expression()
                try expect("]")
                base = .element(base, index)
            } else if scanner.take("(") {
                var arguments: [Expression] = []
                while true {
                    scanner.skipSpace()
                    if scanner.take(")") { break }
                    if scanner.take(",") { continue }
                    arguments.append(try assignment())
                    scanner.skipSpace()
                    guard scanner.current == UInt8(ascii: ",") || scanner.current == UInt8(ascii: ")") else {
                        throw scanner.error("a comma or ')' is expected here")
                    }
                }
                base = .call(base, arguments)
            } else {
                return base
            }
        }
    }

    private mutating func primary() throws(ConfigSyntaxError) -> Expression {
        guard let byte = scanner.current else { throw scanner.error("an expression ends where a value is expected") }
        switch byte {
        case UInt8(ascii: "("):
            scanner.index += 1
            let inner = try expression()
            try expect(")")
            return inner
        case UInt8(ascii: "["): return try list()
        case UInt8(ascii: "{"): return try object()
        case UInt8(ascii: "\""), UInt8(ascii: "'"): return .value(.string(try scanner.string()))
        case UInt8(ascii: "`"): return try template()
        case UInt8(ascii: "/"): return .value(.pattern(try pattern()))
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."): return .value(.number(try scanner.number()))
        default: break
        }
        if scanner.takeWord("function") {
            scanner.skipSpace()
            _ = scanner.name()
            scanner.skipSpace()
            return .function(try functionRest())
        }
        if scanner.takeWord("new") {
            scanner.skipSpace()
            return try primary()
        }
        let start = scanner.index
        guard let name = scanner.name() else { throw scanner.error("a value is expected here") }
        switch name {
        case "true": return .value(.boolean(true))
        case "false": return .value(.boolean(false))
        case "null": return .value(.null)
        case "undefined": return .value(.undefined)
        case "async", "await", "class", "yield", "delete", "void":
            throw scanner.error("'\(name)' is not among what formatters may use here", at: start)
        default: return .name(name)
        }
    }

    private mutating func list() throws(ConfigSyntaxError) -> Expression {
        scanner.index += 1
        var elements: [Expression] = []
        while true {
            scanner.skipSpace()
            if scanner.take("]") { return .list(elements) }
            if scanner.take(",") { continue }
            elements.append(try assignment())
            scanner.skipSpace()
            guard scanner.current == UInt8(ascii: ",") || scanner.current == UInt8(ascii: "]") else {
                throw scanner.error("a comma or ']' is expected here")
            }
        }
    }

    private mutating func object() throws(ConfigSyntaxError) -> Expression {
        scanner.index += 1
        var members: [Expression.Member] = []
        while true {
            scanner.skipSpace()
            if scanner.take("}") { return .object(members) }
            if scanner.take(",") { continue }
            let isQuoted = scanner.current == UInt8(ascii: "\"") || scanner.current == UInt8(ascii: "'")
            guard let name = isQuoted ? try scanner.string() : scanner.name() else { throw scanner.error("a name is expected here") }
            scanner.skipSpace()
            members.append(.init(name: name, value: scanner.take(":") ? try assignment() : .name(name)))
        }
    }

    private mutating func template() throws(ConfigSyntaxError) -> Expression {
        let start = scanner.index
        scanner.index += 1
        var parts: [Expression] = []
        var text: [UInt8] = []
        while let byte = scanner.current {
            scanner.index += 1
            switch byte {
            case UInt8(ascii: "`"): return .template(parts + [.value(.string(String(decoding: text, as: UTF8.self)))])
            case UInt8(ascii: "\\"): try scanner.escape(into: &text)
            case UInt8(ascii: "$") where scanner.current == UInt8(ascii: "{"):
                scanner.index += 1
                parts.append(.value(.string(String(decoding: text, as: UTF8.self))))
                text = []
                parts.append(try expression())
                try expect("}")
            default: text.append(byte)
            }
        }
        throw scanner.error("a template is opened here and not closed", at: start)
    }

    private mutating func pattern() throws(ConfigSyntaxError) -> TextPattern {
        let start = scanner.index
        scanner.index += 1
        var (body, isClass): ([UInt8], Bool) = ([], false)
        while let byte = scanner.current, byte != UInt8(ascii: "\n"), isClass || byte != UInt8(ascii: "/") {
            scanner.index += 1
            body.append(byte)
            if byte == UInt8(ascii: "\\"), let next = scanner.current {
                body.append(next)
                scanner.index += 1
            } else if byte == UInt8(ascii: "[") {
                isClass = true
            } else if byte == UInt8(ascii: "]") {
                isClass = false
            }
        }
        guard scanner.take("/") else { throw scanner.error("a regular expression is opened here and not closed", at: start) }
        let flags = scanner.name() ?? ""
        guard let pattern = TextPattern(String(decoding: body, as: UTF8.self), flags: flags) else {
            throw scanner.error("this regular expression is not among those that are known here", at: start)
        }
        return pattern
    }
}
