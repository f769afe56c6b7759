/// Anyone's rows of cells, cut as a purchase log is, with nothing known of what the cells hold.
package struct CellTable: Sendable {
    package struct Row: Hashable, Sendable {
        /// The line where it starts, from 1.
        package var line: Int
        package var cells: [String]
    }

    /// Why a text is no table, and in which line.
    package struct Fault: Error, Hashable, Sendable {
        package var line: Int
        package var reason: String
    }

    /// Rows of as many cells as the first, blank lines left out.
    package private(set) var rows: [Row] = []

    /// Cuts a text, by the delimiter that explains it best where none is given.
    ///
    /// - Parameters:
    ///   - text: in UTF-8.
    ///   - delimiter: nil for a comma, a semicolon, a tab or a bar, whatever the text is cut by.
    ///   - limit: the most rows.
    /// - Throws: the first fault: one row that cannot be read would change the picture.
    package init(_ text: [UInt8], delimiter: UInt8? = nil, limit: Int) throws(Fault) {
        guard String(validating: text, as: UTF8.self) != nil else { throw Fault(line: 1, reason: "the text is not UTF-8") }
        var options = PurchaseLog.Options()
        options.delimiter = delimiter
        options.bufferBytes = max(min(text.count + 1, 64 << 10), 4)
        var head = text.prefix(32 << 10)
        if head.count < text.count, let end = head.lastIndex(of: .lineFeed) { head = head[...end] }
        let dialect = DialectFinder(text: Array(head), options: options).best().dialect
        let source = LogSource(MemoryStream(text), mapsReturns: !text.contains(.lineFeed), maximumBytes: .max)
        var records = RecordReader(source, dialect: dialect, options: options)
        do {
            while let record = try records.next() {
                if case .fault(let fault, _) = record { throw Fault(line: records.line, reason: fault.words) }
                if rows.isEmpty { records.width = records.fieldCount }
                guard rows.count < limit else { throw Fault(line: records.line, reason: "there are more than \(limit) rows; send fewer") }
                let bytes = records.buffer.span
                rows.append(
                    Row(
                        line: records.line,
                        cells: records.cells.map { String(decoding: records.buffer[bytes.content($0.range)], as: UTF8.self) }))
            }
        } catch let fault as Fault {
            throw fault
        } catch {
            throw Fault(line: records.line, reason: "the text cannot be read")
        }
    }
}

extension RecordScanner.Fault {
    fileprivate var words: String {
        switch self {
        case .unclosedQuote: "a quote is opened and not closed"
        case .textAfterQuote: "something stands behind a closing quote; double the quotes within a cell"
        case .rowTooLong(let limit, _): "the row has more than \(limit) bytes"
        case .fieldCount(let found, let expected): "there are \(found) cells where the first row has \(expected)"
        }
    }
}
