public import Charts

/// The rows that a chart is drawn from, by columns.
///
///     let table = try DataTable(csv: Array("month,sales\nJan,120\nFeb,140".utf8))
///     table["sales"]?.numbers     // 120, 140
public struct DataTable: Hashable, Sendable {
    public struct Column: Hashable, Sendable {
        public var name: String
        public var cells: [Cell]

        public init(_ name: String, _ cells: [Cell]) {
            self.name = name
            self.cells = cells
        }
    }

    public enum Cell: Hashable, Sendable {
        case number(Double)
        case text(String)
        case time(Position)
        case empty
    }

    public var columns: [Column]

    /// - Parameter columns: all of the same number of cells.
    public init(columns: [Column] = []) { self.columns = columns }

    public var rowCount: Int { columns.first?.cells.count ?? 0 }

    public subscript(name: String) -> Column? { columns.first { $0.name == name } }

    /// The most rows and columns together: more points than any picture has room for.
    public static let pointLimit = 20_000
    public static let columnLimit = 100
}

extension DataTable.Column {
    /// What all cells of a column are, but for empty ones.
    public enum Kind: Hashable, Sendable { case numbers, times, names }

    public var kind: Kind {
        var kind: Kind?
        for cell in cells {
            let next: Kind
            switch cell {
            case .number: next = .numbers
            case .time: next = .times
            case .text: return .names
            case .empty: continue
            }
            guard kind == nil || kind == next else { return .names }
            kind = next
        }
        return kind ?? .names
    }

    /// The numbers; nil for what is none.
    public var numbers: [Double?] { cells.map { if case .number(let number) = $0 { number } else { nil } } }

    /// Where rows stand on an axis of these cells.
    ///
    /// - Parameter measuresNumbers: whether numbers are as far apart as they are, not names.
    func positions(measuresNumbers: Bool) -> [Position] {
        cells.map { cell in
            switch cell {
            case .number(let number): measuresNumbers ? .number(number) : .name(NumberText.shortest(number))
            case .text(let text): .name(text)
            case .time(let position): position
            case .empty: .name("")
            }
        }
    }

    /// The rows in the order of their days, months, times or numbers.
    var order: [Int] {
        let keys = cells.map { cell -> Double in
            switch cell {
            case .time(.day(let day)): Double(day)
            case .time(.time(let seconds)): Double(seconds)
            case .time(.month(let year, let month)): Double(year * 12 + month)
            case .number(let number): number
            default: .infinity
            }
        }
        return cells.indices.sorted { (keys[$0], $0) < (keys[$1], $1) }
    }
}

extension DataTable {
    /// Returns the rows at some indices, in that order.
    func keeping(_ rows: [Int]) -> DataTable {
        DataTable(columns: columns.map { column in Column(column.name, rows.map { column.cells[$0] }) })
    }
}
