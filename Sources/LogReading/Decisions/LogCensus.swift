import Purchases

/// What all rows of a log together say: the order of its dates, its decimal sign, currencies, statuses, and how it writes what was spent.
struct LogCensus {
    /// How often something came, and where it came first.
    struct Tally {
        private(set) var counts: [(text: String, bytes: [UInt8], count: Int)] = []
        private(set) var isTooMany = false
        let limit: Int

        init(limit: Int) { self.limit = limit }

        mutating func count(_ bytes: Span<UInt8>) {
            for index in counts.indices where counts[index].bytes.count == bytes.count && bytes.equals(counts[index].bytes) {
                counts[index].count += 1
                return
            }
            guard counts.count < limit else {
                isTooMany = true
                return
            }
            var copy: [UInt8] = []
            for index in bytes.indices { copy.append(bytes[index]) }
            counts.append((String(excerptOf: bytes, limit: 60), copy, 1))
        }
    }

    private(set) var rows = 0
    private(set) var decimals = DecimalVotes()
    private(set) var dates = DateVotes()
    /// Signs and codes beside sums.
    private(set) var annotations = Tally(limit: 40)
    private(set) var currencies = Tally(limit: 60)
    private(set) var statuses = Tally(limit: 60)
    private(set) var repeatedTotals = 0
    private(set) var positiveSums = 0
    private(set) var negativeSums = 0
    /// The first different values of each column.
    private(set) var samples: [Int: [String]] = [:]

    private let layout: ColumnLayout
    private var sorter: RowSorter
    private let numbers: [(field: PurchaseLog.Field, column: Int)]
    private let sum: PurchaseLog.Field?
    private let sampled: [Int]

    init(layout: ColumnLayout, sorter: RowSorter) {
        self.layout = layout
        self.sorter = sorter
        numbers = PurchaseLog.Field.allCases.filter(\.isNumber).compactMap { field in layout.columns[field].map { (field, $0) } }
        sum = [.totalPrice, .basePrice, .debit].first { layout.columns[$0] != nil }
        sampled = Set(layout.columns.values).sorted()
    }

    mutating func count(_ bytes: Span<UInt8>, _ cells: [RecordScanner.Cell]) {
        let reason = sorter.reason(bytes, cells)
        if let status = layout.status {
            // A status that rows are left out for is told of; those of rows that are left out for another reason are not.
            let isOfStatus = if case .value(_, column: status) = reason { true } else { reason == nil }
            if isOfStatus, case let cell = bytes.content(cells[status].range), !cell.isEmpty { statuses.count(bytes.extracting(cell)) }
        }
        guard reason == nil else { return }
        rows += 1
        if let date = layout.date, case let cell = bytes.content(cells[date].range), !cell.isEmpty {
            let text = bytes.extracting(cell)
            if let date = try? WrittenDate(text) { dates.count(date, text) }
        }
        for (field, column) in numbers { count(field, bytes.extracting(bytes.content(cells[column].range)), bytes, cells) }
        if let currency = layout.currency, case let cell = bytes.content(cells[currency].range), !cell.isEmpty {
            currencies.count(bytes.extracting(cell))
        }
        if rows <= 200 { for column in sampled where (samples[column]?.count ?? 0) < 3 { sample(column, bytes, cells) } }
    }

    private mutating func count(_ field: PurchaseLog.Field, _ text: Span<UInt8>, _ bytes: Span<UInt8>, _ cells: [RecordScanner.Cell]) {
        guard !text.isEmpty else { return }
        guard let number = try? WrittenNumber(text) else {
            if field == .totalPrice { countRepeated(text, bytes, cells) }
            return
        }
        decimals.count(number, text, isSum: field.isMoney)
        if field.isMoney, let annotation = number.annotation { annotations.count(text.extracting(annotation)) }
        if field == sum, number.millionths != 0 {
            if number.millionths > 0 { positiveSums += 1 } else { negativeSums += 1 }
        }
    }

    private mutating func countRepeated(_ total: Span<UInt8>, _ bytes: Span<UInt8>, _ cells: [RecordScanner.Cell]) {
        guard let quantity = layout.quantity, let base = layout.basePrice,
            let times = try? WrittenNumber(bytes.extracting(bytes.content(cells[quantity].range))),
            let price = try? WrittenNumber(bytes.extracting(bytes.content(cells[base].range))),
            let repeated = LinePrice.repeatedPrice(in: total, times: Quantity(thousandths: times.millionths / 1_000), decimal: .point)
        else { return }
        if repeated.magnitude == price.millionths.magnitude { repeatedTotals += 1 }
    }

    private mutating func sample(_ column: Int, _ bytes: Span<UInt8>, _ cells: [RecordScanner.Cell]) {
        let cell = bytes.content(cells[column].range)
        guard !cell.isEmpty else { return }
        let text = String(excerptOf: bytes.extracting(cell), limit: 40)
        if samples[column]?.contains(text) != true { samples[column, default: []].append(text) }
    }
}

extension Span<UInt8> {
    func equals(_ bytes: [UInt8]) -> Bool {
        guard count == bytes.count else { return false }
        for index in indices where self[index] != bytes[index] { return false }
        return true
    }

    /// Whether this is the ASCII text, whatever its case.
    func equalsIgnoringCase(_ bytes: [UInt8]) -> Bool {
        guard count == bytes.count else { return false }
        for index in indices {
            let (some, other) = (self[index], bytes[index])
            if some != other, !(some.isLetter && other.isLetter && some | 0x20 == other | 0x20) { return false }
        }
        return true
    }
}
