import Charts

/// Works out expressions, a step at a time: whatever they are, they come to an end.
struct Evaluator {
    /// Why an expression came to nothing.
    struct Failure: Error, Hashable {
        var reason: String

        init(_ reason: String) { self.reason = reason }

        static let outOfSteps = Failure("takes more than \(Evaluator.stepLimit) steps")
    }

    /// The most steps that all expressions of a chart take together.
    static let stepLimit = 50_000
    /// The most bytes of a text, and elements of a list.
    static let sizeLimit = 10_000
    private static let depthLimit = 48

    private(set) var stepsLeft = Evaluator.stepLimit
    private var depth = 0

    /// Returns what the function returns for the arguments.
    mutating func call(_ function: Function, _ arguments: [RuntimeValue], names: [String: RuntimeValue] = [:]) throws(Failure)
        -> RuntimeValue
    {
        var names = names
        for (index, parameter) in function.parameters.enumerated() {
            bind(parameter, to: arguments.indices.contains(index) ? arguments[index] : .undefined, in: &names)
        }
        try enter()
        defer { depth -= 1 }
        return try run(function.body, &names) ?? .undefined
    }

    private func bind(_ parameter: Function.Parameter, to value: RuntimeValue, in names: inout [String: RuntimeValue]) {
        switch parameter {
        case .name(let name): names[name] = value
        case .members(let list):
            for name in list { names[name] = value.property(name) ?? .undefined }
        }
    }

    private mutating func enter() throws(Failure) {
        depth += 1
        if depth > Self.depthLimit { throw Failure("calls itself too often") }
        try step()
    }

    mutating func step(_ count: Int = 1) throws(Failure) {
        stepsLeft -= count
        if stepsLeft < 0 { throw .outOfSteps }
    }

    /// Returns what a body returns; nil where it ends without.
    private mutating func run(_ statements: [Function.Statement], _ names: inout [String: RuntimeValue]) throws(Failure) -> RuntimeValue? {
        for statement in statements {
            try step()
            switch statement {
            case .constant(let parameter, let expression): bind(parameter, to: try value(of: expression, names), in: &names)
            case .returns(let expression):
                guard let expression else { return .undefined }
                return try value(of: expression, names)
            case .condition(let condition, let then, let otherwise):
                let branch = try value(of: condition, names).isTrue ? then : otherwise
                if let value = try run(branch, &names) { return value }
            case .expression(let expression): _ = try value(of: expression, names)
            }
        }
        return nil
    }

    mutating func value(of expression: Expression, _ names: [String: RuntimeValue]) throws(Failure) -> RuntimeValue {
        try step()
        switch expression {
        case .value(let value): return value
        case .name(let name):
            if let value = names[name] { return value }
            guard RuntimeValue.builtIns.contains(name) else { throw Failure("\(name.quotedShort) is not known here") }
            return RuntimeValue.constant(name) ?? .builtIn(name)
        case .member(let base, let name):
            let base = try value(of: base, names)
            guard base != .undefined, base != .null else { throw Failure("\(name.quotedShort) is asked of what is not there") }
            return base.property(name) ?? (RuntimeValue.methods.contains(name) ? .method(of: base, name) : .undefined)
        case .element(let base, let index):
            let (base, index) = (try value(of: base, names), try value(of: index, names))
            return base.property(index.text) ?? .undefined
        case .call(let callee, let arguments):
            let callee = try value(of: callee, names)
            var values: [RuntimeValue] = []
            for argument in arguments { values.append(try value(of: argument, names)) }
            return try apply(callee, values)
        case .not(let inner): return .boolean(!(try value(of: inner, names).isTrue))
        case .negated(let inner): return .number(-(try value(of: inner, names).number))
        case .asNumber(let inner): return .number(try value(of: inner, names).number)
        case .typeOf(let inner):
            if case .name(let name) = inner, names[name] == nil { return .string("undefined") }
            return .string(try value(of: inner, names).type)
        case .binary(let sign, let left, let right): return try binary(sign, left, right, names)
        case .conditional(let condition, let yes, let no):
            return try value(of: try value(of: condition, names).isTrue ? yes : no, names)
        case .template(let parts):
            var text = ""
            for part in parts { text += try value(of: part, names).text }
            return try string(text)
        case .list(let elements):
            var values: [RuntimeValue] = []
            for element in elements { values.append(try value(of: element, names)) }
            return try list(values)
        case .object(let members):
            var values: [String: RuntimeValue] = [:]
            for member in members { values[member.name] = try value(of: member.value, names) }
            return .object(values)
        case .function(let function): return .closure(Closure(function: function, names: names))
        }
    }

    private mutating func binary(
        _ sign: BinaryOperator, _ left: Expression, _ right: Expression, _ names: [String: RuntimeValue]
    ) throws(Failure) -> RuntimeValue {
        let a = try value(of: left, names)
        switch sign {
        case .and: return a.isTrue ? try value(of: right, names) : a
        case .or: return a.isTrue ? a : try value(of: right, names)
        case .coalesce: return a == .undefined || a == .null ? try value(of: right, names) : a
        default: break
        }
        let b = try value(of: right, names)
        switch sign {
        case .plus:
            if a.isText || b.isText { return try string(a.text + b.text) }
            return .number(a.number + b.number)
        case .minus: return .number(a.number - b.number)
        case .times: return .number(a.number * b.number)
        case .divided: return .number(a.number / b.number)
        case .remainder: return .number(a.number.truncatingRemainder(dividingBy: b.number))
        case .power: return .number(power(a.number, b.number))
        case .bitOr: return .number(Double(a.integer32 | b.integer32))
        case .bitAnd: return .number(Double(a.integer32 & b.integer32))
        case .strictEqual: return .boolean(a == b && !a.isNaN)
        case .strictUnequal: return .boolean(a != b || a.isNaN)
        case .equal: return .boolean(a.looselyEquals(b))
        case .unequal: return .boolean(!a.looselyEquals(b))
        case .less, .lessOrEqual, .more, .moreOrEqual: return .boolean(compare(sign, a, b))
        case .and, .or, .coalesce: return .undefined
        }
    }

    private func compare(_ sign: BinaryOperator, _ a: RuntimeValue, _ b: RuntimeValue) -> Bool {
        if case .string(let a) = a, case .string(let b) = b {
            switch sign {
            case .less: return a < b
            case .lessOrEqual: return a <= b
            case .more: return a > b
            default: return a >= b
            }
        }
        switch sign {
        case .less: return a.number < b.number
        case .lessOrEqual: return a.number <= b.number
        case .more: return a.number > b.number
        default: return a.number >= b.number
        }
    }

    /// Returns a text, where it is no longer than any label.
    mutating func string(_ text: String) throws(Failure) -> RuntimeValue {
        try step(text.utf8.count / 64)
        guard text.utf8.count <= Self.sizeLimit else { throw Failure("makes a text of more than \(Self.sizeLimit) bytes") }
        return .string(text)
    }

    mutating func list(_ values: [RuntimeValue]) throws(Failure) -> RuntimeValue {
        try step(values.count / 8)
        guard values.count <= Self.sizeLimit else { throw Failure("makes a list of more than \(Self.sizeLimit) elements") }
        return .list(values)
    }
}
