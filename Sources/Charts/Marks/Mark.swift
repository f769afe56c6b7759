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
    case dots(Dots)
    case heatmap(Heatmap)
    case timeline(Timeline)
    case waterfall(Waterfall)
    case sparkline(Sparkline)

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
        /// The place of the row whose period is not over yet: its bar is hatched.
        public var unfinished: Int?

        public init(rows: [Row], orientation: Orientation = .vertical, unfinished: Int? = nil) {
            self.rows = rows
            self.orientation = orientation
            self.unfinished = unfinished
        }
    }

    /// Slices whose angles stand for values: a ring with the sum in its hole, or a pie.
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

        public enum Shape: Hashable, Sendable { case ring, pie }

        public var rows: [Row]
        public var shape: Shape

        public init(rows: [Row], shape: Shape = .ring) {
            self.rows = rows
            self.shape = shape
        }
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
}
