extension Chart {
    /// The chart in words: a sentence of under 150 characters with the message, then a line for each figure, in order.
    public var summary: String {
        ([message] + figures).joined(separator: "\n")
    }

    /// What the chart says, in one sentence of under 150 characters.
    public var message: String {
        if let message = timelineMessage ?? waterfallMessage { return message }
        let rows = rows
        // What is not over yet may still grow.
        let complete = rows.filter { !$0.isUnfinished }
        guard let highest = rows.max(by: { $0.value < $1.value }),
            let lowest = (complete.count > 1 ? complete : rows).min(by: { $0.value < $1.value })
        else {
            return cardMessage ?? sentence("\(locale.withinSentence(emptyMessage)).")
        }
        if let headline { return sentence(headline) }
        func part(_ row: NamedValue) -> String { "\(row.name.clipped(to: 30).isolated) \(text(of: row.value))" }
        guard isSummable || rows.count > 1 else { return sentence("\(part(highest)).") }
        let unit = y.format.isMoney || y.title.isEmpty ? "" : " \(y.title)"
        let total = "\(text(of: self.total ?? sumOfValues))\(unit)"
        let sum = locale.phrase("\(total) in all", de: "insgesamt \(total)", fr: "\(total) au total", es: "\(total) en total")
        guard rows.count > 1 else { return sentence("\(sum), \(highest.name.clipped(to: 60).isolated).") }
        let most = locale.phrase(
            "highest \(part(highest))", de: "Höchstwert \(part(highest))", fr: "maximum \(part(highest))", es: "máximo \(part(highest))"
        )
        let least = locale.phrase(
            "lowest \(part(lowest))", de: "Tiefstwert \(part(lowest))", fr: "minimum \(part(lowest))", es: "mínimo \(part(lowest))"
        )
        guard isSummable else { return sentence("\(most), \(least).") }
        let both = sentence("\(sum)\(locale.semicolon)\(most), \(least).")
        return both.count < Self.messageLimit ? both : sentence("\(sum)\(locale.semicolon)\(most).")
    }

    /// A line for each row, as in `Dairy: $812.40`.
    public var figures: [String] {
        marks.flatMap { mark -> [String] in
            switch mark {
            case .bar(let bar):
                Self.rows(of: mark, x.format, locale).enumerated().map { index, row in
                    figure(row.name, text(of: row.value) + (index == bar.unfinished ? soFar : ""))
                }
            case .stack(let stack): seriesFigures(of: stack, unfinished: stack.unfinished)
            case .line(let line): seriesFigures(of: line, unfinished: line.unfinished)
            case .area(let area): seriesFigures(of: area, unfinished: area.unfinished)
            case .dots(let dots): seriesFigures(of: dots)
            case .timeline(let timeline): timeline.rows.map(figure(of:))
            case .waterfall(let waterfall): figures(of: waterfall)
            case .arc, .histogram, .heatmap, .sparkline:
                Self.rows(of: mark, x.format, locale).map { figure($0.name, text(of: $0.value)) }
            case .rule(let rule): [rule.label]
            case .card(let card): [figure(of: card)]
            }
        }
    }

    /// A message has fewer characters: what a screen reader says in one breath, and mail clients show in place of a picture.
    package static let messageLimit = 150

    private struct NamedValue {
        var name: String
        var value: Double
        var isUnfinished = false
    }

    private var rows: [NamedValue] { marks.flatMap { Self.rows(of: $0, x.format, locale) } }

    /// The sum of all values of the marks.
    var sumOfValues: Double { rows.reduce(0) { $0 + $1.value } }

    private static func rows(of mark: Mark, _ format: NumberFormat, _ locale: Locale) -> [NamedValue] {
        switch mark {
        case .bar(let bar):
            bar.rows.enumerated().map { index, row in
                NamedValue(name: row.position.text(in: locale), value: row.value, isUnfinished: index == bar.unfinished)
            }
        case .stack(let stack): totals(of: stack, unfinished: stack.unfinished, in: locale)
        case .line(let line): totals(of: line, unfinished: line.unfinished, in: locale)
        case .area(let area): totals(of: area, unfinished: area.unfinished, in: locale)
        case .arc(let arc): arc.rows.map { NamedValue(name: $0.name, value: $0.value) }
        case .histogram(let histogram):
            histogram.bins.map { NamedValue(name: format.label(of: $0, in: locale), value: Double($0.count)) }
        case .dots(let dots): totals(of: dots, in: locale)
        case .heatmap(let heatmap): rows(of: heatmap, in: locale)
        case .sparkline(let sparkline):
            zip(sparkline.positions, sparkline.values).compactMap { position, value in
                value.map { NamedValue(name: position.text(in: locale), value: $0) }
            }
        case .rule, .card, .timeline, .waterfall: []
        }
    }

    private static func totals(of mark: some SeriesMark, unfinished: Int? = nil, in locale: Locale) -> [NamedValue] {
        mark.knownIndices.map { index in
            NamedValue(name: mark.positions[index].text(in: locale), value: mark.total(at: index), isUnfinished: index == unfinished)
        }
    }

    private static func rows(of heatmap: Mark.Heatmap, in locale: Locale) -> [NamedValue] {
        heatmap.rows.enumerated().flatMap { row, name in
            heatmap.columns.enumerated().compactMap { column, position in
                heatmap.value(row: row, column: column).map { NamedValue(name: "\(name), \(position.text(in: locale))", value: $0) }
            }
        }
    }

    /// A line for each position, with the parts of the sum where there are several series.
    private func seriesFigures(of mark: some SeriesMark, unfinished: Int? = nil) -> [String] {
        mark.knownIndices.map { index in
            let name = mark.positions[index].text(in: locale)
            let total = figure(name, text(of: mark.total(at: index)) + (index == unfinished ? soFar : ""))
            guard mark.series.count > 1 else { return total }
            let parts = mark.series.compactMap { series in
                series.values[index].flatMap { $0 == 0 ? nil : "\(series.name.line.isolated) \(text(of: $0))" }
            }.joined(separator: ", ")
            // Indices of different things have no sum.
            if case .decimal = y.format, !parts.isEmpty { return figure(name, parts + (index == unfinished ? soFar : "")) }
            return parts.isEmpty ? total : "\(total) (\(parts))"
        }
    }

    private var cardMessage: String? {
        let cards = marks.compactMap { mark in
            if case .card(let card) = mark {
                "\(locale.withinSentence(card.label)) \(card.figure.line.isolated)"
            } else {
                nil as String?
            }
        }
        guard let first = cards.first else { return nil }
        var words = first
        for card in cards.dropFirst() where title.count + words.count + card.count < Self.messageLimit - 10 { words += ", \(card)" }
        return sentence(words + ".")
    }

    /// Returns the title and what is said of it; where there is no room for both, the title is shortened first.
    func sentence(_ words: String) -> String {
        guard !title.isEmpty else { return (words.prefix(1).uppercased() + words.dropFirst()).clipped(to: Self.messageLimit - 1) }
        let room = Self.messageLimit - 1 - locale.text("", saying: words).count
        let name = title.clipped(to: min(max(room, 12), 50))
        return locale.text(name.isolated, saying: words).clipped(to: Self.messageLimit - 1)
    }

    func figure(_ name: String, _ words: String) -> String { locale.text(name.line.isolated, saying: words) }

    func text(of value: Double) -> String { y.format.text(value, in: locale).isolated }
}

extension NumberFormat {
    var isMoney: Bool {
        if case .currency = self { true } else { false }
    }
}
