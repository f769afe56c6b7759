/// A layer of a chart: one kind of shape and the data it is drawn from.
///
/// A mark reads its rows once, when it is made, and keeps the values. That is
/// what makes a chart plain data, which can be compared, hashed and stored.
public enum Mark: Hashable, Sendable {
    case bar(Bar)
    case stack(Stack)
    case line(Line)
    case area(Area)
    case arc(Arc)
    case histogram(Histogram)
    case rule(Rule)
    case card(Card)

    /// Bars from zero to a value, one for each row.
    public struct Bar: Hashable, Sendable {
        public enum Orientation: Hashable, Sendable { case vertical, horizontal }

        public struct Row: Hashable, Sendable {
            public var position: Position
            public var value: Double
            public var color: MarkColor

            public init(position: Position, value: Double, color: MarkColor = .accent) {
                self.position = position
                self.value = value
                self.color = color
            }
        }

        public var rows: [Row]
        public var orientation: Orientation
    }

    /// Slices of a ring whose angles stand for values, with the sum in the middle.
    public struct Arc: Hashable, Sendable {
        public struct Row: Hashable, Sendable {
            public var name: String
            public var value: Double
            public var color: MarkColor

            public init(name: String, value: Double, color: MarkColor) {
                self.name = name
                self.value = value
                self.color = color
            }
        }

        public var rows: [Row]
    }

    /// Bars side by side over the bins of a number, as high as the bin's count.
    public struct Histogram: Hashable, Sendable {
        public struct Bin: Hashable, Sendable {
            public var from: Double
            /// Nil in a last bin that has no end.
            public var to: Double?
            public var count: Int

            public init(from: Double, to: Double?, count: Int) {
                self.from = from
                self.to = to
                self.count = count
            }
        }

        /// In order, each beginning where the one before it ends.
        public var bins: [Bin]
    }

    /// A line across the whole plot at one value of an axis.
    public struct Rule: Hashable, Sendable {
        public enum Axis: Hashable, Sendable { case x, y }

        public var axis: Axis
        public var value: Double
        public var label: String
    }

    /// A key figure: what it is, a number in large type, and a note.
    public struct Card: Hashable, Sendable {
        public var label: String
        public var figure: String
        public var note: String

        public init(label: String, figure: String, note: String) {
            self.label = label
            self.figure = figure
            self.note = note
        }
    }
}
