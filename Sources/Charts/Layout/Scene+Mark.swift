import Drawing

extension Scene.Node {
    /// Returns the shapes that stand for one row, with what the row says.
    static func mark(_ label: String, _ value: Double, _ chart: Chart, _ locale: Locale, _ shapes: [Scene.Node]) -> Scene.Node {
        .group(.mark(Scene.Datum(label: label, value: value, text: chart.y.format.text(value, in: locale))), shapes)
    }
}

extension NumberFormat {
    /// Returns ways to write the values as labels of marks, the most telling first and the shortest last.
    func choices(for values: [Double], in locale: Locale) -> [[String]] {
        let largest = values.map { abs($0) }.max() ?? 0
        let short = values.map { compactText($0, in: locale) }
        let whole = values.map { text($0, in: locale, wholeUnits: largest >= 20) }
        return [whole, short]
    }

    private func text(_ value: Double, in locale: Locale, wholeUnits: Bool) -> String {
        // Cents on every bar are noise once the bars are worth tens.
        guard wholeUnits, case .currency = self else { return text(value, in: locale) }
        return labels(for: [value.rounded(), value.rounded() + 1], in: locale, compact: false)[0]
    }
}

/// Returns places near the wished ones, in the same order, at least `distance` apart where the limits have room for that.
func spread(_ wishes: [Double], apart distance: Double, within limits: ClosedRange<Double>) -> [Double] {
    let order = wishes.indices.sorted { (wishes[$0], $0) < (wishes[$1], $1) }
    var places = wishes
    var free = limits.lowerBound
    for index in order {
        places[index] = max(wishes[index], free)
        free = places[index] + distance
    }
    var ceiling = limits.upperBound
    for index in order.reversed() {
        places[index] = min(places[index], ceiling)
        ceiling = places[index] - distance
    }
    return places
}
