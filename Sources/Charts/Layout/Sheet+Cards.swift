import Drawing

extension Sheet {
    private static let smallFigure = Font(.semibold, size: 20)
    private static let leastCard = Size(width: 84, height: 42)

    /// Returns key figures in a grid, or nil when not all have room.
    ///
    /// A picture too small for all of them shows the first.
    func grid(of cards: [Mark.Card], in body: Rect, detail: Detail) -> [Scene.Node]? {
        let gap = body.width < 500 ? 12.0 : 20
        guard let columns = columnCount(for: cards.count, in: body, gap: gap) else {
            guard detail == .bare, let first = cards.first else { return nil }
            guard body.width < Self.leastCard.width || body.height < Self.leastCard.height else {
                let room = body.height - 6 - metrics(of: TypeScale.subtitle).lineHeight
                let font = largest(of: TypeScale.figures, for: [first.figure], in: body.width, height: room)
                return [.group(.marks, [CardFace(first, figure: font, self).node(in: body)])]
            }
            let font = largest(of: TypeScale.figures, for: [first.figure], in: body.width, height: body.height)
            let figure = fit(first.figure, in: font, to: body.width)
            let baseline = baseline(centeredOn: body.center.y, in: font)
            return figure.isEmpty
                ? [] : [.group(.marks, [.group(.mark(first.datum), [run(figure, body.left, baseline, font, theme.ink)])])]
        }
        let rows = (cards.count + columns - 1) / columns
        let width = (body.width - gap * Double(columns - 1)) / Double(columns)
        let tallest = cards.contains { $0.change != nil || !$0.trend.isEmpty } ? 160.0 : 130
        let height = min((body.height - gap * Double(rows - 1)) / Double(rows), tallest)
        // One size for all figures, so that none looks more important than it is.
        let room = height - 6 - metrics(of: TypeScale.subtitle).lineHeight
        let figures = cards.map(\.figure)
        let forAll = largest(of: TypeScale.figures, for: figures, in: width, height: room)
        // A number has no more letters than a currency's code; a name may have digits.
        let numbers = figures.filter { $0.count(where: \.isLetter) <= 4 }
        let forNumbers = largest(of: TypeScale.figures, for: numbers, in: width, height: room)
        // A long name is rather shortened than numbers are made as small as the words around them.
        let font = forAll.size >= Self.smallFigure.size ? forAll : forNumbers.size < Self.smallFigure.size ? forNumbers : Self.smallFigure
        let nodes = cards.enumerated().map { index, card in
            let left = body.left + Double(index % columns) * (width + gap)
            let top = body.top + Double(index / columns) * (height + gap)
            return CardFace(card, figure: font, self).node(in: Rect(left: left, top: top, right: left + width, bottom: top + height))
        }
        return [.group(.marks, nodes)]
    }

    /// Returns how many cards stand side by side so that each is nearly twice as wide as high, or nil when they would be too small.
    private func columnCount(for count: Int, in body: Rect, gap: Double) -> Int? {
        func shape(_ columns: Int) -> (width: Double, height: Double) {
            let rows = Double((count + columns - 1) / columns)
            return ((body.width - gap * Double(columns - 1)) / Double(columns), (body.height - gap * (rows - 1)) / rows)
        }
        return (1...max(count, 1)).filter { shape($0).width >= Self.leastCard.width && shape($0).height >= Self.leastCard.height }
            .min { abs(shape($0).width / shape($0).height - 1.9) < abs(shape($1).width / shape($1).height - 1.9) }
    }

    /// Returns the first font in which all texts fit, or the last one.
    private func largest(of fonts: [Font], for texts: [String], in width: Double, height: Double) -> Font {
        fonts.first { metrics(of: $0).lineHeight <= height && widest(texts, in: $0) <= width } ?? fonts[fonts.count - 1]
    }
}
