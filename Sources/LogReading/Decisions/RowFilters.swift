/// Which rows are no purchases by what one of their cells says.
struct RowFilters: Hashable, Sendable {
    /// One column's condition.
    struct Condition: Hashable, Sendable {
        var column: Int
        /// The values that rows are kept with; nil for all but `leftOut`.
        var kept: [[UInt8]]?
        var leftOut: [[UInt8]] = []
    }

    var conditions: [Condition] = []

    /// Returns the column and the reason why a row is left out, nil when it is kept.
    func reason(_ bytes: Span<UInt8>, _ cells: [RecordScanner.Cell]) -> LeftOutReason? {
        for condition in conditions where !condition.keeps(bytes, cells) {
            let value = String(excerptOf: bytes.extracting(bytes.content(cells[condition.column].range)), limit: 60)
            return .value(value, column: condition.column)
        }
        return nil
    }
}

extension RowFilters.Condition {
    func keeps(_ bytes: Span<UInt8>, _ cells: [RecordScanner.Cell]) -> Bool {
        guard column < cells.count else { return true }
        let cell = bytes.extracting(bytes.content(cells[column].range))
        if leftOut.contains(where: { cell.equalsIgnoringCase($0) }) { return false }
        return kept.map { $0.contains { cell.equalsIgnoringCase($0) } } ?? true
    }
}

/// Why a row is neither a purchase nor at fault.
enum LeftOutReason: Hashable, Sendable {
    /// All its cells are empty.
    case empty
    /// It names the columns again, or says of what kind they are.
    case header
    /// It begins with `#`.
    case comment
    /// It sums up rows above it.
    case totals
    /// A column has a value that rows are left out for.
    case value(String, column: Int)
    /// Its sums are in another currency.
    case currency(String)
}

/// Tells rows that are left out from those that are read.
struct RowSorter {
    private let filters: RowFilters
    private let orderColumn: Int?
    private let moneyColumns: [Int]
    private let currency: LogCurrency?
    // What came of the row above, where rows take from it what they leave out.
    private var lastOrder: [UInt8] = []
    private var lastReason: LeftOutReason?

    init(layout: ColumnLayout, rules: RowRules) {
        filters = rules.filters
        orderColumn = rules.fillsDown ? layout.order : nil
        currency = rules.currency
        moneyColumns = rules.currency == nil ? [] : layout.columns.filter { $0.key.isMoney }.map(\.value).sorted()
    }

    /// Returns why the row is left out, nil when it is to be read.
    mutating func reason(_ bytes: Span<UInt8>, _ cells: [RecordScanner.Cell]) -> LeftOutReason? {
        guard !filters.conditions.isEmpty || currency != nil else { return nil }
        guard let orderColumn else { return filters.reason(bytes, cells) ?? currencyReason(bytes, cells) }
        let order = bytes.extracting(bytes.content(cells[orderColumn].range))
        let isContinued =
            !order.isEmpty && order.equals(lastOrder)
            && filters.conditions.allSatisfy { bytes.content(cells[$0.column].range).isEmpty }
        if !isContinued {
            lastOrder.removeAll(keepingCapacity: true)
            for index in order.indices { lastOrder.append(order[index]) }
            lastReason = filters.reason(bytes, cells)
        }
        return lastReason ?? currencyReason(bytes, cells)
    }

    private func currencyReason(_ bytes: Span<UInt8>, _ cells: [RecordScanner.Cell]) -> LeftOutReason? {
        guard let currency else { return nil }
        for column in moneyColumns {
            let text = bytes.extracting(bytes.content(cells[column].range))
            guard let range = (try? WrittenNumber(text))?.annotation, let found = LogCurrency(String(excerptOf: text.extracting(range))),
                found != currency
            else { continue }
            return .currency(found.code)
        }
        return nil
    }
}
