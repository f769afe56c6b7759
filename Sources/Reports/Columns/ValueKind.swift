import Charts

/// What a value is. It decides how the value is written, what JSON it is, and what may be told of it.
public enum ValueKind: Hashable, Sendable {
    case text
    /// One of a few words that are the same in every language.
    case choice([String])
    case date
    /// A month such as `2024-03`.
    case month
    /// A month of every year, 1…12.
    case calendarMonth
    /// 1 for Monday to 7 for Sunday.
    case weekday
    /// How often or how many.
    case count
    /// A whole number that may be negative.
    case integer
    /// So many pieces, or so much by weight or length, to three decimals; negative for what was given back.
    case quantity
    /// A part of what was spent.
    case money
    /// What one of a thing costs, and differences of that: no part of what was spent.
    case price
    /// A part of what was spent as a fraction of 1.
    case share
    /// A value divided by the average of its kind.
    case index
    /// A difference as a fraction of the earlier value.
    case change
    /// A fraction of 1 that no money is in.
    case fraction
    /// Days, to one decimal.
    case days
    /// What rows are ranked by; JSON has all its digits.
    case score
    case number
    /// In each row something else.
    case mixed
}

extension ValueKind {
    var isNumber: Bool {
        switch self {
        case .text, .choice, .date, .month, .calendarMonth, .weekday, .mixed: false
        case .count, .integer, .quantity, .money, .price, .share, .index, .change, .fraction, .days, .score, .number: true
        }
    }

    /// How numbers that are no amounts are written; nil leaves it to the numbers.
    var format: NumberFormat? {
        switch self {
        case .share, .change, .fraction: .percent
        case .index, .score: .decimal(2)
        case .days: .decimal(1)
        default: nil
        }
    }

    var schema: Schema {
        switch self {
        case .text, .mixed: .string
        case .choice(let words): .choice(words)
        case .date: .date
        case .month: .month
        case .calendarMonth: .integer(in: 1...12)
        case .weekday: .integer(in: 1...7)
        case .count: .count
        case .integer: .integer
        case .money, .price: .money
        case .fraction: .fraction
        case .quantity, .share, .index, .change, .days, .score, .number: .number
        }
    }
}
