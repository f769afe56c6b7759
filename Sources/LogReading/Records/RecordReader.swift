/// Cuts a log into records, in one buffer that grows only to the longest record allowed.
///
/// A record at fault costs its first line alone: reading goes on with the next line of the file,
/// so that one stray quote never swallows good rows.
struct RecordReader: ~Copyable {
    enum Record {
        /// The cells are in `cells`, as ranges of `buffer`.
        case cells
        case fault(RecordScanner.Fault, excerpt: String)
    }

    /// The line where the last record starts, from 1.
    private(set) var line = 0
    /// Whether quotes within the last record were neither doubled nor escaped.
    private(set) var hasBareQuotes = false
    private(set) var buffer: [UInt8]
    private let source: LogSource
    private let maximumRecordBytes: Int
    private var scanner: RecordScanner
    // What is read but not used yet: buffer[start..<end].
    private var start = 0
    private var end = 0
    private var nextLine = 1
    private var isExhausted = false

    init(_ source: LogSource, dialect: Dialect, options: PurchaseLog.Options) {
        self.source = source
        scanner = RecordScanner(dialect: dialect)
        maximumRecordBytes = min(max(options.maximumRecordBytes, 1), 1 << 30)
        buffer = [UInt8](repeating: 0, count: max(options.bufferBytes, 4))
    }

    /// How many bytes of the file have been used.
    var bytesRead: Int { source.bytesRead }

    /// What the bytes so far say about being UTF-8.
    var encodingCensus: UTF8Census { source.census }

    /// How many fields each record must have; nil for what stands above the rows.
    var width: Int? {
        get { scanner.width }
        set { scanner.width = newValue }
    }

    var cells: [RecordScanner.Cell] { scanner.cells }
    /// How many fields the record has, of which `cells` has the first.
    var fieldCount: Int { scanner.fieldCount }

    /// Reads the next record that is not a blank line, or returns nil at the end.
    mutating func next() throws(PurchaseLogError) -> Record? {
        if line == 0 { try skipByteOrderMark() }
        hasBareQuotes = false
        while true {
            if start == end, isExhausted { return nil }
            line = nextLine
            // A record may be followed by a line end of two bytes; what is longer is not looked at,
            // so that the size of the buffer never shows in the result.
            let longest = maximumRecordBytes + 2
            let isCapped = end - start >= longest
            switch scan(upTo: isCapped ? start + longest : end, isLast: isExhausted && !isCapped) {
            case .record(let next):
                let content = start..<endOfContent(before: next)
                if content.count > maximumRecordBytes { return try skipLine(at: rowTooLong) }
                let isBlank = scanner.fieldCount == 1 && scanner.lineBreaks == 0 && buffer.span.isBlank(content)
                if !isBlank, let fault = scanner.widthFault { return try skipLine(at: fault) }
                start = next
                nextLine += scanner.lineBreaks + 1
                if isBlank { continue }
                scanner.removeEscapes(from: &buffer)
                scanner.padCells(at: start)
                return .cells
            case .fault(.textAfterQuote):
                return try readLeniently() ? .cells : skipLine(at: .textAfterQuote)
            case .fault(let fault):
                return try skipLine(at: fault)
            case .incomplete where isCapped:
                return try skipLine(at: rowTooLong)
            case .incomplete:
                try refill()
            }
        }
    }

    /// Reads the line at `start` again where its quotes were not doubled, as in `"TV 55" LED"`; it must have as many fields as the others.
    private mutating func readLeniently() throws(PurchaseLogError) -> Bool {
        while lineFeed() == nil, end - start <= maximumRecordBytes, !isExhausted { try refill() }
        let lineEnd = lineFeed() ?? end
        guard lineEnd - start <= maximumRecordBytes else { return false }
        // A span of a property borrows all of `self`; one of a local does not.
        let buffer = buffer
        guard scanner.scanLeniently(buffer.span, from: start, upTo: lineEnd) else { return false }
        start = min(lineEnd + 1, end)
        nextLine += 1
        hasBareQuotes = true
        return true
    }

    private mutating func skipByteOrderMark() throws(PurchaseLogError) {
        try refill()
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        if buffer[..<end].starts(with: mark) { start = mark.count }
    }

    private mutating func scan(upTo end: Int, isLast: Bool) -> RecordScanner.Outcome {
        let buffer = buffer
        return scanner.scan(buffer.span, from: start, upTo: end, isLast: isLast)
    }

    private var rowTooLong: RecordScanner.Fault {
        .rowTooLong(limit: maximumRecordBytes, hasLineBreaks: scanner.lineBreaks > 0)
    }

    private func endOfContent(before next: Int) -> Int {
        guard next > start, buffer[next - 1] == .lineFeed else { return next }
        return next - 1 > start && buffer[next - 2] == .carriageReturn ? next - 2 : next - 1
    }

    /// Leaves the line at `start` behind, however long it is.
    private mutating func skipLine(at fault: RecordScanner.Fault) throws(PurchaseLogError) -> Record {
        // As much as an excerpt can show.
        while lineFeed() == nil, end - start < 1024, !isExhausted { try refill() }
        var lineEnd = lineFeed() ?? end
        if lineEnd > start, buffer[lineEnd - 1] == .carriageReturn { lineEnd -= 1 }
        let excerpt = String(excerptOf: buffer.span.extracting(start..<lineEnd))

        while true {
            if let lineFeed = lineFeed() {
                start = lineFeed + 1
                break
            }
            start = end
            if isExhausted { break }
            try refill()
        }
        nextLine += 1
        return .fault(fault, excerpt: excerpt)
    }

    /// The offset of the first line feed that is read but not used yet.
    private func lineFeed() -> Int? {
        let bytes = buffer.span
        var index = start
        while index < end {
            if bytes[index] == .lineFeed { return index }
            index += 1
        }
        return nil
    }

    /// Moves what is not used yet to the front of the buffer, and fills the rest.
    private mutating func refill() throws(PurchaseLogError) {
        let unused = end - start
        if unused == buffer.count {
            let growth = min(buffer.count, max(maximumRecordBytes + 2 - buffer.count, 1024))
            buffer.append(contentsOf: repeatElement(0, count: growth))
        }
        let from = start
        let filled = try buffer.withUnsafeMutableBufferPointer { [source] buffer throws(PurchaseLogError) in
            let bytes = UnsafeMutableRawBufferPointer(buffer)
            bytes.copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[from..<from + unused]))
            return unused + (try source.read(into: UnsafeMutableRawBufferPointer(rebasing: bytes[unused...])))
        }
        (start, end, isExhausted) = (0, filled, filled < buffer.count)
    }
}
