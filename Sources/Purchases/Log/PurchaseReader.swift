/// Makes purchases of the cells of records.
struct PurchaseReader {
    let layout: ColumnLayout
    let dateOrder: DateOrder
    private var strings = StringCache()

    /// Why a row is rejected, and where.
    struct Fault: Error {
        var column: Int
        var reason: Rejection.Reason
        var explanation: String?
    }

    static let maximumQuantity = 1_000_000

    init(layout: ColumnLayout, dateOrder: DateOrder) {
        self.layout = layout
        self.dateOrder = dateOrder
    }

    mutating func purchase(
        _ bytes: Span<UInt8>, _ cells: [RecordScanner.Cell]
    ) throws(Fault) -> (purchase: Purchase, repairs: PurchaseLog.Repairs) {
        func cell(_ column: Int?) -> Range<Int> { column.map { bytes.trimmed(cells[$0].range) } ?? 0..<0 }

        let user = UserID(rawValue: try text(.customer, layout.customer, bytes, cell(layout.customer)))
        if user.rawValue.isEmpty { throw Fault(column: layout.customer, reason: .empty) }
        let date = try date(bytes.extracting(cell(layout.date)))
        let item = try text(.item, layout.item, bytes, cell(layout.item))
        if item.isEmpty { throw Fault(column: layout.item, reason: .empty) }
        let order = try text(.order, layout.order, bytes, cell(layout.order))
        let category = try text(.category, layout.category, bytes, cell(layout.category))
        let quantity = try quantity(bytes.extracting(cell(layout.quantity)))
        let price = try LinePrice(
            base: bytes.extracting(cell(layout.basePrice)), total: bytes.extracting(cell(layout.totalPrice)), quantity: quantity,
            layout: layout
        )
        let purchase = Purchase(
            user: user,
            order: OrderID(rawValue: order.isEmpty ? "\(user)-\(date)" : order),
            date: date,
            productID: try text(.product, layout.product, bytes, cell(layout.product)),
            itemName: item,
            brand: try text(.brand, layout.brand, bytes, cell(layout.brand)),
            category: category.isEmpty ? Purchase.uncategorised : category,
            quantity: quantity,
            basePrice: price.base,
            totalPrice: price.total
        )
        return (purchase, price.repairs)
    }

    /// Reads a text, empty when there is no such column.
    private mutating func text(
        _ field: PurchaseLog.Field, _ column: Int?, _ bytes: Span<UInt8>, _ range: Range<Int>
    ) throws(Fault) -> String {
        guard let column, !range.isEmpty else { return "" }
        let limit = field.maximumTextBytes
        do {
            return try strings.string(bytes.extracting(range), limit: limit)
        } catch {
            throw Fault(column: column, reason: error, explanation: error == .textTooLong ? "is longer than \(limit) bytes" : nil)
        }
    }

    private func date(_ bytes: Span<UInt8>) throws(Fault) -> CalendarDate {
        if bytes.isEmpty { throw Fault(column: layout.date, reason: .empty) }
        do {
            return try WrittenDate(bytes).date(in: dateOrder)
        } catch {
            // Which number was taken for the month is worth saying where the file decided it.
            let isReordered = error == .noSuchDay && (try? WrittenDate(bytes))?.isYearFirst == false
            let explanation = isReordered ? "\(error.explanation) when read as \(dateOrder)" : nil
            throw Fault(column: layout.date, reason: error, explanation: explanation)
        }
    }

    /// Reads a whole number, 1 when the cell is empty.
    private func quantity(_ bytes: Span<UInt8>) throws(Fault) -> Int {
        guard let column = layout.quantity, !bytes.isEmpty else { return 1 }
        let number: DecimalText
        do {
            number = try DecimalText(bytes)
        } catch {
            throw Fault(column: column, reason: error == .sumOutOfRange ? .quantityOutOfRange : .notAWholeNumber)
        }
        guard !number.hasCurrencySign, !number.isRounded, number.hundredths % 100 == 0 else {
            throw Fault(column: column, reason: .notAWholeNumber)
        }
        let quantity = Int(number.hundredths / 100)
        guard quantity.magnitude <= Self.maximumQuantity else { throw Fault(column: column, reason: .quantityOutOfRange) }
        return quantity
    }
}
