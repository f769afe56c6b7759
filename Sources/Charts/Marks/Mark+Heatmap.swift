extension Mark {
    /// A grid of cells whose colors stand for values, from light to dark.
    ///
    /// Values are written in the format of the chart's y axis.
    public struct Heatmap: Hashable, Sendable {
        /// From left to right.
        public var columns: [Position]
        /// From top to bottom.
        public var rows: [String]
        /// A list for each row, with a value for each column; nil, or an end of the list, where nothing is known.
        public var values: [[Double?]]
        public var scale: Scale

        /// Which colors stand for which values.
        public enum Scale: Hashable, Sendable {
            /// One hue; the largest value stands out most.
            case sequential
            /// Two hues, one on either side of a value; what is farthest from it stands out most.
            case diverging(around: Double)
        }

        public init(columns: [Position], rows: [String], values: [[Double?]], scale: Scale = .sequential) {
            self.columns = columns
            self.rows = rows
            self.values = values
            self.scale = scale
        }
    }
}

extension Mark.Heatmap {
    func value(row: Int, column: Int) -> Double? {
        values.indices.contains(row) && values[row].indices.contains(column) ? values[row][column] : nil
    }
}
