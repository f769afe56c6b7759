/// How a chart writes the numbers of one axis.
public enum NumberFormat: Hashable, Sendable {
    /// To the cent, or whatever is the currency's smaller unit.
    case currency(Currency)
    /// Whole things.
    case count
    /// A fraction of 1, written as a percentage.
    case percent
    /// A plain number with so many decimals, at most 4: an index, as in `1.3`.
    case decimal(Int)
    case pattern(NumberPattern)
}

extension NumberFormat {
    /// Returns the number in full, as in `$1,234.50`, `1,234` or `12.3%`.
    public func text(_ value: Double, in locale: Locale) -> String {
        switch self {
        case .currency(let currency) where currency.isRounded: decimal(value.coarse, digits: 0, in: locale)
        case .currency(let currency): decimal(value, digits: currency.fractionDigits, in: locale)
        case .count: decimal(value, digits: value == value.rounded() ? 0 : 1, in: locale)
        case .percent: decimal(value, digits: (0.0005..<0.1).contains(abs(value)) ? 1 : 0, in: locale)
        case .decimal(let places): decimal(value, digits: min(max(places, 0), 4), in: locale)
        case .pattern(let pattern): pattern.text(value, in: locale)
        }
    }

    /// Returns a fraction of 1 in whole percent, as is fit for what is only estimated.
    public static func wholePercent(_ share: Double, in locale: Locale) -> String {
        NumberFormat.percent.decimal(share, digits: 0, in: locale)
    }

    /// Returns the number in few characters, as in `$1.2K` or `$84`: what stands on a bar.
    public func compactText(_ value: Double, in locale: Locale) -> String {
        guard self != .percent, !isPattern else { return text(value, in: locale) }
        let value = isRounded ? value.coarse : value
        if let unit = locale.numbers.unit(of: value) {
            let scaled = abs(value) / unit.divisor
            return decimal(value, digits: scaled < 99.95 ? 1 : 0, unit: unit, dropsZeros: true, in: locale)
        }
        guard case .currency(let currency) = self else { return text(value, in: locale) }
        return decimal(value, digits: abs(value) < 9.995 && value != value.rounded() ? currency.fractionDigits : 0, in: locale)
    }

    /// Returns the number in full; money in whole units from `limit` on.
    func text(_ value: Double, in locale: Locale, wholeFrom limit: Double) -> String {
        isRounded ? text(value, in: locale) : text(value, in: locale, wholeUnits: value.magnitude >= limit)
    }

    /// Returns the number as a sentence has it: money in whole units from 20 on.
    package func shortText(_ value: Double, in locale: Locale) -> String { text(value, in: locale, wholeFrom: 20) }

    /// Returns the labels of an axis: one precision and one unit for all of them.
    ///
    /// - Parameter compact: whether numbers from 10,000 on are written in thousands, millions or billions.
    func labels(for ticks: [Double], in locale: Locale, compact: Bool = true) -> [String] {
        if case .pattern(let pattern) = self { return pattern.labels(for: ticks, in: locale) }
        // Only what does not fit on an axis in full is compacted.
        let largest = ticks.map { abs($0) }.max() ?? 0
        let unit = self == .percent || !compact || largest < 9_999.5 ? nil : locale.numbers.unit(of: largest)
        let step = (unit?.divisor ?? 1) * (self == .percent ? 0.01 : 1)
        var digits = 0
        while digits < 4, !ticks.allSatisfy({ Self.isWhole($0 / step, digits: digits) }) { digits += 1 }
        // Money is written in whole units or to the cent, never with one decimal.
        if case .currency(let currency) = self, unit == nil, digits > 0 { digits = max(digits, currency.fractionDigits) }
        return ticks.map {
            $0 == 0 && unit != nil ? decimal(0, digits: 0, in: locale) : decimal($0, digits: digits, unit: unit, in: locale)
        }
    }

    /// Whether amounts have two significant digits.
    private var isRounded: Bool { if case .currency(let currency) = self { currency.isRounded } else { false } }

    private var isPattern: Bool { if case .pattern = self { true } else { false } }

    private static func isWhole(_ value: Double, digits: Int) -> Bool {
        let scaled = value * [1, 10, 100, 1_000, 10_000][digits]
        return abs(scaled - scaled.rounded()) < 1e-6
    }

    private func decimal(
        _ value: Double, digits: Int, unit: Locale.CompactUnit? = nil, dropsZeros: Bool = false, in locale: Locale
    ) -> String {
        let shown = abs(value) / (unit?.divisor ?? 1) * (self == .percent ? 100 : 1)
        var (number, isZero) = locale.numbers.text(shown, digits: digits, dropsZeros: dropsZeros, hasUnit: unit != nil)
        if let unit { number += unit.suffix(of: shown) }
        let isNegative = value < 0 && !isZero
        let minus = isNegative ? locale.numbers.minus : ""
        return switch self {
        case .currency(let currency): locale.text(number, isNegative: isNegative, of: currency)
        case .count, .decimal, .pattern: minus + number
        case .percent: minus + number + locale.numbers.percent
        }
    }
}

extension NumberFormat {
    /// Returns ways to write the values as labels of marks, the most telling first and the shortest last.
    func choices(for values: [Double], in locale: Locale) -> [[String]] {
        let largest = values.map { abs($0) }.max() ?? 0
        let short = values.map { compactText($0, in: locale) }
        let isWhole = values.allSatisfy { $0 == $0.rounded() }
        let whole = values.map { text($0, in: locale, wholeUnits: largest >= 20 || isWhole) }
        return [whole, short]
    }

    private func text(_ value: Double, in locale: Locale, wholeUnits: Bool) -> String {
        // Cents on every bar are noise once the bars are worth tens, or when there are none.
        guard wholeUnits, case .currency = self else { return text(value, in: locale) }
        return labels(for: [value.rounded(), value.rounded() + 1], in: locale, compact: false)[0]
    }
}
