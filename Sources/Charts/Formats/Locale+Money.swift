extension Locale {
    /// Where the sign of a currency stands, and which one readers know.
    struct MoneyStyle: Sendable {
        var place = Place.before(space: "")
        /// Signs that differ from those of `Currency`, by code.
        var signs: [String: String] = [:]

        enum Place {
            case before(space: String)
            /// - opening: a mark of direction before the number.
            case after(space: String, opening: String = "")
        }
    }

    /// Returns an amount with its currency's sign: `$1.2K`, `1.234 €`.
    ///
    /// - Parameter number: the digits without a sign.
    func text(_ number: String, isNegative: Bool, of currency: Currency) -> String {
        var sign = money.signs[currency.code] ?? currency.sign
        // A left-to-right mark: without it the last sign of `US$` would go to the other side of its letters.
        if isRightToLeft, let first = sign.first, first.isASCII, first.isLetter { sign += "\u{200E}" }
        let minus = isNegative ? numbers.minus : ""
        guard !sign.isEmpty else { return minus + number }
        switch money.place {
        case .before(let space):
            // Letters would run into the digits.
            return minus + sign + (space.isEmpty && sign.last?.isLetter == true ? "\u{A0}" : space) + number
        case .after(let space, let opening):
            return opening + minus + number + space + sign
        }
    }

    /// Returns a number that is no difference downward with the sign of one upward, where a minus would stand.
    package func withPlus(_ text: String) -> String {
        guard case .after(_, let opening) = money.place, !opening.isEmpty, text.unicodeScalars.starts(with: opening.unicodeScalars) else {
            return numbers.plus + text
        }
        return opening + numbers.plus + String(text.unicodeScalars.dropFirst(opening.unicodeScalars.count))
    }
}
