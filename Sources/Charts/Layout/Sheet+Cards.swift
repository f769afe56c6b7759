import Drawing

extension Sheet {
    /// Returns key figures in a grid, or nil when not all have room.
    ///
    /// A picture too small for all of them shows the first.
    func grid(of cards: [Mark.Card], in body: Rect, detail: Detail) -> [Scene.Node]? {
        let gap = body.width < 500 ? 12.0 : 20
        guard let columns = columnCount(for: cards.count, in: body, gap: gap) else {
            guard detail == .bare, let first = cards.first else { return nil }
            let font = largest(of: TypeScale.figures, for: [first.figure], in: body.width, height: body.height)
            let baseline = baseline(centeredOn: body.center.y, in: font)
            return [.group(.marks, [run(fit(first.figure, in: font, to: body.width), body.left, baseline, font, theme.ink)])]
        }
        let rows = (cards.count + columns - 1) / columns
        let width = (body.width - gap * Double(columns - 1)) / Double(columns)
        let height = min((body.height - gap * Double(rows - 1)) / Double(rows), 130)
        // One size for all figures, so that none looks more important than it is.
        let room = height - 6 - metrics(of: TypeScale.subtitle).lineHeight
        let font = largest(of: TypeScale.figures, for: cards.map(\.figure), in: width, height: room)
        let nodes = cards.enumerated().flatMap { index, card in
            let left = body.left + Double(index % columns) * (width + gap)
            let top = body.top + Double(index / columns) * (height + gap)
            return self.card(card, in: Rect(left: left, top: top, right: left + width, bottom: top + height), figure: font)
        }
        return [.group(.marks, nodes)]
    }

    /// Returns how many cards stand side by side so that each is nearly twice as wide as high, or nil when they would be too small.
    private func columnCount(for count: Int, in body: Rect, gap: Double) -> Int? {
        func shape(_ columns: Int) -> (width: Double, height: Double) {
            let rows = Double((count + columns - 1) / columns)
            return ((body.width - gap * Double(columns - 1)) / Double(columns), (body.height - gap * (rows - 1)) / rows)
        }
        return (1...max(count, 1)).filter { shape($0).width >= 84 && shape($0).height >= 42 }
            .min { abs(shape($0).width / shape($0).height - 1.9) < abs(shape($1).width / shape($1).height - 1.9) }
    }

    /// Returns the first font in which all texts fit, or the last one.
    private func largest(of fonts: [Font], for texts: [String], in width: Double, height: Double) -> Font {
        fonts.first { metrics(of: $0).lineHeight <= height && widest(texts, in: $0) <= width } ?? fonts[fonts.count - 1]
    }

    private func card(_ card: Mark.Card, in rect: Rect, figure: Font) -> [Scene.Node] {
        let label = metrics(of: TypeScale.subtitle)
        let note = metrics(of: TypeScale.tick)
        let edge = Rect(left: rect.left, top: rect.top, right: rect.right, bottom: rect.top + 2)
        let base = rect.top + 6 + label.lineHeight + metrics(of: figure).ascent
        var nodes: [Scene.Node] = [
            .shape(Path(edge), fill: theme.accent, stroke: nil),
            run(
                fit(card.label, in: TypeScale.subtitle, to: rect.width), rect.left, rect.top + 6 + label.ascent, TypeScale.subtitle,
                theme.mutedInk),
            run(fit(card.figure, in: figure, to: rect.width), rect.left, base, figure, theme.ink),
        ]
        let noteBase = base + metrics(of: figure).descent + note.ascent
        if noteBase + note.descent <= rect.bottom, !card.note.isEmpty {
            nodes.append(run(fit(card.note, in: TypeScale.tick, to: rect.width), rect.left, noteBase, TypeScale.tick, theme.mutedInk))
        }
        return nodes
    }
}
