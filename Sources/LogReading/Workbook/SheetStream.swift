import Purchases

/// A sheet of a workbook as CSV: all cells quoted where they must be, dates as ISO 8601 writes them, rows on the lines of their numbers.
final class SheetStream: ByteStream {
    private let member: ZipMember
    private let events: XMLEvents
    private let builder: SheetBuilder
    private var chunk = [UInt8](repeating: 0, count: 32 << 10)
    private var outputStart = 0
    private var isExhausted = false

    init(_ workbook: Workbook, sheet: Int, in file: LogFile) throws(PurchaseLogError) {
        member = try ZipArchive(file).open(workbook.sheets[sheet].member)
        builder = SheetBuilder(workbook)
        events = try XMLEvents()
        events.onStart = builder.start
        events.onEnd = builder.end
        events.onText = builder.text
    }

    var bytesRead: Int { member.bytesRead }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws(PurchaseLogError) -> Int {
        var filled = 0
        while filled < buffer.count {
            if outputStart == builder.output.count {
                builder.output.removeAll(keepingCapacity: true)
                outputStart = 0
                if isExhausted { break }
                try parseMore()
                continue
            }
            let count = min(buffer.count - filled, builder.output.count - outputStart)
            builder.output.withUnsafeBytes { bytes in
                UnsafeMutableRawBufferPointer(rebasing: buffer[filled...])
                    .copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[outputStart..<outputStart + count]))
            }
            outputStart += count
            filled += count
        }
        return filled
    }

    private func parseMore() throws(PurchaseLogError) {
        let count = try chunk.fill { [member] chunk throws(PurchaseLogError) in try member.read(into: chunk) }
        isExhausted = count < chunk.count
        guard chunk.withUnsafeBytes({ events.parse(UnsafeRawBufferPointer(rebasing: $0[..<count]), isLast: isExhausted) }) else {
            throw .damagedArchive(reason: "the XML of its sheet cannot be read")
        }
        guard !builder.isTooLong else { throw .damagedArchive(reason: "a cell of its sheet has more than \(SheetBuilder.cellLimit) bytes") }
    }
}

/// Writes rows of CSV as the elements of a sheet come.
private final class SheetBuilder {
    var output: [UInt8] = []
    private(set) var isTooLong = false
    private let workbook: Workbook
    private var row = 0
    private var column = 0
    private var writtenColumns = 0
    private var kind = ""
    private var style = 0
    private var value: [UInt8] = []
    private var isInValue = false

    static let cellLimit = 1 << 20
    /// As many rows as Excel has.
    private static let rowLimit = 1 << 20

    init(_ workbook: Workbook) { self.workbook = workbook }

    func start(_ name: String, _ attributes: [String: String]) {
        switch name {
        case "row":
            let number = attributes["r"].flatMap(Int.init) ?? row + 1
            // Rows that the sheet leaves out are empty lines, so that a line's number is the row's.
            while row + 1 < min(number, Self.rowLimit) {
                output.append(.lineFeed)
                row += 1
            }
            row += 1
            (column, writtenColumns) = (0, 0)
        case "c":
            column = attributes["r"].flatMap(Self.column) ?? column
            kind = attributes["t"] ?? "n"
            style = attributes["s"].flatMap(Int.init) ?? 0
            value.removeAll(keepingCapacity: true)
        case "v", "t": isInValue = true
        default: break
        }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard isInValue else { return }
        if value.count + bytes.count > Self.cellLimit { isTooLong = true } else { value += bytes }
    }

    func end(_ name: String) {
        switch name {
        case "v", "t": isInValue = false
        case "c":
            if column < 20_000 { writeCell() }
            column += 1
        case "row": output.append(.lineFeed)
        default: break
        }
    }

    private func writeCell() {
        while writtenColumns < column {
            output.append(.comma)
            writtenColumns += 1
        }
        let content: ArraySlice<UInt8> =
            switch kind {
            case "s": Int(String(decoding: value, as: UTF8.self)).map(workbook.text) ?? []
            case "n" where workbook.isDate(style: style): date()
            case "e": []
            default: value[...]
            }
        let needsQuotes = content.contains { $0 == .comma || $0 == .quote || $0 == .lineFeed || $0 == .carriageReturn }
        guard needsQuotes else {
            output += content
            return
        }
        output.append(.quote)
        for byte in content {
            if byte == .quote { output.append(.quote) }
            output.append(byte)
        }
        output.append(.quote)
    }

    /// The day that the value counts, as ISO 8601 writes it; the value itself when it counts none.
    private func date() -> ArraySlice<UInt8> {
        guard let days = Double(String(decoding: value, as: UTF8.self)), (1...2_958_465).contains(days) else { return value[...] }
        let epoch = workbook.countsFrom1904 ? -24_107 : -25_569
        return Array(CalendarDate(dayNumber: epoch + Int(days)).description.utf8)[...]
    }

    /// The column of a reference such as `AB12`, from 0.
    private static func column(_ reference: String) -> Int? {
        var column = 0
        for byte in reference.utf8 {
            guard byte.isLetter else { break }
            column = min(column * 26 + Int(byte & 0x1F), 1 << 20)
        }
        return column > 0 ? column - 1 : nil
    }
}
