extension Chart {
    /// The chart in words: a sentence of under 150 characters with the message, then a line for each value, in order.
    public var summary: String {
        ([message] + figures).joined(separator: "\n")
    }

    /// What the chart says, in one sentence of under 150 characters.
    public var message: String {
        let words = words
        if let message = words.lazy.compactMap({ $0.content.message(in: $0.words) }).first { return sentence(headline ?? message) }
        guard
            let main = words.lazy.map({ (words: $0.words, values: $0.content.namedValues(in: $0.words)) }).first(where: {
                !$0.values.isEmpty
            })
        else {
            return cardMessage ?? sentence("\(locale.withinSentence(emptyMessage)).")
        }
        return sentence(headline ?? statement(of: main.values, in: main.words))
    }

    /// Returns the sum, the highest and the lowest of values.
    private func statement(of values: [NamedValue], in words: MarkWords) -> String {
        // What is not over yet may still grow.
        let complete = values.filter { !$0.isUnfinished }
        guard let highest = values.max(by: { $0.value < $1.value }),
            let lowest = (complete.count > 1 ? complete : values).min(by: { $0.value < $1.value })
        else { return "" }
        func part(_ value: NamedValue) -> String { "\(value.name.clipped(to: 30).isolated) \(words.text(of: value.value))" }
        guard isSummable || values.count > 1 else { return "\(part(highest))." }
        let unit = words.format.isMoney || y.title.isEmpty ? "" : " \(y.title)"
        let total = "\(words.text(of: self.total ?? values.reduce(0) { $0 + $1.value }))\(unit)"
        let sum = locale.phrase("\(total) in all", de: "insgesamt \(total)", fr: "\(total) au total", es: "\(total) en total")
        guard values.count > 1 else { return "\(sum), \(highest.name.clipped(to: 60).isolated)." }
        let most = locale.phrase(
            "highest \(part(highest))", de: "Höchstwert \(part(highest))", fr: "maximum \(part(highest))", es: "máximo \(part(highest))"
        )
        let least = locale.phrase(
            "lowest \(part(lowest))", de: "Tiefstwert \(part(lowest))", fr: "minimum \(part(lowest))", es: "mínimo \(part(lowest))"
        )
        guard isSummable else { return "\(most), \(least)." }
        let both = "\(sum)\(locale.semicolon)\(most), \(least)."
        return sentence(both).count < Self.messageLimit ? both : "\(sum)\(locale.semicolon)\(most)."
    }

    /// A line for each value, as in `Dairy: $812.40`.
    public var figures: [String] { words.flatMap { $0.content.lines(in: $0.words) } }

    /// What stands at the picture's foot: the footnote, and what the reader must know of the marks themselves.
    var notes: String {
        let words = words
        let unfinished = words.compactMap { $0.content.unfinishedPart.map { note(onUnfinished: $0.position, $0.looks) } }
        return ([footnote] + unfinished + words.compactMap { $0.content.note(in: $0.words) }).filter { !$0.isEmpty }.joined(separator: " ")
    }

    private func note(onUnfinished position: Position, _ looks: UnfinishedLooks) -> String {
        let name = position.text(in: locale).isolated
        return switch looks {
        case .dashed:
            locale.phrase(
                "Dashed: \(name), not over yet.", de: "Gestrichelt: \(name), noch nicht zu Ende.",
                fr: "En pointillé\u{A0}: \(name), pas encore terminé.", es: "Línea discontinua: \(name), aún sin terminar."
            )
        case .hatched:
            locale.phrase(
                "Hatched: \(name), not over yet.", de: "Schraffiert: \(name), noch nicht zu Ende.",
                fr: "Hachuré\u{A0}: \(name), pas encore terminé.", es: "Rayado: \(name), aún sin terminar."
            )
        }
    }

    /// A message has fewer characters: what a screen reader says in one breath, and mail clients show in place of a picture.
    package static let messageLimit = 150

    /// Each mark, and what it says it with.
    private var words: [(content: any MarkContent, words: MarkWords)] {
        let contents = marks.map(\.content)
        let isOneOfSeveral = contents.count { if case .rule = $0.layout { false } else { $0.hasValues } } > 1
        return contents.map { ($0, MarkWords(self, $0, isNamed: isOneOfSeveral)) }
    }

    /// The sum of the values of the first mark that has any.
    var sumOfValues: Double {
        words.lazy.map { $0.content.namedValues(in: $0.words) }.first { !$0.isEmpty }?.reduce(0) { $0 + $1.value } ?? 0
    }

    /// Whether the sum of all values says something: prices and indices have none.
    var isSummable: Bool {
        guard seriesAreParts else { return false }
        return switch y.format {
        case .percent, .decimal: false
        case .pattern(let pattern) where pattern.suffix.contains("%"): false
        case .currency, .count, .pattern: marks.allSatisfy(\.content.isSummable)
        }
    }

    /// Returns what the chart is about and what is said of it; where there is no room for both, the former is shortened first.
    func sentence(_ words: String) -> String {
        let title = topic ?? title
        guard !title.isEmpty else { return words.capitalizedAtStart.clipped(to: Self.messageLimit - 1) }
        let room = Self.messageLimit - 1 - locale.text("", saying: words).count
        let name = title.clipped(to: min(max(room, 12), 50))
        return locale.text(name.isolated, saying: words).clipped(to: Self.messageLimit - 1)
    }
}

extension NumberFormat {
    var isMoney: Bool {
        if case .currency = self { true } else { false }
    }
}

extension Chart {
    /// The chart without its title, for where a heading says it.
    package var untitled: Chart {
        var chart = self
        (chart.title, chart.topic) = ("", nil)
        return chart
    }
}
