extension PurchaseLog {
    /// What a row of a log comes to.
    public enum Row: Hashable, Sendable {
        case purchase(Purchase, Repairs)
        case rejected(Rejection)
    }

    /// What was made of a row's sums beyond reading them.
    public struct Repairs: OptionSet, Hashable, Sendable {
        public let rawValue: UInt8
        public init(rawValue: UInt8) { self.rawValue = rawValue }

        /// The total was the base price written as many times as the quantity says: `2.482.48` for 2 × 2.48.
        public static let repeatedTotal = Repairs(rawValue: 1)
        /// The total was neither a number nor that, and became base price × quantity.
        public static let repairedTotal = Repairs(rawValue: 2)
        /// A sum had more than two decimals.
        public static let rounded = Repairs(rawValue: 4)
    }
}
