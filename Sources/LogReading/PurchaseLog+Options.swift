extension PurchaseLog {
    /// How to read a log that does not speak for itself, and how much of it to bear.
    public struct Options: Hashable, Sendable {
        /// The encoding of the text; nil to tell it by its bytes.
        public var encoding: TextEncoding?
        public var delimiter: UInt8?
        /// The quote, of which there may be none; nil to find it.
        public var quote: UInt8??
        /// The line that names the columns, from 1; 0 where none does, and columns are called by their numbers.
        public var headerRow: Int?
        public var decimal: DecimalSign?
        public var currency: LogCurrency?
        /// Values that columns must have in rows that are kept; of several for one column any.
        public var keep: [RowFilter] = []
        /// The columns of fields that the header names otherwise.
        public var columns: [Field: String]
        /// Values of fields that no column holds.
        public var constants: [Field: String] = [:]
        /// Columns that hold no field, whatever their names.
        public var ignored: [String] = []
        /// The order of the dates; nil to tell it by the whole file.
        public var dateOrder: DateOrder?
        public var spending: SpendingSign?
        /// The sheet of a workbook, by its name or its number.
        public var sheet: String?
        /// The name of a known layout; nil to tell it by the header.
        public var profile: String?
        /// Whether the likelier answer is taken for every question.
        public var takesLikelier = false

        /// The longest row, in bytes without its line end; also the longest header.
        public var maximumRecordBytes: Int
        /// The longest log, in bytes after inflating: a small gzip can hold a very long one.
        public var maximumBytes: Int
        /// The size of the read buffer, which grows only for a longer row.
        var bufferBytes = 128 << 10

        public init(
            columns: [Field: String] = [:], dateOrder: DateOrder? = nil, maximumRecordBytes: Int = 1 << 20, maximumBytes: Int = 16 << 30
        ) {
            self.columns = columns
            self.dateOrder = dateOrder
            self.maximumRecordBytes = maximumRecordBytes
            self.maximumBytes = maximumBytes
        }

        /// Takes a mapping as a person writes it: `FIELD=COLUMN`, as in `date=Purchased on`.
        public mutating func map(_ mapping: String) throws(PurchaseLogError) {
            guard let equals = mapping.firstIndex(of: "="), mapping.index(after: equals) < mapping.endIndex else {
                throw .malformedMapping(String(excerptOf: mapping))
            }
            let name = String(mapping[..<equals])
            guard let field = Field(name: name) else { throw .unknownField(String(excerptOf: name)) }
            columns[field] = String(mapping[mapping.index(after: equals)...])
        }
    }
}

/// A value that a column must have in rows that are kept.
public struct RowFilter: Hashable, Sendable {
    public var column: String
    public var value: String

    public init(column: String, value: String) {
        self.column = column
        self.value = value
    }
}
