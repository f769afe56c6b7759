extension Mark {
    /// Values of one kind at the positions that several kinds share.
    public struct Series: Hashable, Sendable {
        public var name: String
        /// One for each position; nil where nothing is known.
        public var values: [Double?]
        public var color: MarkColor
        /// Of lines and what lies below them.
        public var style: MarkStyle

        public init(name: String, values: [Double?], color: MarkColor, style: MarkStyle = MarkStyle()) {
            self.name = name
            self.values = values
            self.color = color
            self.style = style
        }
    }
}

/// A mark of several series over the same positions.
protocol SeriesMark: CartesianMark {
    var positions: [Position] { get }
    var series: [Mark.Series] { get set }
    /// The sums that are told; nil for those of the values.
    var totals: [Double]? { get }
    /// The index of the position whose period is not over yet.
    var unfinished: Int? { get }
    var unfinishedLooks: UnfinishedLooks { get }
    var legendSymbol: Legend.Entry.Symbol { get }
}

extension SeriesMark {
    var totals: [Double]? { nil }
    var unfinished: Int? { nil }
    var unfinishedLooks: UnfinishedLooks { .hatched }
    var legendSymbol: Legend.Entry.Symbol { .square }

    var name: String { series.count == 1 ? series[0].name : "" }
    var isEmpty: Bool { knownValues.isEmpty }
    var numbers: [Double] { knownValues }
    var places: [Position] { positions }

    var counts: [(of: String, count: Int, expected: Int)] {
        let all = series.map { (of: $0.name, count: $0.values.count, expected: positions.count) }
        return all + (totals.map { [(of: "totals", count: $0.count, expected: positions.count)] } ?? [])
    }

    var unfinishedPart: (position: Position, looks: UnfinishedLooks)? {
        unfinished.flatMap { positions.indices.contains($0) ? (positions[$0], unfinishedLooks) : nil }
    }

    /// The values of all series, those that are not known left out.
    var knownValues: [Double] { series.flatMap { $0.values.compactMap { $0 } } }

    /// The indices of positions at which anything is known.
    var knownIndices: [Int] { positions.indices.filter { index in series.contains { $0.value(at: index) != nil } } }

    /// Returns the sum over all series at a position, as it is told.
    func total(at index: Int) -> Double {
        if let totals, totals.indices.contains(index) { totals[index] } else { sum(at: index) }
    }

    /// Returns the sum over all series at a position, as it is drawn.
    func sum(at index: Int) -> Double { series.reduce(0) { $0 + ($1.value(at: index) ?? 0) } }

    /// What series that stand on one another reach up and down to at each position.
    var reaches: [Double] {
        positions.indices.flatMap { index in
            let parts = series.compactMap { $0.value(at: index) }
            return [parts.reduce(0) { $0 + max($1, 0) }, parts.reduce(0) { $0 + min($1, 0) }]
        }
    }

    var legend: [Legend.Entry] { series.map { Legend.Entry(name: $0.name, color: $0.color, symbol: legendSymbol) } }

    func namedValues(in words: MarkWords) -> [NamedValue] {
        guard series.count == 1 || words.chart.seriesAreParts else {
            return knownIndices.flatMap { index in
                series.compactMap { series in
                    series.value(at: index).map {
                        NamedValue(
                            name: "\(series.name), \(positions[index].text(in: words.locale))", value: $0, isUnfinished: index == unfinished
                        )
                    }
                }
            }
        }
        return knownIndices.map { index in
            NamedValue(name: positions[index].text(in: words.locale), value: total(at: index), isUnfinished: index == unfinished)
        }
    }

    /// A line for each position, with the parts of the sum where there are several series.
    func lines(in words: MarkWords) -> [String] {
        knownIndices.map { index in
            let name = positions[index].text(in: words.locale)
            let soFar = index == unfinished ? words.soFar : ""
            let total = words.line(name, words.text(of: total(at: index)) + soFar)
            guard series.count > 1 else { return total }
            let parts = series.compactMap { series in
                series.value(at: index).flatMap { $0 == 0 ? nil : "\(series.name.line.isolated) \(words.text(of: $0))" }
            }.joined(separator: ", ")
            // Indices of different things have no sum.
            let hasSum = if case .decimal = words.format { false } else { words.chart.seriesAreParts }
            if !hasSum, !parts.isEmpty { return words.line(name, parts + soFar) }
            return parts.isEmpty ? total : "\(total) (\(parts))"
        }
    }

    var facetNames: [String] { series.map(\.name) }

    func facet(_ name: String) -> (any SeriesMark)? {
        var mark = self
        mark.series = series.filter { $0.name == name }
        return mark.series.isEmpty ? nil : mark
    }
}

extension Mark.Series {
    /// Returns the value at a position; nil where nothing is known.
    func value(at index: Int) -> Double? { values.indices.contains(index) ? values[index] : nil }

    /// The last value that is known.
    var lastValue: Double? { values.last { $0 != nil } ?? nil }

    /// The indices of values that follow one another without a gap that breaks a line.
    var runs: [[Int]] {
        guard style.spansGaps else { return Self.runs(of: values) }
        let known = values.indices.filter { values[$0] != nil }
        return known.isEmpty ? [] : [known]
    }

    static func runs(of values: [Double?]) -> [[Int]] {
        var runs: [[Int]] = []
        for (index, value) in values.enumerated() where value != nil {
            if let last = runs.last?.last, last == index - 1 { runs[runs.count - 1].append(index) } else { runs.append([index]) }
        }
        return runs
    }
}

extension [Mark.Series] {
    /// Returns the series with those in grey as one, named by their number: on one another they could not be told apart.
    ///
    /// Where some of their values are below zero they stay as they are, since a sum would hide them.
    func gatheringRest(in locale: Locale) -> [Mark.Series] {
        let rest = filter { $0.color == .neutral }
        guard rest.count > 1, rest.allSatisfy({ $0.values.allSatisfy { $0 ?? 0 >= 0 } }) else { return self }
        let sums = rest[0].values.indices.map { index in
            let known = rest.compactMap { $0.value(at: index) }
            return known.isEmpty ? nil : known.reduce(0, +)
        }
        return filter { $0.color != .neutral } + [Mark.Series(name: locale.other(rest.count), values: sums, color: .neutral)]
    }
}
