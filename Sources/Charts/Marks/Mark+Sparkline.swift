extension Mark {
    /// A small line that shows how a value went, and no more: no axis, no grid.
    public struct Sparkline: Hashable, Sendable {
        public var positions: [Position]
        /// As many as there are positions; nil where nothing is known.
        public var values: [Double?]
        public var color: MarkColor

        public init(positions: [Position], values: [Double?], color: MarkColor = .accent) {
            self.positions = positions
            self.values = values
            self.color = color
        }
    }
}
