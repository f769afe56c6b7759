/// Finds the end of one record and its cells, after RFC 4180, in the dialect of the log.
struct RecordScanner {
    /// A field without its quotes.
    struct Cell {
        var range: Range<Int>
        /// Whether quotes within it are doubled or escaped.
        var hasEscapes = false
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

    let dialect: Dialect
    /// How many fields a record must have; nil for what stands above the rows.
    var width: Int?

    /// The cells of the last record; fields beyond the width are counted, not kept.
    private(set) var cells: [Cell] = []
    private(set) var fieldCount = 0
    private(set) var lineBreaks = 0
    private var hasEscapes = false
    private var hasContentBeyondWidth = false
    private let delimiter: UInt8
    /// The delimiter in each of eight bytes.
    private let delimiters: UInt64
    /// The quote, or a byte that UTF-8 never has.
    private let quote: UInt8

    init(dialect: Dialect = Dialect(), width: Int? = nil) {
        self.dialect = dialect
        self.width = width
        delimiter = dialect.delimiter
        quote = dialect.quote ?? 0xFF
        delimiters = UInt64(dialect.delimiter) * Self.everyByte
    }

    private static let everyByte: UInt64 = 0x0101_0101_0101_0101
    private static let lineFeeds = UInt64(UInt8.lineFeed) * everyByte

    /// Returns the highest bit of the first byte that is zero; bits of bytes above it may be set as well (Hacker's Delight, section 6-1).
    private static func zeroBytes(of word: UInt64) -> UInt64 { (word &- everyByte) & ~word & (0x80 * everyByte) }

    /// Scans the record that starts at `start`; `isLast` says that nothing follows `end`.
    mutating func scan(_ bytes: Span<UInt8>, from start: Int, upTo end: Int, isLast: Bool) -> Outcome {
        reset()
        var position = start
        while true {
            if let outcome = scanField(bytes, &position, end, isLast, isLenient: false) { return outcome }
        }
    }

    /// Scans the one line from `start` to `end` with quotes that were not doubled: only one before a delimiter or the end closes a field.
    ///
    /// - Returns: whether the line can be read so.
    mutating func scanLeniently(_ bytes: Span<UInt8>, from start: Int, upTo end: Int) -> Bool {
        reset()
        var position = start
        while true {
            guard let outcome = scanField(bytes, &position, end, true, isLenient: true) else { continue }
            if case .record = outcome { return lineBreaks == 0 && fieldCount == width }
            return false
        }
    }

    /// What is wrong with the number of fields of the last record, if anything.
    var widthFault: Fault? {
        guard let width else { return nil }
        let isWrong = dialect.padsRows ? fieldCount > width && hasContentBeyondWidth : fieldCount != width
        return isWrong ? .fieldCount(found: fieldCount, expected: width) : nil
    }

    private mutating func reset() {
        cells.removeAll(keepingCapacity: true)
        (fieldCount, lineBreaks) = (0, 0)
        (hasEscapes, hasContentBeyondWidth) = (false, false)
    }

    private mutating func scanField(
        _ bytes: Span<UInt8>, _ position: inout Int, _ end: Int, _ isLast: Bool, isLenient: Bool
    ) -> Outcome? {
        if dialect.skipsSpaces {
            var index = position
            while index < end, bytes[index] == .space { index += 1 }
            if index < end, bytes[index] == quote { position = index }
        }
        return position < end && bytes[position] == quote
            ? scanQuoted(bytes, &position, end, isLast, isLenient: isLenient) : scanPlain(bytes, &position, end, isLast)
    }

    /// Scans a field without quotes; nil when another follows at `position`.
    private mutating func scanPlain(_ bytes: Span<UInt8>, _ position: inout Int, _ end: Int, _ isLast: Bool) -> Outcome? {
        let start = position
        var index = start
        // Eight bytes at a time, as long as none of them ends the field.
        while index + 8 <= end {
            let word = UInt64(littleEndian: bytes.bytes.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self))
            let ends = Self.zeroBytes(of: word ^ delimiters) | Self.zeroBytes(of: word ^ Self.lineFeeds)
            guard ends == 0 else {
                index += ends.trailingZeroBitCount / 8
                break
            }
            index += 8
        }
        while index < end, bytes[index] != delimiter, bytes[index] != .lineFeed { index += 1 }
        guard index < end || isLast else { return .incomplete }
        if index < end, bytes[index] == delimiter {
            keep(Cell(range: start..<index), bytes)
            position = index + 1
            return nil
        }
        var contentEnd = index
        while contentEnd > start, bytes[contentEnd - 1] == .carriageReturn { contentEnd -= 1 }
        keep(Cell(range: start..<contentEnd), bytes)
        return .record(next: min(index + 1, end))
    }

    /// Scans a field that begins with a quote; nil when another follows at `position`.
    private mutating func scanQuoted(
        _ bytes: Span<UInt8>, _ position: inout Int, _ end: Int, _ isLast: Bool, isLenient: Bool
    ) -> Outcome? {
        let start = position + 1
        var index = start
        var hasEscapes = false
        while true {
            guard index < end else { return isLast ? .fault(.unclosedQuote) : .incomplete }
            switch bytes[index] {
            case UInt8(ascii: "\\") where dialect.escapesWithBackslash:
                guard index + 1 < end else { return isLast ? .fault(.unclosedQuote) : .incomplete }
                hasEscapes = true
                // An escaped line break is one still.
                index += bytes[index + 1] == .lineFeed ? 1 : 2
                continue
            case quote where isLenient && !closes(bytes, at: index, upTo: end): break
            case quote where !isLenient && index + 1 < end && bytes[index + 1] == quote:
                hasEscapes = true
                index += 2
                continue
            case quote:
                keep(Cell(range: start..<index, hasEscapes: hasEscapes), bytes)
                return afterQuote(bytes, &position, from: index + 1, end, isLast, isLenient: isLenient)
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

    /// Whether the quote at `index` stands, but for spaces, before a delimiter or the end of the line.
    private func closes(_ bytes: Span<UInt8>, at index: Int, upTo end: Int) -> Bool {
        var next = index + 1
        while next < end, bytes[next] == .space { next += 1 }
        return next == end || bytes[next] == delimiter || bytes[next] == .lineFeed || bytes[next] == .carriageReturn
    }

    /// Judges what stands after a closing quote: nil for a delimiter.
    private func afterQuote(
        _ bytes: Span<UInt8>, _ position: inout Int, from start: Int, _ end: Int, _ isLast: Bool, isLenient: Bool
    ) -> Outcome? {
        var index = start
        if isLenient || dialect.skipsSpaces { while index < end, bytes[index] == .space, delimiter != .space { index += 1 } }
        while index < end, bytes[index] == .carriageReturn { index += 1 }
        guard index < end else { return isLast ? .record(next: end) : .incomplete }
        if bytes[index] == .lineFeed { return .record(next: index + 1) }
        guard bytes[index] == delimiter, bytes[index - 1] != .carriageReturn else { return .fault(.textAfterQuote) }
        position = index + 1
        return nil
    }

    /// Writes the doubled or escaped quotes of the last record's cells as single ones, in place.
    mutating func removeEscapes(from bytes: inout [UInt8]) {
        guard hasEscapes else { return }
        for cell in cells.indices where cells[cell].hasEscapes {
            let range = cells[cell].range
            var (index, target) = (range.lowerBound, range.lowerBound)
            while index < range.upperBound {
                if index + 1 < range.upperBound, isEscape(bytes[index], before: bytes[index + 1]) { index += 1 }
                bytes[target] = bytes[index]
                index += 1
                target += 1
            }
            cells[cell] = Cell(range: range.lowerBound..<target)
        }
    }

    private func isEscape(_ byte: UInt8, before next: UInt8) -> Bool {
        let backslash = UInt8(ascii: "\\")
        if dialect.escapesWithBackslash, byte == backslash { return next == quote || next == backslash }
        return byte == quote && next == quote
    }

    /// Adds the empty cells that a row of a workbook leaves out.
    mutating func padCells(at end: Int) {
        guard dialect.padsRows, let width else { return }
        while cells.count < width { cells.append(Cell(range: end..<end)) }
    }

    private mutating func keep(_ cell: Cell, _ bytes: Span<UInt8>) {
        fieldCount += 1
        hasEscapes = hasEscapes || cell.hasEscapes
        if fieldCount <= width ?? ColumnLayout.maximumCount {
            cells.append(cell)
        } else if !hasContentBeyondWidth {
            hasContentBeyondWidth = !bytes.isBlank(cell.range)
        }
    }
}
