/// The first rows of a log, cut in one dialect.
struct SampleTable {
    struct Row {
        /// The line where it starts, from 1.
        var line: Int
        var cells: [String]
    }

    private(set) var rows: [Row] = []
    /// Lines that could not be cut.
    private(set) var faults = 0

    /// As many rows as are looked at.
    static let rowLimit = 500

    /// - Parameter text: in UTF-8; a last line that is cut off is left out by the caller.
    init(_ text: [UInt8], dialect: Dialect, options: PurchaseLog.Options, limit: Int = rowLimit) {
        var options = options
        options.bufferBytes = max(min(text.count + 1, 64 << 10), 4)
        let source = LogSource(MemoryStream(text), maximumBytes: .max)
        var records = RecordReader(source, dialect: dialect, options: options)
        while rows.count + faults < limit, let record = try? records.next() {
            guard case .cells = record else {
                faults += 1
                continue
            }
            let bytes = records.buffer.span
            let cells = records.cells.map { String(decoding: records.buffer[bytes.content($0.range)], as: UTF8.self) }
            // Fields beyond the most that are kept still count.
            rows.append(Row(line: records.line, cells: cells + Array(repeating: "", count: max(records.fieldCount - cells.count, 0))))
        }
    }
}

extension SampleTable.Row {
    var isBlank: Bool { cells.allSatisfy(\.isEmpty) }
}

extension Span<UInt8> {
    /// Returns the part of `range` that says something: without white space at its ends, and without what Excel puts around a text that is to
    /// stay one, as in `="00123"`.
    func content(_ range: Range<Int>) -> Range<Int> {
        let range = trimmed(range)
        guard range.count >= 3, self[range.lowerBound] == UInt8(ascii: "="), self[range.lowerBound + 1] == .quote,
            self[range.upperBound - 1] == .quote
        else { return range }
        return range.count == 3 ? range.upperBound..<range.upperBound : trimmed(range.lowerBound + 2..<range.upperBound - 1)
    }
}
