extension PurchaseLog {
    /// How to read a log whose columns or dates do not speak for themselves, and how much of it to bear.
    public struct Options: Hashable, Sendable {
        /// The columns of fields that the header names otherwise.
        public var columns: [Field: String]
        /// The order of the dates; nil to tell it by the whole file.
        public var dateOrder: DateOrder?
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
