/// Finds the end of one record and its cells, after RFC 4180.
struct RecordScanner {
    /// A field without its quotes.
    struct Cell {
        var range: Range<Int>
        var hasDoubledQuotes = false
    }

    enum Outcome: Equatable {
        /// The next record starts at this offset.
        case record(next: Int)
        case fault(Fault)
        /// The record does not end within what was given.
        case incomplete
    }

    enum Fault: Hashable {
        case unclosedQuote
        case textAfterQuote
        case rowTooLong(limit: Int, hasLineBreaks: Bool)
        case fieldCount(found: Int, expected: Int)
    }

    /// How many fields a record must have; nil for the header, which decides it.
    var width: Int?

    /// The cells of the last record; fields beyond the width are counted, not kept.
    private(set) var cells: [Cell] = []
    private(set) var fieldCount = 0
    private(set) var lineBreaks = 0
    private var hasDoubledQuotes = false
    private var hasContentBeyondWidth = false

    /// Scans the record that starts at `start`; `isLast` says that nothing follows `end`.
    mutating func scan(_ bytes: Span<UInt8>, from start: Int, upTo end: Int, isLast: Bool) -> Outcome {
        cells.removeAll(keepingCapacity: true)
        (fieldCount, lineBreaks) = (0, 0)
        (hasDoubledQuotes, hasContentBeyondWidth) = (false, false)
        var position = start
        while true {
            let outcome =
                position < end && bytes[position] == .quote
                ? scanQuoted(bytes, &position, end, isLast) : scanPlain(bytes, &position, end, isLast)
            if let outcome { return outcome }
        }
    }

    /// What is wrong with the number of fields of the last record, if anything.
    var widthFault: Fault? {
        guard let width, fieldCount < width || hasContentBeyondWidth else { return nil }
        return .fieldCount(found: fieldCount, expected: width)
    }

    /// Scans a field without quotes; nil when another follows at `position`.
    private mutating func scanPlain(_ bytes: Span<UInt8>, _ position: inout Int, _ end: Int, _ isLast: Bool) -> Outcome? {
        let start = position
        var index = start
        while index < end, bytes[index] != .comma, bytes[index] != .lineFeed { index += 1 }
        guard index < end || isLast else { return .incomplete }
        if index < end, bytes[index] == .comma {
            keep(Cell(range: start..<index), bytes)
            position = index + 1
            return nil
        }
        let hasReturn = index > start && bytes[index - 1] == .carriageReturn
        keep(Cell(range: start..<(hasReturn ? index - 1 : index)), bytes)
        return .record(next: min(index + 1, end))
    }

    /// Scans a field that begins with a quote; nil when another follows at `position`.
    private mutating func scanQuoted(_ bytes: Span<UInt8>, _ position: inout Int, _ end: Int, _ isLast: Bool) -> Outcome? {
        let start = position + 1
        var index = start
        var hasDoubledQuotes = false
        while true {
            guard index < end else { return isLast ? .fault(.unclosedQuote) : .incomplete }
            switch bytes[index] {
            case .quote where index + 1 < end && bytes[index + 1] == .quote:
                hasDoubledQuotes = true
                index += 2
                continue
            case .quote:
                keep(Cell(range: start..<index, hasDoubledQuotes: hasDoubledQuotes), bytes)
                position = index + 2
                return afterQuote(bytes, index + 1, end, isLast)
            case .lineFeed:
                lineBreaks += 1
                // Each line that both closes and opens a quote adds a field: stopping here keeps a hostile file
                // from being scanned again from each of its lines to the limit of a record.
                if let width, fieldCount >= width { return .fault(.fieldCount(found: fieldCount + 1, expected: width)) }
            default: break
            }
            index += 1
        }
    }

    /// Judges what stands after a closing quote: nil for a comma.
    private func afterQuote(_ bytes: Span<UInt8>, _ index: Int, _ end: Int, _ isLast: Bool) -> Outcome? {
        guard index < end else { return isLast ? .record(next: end) : .incomplete }
        switch bytes[index] {
        case .comma: return nil
        case .lineFeed: return .record(next: index + 1)
        case .carriageReturn:
            guard index + 1 < end else { return isLast ? .record(next: end) : .incomplete }
            return bytes[index + 1] == .lineFeed ? .record(next: index + 2) : .fault(.textAfterQuote)
        default: return .fault(.textAfterQuote)
        }
    }

    /// Writes the doubled quotes of the last record's cells as single ones, in place.
    mutating func removeDoubledQuotes(from bytes: inout [UInt8]) {
        guard hasDoubledQuotes else { return }
        for cell in cells.indices where cells[cell].hasDoubledQuotes {
            let range = cells[cell].range
            var (index, target) = (range.lowerBound, range.lowerBound)
            while index < range.upperBound {
                bytes[target] = bytes[index]
                index += bytes[index] == .quote ? 2 : 1
                target += 1
            }
            cells[cell] = Cell(range: range.lowerBound..<target)
        }
    }

    private mutating func keep(_ cell: Cell, _ bytes: Span<UInt8>) {
        fieldCount += 1
        hasDoubledQuotes = hasDoubledQuotes || cell.hasDoubledQuotes
        if fieldCount <= width ?? ColumnLayout.maximumCount {
            cells.append(cell)
        } else if !hasContentBeyondWidth {
            hasContentBeyondWidth = !bytes.isBlank(cell.range)
        }
    }
}
