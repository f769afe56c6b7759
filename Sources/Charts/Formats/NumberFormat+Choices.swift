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
