public import Charts

extension DataTable {
    /// Reads a number as it stands in a query.
    public static func number(_ text: String) throws(DataFault) -> Double {
        do { return try NumberText.plain(text) } catch {
            throw DataFault(
                error == .tooLarge
                    ? "\(text.quotedShort) is too large; 1e15 is the most" : "\(text.quotedShort) is not a number such as 120 or -2.5")
        }
    }

    /// Puts tables of a label and one column side by side, with the labels of all; nil where there is none.
    public init?(merging tables: [DataTable]) {
        guard let first = tables.first else { return nil }
        guard tables.count > 1, !tables.allSatisfy({ $0.columns[0] == first.columns[0] }) else {
            columns = first.columns + tables.dropFirst().map { $0.columns[1] }
            return
        }
        var labels: [Cell] = []
        var seen: Set<Cell> = []
        for cell in tables.flatMap({ $0.columns[0].cells }) where seen.insert(cell).inserted { labels.append(cell) }
        columns = [Column(first.columns[0].name, labels)]
        for table in tables {
            let values = Dictionary(zip(table.columns[0].cells, table.columns[1].cells)) { first, _ in first }
            columns.append(Column(table.columns[1].name, labels.map { values[$0] ?? .empty }))
        }
    }

    /// Reads rows as JSON has them: `[{"month": "Jan", "sales": 120}, …]`, a list of lists whose first names the columns, or an object of
    /// lists by the names of columns.
    ///
    /// - Parameter names: the columns whose texts are names, also where they look like numbers or dates.
    public init(rows: ConfigValue, names: Set<String> = []) throws(DataFault) {
        switch rows {
        case .array(let rows):
            if case .array(let header)? = rows.first {
                try self.init(lists: Array(rows.dropFirst()), header: header, names: names)
            } else {
                try self.init(objects: rows, names: names)
            }
        case .object(let members):
            var columns: [(String, [ConfigValue])] = []
            for member in members {
                guard case .array(let values) = member.value else {
                    throw DataFault("has to be a list of rows, as in [{\"month\": \"Jan\", \"sales\": 120}]")
                }
                columns.append((member.name, values))
            }
            try self.init(columns: columns, names: names)
        default: throw DataFault("has to be a list of rows, as in [{\"month\": \"Jan\", \"sales\": 120}]")
        }
    }

    private init(objects: [ConfigValue], names texts: Set<String>) throws(DataFault) {
        var names: [String: Int] = [:]
        var columns: [(String, [ConfigValue])] = []
        for (index, row) in objects.enumerated() {
            guard case .object(let members) = row else {
                // Numbers alone are a column.
                guard columns.isEmpty || columns.count == 1 && columns[0].0 == "value", case .number = row else {
                    throw DataFault("row \(index + 1) is not an object, as in {\"month\": \"Jan\", \"sales\": 120}")
                }
                if columns.isEmpty { columns.append(("value", [])) }
                columns[0].1.append(row)
                continue
            }
            for member in members {
                if let place = names[member.name] {
                    if columns[place].1.count == index { columns[place].1.append(member.value) }
                } else {
                    guard columns.count < Self.columnLimit else { throw DataFault("there are more than \(Self.columnLimit) columns") }
                    names[member.name] = columns.count
                    columns.append((member.name, Array(repeating: .null, count: index) + [member.value]))
                }
            }
            for place in columns.indices where columns[place].1.count <= index { columns[place].1.append(.null) }
        }
        try self.init(columns: columns, names: texts)
    }

    private init(lists: [ConfigValue], header: [ConfigValue], names: Set<String>) throws(DataFault) {
        var columns = header.enumerated().map { index, name in
            (Self.queryText(of: name) ?? "column \(index + 1)", [ConfigValue]())
        }
        for (index, row) in lists.enumerated() {
            guard case .array(let cells) = row, cells.count <= columns.count else {
                throw DataFault("row \(index + 1) is not a list of at most \(columns.count) cells")
            }
            for place in columns.indices { columns[place].1.append(cells.indices.contains(place) ? cells[place] : .null) }
        }
        try self.init(columns: columns, names: names)
    }

    private init(columns: [(name: String, values: [ConfigValue])], names: Set<String>) throws(DataFault) {
        guard columns.count <= Self.columnLimit else {
            throw DataFault("there are \(columns.count) columns; at most \(Self.columnLimit) are allowed")
        }
        let count = columns.map(\.values.count).max() ?? 0
        guard count <= Self.pointLimit else { throw DataFault("there are \(count) rows; at most \(Self.pointLimit) are allowed") }
        self.columns = []
        for (name, values) in columns {
            guard !self.columns.contains(where: { $0.name == name }) else { throw DataFault("two columns are called \(name.quotedShort)") }
            var cells: [Cell] = []
            for (row, value) in values.enumerated() { cells.append(try Self.cell(value, name, row)) }
            cells += Array(repeating: .empty, count: count - cells.count)
            let texts = cells.compactMap { if case .text(let text) = $0 { text } else { nil } }
            // A column of texts may be one of dates or of numbers in quotes.
            if !texts.isEmpty, !names.contains(name), cells.allSatisfy({ if case .number = $0 { false } else { true } }) {
                let all = cells.map { if case .text(let text) = $0 { text } else { "" } }
                cells = try Self.cells(of: all, in: name, lines: all.indices.map { $0 + 1 })
            }
            self.columns.append(Column(name, cells))
        }
    }

    private static func cell(_ value: ConfigValue, _ name: String, _ row: Int) throws(DataFault) -> Cell {
        switch value {
        case .number(let number):
            guard abs(number) <= NumberText.limit else {
                throw DataFault("row \(row + 1), \(name.quotedShort): the number is too large; 1e15 is the most")
            }
            return .number(number)
        case .string(let text): return text.isEmpty ? .empty : .text(text)
        case .boolean(let boolean): return .text(boolean ? "true" : "false")
        case .null: return .empty
        case .array, .object, .function:
            throw DataFault("row \(row + 1), \(name.quotedShort): a cell is a number, a string, true, false or null")
        }
    }

    /// Returns a plain value as a query writes it; nil for what is none.
    public static func queryText(of value: ConfigValue) -> String? {
        switch value {
        case .string(let text): text
        case .number(let number): NumberText.shortest(number)
        case .boolean(let boolean): boolean ? "true" : "false"
        case .null, .array, .object, .function: nil
        }
    }

    /// Writes a position as it is read.
    public static func text(of position: Position) -> String { DateText.text(position) }
}
