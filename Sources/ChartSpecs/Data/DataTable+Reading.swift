import Charts
import LogReading

/// Why data cannot be read: what is wrong, where, and what to do.
public struct DataFault: Error, Hashable, Sendable {
    public var reason: String

    public init(_ reason: String) { self.reason = reason }
}

extension DataTable {
    /// Reads CSV whose first row names the columns, cut by commas, semicolons, tabs or bars.
    ///
    /// - Parameter bytes: in UTF-8.
    public init(csv bytes: [UInt8]) throws(DataFault) {
        let table: CellTable
        do { table = try CellTable(bytes, limit: Self.pointLimit + 1) } catch {
            throw DataFault("in line \(error.line) \(error.reason)")
        }
        try self.init(rows: table.rows.map(\.cells), lines: table.rows.map(\.line))
    }

    /// Reads CSV that stands in an address: rows end with a line break, or with a semicolon where there is none.
    public init(csvInQuery text: String) throws(DataFault) {
        guard !text.utf8.contains(UInt8(ascii: "\n")), text.utf8.contains(UInt8(ascii: ";")) else {
            try self.init(csv: Array(text.utf8))
            return
        }
        // A semicolon within quotes belongs to its cell.
        var isQuoted = false
        let bytes = text.utf8.map { byte -> UInt8 in
            if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
            return byte == UInt8(ascii: ";") && !isQuoted ? UInt8(ascii: "\n") : byte
        }
        try self.init(csv: bytes)
    }

    private init(rows: [[String]], lines: [Int]) throws(DataFault) {
        guard let header = rows.first else { throw DataFault("there is nothing in it; the first row names the columns") }
        guard header.count <= Self.columnLimit else {
            throw DataFault("there are \(header.count) columns; at most \(Self.columnLimit) are allowed")
        }
        var names: [String] = []
        for (index, name) in header.enumerated() {
            let name = name.isEmpty ? "column \(index + 1)" : name
            guard !names.contains(name) else { throw DataFault("two columns are called \(name.quotedShort); rename one") }
            names.append(name)
        }
        let body = rows.dropFirst()
        columns = []
        for (index, name) in names.enumerated() {
            columns.append(Column(name, try Self.cells(of: body.map { $0[index] }, in: name, lines: lines.dropFirst())))
        }
    }

    /// Reads a column of texts: dates where all are, numbers where all are, names otherwise.
    static func cells(of texts: [String], in name: String, lines: some Collection<Int>) throws(DataFault) -> [Cell] {
        let known = texts.filter { !NumberText.isMissing($0) }
        guard !known.isEmpty else { return texts.map { $0.isEmpty ? .empty : .text($0) } }
        if known.allSatisfy({ DateText.position($0) != nil }) {
            let positions = texts.map { DateText.position($0) }
            var times = DateText.onOneAxis(positions.compactMap { $0 })[...]
            return positions.map { $0 == nil ? .empty : times.popFirst().map { .time($0) } ?? .empty }
        }
        let sign = NumberText.decimalSign(in: known)
        var cells: [Cell] = []
        for (text, line) in zip(texts, lines) {
            guard !NumberText.isMissing(text) else {
                cells.append(.empty)
                continue
            }
            do {
                cells.append(.number(try NumberText.written(text, sign)))
            } catch .tooLarge {
                throw DataFault("\(text.quotedShort) in line \(line), column \(name.quotedShort), is too large; 1e15 is the most")
            } catch {
                return texts.map { $0.isEmpty ? .empty : .text($0) }
            }
        }
        return cells
    }
}

extension DataTable {
    /// Reads pairs as an address has them: `Jan:120,Feb:140`, or numbers alone, as in `3,5,8`.
    ///
    /// A label with a comma or a colon stands in double quotes, which are doubled within; behind the last colon comes the value, and
    /// nothing where it is not known.
    ///
    /// - Parameter name: of the values.
    public init(pairs text: String, named name: String) throws(DataFault) {
        var labels: [String] = []
        var values: [Cell] = []
        var labelled = 0
        let items = Self.items(of: text)
        guard items.count <= Self.pointLimit else {
            throw DataFault("there are \(items.count) values; at most \(Self.pointLimit) are allowed")
        }
        for (index, item) in items.enumerated() {
            let value: String
            if let label = item.label {
                labelled += 1
                labels.append(label)
                value = item.value
            } else {
                labels.append("\(index + 1)")
                value = item.value
            }
            guard !NumberText.isMissing(value) else {
                guard item.label != nil || items.count > 1 else {
                    throw DataFault("is empty; write labels and values, as in Jan:120,Feb:140")
                }
                values.append(.empty)
                continue
            }
            do { values.append(.number(try NumberText.plain(value))) } catch {
                throw DataFault(
                    error == .tooLarge
                        ? "\(value.quotedShort) is too large; 1e15 is the most"
                        : "\(value.quotedShort) is not a number; write labels and values, as in Jan:120,Feb:140")
            }
        }
        guard labelled == 0 || labelled == items.count else {
            throw DataFault("some values have a label and some have none; write all as in Jan:120,Feb:140")
        }
        let x = labelled == 0 ? labels.map { Cell.text($0) } : try Self.cells(of: labels, in: "label", lines: labels.indices.map { $0 + 1 })
        // Labels that look like numbers stay as they are written.
        let hasTimes = x.contains { if case .time = $0 { true } else { false } }
        columns = [Column("label", hasTimes ? x : labels.map { .text($0) }), Column(name, values)]
    }

    private static func items(of text: String) -> [(label: String?, value: String)] {
        var items: [(String?, String)] = []
        var (label, current, isQuoted): (String?, String, Bool) = (nil, "", false)
        func trimmed(_ text: String) -> String {
            String(text.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
        }
        var rest = text[...]
        while let character = rest.popFirst() {
            switch character {
            case "\"" where isQuoted && rest.first == "\"":
                current.append("\"")
                rest.removeFirst()
            case "\"" where isQuoted || trimmed(current).isEmpty: isQuoted.toggle()
            case ":" where !isQuoted:
                label = label.map { "\($0):\(current)" } ?? current
                current = ""
            case "," where !isQuoted:
                items.append((label.map(trimmed), trimmed(current)))
                (label, current) = (nil, "")
            default: current.append(character)
            }
        }
        items.append((label.map(trimmed), trimmed(current)))
        // A comma at the end is one too many.
        if items.count > 1, let last = items.last, last.0 == nil, last.1.isEmpty { items.removeLast() }
        return items
    }
}

extension String {
    /// The text in quotes, shortened to what a message has room for.
    var quotedShort: String {
        let visible = String(prefix(60).map { $0.isNewline ? " " : $0 })
        return "'\(visible)\(count > 60 ? "…" : "")'"
    }
}
