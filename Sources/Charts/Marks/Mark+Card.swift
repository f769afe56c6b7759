extension Mark {
    /// A key figure: what it is, a number in large type, how it changed, how it went, and a note.
    public struct Card: Hashable, Sendable {
        /// A difference from an earlier period: an arrow and words, since a color alone would not be seen by all.
        public struct Change: Hashable, Sendable {
            public enum Direction: Hashable, Sendable { case up, down, level }

            /// As in `+12% on the 30 days before`.
            public var text: String
            public var direction: Direction

            public init(text: String, direction: Direction) {
                self.text = text
                self.direction = direction
            }
        }

        public var label: String
        public var figure: String
        public var note: String
        public var change: Change?
        /// The figure at regular times, the latest last, for a line without an axis; nil where nothing is known.
        public var trend: [Double?]
        /// The number that the figure is, for programs; nil for a word.
        public var value: Double?

        public init(
            label: String, figure: String, note: String, change: Change? = nil, trend: [Double?] = [], value: Double? = nil
        ) {
            self.label = label
            self.figure = figure
            self.note = note
            self.change = change
            self.trend = trend
            self.value = value
        }
    }
}

extension Mark.Card {
    /// What is said of the figure: how it changed, and the note. Empty where nothing is.
    package var remark: String { [change?.text ?? "", note].filter { !$0.isEmpty }.joined(separator: ", ") }
}
