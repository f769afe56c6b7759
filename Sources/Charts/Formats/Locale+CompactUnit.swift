extension Locale {
    /// A power of ten that has a name of its own, as in `12K`.
    struct CompactUnit: Sendable {
        /// What a number is divided by.
        let divisor: Double
        /// The smallest number that is counted in it.
        let start: Double
        /// What follows the number, a space included.
        private let suffix: String
        /// The suffix of three to nine whole ones, where it differs.
        private let fewSuffix: String?

        init(_ divisor: Double, _ suffix: String, from start: Double? = nil, few: String? = nil) {
            self.divisor = divisor
            self.start = start ?? divisor
            self.suffix = suffix
            self.fewSuffix = few
        }

        /// Returns what follows `count` of the unit.
        func suffix(of count: Double) -> String {
            (3...9).contains(count) && count == count.rounded() ? fewSuffix ?? suffix : suffix
        }
    }
}
