import Drawing

/// Key values in a grid.
struct CardGrid {
    private let cards: [Mark.Card]
    private let context: LayoutContext

    private static let least = Size(width: 84, height: 42)
    /// As small as numbers become beside a long name.
    private static let smallStyle = TextStyle(.semibold, size: 20)

    init(_ cards: [Mark.Card], in context: LayoutContext) {
        self.cards = cards
        self.context = context
    }

    /// Returns all cards, or nil when they have no room. A picture too small for all of them shows the first.
    func nodes(in body: Rect, detail: LevelOfDetail) -> [Scene.Node]? {
        let gap = body.width < 500 ? 12.0 : 20
        guard let columns = columnCount(in: body, gap: gap) else { return detail == .bare ? first(in: body) : nil }
        let rows = (cards.count + columns - 1) / columns
        let width = (body.width - gap * Double(columns - 1)) / Double(columns)
        let tallest = cards.contains { $0.change != nil || !$0.trend.isEmpty } ? 160.0 : 130
        let height = min((body.height - gap * Double(rows - 1)) / Double(rows), tallest)
        let cards = cards.map { $0.fitting(width, Self.smallStyle, context) }
        let style = CardGrid(cards, in: context).style(in: Size(width: width, height: height))
        let nodes = cards.enumerated().map { index, card in
            let left = body.left + Double(index % columns) * (width + gap)
            let top = body.top + Double(index / columns) * (height + gap)
            return CardLayout(card, style, in: context).node(in: Rect(left: left, top: top, right: left + width, bottom: top + height))
        }
        return [.group(.marks, nodes)]
    }

    /// Returns the first card, or its value alone where that has no room.
    private func first(in body: Rect) -> [Scene.Node]? {
        guard let first = cards.first?.fitting(body.width, TextStyle.keyValues[TextStyle.keyValues.count - 1], context) else { return nil }
        guard body.width < Self.least.width || body.height < Self.least.height else {
            let style = largestStyle(for: [first.figure], width: body.width, height: valueHeight(of: body.height))
            return [.group(.marks, [CardLayout(first, style, in: context).node(in: body)])]
        }
        let style = largestStyle(for: [first.figure], width: body.width, height: body.height)
        let value = TextBlock(first.figure, style, width: body.width, in: context)
        return value.isEmpty
            ? [] : [.group(.marks, [.group(.mark(first.datum), value.nodes(x: body.left, centeredOn: body.center.y))])]
    }

    /// Returns one style for all values, so that none looks more important than it is.
    private func style(in card: Size) -> TextStyle {
        let (width, height) = (card.width, valueHeight(of: card.height))
        let values = cards.map(\.figure)
        let forAll = largestStyle(for: values, width: width, height: height)
        // A number has no more letters than a currency's code; a name may have digits.
        let numbers = values.filter { $0.count(where: \.isLetter) <= 4 }
        let forNumbers = largestStyle(for: numbers, width: width, height: height)
        let small = Self.smallStyle.font.size
        // A long name is rather shortened than numbers are made as small as the words around them.
        return forAll.font.size >= small ? forAll : forNumbers.font.size < small ? forNumbers : Self.smallStyle
    }

    /// Returns what the name of a card leaves of its height.
    private func valueHeight(of height: Double) -> Double { height - 6 - context.lineHeight(of: .subtitle) }

    /// Returns how many cards stand side by side so that each is nearly twice as wide as high, or nil when they would be too small.
    private func columnCount(in body: Rect, gap: Double) -> Int? {
        func shape(_ columns: Int) -> (width: Double, height: Double) {
            let rows = Double((cards.count + columns - 1) / columns)
            return ((body.width - gap * Double(columns - 1)) / Double(columns), (body.height - gap * (rows - 1)) / rows)
        }
        return (1...max(cards.count, 1)).filter { shape($0).width >= Self.least.width && shape($0).height >= Self.least.height }
            .min { abs(shape($0).width / shape($0).height - 1.9) < abs(shape($1).width / shape($1).height - 1.9) }
    }

    /// Returns the largest style in which all texts fit, or the smallest there is.
    private func largestStyle(for texts: [String], width: Double, height: Double) -> TextStyle {
        let styles = TextStyle.keyValues
        return styles.first { context.lineHeight(of: $0) <= height && context.widest(texts, in: $0) <= width } ?? styles[styles.count - 1]
    }
}

extension Mark.Card {
    /// Returns the card with its figure in fewer letters where it has no room otherwise.
    fileprivate func fitting(_ width: Double, _ style: TextStyle, _ context: LayoutContext) -> Mark.Card {
        guard let compactFigure, context.width(of: figure, in: style) > width else { return self }
        var card = self
        card.figure = compactFigure
        return card
    }
}
