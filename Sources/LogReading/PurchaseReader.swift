import Purchases

/// Makes purchases of the cells of records.
struct PurchaseReader {
    let layout: ColumnLayout
    let rules: RowRules
    private var strings = StringCache()
    private let constants: [PurchaseLog.Field: String]
    /// What the row above said, where rows of one order leave it out.
    private var above: (order: String, user: UserID, date: CalendarDate)?

    /// Why a row is rejected, and where.
    struct Fault: Error {
        var column: Int
        var reason: Rejection.Reason
        var explanation: String?
    }

    static let maximumQuantity = Quantity(1_000_000)

    init(layout: ColumnLayout, rules: RowRules) {
        self.layout = layout
        self.rules = rules
        constants = layout.constants
    }

    mutating func purchase(
        _ bytes: Span<UInt8>, _ cells: [RecordScanner.Cell]
    ) throws(Fault) -> (purchase: Purchase, repairs: PurchaseLog.Repairs) {
        func cell(_ column: Int?) -> Range<Int> { column.map { bytes.content(cells[$0].range) } ?? 0..<0 }

        var repairs: PurchaseLog.Repairs = []
        let order = try identifier(.order, layout.order, bytes, cell(layout.order), &repairs)
        let above = above.flatMap { rules.fillsDown && !order.isEmpty && $0.order == order ? $0 : nil }
        var user = UserID(rawValue: try identifier(.customer, layout.customer, bytes, cell(layout.customer), &repairs))
        if user.rawValue.isEmpty, let above { user = above.user }
        if user.rawValue.isEmpty { throw Fault(column: layout.customer ?? 0, reason: .empty) }
        if let column = layout.customer, case let cell = cell(column), cell.count <= 16, !bytes.hasDigit(cell),
            LogLayouts.noValueWords.contains(user.rawValue.lowercased())
        {
            throw Fault(column: column, reason: .noValue)
        }
        let dateCell = cell(layout.date)
        let date = if dateCell.isEmpty, let above { above.date } else { try date(bytes.extracting(dateCell)) }
        var item = try text(.item, layout.item, bytes, cell(layout.item), &repairs)
        if item.isEmpty, let defaultItem = rules.defaultItem { item = defaultItem }
        if item.isEmpty { throw Fault(column: layout.item ?? 0, reason: .empty) }
        let category = try text(.category, layout.category, bytes, cell(layout.category), &repairs)
        let quantity = try quantity(bytes.extracting(cell(layout.quantity)))
        let price = try price(bytes, cells, quantity)
        if rules.fillsDown { self.above = (order, user, date) }
        let purchase = Purchase(
            user: user,
            order: order.isEmpty ? OrderID(of: user, on: date) : OrderID(rawValue: order),
            date: date,
            productID: try identifier(.product, layout.product, bytes, cell(layout.product), &repairs),
            itemName: item,
            brand: try text(.brand, layout.brand, bytes, cell(layout.brand), &repairs),
            category: category.isEmpty ? Purchase.uncategorised : category,
            quantity: quantity,
            basePrice: price.base,
            totalPrice: price.total
        )
        return (purchase, repairs.union(price.repairs))
    }

    /// Returns what the row comes to, whatever else is wrong with it; nil where that cannot be read.
    func sum(_ bytes: Span<UInt8>, _ cells: [RecordScanner.Cell]) -> Money? {
        func cell(_ column: Int?) -> Range<Int> { column.map { bytes.content(cells[$0].range) } ?? 0..<0 }
        guard let quantity = try? quantity(bytes.extracting(cell(layout.quantity))) else { return nil }
        return (try? price(bytes, cells, quantity))?.total
    }

    private func price(_ bytes: Span<UInt8>, _ cells: [RecordScanner.Cell], _ quantity: Quantity) throws(Fault) -> LinePrice {
        func cell(_ column: Int?) -> Range<Int> { column.map { bytes.content(cells[$0].range) } ?? 0..<0 }
        return try LinePrice(
            bytes,
            LinePrice.Cells(
                base: cell(layout.basePrice), total: cell(layout.totalPrice), debit: cell(layout.debit), credit: cell(layout.credit),
                discount: cell(layout.discount)),
            quantity: quantity, layout: layout, rules: rules
        )
    }

    /// Reads a text, empty when there is no such column.
    private mutating func text(
        _ field: PurchaseLog.Field, _ column: Int?, _ bytes: Span<UInt8>, _ range: Range<Int>, _ repairs: inout PurchaseLog.Repairs
    ) throws(Fault) -> String {
        guard let column else { return constants[field] ?? "" }
        guard !range.isEmpty else { return "" }
        let limit = field.maximumTextBytes
        do {
            return try strings.string(bytes.extracting(range), limit: limit)
        } catch .controlCharacter {
            repairs.insert(.controlCharacters)
            return String(decodingSpaced: bytes.extracting(range))
        } catch {
            let explanation: String? =
                switch error {
                case .textTooLong: "is longer than \(limit) bytes"
                case .invalidUTF8 where rules.encoding != .utf8: "has bytes that are no text in \(rules.encoding)"
                default: nil
                }
            throw Fault(column: column, reason: error, explanation: explanation)
        }
    }

    /// Reads an id; one that a spreadsheet took for a number loses its `.0`.
    private mutating func identifier(
        _ field: PurchaseLog.Field, _ column: Int?, _ bytes: Span<UInt8>, _ range: Range<Int>, _ repairs: inout PurchaseLog.Repairs
    ) throws(Fault) -> String {
        var range = range
        if range.count > 2, bytes[range.upperBound - 1] == UInt8(ascii: "0"), bytes[range.upperBound - 2] == .point,
            (range.lowerBound..<range.upperBound - 2).allSatisfy({ bytes[$0].isDigit })
        {
            range = range.lowerBound..<range.upperBound - 2
            repairs.insert(.decimalIdentifier)
        }
        return try text(field, column, bytes, range, &repairs)
    }

    private func date(_ bytes: Span<UInt8>) throws(Fault) -> CalendarDate {
        if layout.date == nil, let constant = constants[.date] { return try parsedDate(Array(constant.utf8).span) }
        return try parsedDate(bytes)
    }

    private func parsedDate(_ bytes: Span<UInt8>) throws(Fault) -> CalendarDate {
        let column = layout.date ?? 0
        if bytes.isEmpty { throw Fault(column: column, reason: .empty) }
        do {
            return try WrittenDate(bytes).date(in: rules.dateOrder)
        } catch {
            var explanation: String?
            // Which number was taken for the month is worth saying where the file decided it.
            if error == .noSuchDay, let form = (try? WrittenDate(bytes))?.form, form != .plain {
                explanation = "\(error.explanation) when read as \(rules.dateOrder)"
            }
            throw Fault(column: column, reason: error, explanation: explanation)
        }
    }

    /// Reads a number of up to three decimals, 1 when the cell is empty.
    private func quantity(_ bytes: Span<UInt8>) throws(Fault) -> Quantity {
        if layout.quantity == nil, let constant = constants[.quantity] { return try parsedQuantity(Array(constant.utf8).span) }
        guard layout.quantity != nil, !bytes.isEmpty else { return 1 }
        return try parsedQuantity(bytes)
    }

    private func parsedQuantity(_ bytes: Span<UInt8>) throws(Fault) -> Quantity {
        let column = layout.quantity ?? 0
        let value: Int64
        do {
            let number = try WrittenNumber(bytes)
            if let range = number.annotation, case let unit = String(excerptOf: bytes.extracting(range)),
                unit.contains("%") || LogCurrency(unit) != nil
            {
                throw Rejection.Reason.notAQuantity
            }
            value = try number.value(rules.decimal)
        } catch let reason as Rejection.Reason {
            throw Fault(column: column, reason: reason == .sumOutOfRange ? .quantityOutOfRange : .notAQuantity)
        } catch {
            throw Fault(column: column, reason: .notAQuantity)
        }
        guard value % 1_000 == 0 else { throw Fault(column: column, reason: .quantityTooFine) }
        let quantity = Quantity(thousandths: value / 1_000)
        guard quantity <= Self.maximumQuantity, quantity >= -Self.maximumQuantity else {
            throw Fault(column: column, reason: .quantityOutOfRange)
        }
        return quantity
    }
}

extension String {
    /// The text with a space for each control character or line break, and for several in a row.
    fileprivate init(decodingSpaced bytes: Span<UInt8>) {
        var scalars = String.UnicodeScalarView()
        var isSpace = false
        for scalar in bytes.withUnsafeBufferPointer({ String(decoding: $0, as: UTF8.self) }).unicodeScalars {
            let isControl = scalar.properties.generalCategory == .control
            if isControl, isSpace { continue }
            scalars.append(isControl ? " " : scalar)
            isSpace = isControl || scalar == " "
        }
        self = String(scalars)
    }
}
