/// A line of text set in one font.
public struct TextRun: Hashable, Sendable {
    public enum Anchor: String, Hashable, Sendable { case start, middle, end }

    public var string: String
    /// The point on the baseline that `anchor` names.
    public var position: Point
    public var anchor: Anchor
    public var font: Font
    public var color: Color

    public init(_ string: String, at position: Point, anchor: Anchor = .start, font: Font, color: Color) {
        self.string = string
        self.position = position
        self.anchor = anchor
        self.font = font
        self.color = color
    }

    /// Returns where the line stands: its advance wide, its font's ascent and descent high.
    public func bounds(measuring text: some TextMeasurer) -> Rect {
        let width = text.width(of: string, in: font)
        let metrics = text.metrics(of: font)
        let left = position.x - anchor.share * width
        return Rect(left: left, top: position.y - metrics.ascent, right: left + width, bottom: position.y + metrics.descent)
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
