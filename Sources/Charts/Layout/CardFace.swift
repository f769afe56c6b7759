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

    /// Returns the whole card as what stands for its figure.
    func node(in rect: Rect) -> Scene.Node {
        // A reader may point at any place of it.
        .group(.mark(card.datum), [.shape(Path(rect), fill: nil, stroke: nil)] + nodes(in: rect))
    }

    private func nodes(in rect: Rect) -> [Scene.Node] {
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
            let place = Rect(left: rect.left + indent, top: top, right: rect.right, bottom: rect.bottom)
            nodes += lines(of: change.text, [TypeScale.value, TypeScale.smallValue], sheet.theme.ink, in: place, &top)
        }
        if !card.note.isEmpty, top + line.lineHeight <= rect.bottom {
            let place = Rect(left: rect.left, top: top, right: rect.right, bottom: rect.bottom)
            nodes += lines(of: card.note, [TypeScale.tick, TypeScale.smallTick], sheet.theme.mutedInk, in: place, &top)
        }
        return nodes
            + trend(in: Rect(left: rect.left, top: top + 6, right: rect.right, bottom: min(rect.bottom, top + 6 + Self.tallestTrend)))
    }

    private func text(_ string: String, _ font: Font, _ left: Double, _ base: Double, _ width: Double, _ color: Color) -> [Scene.Node] {
        let fitting = sheet.fit(string, in: font, to: width)
        return fitting.isEmpty ? [] : [sheet.run(fitting, left, base, font, color)]
    }

    /// Returns text from the top of `rect`, in two lines where it needs and has them, and moves `top` below it.
    ///
    /// - Parameter fonts: of which the first is taken in which nothing is left out, or else the first.
    private func lines(of string: String, _ fonts: [Font], _ color: Color, in rect: Rect, _ top: inout Double) -> [Scene.Node] {
        func lines(_ font: Font) -> [String] {
            sheet.wrap(string, in: font, to: rect.width, lines: rect.height >= 2 * sheet.metrics(of: font).lineHeight ? 2 : 1)
        }
        let font = fonts.first { lines($0).last?.hasSuffix("…") == false } ?? fonts[0]
        let metrics = sheet.metrics(of: font)
        return lines(font).map { line in
            defer { top += metrics.lineHeight }
            return sheet.run(line, rect.left, top + metrics.ascent, font, color)
        }
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

extension Mark.Card {
    var datum: Scene.Datum { Scene.Datum(label: label, value: value, text: figure) }
}
