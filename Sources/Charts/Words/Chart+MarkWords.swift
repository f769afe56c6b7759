extension Chart {
    /// Whether the sum of all values says something: prices and indices have none.
    var isSummable: Bool {
        switch y.format {
        case .percent, .decimal: false
        case .currency, .count:
            marks.allSatisfy { mark in
                switch mark {
                case .line(let line): line.includesZero
                case .dots(let dots): dots.includesZero
                case .bar, .stack, .area, .arc, .histogram, .rule, .card, .heatmap, .timeline, .waterfall, .sparkline: true
                }
            }
        }
    }

    /// What a timeline says: how much is due, how much of it was before today, and what comes next.
    var timelineMessage: String? {
        guard let timeline = marks.lazy.compactMap(\.timeline).first, !timeline.rows.isEmpty else { return nil }
        if let headline { return sentence(headline) }
        let number = locale.text(of: timeline.rows.count).isolated
        let late = locale.text(of: timeline.rows.count(where: \.isOverdue)).isolated
        var words = locale.phrase(
            "\(number) in all, \(late) overdue", de: "insgesamt \(number), davon \(late) überfällig",
            fr: "\(number) au total, dont \(late) en retard", es: "\(number) en total, \(late) con retraso"
        )
        if let next = timeline.rows.filter({ !$0.isOverdue }).min(by: { $0.day < $1.day }) {
            let thing = "\(next.name.clipped(to: 40).isolated), \(Position.day(next.day).text(in: locale).isolated)"
            words += locale.semicolon
            words += locale.phrase("next \(thing)", de: "als Nächstes \(thing)", fr: "ensuite \(thing)", es: "después \(thing)")
        }
        return sentence("\(words).")
    }

    /// A line for a thing that is due, as in `Milk: Jan 5, 2024 (overdue, every 12 days)`.
    func figure(of row: Mark.Timeline.Row) -> String {
        let notes = (row.isOverdue ? [locale.overdue] : []) + (row.note.isEmpty ? [] : [row.note])
        let day = Position.day(row.day).text(in: locale).isolated
        return figure(row.name, notes.isEmpty ? day : "\(day) (\(notes.joined(separator: ", ")))")
    }

    /// What a waterfall says: both sums, and the steps that did most.
    var waterfallMessage: String? {
        guard let waterfall = marks.lazy.compactMap(\.waterfall).first else { return nil }
        if let headline { return sentence(headline) }
        func part(_ step: Mark.Waterfall.Step, _ text: String) -> String { "\(step.name.clipped(to: 30).isolated) \(text)" }
        var words = "\(part(waterfall.start, text(of: waterfall.start.value))), \(part(waterfall.end, text(of: waterfall.end.value)))"
        let rise = waterfall.steps.filter { $0.value > 0 }.max { $0.value < $1.value }
        let fall = waterfall.steps.filter { $0.value < 0 }.min { $0.value < $1.value }
        for step in [rise, fall].compactMap({ $0 }) {
            let more = locale.semicolon + part(step, signedText(step.value))
            if title.count + words.count + more.count < Self.messageLimit - 10 { words += more }
        }
        return sentence("\(words).")
    }

    /// A line for each sum and each step between them.
    func figures(of waterfall: Mark.Waterfall) -> [String] {
        func sum(_ step: Mark.Waterfall.Step) -> String { figure(step.name, text(of: step.value)) }
        return [sum(waterfall.start)] + waterfall.steps.map { figure($0.name, signedText($0.value)) } + [sum(waterfall.end)]
    }

    /// A difference, with its sign.
    func signedText(_ value: Double) -> String { "\(value > 0 ? "+" : "")\(y.format.text(value, in: locale))".isolated }

    /// A line for a key figure, as in `Orders: 12 (+2, one every 30 days)`.
    func figure(of card: Mark.Card) -> String {
        figure(card.label, card.figure.line.isolated + (card.remark.isEmpty ? "" : " (\(card.remark))"))
    }
}

extension Locale {
    var overdue: String { phrase("overdue", de: "überfällig", fr: "en retard", es: "con retraso") }
    var today: String { phrase("Today", de: "Heute", fr: "Aujourd’hui", es: "Hoy") }
}

extension Mark {
    fileprivate var timeline: Timeline? { if case .timeline(let timeline) = self { timeline } else { nil } }
    fileprivate var waterfall: Waterfall? { if case .waterfall(let waterfall) = self { waterfall } else { nil } }
}
