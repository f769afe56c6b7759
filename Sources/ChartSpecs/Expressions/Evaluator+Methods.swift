import Charts
import Foundation

extension RuntimeValue {
    /// The methods that values have.
    static let methods: Set<String> = [
        // Of numbers.
        "toFixed", "toPrecision", "toLocaleString", "toString", "valueOf",
        // Of texts.
        "replace", "replaceAll", "split", "slice", "substring", "substr", "includes", "indexOf", "startsWith", "endsWith", "toUpperCase",
        "toLowerCase",
        "trim", "padStart", "padEnd", "charAt", "concat", "repeat", "match", "test",
        // Of lists.
        "join", "map", "filter", "reduce", "find", "some", "every", "reverse", "findIndex", "lastIndexOf", "flat", "sort",
        // Of Math, Number, Intl and others.
        "round", "floor", "ceil", "abs", "max", "min", "pow", "sqrt", "log", "log10", "log2", "exp", "trunc", "sign", "isInteger",
        "isFinite", "isNaN",
        "parseFloat", "parseInt", "fromCharCode", "isArray", "keys", "values", "NumberFormat", "format", "stringify",
    ]
}

extension Evaluator {
    /// Calls what a name or a property stands for.
    mutating func apply(_ callee: RuntimeValue, _ arguments: [RuntimeValue]) throws(Failure) -> RuntimeValue {
        try step()
        let first = arguments.first ?? .undefined
        switch callee {
        case .closure(let closure): return try call(closure.function, arguments, names: closure.names)
        case .builtIn("Number"): return .number(arguments.isEmpty ? 0 : first.number)
        case .builtIn("String"): return try string(arguments.isEmpty ? "" : first.text)
        case .builtIn("Boolean"): return .boolean(first.isTrue)
        case .builtIn("parseFloat"): return .number(Self.leadingNumber(first.text, isWhole: false))
        case .builtIn("parseInt"): return .number(Self.leadingNumber(first.text, isWhole: true))
        case .builtIn("isNaN"): return .boolean(first.number.isNaN)
        case .builtIn("isFinite"): return .boolean(first.number.isFinite)
        case .builtIn("getGradientFillHelper"): return .object(["colors": arguments.count > 1 ? arguments[1] : .list([])])
        case .method(let base, let name):
            switch base {
            case .builtIn(let module): return try moduleMethod(module, name, arguments)
            case .number(let number): return try numberMethod(number, name, arguments)
            case .string(let text): return try textMethod(text, name, arguments)
            case .list(let values): return try listMethod(values, name, arguments)
            case .pattern(let pattern) where name == "test": return .boolean(pattern.matches(first.text))
            case .object(let members) where name == "format" && members["\u{0}format"] != nil:
                return try numberMethod(
                    first.number, "toLocaleString", [members["\u{0}locale"] ?? .undefined, members["\u{0}format"] ?? .undefined])
            case .boolean, .null, .undefined, .object:
                if name == "toString" || name == "toLocaleString" { return try string(base.text) }
            default: break
            }
            throw Failure("\(name.quotedShort) is not known here")
        default: throw Failure("something is called that is no function")
        }
    }

    private mutating func moduleMethod(_ module: String, _ name: String, _ arguments: [RuntimeValue]) throws(Failure) -> RuntimeValue {
        let first = arguments.first ?? .undefined
        let number = first.number
        switch (module, name) {
        case ("Math", "round"): return .number((number + 0.5).rounded(.down))
        case ("Math", "floor"): return .number(number.rounded(.down))
        case ("Math", "ceil"): return .number(number.rounded(.up))
        case ("Math", "trunc"): return .number(number.rounded(.towardZero))
        case ("Math", "abs"): return .number(abs(number))
        case ("Math", "sign"): return .number(number > 0 ? 1 : number < 0 ? -1 : number)
        case ("Math", "sqrt"): return .number(number.squareRoot())
        case ("Math", "exp"): return .number(Foundation.exp(number))
        case ("Math", "log"): return .number(Foundation.log(number))
        case ("Math", "log10"): return .number(Foundation.log10(number))
        case ("Math", "log2"): return .number(Foundation.log2(number))
        case ("Math", "pow"): return .number(power(number, arguments.count > 1 ? arguments[1].number : .nan))
        case ("Math", "max"), ("Math", "min"):
            let numbers = (arguments.count == 1 ? [first] : arguments).map(\.number)
            guard !numbers.contains(where: \.isNaN) else { return .number(.nan) }
            return .number(name == "max" ? numbers.max() ?? -.infinity : numbers.min() ?? .infinity)
        case ("Number", "isInteger"): return .boolean(number == number.rounded())
        case ("Number", "isFinite"): return .boolean(number.isFinite)
        case ("Number", "isNaN"): return .boolean(first.isNaN)
        case ("Number", "parseFloat"): return .number(Self.leadingNumber(first.text, isWhole: false))
        case ("Number", "parseInt"): return .number(Self.leadingNumber(first.text, isWhole: true))
        case ("String", "fromCharCode"):
            return try string(String(decoding: arguments.map { UInt16(truncatingIfNeeded: Int($0.integer32)) }, as: UTF16.self))
        case ("Array", "isArray"): if case .list = first { return .boolean(true) } else { return .boolean(false) }
        case ("Object", "keys"): if case .object(let members) = first { return try list(members.keys.sorted().map { .string($0) }) }
        case ("Object", "values"): if case .object(let members) = first { return try list(members.sorted { $0.key < $1.key }.map(\.value)) }
        case ("pattern", "draw"): return .object(["color": arguments.count > 1 ? arguments[1] : .undefined])
        case ("Intl", "NumberFormat"):
            return .object(["\u{0}locale": first, "\u{0}format": arguments.count > 1 ? arguments[1] : .object([:])])
        default: break
        }
        throw Failure("'\(module).\(name)' is not known here")
    }

    /// Reads the number that a text begins with; NaN where it begins with none.
    private static func leadingNumber(_ text: String, isWhole: Bool) -> Double {
        var digits = ""
        var hasPoint = false
        for character in text.drop(while: \.isWhitespace).prefix(40) {
            if character.isASCII, character.isNumber || digits.isEmpty && (character == "-" || character == "+") {
                digits.append(character)
            } else if character == ".", !hasPoint, !isWhole {
                hasPoint = true
                digits.append(character)
            } else {
                break
            }
        }
        return Double(digits) ?? Double(digits + "0").flatMap { digits.hasSuffix(".") ? $0 : nil } ?? .nan
    }

    private mutating func numberMethod(_ number: Double, _ name: String, _ arguments: [RuntimeValue]) throws(Failure) -> RuntimeValue {
        switch name {
        case "toFixed":
            let digits = min(max(Int(arguments.first.map { $0.number.isFinite ? $0.number : 0 } ?? 0), 0), 20)
            guard number.isFinite, abs(number) < 1e21 else { return try string(RuntimeValue.number(number).text) }
            return try string(String(format: "%.\(digits)f", Self.halfUp(number, digits)))
        case "toPrecision":
            guard number.isFinite, let digits = arguments.first?.number, (1...21).contains(digits) else {
                return try string(RuntimeValue.number(number).text)
            }
            let power = number == 0 ? 0 : Int(Foundation.log10(abs(number)).rounded(.down))
            return try string(String(format: "%.\(max(Int(digits) - 1 - power, 0))f", number))
        case "toLocaleString", "format": return try string(Self.localeText(number, arguments))
        case "toString": return try string(RuntimeValue.number(number).text)
        case "valueOf": return .number(number)
        default: throw Failure("numbers have no \(name.quotedShort) here")
        }
    }

    /// A half is rounded away from zero where it is one in decimal, as JavaScript's `toFixed` has most of them.
    private static func halfUp(_ number: Double, _ digits: Int) -> Double {
        guard digits <= 6, abs(number) < 1e9 else { return number }
        let power = pow(10, Double(digits))
        let scaled = number * power
        return abs(scaled - scaled.rounded(.down) - 0.5) < 1e-9
            ? (number < 0 ? scaled.rounded(.down) : scaled.rounded(.up)) / power : number
    }

    private static func localeText(_ number: Double, _ arguments: [RuntimeValue]) -> String {
        guard number.isFinite else { return RuntimeValue.number(number).text }
        let identifier = if case .string(let text)? = arguments.first { text } else { "en-US" }
        let locale = Locale(identifier: identifier) ?? .americanEnglish
        var pattern = NumberPattern(decimals: nil)
        var options: [String: RuntimeValue] = [:]
        if arguments.count > 1, case .object(let members) = arguments[1] { options = members }
        let least = options["minimumFractionDigits"].map { Int(min(max($0.number, 0), 9)) }
        let most = options["maximumFractionDigits"].map { Int(min(max($0.number, 0), 9)) }
        if options["style"] == .string("currency"), case .string(let code)? = options["currency"], let currency = Currency(code: code),
            most == nil, least == nil
        {
            return NumberFormat.currency(currency).text(number, in: locale)
        }
        if options["style"] == .string("percent") { (pattern.factor, pattern.suffix, pattern.decimals) = (100, "%", most ?? least ?? 0) }
        if options["style"] == .string("currency"), case .string(let code)? = options["currency"] {
            let sign = ["USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥", "INR": "₹"][code] ?? "\(code)\u{A0}"
            pattern.prefix = sign
        }
        if options["notation"] == .string("compact") { pattern.unit = .compact }
        if options["useGrouping"] == .boolean(false) { pattern.isGrouped = false }
        let shown = abs(number * pattern.factor)
        var digits = 0
        while digits < max(most ?? 3, least ?? 0), pattern.unit == .none, !isWhole(shown, digits) { digits += 1 }
        if pattern.unit == .none { pattern.decimals = max(digits, least ?? (pattern.factor == 100 ? pattern.decimals ?? 0 : 0)) }
        return NumberFormat.pattern(pattern).text(number, in: locale)
    }

    private static func isWhole(_ value: Double, _ digits: Int) -> Bool {
        let scaled = value * pow(10, Double(digits))
        return abs(scaled - scaled.rounded()) < 1e-9 * max(1, scaled)
    }

    func power(_ base: Double, _ exponent: Double) -> Double { Foundation.pow(base, exponent) }
}
