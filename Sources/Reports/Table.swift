public import Purchases

/// The figures of a report in rows and columns.
public struct Table: Hashable, Sendable {
    public enum Cell: Hashable, Sendable {
        case text(String)
        case integer(Int)
        case money(Money)
        /// Written to six decimals at most.
        case number(Double)
        /// A fraction of 1: a number to programs, percent to readers.
        case share(Double)
        case date(CalendarDate)
        case empty
    }

    public var columns: [String]
    /// As many cells in each row as there are columns.
    public var rows: [[Cell]]

    public init(columns: [String], rows: [[Cell]]) {
        self.columns = columns
        self.rows = rows
    }
}

extension Table {
    /// The table as RFC 4180 writes it, in UTF-8 without a byte order mark.
    ///
    /// A text that a spreadsheet would take for a formula gets a leading `'`
    /// (OWASP, "CSV Injection"); numbers never do.
    public var csv: [UInt8] {
        var bytes: [UInt8] = []
        Self.append(columns.map(Cell.text), to: &bytes)
        return bytes + csvRows
    }

    /// The rows alone, to go on with a table that is written bit by bit.
    public var csvRows: [UInt8] {
        var bytes: [UInt8] = []
        for row in rows { Self.append(row, to: &bytes) }
        return bytes
    }

    private static func append(_ row: [Cell], to bytes: inout [UInt8]) {
        for (index, cell) in row.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            switch cell {
            case .text(let text): append(text, to: &bytes)
            case .integer(let integer): bytes += String(integer).utf8
            case .money(let money): bytes += money.description.utf8
            case .number(let number), .share(let number): bytes += (number.isFinite ? JSON.text(of: number) : "").utf8
            case .date(let date): bytes += date.description.utf8
            case .empty: break
            }
        }
        bytes += [UInt8(ascii: "\r"), UInt8(ascii: "\n")]
    }

    private static func append(_ text: String, to bytes: inout [UInt8]) {
        let isFormula = text.utf8.first.map { "=+-@\t\r".utf8.contains($0) } ?? false
        let text = isFormula ? "'" + text : text
        guard text.utf8.contains(where: { ",\"\r\n".utf8.contains($0) }) else {
            bytes += text.utf8
            return
        }
        bytes.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            if byte == UInt8(ascii: "\"") { bytes.append(byte) }
            bytes.append(byte)
        }
        bytes.append(UInt8(ascii: "\""))
    }
}
