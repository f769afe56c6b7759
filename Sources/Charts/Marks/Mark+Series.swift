extension Mark {
    /// Values of one kind at the positions that several kinds share.
    public struct Series: Hashable, Sendable {
        public var name: String
        /// As many as there are positions; nil where nothing is known.
        public var values: [Double?]
        public var color: MarkColor

        public init(name: String, values: [Double?], color: MarkColor) {
            self.name = name
            self.values = values
            self.color = color
        }
    }

    /// Bars of several series at each position: one on the other, or side by side.
    public struct Stack: Hashable, Sendable {
        public enum Arrangement: Hashable, Sendable { case stacked, grouped }

        public var positions: [Position]
        public var series: [Series]
        public var arrangement: Arrangement
        /// The place of the position whose period is not over yet: its bars are hatched.
        public var unfinished: Int?
        /// The sum at each position, where the values are too coarse to be added up; nil for their sums.
        public var totals: [Double]?

        public init(
            positions: [Position], series: [Series], arrangement: Arrangement = .stacked, unfinished: Int? = nil
        ) {
            self.positions = positions
            self.series = series
            self.arrangement = arrangement
            self.unfinished = unfinished
        }
    }

    /// A line for each series, broken where a value is missing.
    ///
    /// Lines in the neutral color are the rest: drawn behind the others and not labelled.
    public struct Line: Hashable, Sendable {
        public enum Interpolation: Hashable, Sendable {
            case linear
            /// A value holds until the next one.
            case step
        }

        public var positions: [Position]
        public var series: [Series]
        public var interpolation: Interpolation
        /// Whether the axis begins at zero; prices may not.
        public var includesZero: Bool
        /// The place of the position whose period is not over yet: the way to it is dashed.
        public var unfinished: Int?

        public init(
            positions: [Position], series: [Series], interpolation: Interpolation = .linear, includesZero: Bool = true,
            unfinished: Int? = nil
        ) {
            self.positions = positions
            self.series = series
            self.interpolation = interpolation
            self.includesZero = includesZero
            self.unfinished = unfinished
        }
    }

    /// The areas under series, one on the other, from zero. Values are not negative; a missing one is zero.
    public struct Area: Hashable, Sendable {
        public var positions: [Position]
        public var series: [Series]
        /// The place of the position whose period is not over yet: the way to it is hatched.
        public var unfinished: Int?
        /// The sum at each position, where the values are too coarse to be added up; nil for their sums.
        public var totals: [Double]?

        public init(positions: [Position], series: [Series], unfinished: Int? = nil) {
            self.positions = positions
            self.series = series
            self.unfinished = unfinished
        }
    }

    /// A dot for each value that is known: for values whose distance from zero says nothing, as prices.
    public struct Dots: Hashable, Sendable {
        public var positions: [Position]
        public var series: [Series]
        /// Whether the axis begins at zero.
        public var includesZero: Bool

        public init(positions: [Position], series: [Series], includesZero: Bool = false) {
            self.positions = positions
            self.series = series
            self.includesZero = includesZero
        }
    }
}

/// What marks of several series have in common.
protocol SeriesMark {
    var positions: [Position] { get }
    var series: [Mark.Series] { get }
    /// The sums that are told; nil for those of the values.
    var totals: [Double]? { get }
}

extension Mark.Stack: SeriesMark {}
extension Mark.Line: SeriesMark {}
extension Mark.Area: SeriesMark {}
extension Mark.Dots: SeriesMark {}

extension SeriesMark {
    /// The places of positions at which anything is known.
    var knownIndices: [Int] { positions.indices.filter { index in series.contains { $0.values[index] != nil } } }

    var totals: [Double]? { nil }

    /// The sum over all series at a position, as it is told.
    func total(at index: Int) -> Double { totals?[index] ?? sum(at: index) }

    /// The sum over all series at a position, as it is drawn.
    func sum(at index: Int) -> Double { series.reduce(0) { $0 + ($1.values[index] ?? 0) } }
}
