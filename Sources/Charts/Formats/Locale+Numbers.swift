extension Locale {
    struct Numbers: Sendable {
        var decimal = "."
        var grouping = ","
        /// Digits of every group but the last, which has three.
        var groupLength = 3
        /// The largest whole number that is written without grouping.
        var largestUngrouped = 999
        /// The digit 0; the other nine follow it in Unicode.
        var zero: Unicode.Scalar = "0"
        /// Before a negative number, with the mark of direction that keeps it there.
        var minus = "\u{2212}"
        /// Before a positive difference, likewise.
        var plus = "+"
        /// After a percentage.
        var percent = "%"
        /// What large numbers are counted in, the smallest first.
        let units: [CompactUnit]

        /// Returns decimal digits of ASCII in those of the language.
        func digits(_ text: String) -> String {
            guard zero != "0" else { return text }
            return String(
                String.UnicodeScalarView(
                    text.unicodeScalars.map { ("0"..."9").contains($0) ? Unicode.Scalar($0.value - 48 + zero.value) ?? $0 : $0 }
                )
            )
        }
    }
}

extension Locale.Numbers {
    /// Returns the unit that a number is compacted to, or nil when it is small enough to be written in full.
    ///
    /// A number that would be rounded up to the next unit belongs to that one already.
    func unit(of value: Double) -> Locale.CompactUnit? {
        var found: Locale.CompactUnit?
        for unit in units {
            let smaller = found?.divisor ?? 1
            // Below 100 of a unit there is one decimal, beyond there is none.
            let half = smaller > 1 && unit.start / smaller <= 100 ? smaller / 20 : smaller / 2
            guard abs(value) >= unit.start - half else { break }
            found = unit
        }
        return found
    }

    /// Returns a number of at least 0 with grouping, rounded to `digits` decimals, halves away from zero.
    ///
    /// - Parameters:
    ///   - dropsZeros: whether decimals are left out when all are zero.
    ///   - hasUnit: whether a word or a letter for a power of ten follows; groups begin at 10,000 then.
    /// - Returns: the text, and whether it says zero.
    func text(_ value: Double, digits: Int, dropsZeros: Bool, hasUnit: Bool) -> (text: String, isZero: Bool) {
        var power = 1
        for _ in 0..<digits { power *= 10 }
        // Above 2⁵³ a Double has no decimals left to show, and above 10¹⁵ no chart has room for the digits.
        let scaled = Int(min((value * Double(power)).rounded(), 9e15))
        let (whole, rest) = scaled.quotientAndRemainder(dividingBy: power)
        var text = whole > (hasUnit ? 9_999 : largestUngrouped) ? grouped(whole) : String(whole)
        if digits > 0, !(dropsZeros && rest == 0) {
            text += decimal
            while power > 1 {
                power /= 10
                text.unicodeScalars.append(Unicode.Scalar(UInt8(ascii: "0") + UInt8(rest / power % 10)))
            }
        }
        return (self.digits(text), scaled == 0)
    }

    /// Returns the digits of a number of at least 0 with what stands between groups of them.
    private func grouped(_ whole: Int) -> String {
        var digits = String(whole)
        return digits.withUTF8 { digits in
            let separator = grouping.utf8
            // At most as many groups as digits.
            return String(unsafeUninitializedCapacity: digits.count * (1 + separator.count)) { bytes in
                var count = 0
                for (index, digit) in digits.enumerated() {
                    let left = digits.count - index
                    // Before the last three digits, and before every so many others.
                    if index > 0, left >= 3, (left - 3).isMultiple(of: groupLength) {
                        for byte in separator {
                            bytes[count] = byte
                            count += 1
                        }
                    }
                    bytes[count] = digit
                    count += 1
                }
                return count
            }
        }
    }
}

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
