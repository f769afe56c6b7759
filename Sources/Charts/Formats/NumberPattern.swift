/// How numbers are written that are neither money nor counts: what stands around them, and how many decimals they have.
///
///     NumberPattern(suffix: " km", decimals: 1)     // 1,234.5 km
public struct NumberPattern: Hashable, Sendable {
    public enum Unit: Hashable, Sendable {
        /// Numbers are written in full.
        case none
        /// In thousands, millions or billions, as the locale writes them: `1.2K`.
        case compact
        /// With the prefixes of the SI: `1.2k`, `3.4M`, `5.6G`.
        case si
        /// In thousands with that suffix, whatever their size.
        case thousands(String)
    }

    public var prefix: String
    public var suffix: String
    /// Nil for as many as a value has, at most three.
    public var decimals: Int?
    /// Whether decimals are left out when all are zero.
    public var dropsZeros: Bool
    /// What a value is multiplied by before it is written.
    public var factor: Double
    public var isGrouped: Bool
    public var unit: Unit
    /// Whether what is above zero is written with a sign.
    public var isSigned: Bool

    public init(
        prefix: String = "", suffix: String = "", decimals: Int? = nil, dropsZeros: Bool = false, factor: Double = 1,
        isGrouped: Bool = true, unit: Unit = .none, isSigned: Bool = false
    ) {
        self.prefix = prefix
        self.suffix = suffix
        self.decimals = decimals
        self.dropsZeros = dropsZeros
        self.factor = factor
        self.isGrouped = isGrouped
        self.unit = unit
        self.isSigned = isSigned
    }
}

extension NumberPattern {
    /// Returns the number as the pattern has it.
    ///
    /// - Parameter digits: of an axis, whose labels have one precision; nil for those of the value.
    func text(_ value: Double, digits: Int? = nil, in locale: Locale) -> String {
        let scaled = abs(value * factor)
        let (divisor, name) = self.unit(of: scaled, in: locale)
        let shown = scaled / divisor
        let digits = min(max(decimals ?? digits ?? Self.digits(of: shown, atMost: divisor == 1 ? 3 : 1), 0), 9)
        var (text, isZero) = locale.numbers.text(shown, digits: digits, dropsZeros: dropsZeros, hasUnit: divisor != 1)
        if !isGrouped { text.replace(locale.numbers.grouping, with: "") }
        let sign = isZero ? "" : value < 0 ? locale.numbers.minus : isSigned ? locale.numbers.plus : ""
        return sign + prefix + text + name + suffix
    }

    /// Returns the labels of an axis: as many decimals as its step needs.
    func labels(for ticks: [Double], in locale: Locale) -> [String] {
        let divisor = ticks.map { unit(of: abs($0 * factor), in: locale).divisor }.max() ?? 1
        let digits = ticks.map { Self.digits(of: abs($0 * factor) / divisor, atMost: 3) }.max() ?? 0
        return ticks.map { text($0, digits: digits, in: locale) }
    }

    private func unit(of value: Double, in locale: Locale) -> (divisor: Double, name: String) {
        switch unit {
        case .none: return (1, "")
        case .compact: return locale.numbers.unit(of: value).map { ($0.divisor, $0.suffix(of: value / $0.divisor)) } ?? (1, "")
        case .si:
            let prefixes = [("k", 1e3), ("M", 1e6), ("G", 1e9), ("T", 1e12), ("P", 1e15)]
            return prefixes.last { value >= $0.1 * 0.9995 }.map { ($0.1, $0.0) } ?? (1, "")
        case .thousands(let name): return (1e3, name)
        }
    }

    /// As many decimals as the value has, up to a limit.
    private static func digits(of value: Double, atMost limit: Int) -> Int {
        var (digits, power) = (0, 1.0)
        while digits < limit, value < 1e9, abs(value * power - (value * power).rounded()) > 1e-6 * power {
            digits += 1
            power *= 10
        }
        return digits
    }
}
