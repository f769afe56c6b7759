public import Purchases

extension PurchaseLog {
    /// What a row of a log comes to.
    public enum Row: Hashable, Sendable {
        case purchase(Purchase, Repairs)
        case rejected(Rejection)
        /// Neither a purchase nor at fault: a totals row, a cancelled order.
        case leftOut(LeftOut)
    }

    /// A row that is no purchase, why, and what it says it comes to.
    public struct LeftOut: Hashable, Sendable {
        /// The line of the file where the row starts, from 1.
        public var line: Int
        /// Why, in words that rows are counted by, as in `Status is "Cancelled"`.
        public var reason: String
        /// The sum that the row would have had; nil where it has none, or sums up others.
        public var sum: Money?
    }

    /// What was made of a row beyond reading it.
    public struct Repairs: OptionSet, Hashable, Sendable {
        public let rawValue: UInt8
        public init(rawValue: UInt8) { self.rawValue = rawValue }

        /// The total was the base price written as many times as the quantity says: `2.482.48` for 2 × 2.48.
        public static let repeatedTotal = Repairs(rawValue: 1)
        /// The total was empty, and became base price × quantity.
        public static let computedTotal = Repairs(rawValue: 2)
        /// The sum had more than two decimals.
        public static let rounded = Repairs(rawValue: 4)
        /// Quotes within a field were neither doubled nor escaped.
        public static let bareQuotes = Repairs(rawValue: 8)
        /// Line breaks or control characters within a text became spaces.
        public static let controlCharacters = Repairs(rawValue: 16)
        /// An id was written as a number with decimals: `17850.0`.
        public static let decimalIdentifier = Repairs(rawValue: 32)
    }
}
