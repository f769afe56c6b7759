public import Drawing

extension Theme {
    /// Three colors, between which others are blended, and one for the outlines of what they hardly set off from the background.
    public struct Ramp: Hashable, Sendable {
        public var low: Color
        public var middle: Color
        public var high: Color
        /// At least 3:1 against the background.
        public var outline: Color

        public init(low: Color, middle: Color, high: Color, outline: Color) {
            self.low = low
            self.middle = middle
            self.high = high
            self.outline = outline
        }

        /// The same from where its colors can do without an outline.
        var withoutPaleEnd: Ramp {
            Ramp(low: outline, middle: outline.mixed(with: high, share: 0.5, in: .oklab), high: high, outline: outline)
        }

        /// The same with a middle that can do without an outline.
        var withoutPaleMiddle: Ramp { Ramp(low: low, middle: outline, high: high, outline: outline) }
    }
}

extension Color {
    /// Whether a shape of the color is told from the background without an outline (WCAG 2.2, criterion 1.4.11).
    func isSeen(on background: Color) -> Bool { contrast(with: background) >= 3 }
}
