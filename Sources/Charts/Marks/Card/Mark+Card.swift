import Drawing

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
        /// The same in fewer letters, for cards that have no room for the whole: a number that is cut reads as another one.
        public var compactFigure: String?
        public var note: String
        public var change: Change?
        /// The figure at regular times, the latest last, for a line without an axis; nil where nothing is known.
        public var trend: [Double?]
        /// Whether the last of these is of a time that is not over yet: the way to it is dashed.
        public var isTrendUnfinished = false
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

extension Mark.Card: MarkContent {
    var mark: Mark { .card(self) }
    var layout: MarkLayout { .card(self) }
    var numbers: [Double] { (trend + [value]).compactMap { $0 } }
    /// A card has its number in words, and a trend without a scale.
    var hasValues: Bool { false }
    var valueAxis: Mark.ValueAxis? { nil }

    /// As in `Orders: 12 (+2, one every 30 days)`.
    func lines(in words: MarkWords) -> [String] {
        [words.line(label, figure.line.isolated + (remark.isEmpty ? "" : " (\(remark))"))]
    }

    var datum: Scene.Datum { Scene.Datum(label: label, value: value, text: figure) }

    /// What is said of the figure: how it changed, and the note. Empty where nothing is.
    package var remark: String { [change?.text ?? "", note].filter { !$0.isEmpty }.joined(separator: ", ") }
}

extension Chart {
    /// What key values say: the first, and as many more as there is room for.
    var cardMessage: String? {
        let cards = marks.compactMap { mark in
            if case .card(let card) = mark {
                "\(locale.withinSentence(card.label)) \(card.figure.line.isolated)"
            } else {
                nil as String?
            }
        }
        guard let first = cards.first else { return nil }
        var words = first
        for card in cards.dropFirst() where title.count + words.count + card.count < Self.messageLimit - 10 { words += ", \(card)" }
        return sentence(words + ".")
    }
}
