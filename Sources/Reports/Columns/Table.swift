import Charts
public import Purchases

/// The values of an answer in rows and columns.
public struct Table: Hashable, Sendable {
    public struct Column: Hashable, Sendable {
        /// As CSV names it.
        public var name: String
        var kind: ValueKind
        var heading: Heading
        /// The place among the columns that say what the chart shows; nil for the others.
        var rank: Int?

        init(name: String, kind: ValueKind, heading: Heading, rank: Int? = nil) {
            self.name = name
            self.kind = kind
            self.heading = heading
            self.rank = rank
        }
    }

    public enum Cell: Hashable, Sendable {
        case text(String)
        case integer(Int)
        case quantity(Quantity)
        case price(UnitPrice)
        case money(Money)
        /// Written to six decimals at most.
        case number(Double)
        /// A fraction of 1: a number to programs, percent to readers.
        case share(Double)
        case date(CalendarDate)
        case empty

        /// Returns a cell of a value that may be missing.
        static func optional<Value>(_ value: Value?, _ cell: (Value) -> Cell) -> Cell { value.map(cell) ?? .empty }
    }

    public var columns: [Column]
    /// As many cells in each row as there are columns.
    public var rows: [[Cell]]

    init(columns: [Column], rows: [[Cell]]) {
        self.columns = columns
        self.rows = rows
    }

    /// Makes a table that nobody reads but programs.
    public init(columns names: [String], rows: [[Cell]]) {
        self.init(columns: names.map { Column(name: $0, kind: .mixed, heading: .name($0)) }, rows: rows)
    }
}

extension Table {
    /// Returns the columns that say what the chart shows: those with a rank, in its order, or all where none has one.
    func main(for presentation: Presentation) -> Table {
        let ranked = columns.indices.filter { columns[$0].rank != nil }.sorted { columns[$0].rank ?? 0 < columns[$1].rank ?? 0 }
        guard !ranked.isEmpty else { return self }
        // Where amounts are shares, one column of them is enough.
        let hasShares = !presentation.keepsMoney && ranked.contains { columns[$0].kind == .share }
        return keeping(ranked.filter { !hasShares || columns[$0].kind != .money })
    }

    /// Returns the table with some of its columns, in that order.
    func keeping(_ indices: [Int]) -> Table {
        Table(columns: indices.map { columns[$0] }, rows: rows.map { row in indices.map { row[$0] } })
    }

    /// Returns the table with all columns of amounts after the first `count` as their sums in one.
    func addingUp(columnsAfter count: Int, as name: String) -> Table {
        // One column that would stand for one other saves nothing.
        guard columns.count > count + 1 else { return self }
        var rest = columns[count]
        (rest.name, rest.heading) = (name, .name(name))
        return Table(columns: columns.prefix(count) + [rest], rows: rows.map { $0.prefix(count) + [Cell(sumOf: $0.dropFirst(count))] })
    }
}

extension Table.Cell {
    /// The sum of amounts, whether they are told as money or as shares.
    fileprivate init(sumOf cells: ArraySlice<Table.Cell>) {
        let shares = cells.compactMap { if case .share(let share) = $0 { share } else { nil } }
        if shares.isEmpty {
            self = .money(cells.reduce(.zero) { if case .money(let money) = $1 { $0 + money } else { $0 } })
        } else {
            self = .share(shares.reduce(0, +).rounded(toDecimals: 3))
        }
    }

    /// The value in JSON.
    var json: JSON {
        switch self {
        case .text(let text): .string(text)
        case .integer(let integer): .integer(integer)
        case .quantity(let quantity): .number(quantity.amount)
        case .price(let price): .price(price)
        case .money(let money): .money(money)
        case .number(let number): .number(number)
        case .share(let share): .number(share)
        case .date(let date): .date(date)
        case .empty: .null
        }
    }
}

extension Table {
    /// The table as RFC 4180 writes it, in UTF-8 without a byte order mark.
    ///
    /// A text that a spreadsheet would take for a formula gets a leading `'`
    /// (OWASP, "CSV Injection"); numbers never do.
    public var csv: [UInt8] {
        var bytes: [UInt8] = []
        Self.append(columns.map { .text($0.name) }, to: &bytes)
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
            case .quantity(let quantity): bytes += quantity.description.utf8
            case .price(let price): bytes += price.description.utf8
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
        bytes.append(cell: isFormula ? "'" + text : text)
    }
}

extension [UInt8] {
    /// Appends a text as a cell of CSV, in quotes where it needs them (RFC 4180).
    package mutating func append(cell text: String) {
        guard text.utf8.contains(where: { ",\"\r\n".utf8.contains($0) }) else {
            self += text.utf8
            return
        }
        append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            if byte == UInt8(ascii: "\"") { append(byte) }
            append(byte)
        }
        append(UInt8(ascii: "\""))
    }
}
