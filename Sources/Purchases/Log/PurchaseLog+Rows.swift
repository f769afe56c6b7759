extension PurchaseLog {
    /// The rows of a log, read one after the other; memory does not grow with their number.
    public struct Rows: ~Copyable {
        private var records: RecordReader
        private var reader: PurchaseReader

        init(_ file: LogFile, options: Options, reader: PurchaseReader) throws(PurchaseLogError) {
            var records = RecordReader(try LogSource(file, maximumBytes: options.maximumBytes), options: options)
            _ = try records.header()
            records.width = records.fieldCount
            self.records = records
            self.reader = reader
        }

        /// How many bytes of the file on disk have been used, for a progress bar.
        public var bytesRead: Int { records.bytesRead }

        /// Reads the next row, or returns nil after the last.
        public mutating func next() throws(PurchaseLogError) -> Row? {
            switch try records.next() {
            case nil: return nil
            case .fault(let fault, let excerpt):
                return .rejected(
                    Rejection(line: records.line, value: excerpt, reason: fault.reason, explanation: fault.explanation))
            case .cells:
                do {
                    let buffer = records.buffer
                    let (purchase, repairs) = try reader.purchase(buffer.span, records.cells)
                    return .purchase(purchase, repairs)
                } catch {
                    return .rejected(rejection(of: error))
                }
            }
        }

        private func rejection(of fault: PurchaseReader.Fault) -> Rejection {
            let bytes = records.buffer.span
            let cell = bytes.trimmed(records.cells[fault.column].range)
            return Rejection(
                line: records.line,
                column: reader.layout.names[fault.column],
                value: String(excerptOf: bytes.extracting(cell)),
                reason: fault.reason,
                explanation: fault.explanation
            )
        }
    }
}

extension RecordScanner.Fault {
    fileprivate var reason: Rejection.Reason {
        switch self {
        case .unclosedQuote: .unclosedQuote
        case .textAfterQuote: .textAfterQuote
        case .rowTooLong: .rowTooLong
        case .fieldCount: .fieldCount
        }
    }

    fileprivate var explanation: String? {
        switch self {
        case .unclosedQuote, .textAfterQuote: nil
        case .rowTooLong(let limit, hasLineBreaks: false): "is longer than \(limit.grouped) bytes"
        case .rowTooLong(let limit, hasLineBreaks: true): "opens a quote that is not closed within \(limit.grouped) bytes"
        case .fieldCount(let found, let expected):
            "has \(found.grouped) \(found == 1 ? "field" : "fields") where the header has \(expected.grouped)"
        }
    }
}
