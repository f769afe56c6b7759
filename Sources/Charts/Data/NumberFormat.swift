/// How a chart writes the numbers of one axis.
public enum NumberFormat: Hashable, Sendable {
    /// To the cent, or whatever is the currency's smaller unit.
    case currency(Currency)
    /// Whole things.
    case count
    /// A fraction of 1, written as a percentage.
    case percent
}

extension NumberFormat {
    /// Returns the number in full, as in `$1,234.50`, `1,234` or `12.3%`.
    public func text(_ value: Double, in locale: Locale) -> String {
        switch self {
        case .currency(let currency): decimal(value, digits: currency.fractionDigits, in: locale)
        case .count: decimal(value, digits: value == value.rounded() ? 0 : 1, in: locale)
        case .percent: decimal(value, digits: abs(value) < 0.1 && value != 0 ? 1 : 0, in: locale)
        }
    }

    /// Returns the number in few characters, as in `$1.2K` or `$84`: what stands on a bar.
    public func compactText(_ value: Double, in locale: Locale) -> String {
        guard self != .percent else { return text(value, in: locale) }
        let magnitude = Self.magnitude(of: value)
        if magnitude == 0 {
            if case .count = self { return text(value, in: locale) }
            return decimal(value, digits: abs(value) < 9.995 && value != value.rounded() ? 2 : 0, in: locale)
        }
        let scaled = abs(value) / Self.power(magnitude)
        return decimal(value, digits: scaled < 99.95 ? 1 : 0, magnitude: magnitude, dropsZeros: true, in: locale)
    }

    /// Returns the labels of an axis: one precision and one unit for all of them.
    ///
    /// - Parameter compact: whether numbers from 10,000 on are written in thousands, millions or billions.
    func labels(for ticks: [Double], in locale: Locale, compact: Bool = true) -> [String] {
        // Only what does not fit on an axis in full is compacted.
        let largest = ticks.map { abs($0) }.max() ?? 0
        let magnitude = self == .percent || !compact || largest < 9_999.5 ? 0 : Self.magnitude(of: largest)
        let unit = Self.power(magnitude) * (self == .percent ? 0.01 : 1)
        var digits = 0
        while digits < 4, !ticks.allSatisfy({ Self.isWhole($0 / unit, digits: digits) }) { digits += 1 }
        // Money is written in whole units or to the cent, never with one decimal.
        if case .currency(let currency) = self, magnitude == 0, digits > 0 { digits = max(digits, currency.fractionDigits) }
        return ticks.map {
            $0 == 0
                ? decimal(0, digits: magnitude == 0 ? digits : 0, in: locale)
                : decimal($0, digits: digits, magnitude: magnitude, in: locale)
        }
    }

    /// How many groups of three digits a compact number leaves out: 0 below 1,000 after rounding.
    private static func magnitude(of value: Double) -> Int {
        let value = abs(value)
        return value < 999.5 ? 0 : value < 999_500 ? 1 : value < 999_500_000 ? 2 : 3
    }

    private static func power(_ magnitude: Int) -> Double { [1, 1e3, 1e6, 1e9][magnitude] }

    private static func isWhole(_ value: Double, digits: Int) -> Bool {
        let scaled = value * [1, 10, 100, 1_000, 10_000][digits]
        return abs(scaled - scaled.rounded()) < 1e-6
    }

    private func decimal(
        _ value: Double, digits: Int, magnitude: Int = 0, dropsZeros: Bool = false, in locale: Locale
    ) -> String {
        let shown = value / Self.power(magnitude) * (self == .percent ? 100 : 1)
        let number = locale.text(abs(shown), digits: digits, dropsZeros: dropsZeros)
        let isNegative = shown < 0 && number.contains { ("1"..."9").contains($0) }
        let suffix = magnitude == 0 ? "" : locale.compactSuffixes[magnitude - 1]
        let sign = isNegative ? "\u{2212}" : ""
        return switch self {
        case .currency(let currency): "\(sign)\(currency.prefix)\(number)\(suffix)"
        case .count: "\(sign)\(number)\(suffix)"
        case .percent: "\(sign)\(number)%"
        }
    }
}

extension Locale {
    /// Returns a number of at least 0 with grouping, rounded to `digits` decimals, halves away from zero.
    fileprivate func text(_ value: Double, digits: Int, dropsZeros: Bool) -> String {
        let power = [1.0, 10, 100, 1_000, 10_000][digits]
        // Above 2⁵³ a Double has no decimals left to show, and above 10¹⁵ no chart has room for the digits.
        let scaled = Int(min((value * power).rounded(), 9e15))
        let (whole, rest) = scaled.quotientAndRemainder(dividingBy: Int(power))
        var text = ""
        for (index, digit) in String(whole).reversed().enumerated() {
            if index > 0, index % 3 == 0 { text = groupingSeparator + text }
            text = String(digit) + text
        }
        guard digits > 0, !(dropsZeros && rest == 0) else { return text }
        let fraction = String(rest)
        return text + decimalSeparator + String(repeating: "0", count: digits - fraction.utf8.count) + fraction
    }
}
