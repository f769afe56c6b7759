extension Chart {
    /// The chart in words: a sentence of under 150 characters with the message, then a line for each figure, in order.
    public var summary: String {
        ([message] + figures).joined(separator: "\n")
    }

    /// What the chart says, in one sentence of under 150 characters.
    public var message: String {
        let name = Self.clipped(title, to: 50)
        let rows = rows
        if let headline, !rows.isEmpty { return Self.clipped("\(name): \(headline)", to: 149) }
        guard let highest = rows.max(by: { $0.value < $1.value }), let lowest = rows.min(by: { $0.value < $1.value }) else {
            return cardMessage(name) ?? "\(name): \(Self.lowercasedFirst(emptyMessage))."
        }
        let total = y.format.text(rows.reduce(0) { $0 + $1.value }, in: locale)
        let sum = "\(name): \(total)\(y.format.isMoney || y.title.isEmpty ? "" : " \(y.title)") in all"
        guard rows.count > 1 else { return "\(sum), \(Self.clipped(highest.name, to: 60))." }
        func part(_ row: NamedValue) -> String { "\(Self.clipped(row.name, to: 30)) \(y.format.text(row.value, in: locale))" }
        let both = "\(sum); highest \(part(highest)), lowest \(part(lowest))."
        return both.count < 150 ? both : "\(sum); highest \(part(highest))."
    }

    /// A line for each row, as in `Dairy: $812.40`.
    public var figures: [String] {
        marks.flatMap { mark -> [String] in
            switch mark {
            case .stack(let stack): seriesFigures(of: stack)
            case .line(let line): seriesFigures(of: line)
            case .area(let area): seriesFigures(of: area)
            case .bar, .arc, .histogram: Self.rows(of: mark, x.format, locale).map { "\($0.name): \(y.format.text($0.value, in: locale))" }
            case .rule(let rule): [rule.label]
            case .card(let card): ["\(card.label): \(card.figure)\(card.note.isEmpty ? "" : " (\(card.note))")"]
            }
        }
    }

    private struct NamedValue {
        var name: String
        var value: Double
    }

    private var rows: [NamedValue] { marks.flatMap { Self.rows(of: $0, x.format, locale) } }

    private static func rows(of mark: Mark, _ format: NumberFormat, _ locale: Locale) -> [NamedValue] {
        switch mark {
        case .bar(let bar): bar.rows.map { NamedValue(name: $0.position.text(in: locale), value: $0.value) }
        case .stack(let stack): totals(of: stack, in: locale)
        case .line(let line): totals(of: line, in: locale)
        case .area(let area): totals(of: area, in: locale)
        case .arc(let arc): arc.rows.map { NamedValue(name: $0.name, value: $0.value) }
        case .histogram(let histogram):
            histogram.bins.map { NamedValue(name: format.label(of: $0, in: locale), value: Double($0.count)) }
        case .rule, .card: []
        }
    }

    private static func totals(of mark: some SeriesMark, in locale: Locale) -> [NamedValue] {
        mark.positions.enumerated().map { NamedValue(name: $1.text(in: locale), value: mark.total(at: $0)) }
    }

    /// A line for each position, with the parts of the sum where there are several series.
    private func seriesFigures(of mark: some SeriesMark) -> [String] {
        mark.positions.enumerated().map { index, position in
            let total = "\(position.text(in: locale)): \(y.format.text(mark.total(at: index), in: locale))"
            guard mark.series.count > 1 else { return total }
            let parts = mark.series.compactMap { series in
                series.values[index].flatMap { $0 == 0 ? nil : "\(series.name) \(y.format.text($0, in: locale))" }
            }
            return parts.isEmpty ? total : "\(total) (\(parts.joined(separator: ", ")))"
        }
    }

    private func cardMessage(_ name: String) -> String? {
        let cards = marks.compactMap { mark in
            if case .card(let card) = mark { "\(Self.lowercasedFirst(card.label)) \(card.figure)" } else { nil as String? }
        }
        guard !cards.isEmpty else { return nil }
        var message = "\(name): \(cards[0])"
        for card in cards.dropFirst() where message.count + card.count < 140 { message += ", \(card)" }
        return Self.clipped(message + ".", to: 149)
    }

    private static func clipped(_ text: String, to count: Int) -> String {
        text.count <= count ? text : text.prefix(count - 1) + "…"
    }

    private static func lowercasedFirst(_ text: String) -> String {
        text.prefix(1).lowercased() + text.dropFirst()
    }
}

extension NumberFormat {
    var isMoney: Bool {
        if case .currency = self { true } else { false }
    }
}
