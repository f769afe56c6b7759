/// A part of a function that a configuration has in place of a value: JavaScript without loops, assignments and side effects.
///
/// The grammar stands in `Documentation.docc/Expressions.md`.
indirect enum Expression: Hashable, Sendable {
    case value(RuntimeValue)
    case name(String)
    case member(Expression, String)
    case element(Expression, Expression)
    case call(Expression, [Expression])
    case not(Expression)
    case negated(Expression)
    case asNumber(Expression)
    case typeOf(Expression)
    case binary(BinaryOperator, Expression, Expression)
    case conditional(Expression, Expression, Expression)
    case template([Expression])
    case list([Expression])
    case object([Member])
    case function(Function)

    struct Member: Hashable, Sendable {
        var name: String
        var value: Expression
    }
}

enum BinaryOperator: String, Hashable, Sendable {
    case or = "||", and = "&&", coalesce = "??"
    case bitOr = "|", bitAnd = "&"
    case strictEqual = "===", strictUnequal = "!==", equal = "==", unequal = "!="
    case lessOrEqual = "<=", moreOrEqual = ">=", less = "<", more = ">"
    case plus = "+", minus = "-", power = "**", times = "*", divided = "/", remainder = "%"

    /// How tightly it binds; the higher first.
    var precedence: Int {
        switch self {
        case .coalesce: 1
        case .or: 2
        case .and: 3
        case .bitOr: 4
        case .bitAnd: 5
        case .strictEqual, .strictUnequal, .equal, .unequal: 6
        case .lessOrEqual, .moreOrEqual, .less, .more: 7
        case .plus, .minus: 8
        case .times, .divided, .remainder: 9
        case .power: 10
        }
    }
}

/// A function of a configuration, as it was written and as it is read.
public struct Function: Hashable, Sendable {
    enum Parameter: Hashable, Sendable {
        case name(String)
        /// `{dataIndex, dataset}`
        case members([String])
    }

    enum Statement: Hashable, Sendable {
        case constant(Parameter, Expression)
        case returns(Expression?)
        case condition(Expression, [Statement], [Statement])
        case expression(Expression)
    }

    var parameters: [Parameter]
    var body: [Statement]
}

/// A value while an expression is worked out.
enum RuntimeValue: Hashable, Sendable {
    case undefined
    case null
    case boolean(Bool)
    case number(Double)
    case string(String)
    case list([RuntimeValue])
    case object([String: RuntimeValue])
    case pattern(TextPattern)
    /// A function with the names that it sees.
    case closure(Closure)
    /// What the language has by itself: `Math`, `Number` …
    case builtIn(String)
    /// A method and what it is of.
    indirect case method(of: RuntimeValue, String)
}

struct Closure: Hashable, Sendable {
    var function: Function
    var names: [String: RuntimeValue]
}

/// A regular expression, as far as labels need them: they are read as a few known forms, so that none can take long.
enum TextPattern: Hashable, Sendable {
    /// Where thousands are parted: `/\B(?=(\d{3})+(?!\d))/g`.
    case thousands(all: Bool)
    /// One of some characters, or none of them.
    case characters(Set<Character>, isInverted: Bool, all: Bool, repeats: Bool)
    case text(String, all: Bool, ignoresCase: Bool)
}
