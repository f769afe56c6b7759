extension NumberFormat {
    /// How much of its numbers a format of money tells; all of any other's.
    package var telling: Currency.Telling {
        if case .currency(let currency) = self { currency.telling } else { .exactly }
    }

    /// Whether numbers are written to two significant digits.
    package var isCoarse: Bool { telling == .coarsely }

    /// Returns what stands in place of an amount that is not told as one; nil for an amount that is.
    func substitute(for value: Double, in locale: Locale) -> String? {
        switch telling {
        case .exactly, .coarsely: nil
        case .asShare(let whole) where whole > 0: NumberFormat.percent.text(value / whole, in: locale)
        case .asShare, .not: "–"
        }
    }
}
