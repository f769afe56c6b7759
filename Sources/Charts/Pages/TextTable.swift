/// Figures in rows and columns, as they are written for a reader.
public struct TextTable: Hashable, Sendable {
    public struct Column: Hashable, Sendable {
        public var heading: String
        /// Whether the column's texts are numbers, which end on one line.
        public var isNumber: Bool

        public init(_ heading: String, isNumber: Bool) {
            self.heading = heading
            self.isNumber = isNumber
        }
    }

    public var columns: [Column]
    /// As many texts in each row as there are columns.
    public var rows: [[String]]

    public init(columns: [Column], rows: [[String]]) {
        self.columns = columns
        self.rows = rows
    }
}
