extension Chart {
    /// What stands at the picture's foot: the footnote, and what the reader must know of the marks themselves.
    var notes: String {
        ([footnote] + marks.compactMap(unfinishedNote) + marks.compactMap(greyNote)).filter { !$0.isEmpty }.joined(separator: " ")
    }

    /// What a value is followed by whose period is not over yet.
    var soFar: String { locale.phrase(" (so far)", de: " (bisher)", fr: " (à ce jour)", es: " (hasta ahora)") }

    private func unfinishedNote(on mark: Mark) -> String? {
        guard let position = mark.unfinishedPosition else { return nil }
        let name = position.text(in: locale).isolated
        if case .line = mark {
            return locale.phrase(
                "Dashed: \(name), not over yet.", de: "Gestrichelt: \(name), noch nicht zu Ende.",
                fr: "En pointillé\u{A0}: \(name), pas encore terminé.", es: "Línea discontinua: \(name), aún sin terminar."
            )
        }
        return locale.phrase(
            "Hatched: \(name), not over yet.", de: "Schraffiert: \(name), noch nicht zu Ende.",
            fr: "Hachuré\u{A0}: \(name), pas encore terminé.", es: "Rayado: \(name), aún sin terminar."
        )
    }

    /// Names the lines beyond the sixth and those that came without a color, which have no name at their end.
    private func greyNote(on mark: Mark) -> String? {
        guard case .line(let line) = mark, line.series.count > 1 else { return nil }
        let names = line.withinColors.series.filter { $0.color == .neutral }.map(\.name.isolated)
        guard !names.isEmpty else { return nil }
        let rest = names.joined(separator: ", ")
        return locale.phrase("In grey: \(rest).", de: "In Grau: \(rest).", fr: "En gris\u{A0}: \(rest).", es: "En gris: \(rest).")
    }
}

extension Mark {
    /// The position whose period is not over yet.
    fileprivate var unfinishedPosition: Position? {
        let (positions, index): ([Position], Int?) =
            switch self {
            case .bar(let bar): (bar.rows.map(\.position), bar.unfinished)
            case .stack(let stack): (stack.positions, stack.unfinished)
            case .line(let line): (line.positions, line.unfinished)
            case .area(let area): (area.positions, area.unfinished)
            case .arc, .histogram, .rule, .card, .dots, .heatmap, .timeline, .waterfall, .sparkline: ([], nil)
            }
        return index.flatMap { positions.indices.contains($0) ? positions[$0] : nil }
    }
}
