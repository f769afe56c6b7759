/// A line of text set in one font, which knows the room it takes.
public struct TextRun: Hashable, Sendable {
    public enum Anchor: String, Hashable, Sendable { case start, middle, end }

    public let string: String
    /// The point on the baseline that `anchor` names.
    public var position: Point
    public var anchor: Anchor
    public let font: Font
    public var color: Color
    /// The width of the text in its font, in points.
    public let advance: Double
    /// How far the font reaches from the baseline.
    public let metrics: FontMetrics

    /// - Parameter text: what knows how wide the text is, asked once and never again.
    public init(
        _ string: String, at position: Point, anchor: Anchor = .start, font: Font, color: Color, measuring text: some TextMeasurer
    ) {
        self.string = string
        self.position = position
        self.anchor = anchor
        self.font = font
        self.color = color
        advance = text.width(of: string, in: font)
        metrics = text.metrics(of: font)
    }

    /// The x coordinate at which the line starts.
    public var left: Double { position.x - anchor.share * advance }

    /// Where the line stands: its advance wide, its font's ascent and descent high.
    public var bounds: Rect {
        Rect(left: left, top: position.y - metrics.ascent, right: left + advance, bottom: position.y + metrics.descent)
    }
}

extension TextRun.Anchor {
    /// The part of the run's width that lies left of its position.
    public var share: Double {
        switch self {
        case .start: 0
        case .middle: 0.5
        case .end: 1
        }
    }
}
