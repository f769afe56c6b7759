public import Charts

/// How numbers are to be written, in the spelling of CLDR (`#,##0.00 €`), of d3 (`$,.2f`), or in a sign or a word alone (`€`, `%`, `k`).
public struct FormatSpec: Hashable, Sendable {
    /// As it was written.
    public let text: String
    private let base: NumberPattern
    private let currency: Currency?
    /// Whether only the values tell what a percentage is of.
    private let isBarePercent: Bool

    /// Reads a format; nil for what is none.
    public init?(_ text: String) {
        guard !text.isEmpty, text.utf8.count <= 60 else { return nil }
        self.text = text
        isBarePercent = text == "%"
        currency = Self.currencies[text] ?? (text.utf8.count == 3 && text == text.uppercased() ? Currency(code: text) : nil)
        if currency != nil || isBarePercent {
            base = NumberPattern(suffix: isBarePercent ? "%" : "")
        } else if let pattern = Self.words[text] ?? Self.d3(text) ?? Self.cldr(text) {
            base = pattern
        } else {
            return nil
        }
    }

    /// Makes the format of a pattern, with the text of CLDR that comes nearest.
    init(pattern: NumberPattern) {
        base = pattern
        currency = nil
        isBarePercent = false
        let decimals = pattern.decimals.map { $0 > 0 ? "." + String(repeating: pattern.dropsZeros ? "#" : "0", count: $0) : "" } ?? ".###"
        let unit = pattern.unit == .none ? "" : pattern.unit == .compact ? "k" : "s"
        let factor =
            pattern.factor == 1 || pattern.factor == 100 && pattern.suffix.contains("%") ? "" : "×\(NumberText.shortest(pattern.factor)) "
        let suffix = pattern.factor == 1 ? pattern.suffix.replacing("%", with: "'%'") : pattern.suffix
        text = factor + pattern.prefix + (pattern.isGrouped ? "#,##0" : "0") + decimals + unit + suffix
    }

    /// Returns the format for values: a `%` alone is a share of 1 where none of them is above 1.
    public func format(for values: some Sequence<Double>) -> NumberFormat {
        if let currency { return .currency(currency) }
        if isBarePercent, values.allSatisfy({ abs($0) <= 1 }) { return .percent }
        return .pattern(base)
    }

    private static let currencies: [String: Currency] = [
        "$": .usDollar, "€": Currency(code: "EUR"), "£": Currency(code: "GBP"), "¥": Currency(code: "JPY"), "₹": Currency(code: "INR"),
    ].compactMapValues { $0 }

    private static let words: [String: NumberPattern] = [
        "k": NumberPattern(unit: .compact), "s": NumberPattern(unit: .si), ",": NumberPattern(), "d": NumberPattern(decimals: 0),
        "n": NumberPattern(),
    ]

    /// Reads d3's specifiers as far as they fit numbers on axes: `[$][,][.precision][~][f|%|s|d|e]`, a `+` for the sign.
    private static func d3(_ text: String) -> NumberPattern? {
        var rest = text[...]
        var pattern = NumberPattern(isGrouped: false)
        if rest.first == "+" {
            pattern.isSigned = true
            rest.removeFirst()
        }
        if rest.first == "$" {
            pattern.prefix = "$"
            rest.removeFirst()
        }
        if rest.first == "," {
            pattern.isGrouped = true
            rest.removeFirst()
        }
        if rest.first == "." {
            rest.removeFirst()
            let digits = rest.prefix { $0.isASCII && $0.isNumber }
            guard let precision = Int(digits), precision <= 9 else { return nil }
            pattern.decimals = precision
            rest.removeFirst(digits.count)
        }
        if rest.first == "~" {
            pattern.dropsZeros = true
            rest.removeFirst()
        }
        switch rest {
        case "f", "": break
        case "d": pattern.decimals = 0
        case "%", "p": (pattern.factor, pattern.suffix, pattern.decimals) = (100, "%", pattern.decimals ?? 0)
        // d3 counts significant digits; of one in front of the point one is whole.
        case "s": (pattern.unit, pattern.decimals) = (.si, pattern.decimals.map { max($0 - 1, 0) })
        default: return nil
        }
        return text.first.map { "+$,.~".contains($0) } == true || text.count == 1 && "fd".contains(text) ? pattern : nil
    }

    /// Reads a pattern of CLDR: what stands around the digits is written as it is, `%` multiplies by 100.
    private static func cldr(_ text: String) -> NumberPattern? {
        let isDigit: (Character) -> Bool = { "0#,.".contains($0) }
        guard let start = text.firstIndex(where: { "0#".contains($0) }), let last = text.lastIndex(where: { "0#".contains($0) }) else {
            return nil
        }
        let digits = text[start...last]
        guard digits.allSatisfy(isDigit), digits.count(where: { $0 == "." }) <= 1, digits.contains("0") else { return nil }
        var pattern = NumberPattern(prefix: String(text[..<start]), suffix: String(text[text.index(after: last)...]), decimals: 0)
        // A sign in quotes is a sign and no percentage.
        let isPercent = pattern.suffix.replacing("'%'", with: "").contains("%")
        pattern.prefix.replace("'", with: "")
        pattern.suffix.replace("'", with: "")
        let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
        pattern.isGrouped = parts[0].contains(",")
        if parts.count == 2 {
            guard parts[1].count <= 9, !parts[1].contains(",") else { return nil }
            pattern.decimals = parts[1].count
            pattern.dropsZeros = !parts[1].contains("0")
        }
        if isPercent { pattern.factor = 100 }
        for (letter, unit) in [("k", NumberPattern.Unit.compact), ("K", .compact), ("s", .si)] where pattern.suffix == letter {
            (pattern.unit, pattern.suffix) = (unit, "")
        }
        return pattern
    }
}
