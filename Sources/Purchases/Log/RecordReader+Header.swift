extension RecordReader {
    /// Reads the first record, and returns the names it gives to the columns.
    mutating func header() throws(PurchaseLogError) -> [String] {
        switch try next() {
        case nil: throw .empty
        case .fault(.unclosedQuote, _): throw .unreadableHeader(.unclosedQuote)
        case .fault(.rowTooLong(let limit, _), _): throw .headerTooLong(limit: limit)
        case .fault: throw .unreadableHeader(.textAfterQuote)
        case .cells:
            guard fieldCount <= ColumnLayout.maximumCount else { throw .tooManyColumns(limit: ColumnLayout.maximumCount) }
            let bytes = buffer.span
            return cells.map { cell in
                let range = bytes.trimmed(cell.range)
                return String(decoding: buffer[range], as: UTF8.self)
            }
        }
    }
}
