extension Ring {
    /// Returns the slices, largest first, the small ones gathered, and their sum.
    static func slices(of arc: Mark.Arc, in locale: Locale) -> (slices: [Slice], total: Double) {
        let rows = arc.rows.filter { $0.value > 0 }.enumerated().sorted { ($1.element.value, $0.offset) < ($0.element.value, $1.offset) }
            .map(\.element)
        let total = rows.reduce(0) { $0 + $1.value }
        var shown = rows.prefix { $0.value >= total * smallestShare }.prefix(slotCount)
        // One small slice alone keeps its own name.
        if rows.count - shown.count == 1 { shown = rows[...] }
        let rest = rows.dropFirst(shown.count)
        var parts = shown.map { ($0.name, $0.value, $0.color) }
        if !rest.isEmpty { parts.append((locale.other(rest.count), rest.reduce(0) { $0 + $1.value }, .neutral)) }
        let percents = percentages(of: parts.map(\.1))
        var start = 0.0
        let slices = zip(parts, percents).map { part, percent in
            let end = start + part.1 / total * 2 * .pi
            defer { start = end }
            return Slice(name: part.0, value: part.1, percent: percent, color: part.2, start: start, end: end)
        }
        return (slices, total)
    }

    /// Returns whole percentages that sum to 100, rounded by the largest remainder (Hamilton's method).
    static func percentages(of values: [Double]) -> [Int] {
        let total = values.reduce(0, +)
        guard total > 0 else { return values.map { _ in 0 } }
        let exact = values.map { $0 / total * 100 }
        var whole = exact.map { Int($0) }
        let missing = 100 - whole.reduce(0, +)
        let byRemainder = exact.indices.sorted { (exact[$1] - Double(whole[$1]), $0) < (exact[$0] - Double(whole[$0]), $1) }
        for index in byRemainder.prefix(max(missing, 0)) { whole[index] += 1 }
        return whole
    }
}
