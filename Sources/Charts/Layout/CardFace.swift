import Drawing

/// A key figure on its card: name, figure, change, note and trend from top to bottom, the last left out first.
struct CardFace {
    private let card: Mark.Card
    private let figure: Font
    private let sheet: Sheet

    private static let arrow = 8.0
    private static let tallestTrend = 30.0

    init(_ card: Mark.Card, figure: Font, _ sheet: Sheet) {
        self.card = card
        self.figure = figure
        self.sheet = sheet
    }

    func nodes(in rect: Rect) -> [Scene.Node] {
        let (label, line) = (sheet.metrics(of: TypeScale.subtitle), sheet.metrics(of: TypeScale.tick))
        let edge = Rect(left: rect.left, top: rect.top, right: rect.right, bottom: rect.top + 2)
        var nodes: [Scene.Node] = [.shape(Path(edge), fill: sheet.theme.accent, stroke: nil)]
        nodes += text(card.label, TypeScale.subtitle, rect.left, rect.top + 6 + label.ascent, rect.width, sheet.theme.mutedInk)
        let base = rect.top + 6 + label.lineHeight + sheet.metrics(of: figure).ascent
        nodes += text(card.figure, figure, rect.left, base, rect.width, sheet.theme.ink)
        var top = base + sheet.metrics(of: figure).descent
        if let change = card.change, top + line.lineHeight <= rect.bottom {
            nodes.append(arrow(change.direction, left: rect.left, base: top + line.ascent))
            let indent = Self.arrow + 5
            nodes += text(change.text, TypeScale.value, rect.left + indent, top + line.ascent, rect.width - indent, sheet.theme.ink)
            top += line.lineHeight
        }
        if !card.note.isEmpty, top + line.lineHeight <= rect.bottom {
            nodes += text(card.note, TypeScale.tick, rect.left, top + line.ascent, rect.width, sheet.theme.mutedInk)
            top += line.lineHeight
        }
        return nodes
            + trend(in: Rect(left: rect.left, top: top + 6, right: rect.right, bottom: min(rect.bottom, top + 6 + Self.tallestTrend)))
    }

    private func text(_ string: String, _ font: Font, _ left: Double, _ base: Double, _ width: Double, _ color: Color) -> [Scene.Node] {
        let fitting = sheet.fit(string, in: font, to: width)
        return fitting.isEmpty ? [] : [sheet.run(fitting, left, base, font, color)]
    }

    /// Returns a triangle that points up or down, or a bar for what stayed level: a shape, so that no color has to be told.
    private func arrow(_ direction: Mark.Card.Change.Direction, left: Double, base: Double) -> Scene.Node {
        let height = sheet.metrics(of: TypeScale.value).capHeight
        let (right, top) = (left + Self.arrow, base - height)
        let middle = left + Self.arrow / 2
        let corners =
            switch direction {
            case .up: [Point(x: middle, y: top), Point(x: right, y: base), Point(x: left, y: base)]
            case .down: [Point(x: left, y: top), Point(x: right, y: top), Point(x: middle, y: base)]
            case .level:
                [
                    Point(x: left, y: base - height / 2 - 1), Point(x: right, y: base - height / 2 - 1),
                    Point(x: right, y: base - height / 2 + 1), Point(x: left, y: base - height / 2 + 1),
                ]
            }
        return .shape(Path(Path(through: corners).elements + [.close]), fill: sheet.theme.ink, stroke: nil)
    }

    private func trend(in rect: Rect) -> [Scene.Node] {
        guard card.trend.count(where: { $0 != nil }) > 1, rect.height >= 14 else { return [] }
        return SparklinePath(card.trend).nodes(in: rect, sheet.theme.accent)
    }
}
