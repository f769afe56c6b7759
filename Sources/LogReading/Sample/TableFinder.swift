/// Finds where the table of a log begins, and how many fields its rows have.
struct TableFinder {
    struct Table {
        /// The names of the columns, as the log writes them.
        var header: [String]
        /// The line that names them; 0 where none does.
        var headerLine: Int
        /// Rows above the header.
        var preambleRows: Int
        var width: Int
    }

    let sample: SampleTable
    let options: PurchaseLog.Options
    /// Whether rows may leave out empty cells at their end.
    var isPadded = false

    func table() throws(PurchaseLogError) -> Table {
        let rows = sample.rows.filter { !$0.isBlank }
        guard let first = rows.first else { throw sample.faults > 0 ? .unreadableHeader(.unclosedQuote) : .empty }
        if options.headerRow == 0 {
            let width = mostFrequentWidth(of: rows)
            return Table(header: (1...max(width, 1)).map(String.init), headerLine: 0, preambleRows: 0, width: width)
        }
        let place = try headerPlace(in: rows, first)
        let header = rows[place]
        guard header.cells.count <= ColumnLayout.maximumCount else { throw .tooManyColumns(limit: ColumnLayout.maximumCount) }
        let below = Array(rows[(place + 1)...])
        let width = try width(header.cells, below)
        var names = Array(header.cells.prefix(width))
        names += Array(repeating: "", count: max(width - names.count, 0))
        return Table(header: names, headerLine: header.line, preambleRows: place, width: width)
    }

    /// The place of the row that names the columns: of the first hundred the one that names most fields, the first of equals.
    private func headerPlace(in rows: [SampleTable.Row], _ first: SampleTable.Row) throws(PurchaseLogError) -> Int {
        if let line = options.headerRow {
            guard let place = rows.firstIndex(where: { $0.line == line }) else { throw .noHeaderRow(line: line) }
            return place
        }
        var best = (place: 0, fields: 0)
        for (place, row) in rows.prefix(100).enumerated() {
            let fields = LayoutFinder.recognised(row.cells, options: options)
            let values = row.cells.count { CellKind($0).isValue }
            if fields > best.fields, values * 2 <= row.cells.count { best = (place, fields) }
        }
        if best.fields >= 2 { return best.place }
        // Names that nothing knows are a header still, unless values stand among them.
        let values = first.cells.count { CellKind($0).isValue }
        if values > 0 {
            throw .questions([
                LogQuestion(
                    option: .headerRow,
                    text:
                        "No line names known columns, and the first one, \"\(String(excerptOf: first.cells.joined(separator: " "), limit: 60))\", "
                        + "looks like a purchase: the header is missing. Say which line names the columns, or that none does.",
                    choices: [
                        .init(
                            option: .headerRow, value: "0",
                            meaning: "takes all lines for purchases; name the columns by their numbers then, as in --map date=3")
                    ], hasLikelier: false)
            ])
        }
        return best.fields > 0 ? best.place : 0
    }

    private func mostFrequentWidth(of rows: [SampleTable.Row]) -> Int {
        let counts = Dictionary(grouping: rows, by: \.cells.count).mapValues(\.count)
        return counts.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key ?? 1
    }

    /// How many fields rows must have: as many as the header, unless what is too much of either is always empty.
    private func width(_ header: [String], _ rows: [SampleTable.Row]) throws(PurchaseLogError) -> Int {
        let named = header.count - header.reversed().prefix { $0.isEmpty }.count
        // Comments, footers and titles of one field are no rows.
        let rows = rows.filter { $0.cells.count > 1 || header.count == 1 }
        guard !rows.isEmpty, !isPadded else { return header.count }
        let counts = Dictionary(grouping: rows, by: \.cells.count).mapValues(\.count)
        func isFrequent(_ width: Int) -> Bool { (counts[width] ?? 0) * 10 >= rows.count }
        if isFrequent(header.count) { return header.count }
        if named < header.count, isFrequent(named) { return named }
        let usual = mostFrequentWidth(of: rows)
        if usual > header.count {
            let areBlank = rows.filter { $0.cells.count == usual }.allSatisfy { $0.cells[header.count...].allSatisfy(\.isEmpty) }
            if areBlank { return usual }
        }
        throw .headerWidth(found: header.count, rows: usual)
    }

}
