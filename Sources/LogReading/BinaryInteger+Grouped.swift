extension BinaryInteger {
    /// The number with a comma before each three digits, as in `-1,234,567`.
    var grouped: String {
        var digits = String(magnitude)
        var index = digits.utf8.count - 3
        while index > 0 {
            digits.insert(",", at: digits.index(digits.startIndex, offsetBy: index))
            index -= 3
        }
        return self < 0 ? "-" + digits : digits
    }
}
