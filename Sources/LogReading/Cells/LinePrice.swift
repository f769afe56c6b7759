import Purchases

/// The price of one and the sum of a line, worked out from what its cells say.
struct LinePrice {
    /// Where the cells of a line say something of its sum; empty where they do not.
    struct Cells {
        var base: Range<Int>
        var total: Range<Int>
        var debit: Range<Int>
        var credit: Range<Int>
        var discount: Range<Int>
    }

    let base: UnitPrice
    let total: Money
    let repairs: PurchaseLog.Repairs

    init(
        _ bytes: Span<UInt8>, _ cells: Cells, quantity: Quantity, layout: ColumnLayout, rules: RowRules
    ) throws(PurchaseReader.Fault) {
        var repairs: PurchaseLog.Repairs = []
        let basePrice = cells.base.isEmpty ? nil : try Self.millionths(bytes, cells.base, column: layout.price, rules)
        var sum: Int64
        if layout.debit != nil || layout.credit != nil, cells.total.isEmpty, layout.basePrice == nil {
            guard !cells.debit.isEmpty || !cells.credit.isEmpty else { throw PurchaseReader.Fault(column: layout.price, reason: .empty) }
            let out = cells.debit.isEmpty ? 0 : try Self.millionths(bytes, cells.debit, column: layout.debit ?? layout.price, rules)
            let back = cells.credit.isEmpty ? 0 : try Self.millionths(bytes, cells.credit, column: layout.credit ?? layout.price, rules)
            // Some banks write both without a sign, some what went out with one.
            sum = abs(out) - abs(back)
        } else if let totalColumn = layout.totalPrice, !cells.total.isEmpty {
            if let basePrice, let price = Self.repeatedPrice(in: bytes.extracting(cells.total), times: quantity, decimal: rules.decimal),
                price.magnitude == basePrice.magnitude
            {
                sum = try Self.product(basePrice, quantity, layout, &repairs)
                if price < 0, sum > 0 { sum = -sum }
                repairs.insert(.repeatedTotal)
            } else {
                sum = try Self.millionths(bytes, cells.total, column: totalColumn, rules)
            }
        } else if let basePrice {
            sum = try Self.product(basePrice, quantity, layout, &repairs)
            if layout.totalPrice != nil { repairs.insert(.computedTotal) }
        } else {
            throw PurchaseReader.Fault(column: layout.price, reason: .empty)
        }
        if let column = layout.discount, !cells.discount.isEmpty {
            sum -= abs(try Self.millionths(bytes, cells.discount, column: column, rules))
        }
        if rules.spending == .negative { sum = -sum }
        // What is given back never brings money in.
        if sum > 0, quantity < .zero { sum = -sum }
        guard sum.magnitude <= WrittenNumber.limit.magnitude else {
            throw PurchaseReader.Fault(
                column: layout.price, reason: .sumOutOfRange,
                explanation: "times the quantity \(Rejection.Reason.sumOutOfRange.explanation)")
        }
        let unit: Int64 = [1_000_000, 100_000, 10_000, 1_000][rules.sumDecimals]
        if sum % unit != 0 { repairs.insert(.rounded) }
        total = Money(millionths: sum, roundedTo: unit)
        let spending: Int64 = rules.spending == .negative ? -1 : 1
        base = basePrice.map { UnitPrice(millionths: $0 * spending) } ?? UnitPrice(quantity == .zero ? total : total.divided(by: quantity))
        self.repairs = repairs
    }

    private static func millionths(
        _ bytes: Span<UInt8>, _ cell: Range<Int>, column: Int, _ rules: RowRules
    ) throws(PurchaseReader.Fault) -> Int64 {
        do throws(Rejection.Reason) {
            let text = bytes.extracting(cell)
            let number = try WrittenNumber(text)
            if let beside = number.annotation, LogCurrency(String(excerptOf: text.extracting(beside))) == nil {
                throw Rejection.Reason.notASum
            }
            return try number.value(rules.decimal)
        } catch {
            throw PurchaseReader.Fault(column: column, reason: error)
        }
    }

    /// Returns what so much comes to, in millionths; what is left of one is cut off, which rounding to hundredths does not notice.
    private static func product(
        _ price: Int64, _ quantity: Quantity, _ layout: ColumnLayout, _ repairs: inout PurchaseLog.Repairs
    ) throws(PurchaseReader.Fault) -> Int64 {
        let (product, rest) = (Int128(price) * Int128(quantity.thousandths)).quotientAndRemainder(dividingBy: 1_000)
        guard product.magnitude <= WrittenNumber.limit.magnitude else {
            throw PurchaseReader.Fault(
                column: layout.price, reason: .sumOutOfRange,
                explanation: "times the quantity \(Rejection.Reason.sumOutOfRange.explanation)")
        }
        if rest != 0 { repairs.insert(.rounded) }
        return Int64(product)
    }

    /// The millionths that `total` says as many times in a row as the quantity, as in `2.482.48`; nil when it says something else.
    static func repeatedPrice(in total: Span<UInt8>, times quantity: Quantity, decimal: DecimalSign) -> Int64? {
        guard let times = quantity.wholePieces.map({ Int($0.magnitude) }), times >= 2, !total.isEmpty, total.count.isMultiple(of: times)
        else { return nil }
        let length = total.count / times
        for index in length..<total.count where total[index] != total[index - length] { return nil }
        return try? WrittenNumber(total.extracting(0..<length)).value(decimal)
    }
}

extension Money {
    /// The sum of so many millionths, rounded to the nearest unit of a thousand millionths or more, halves away from zero.
    fileprivate init(millionths: Int64, roundedTo unit: Int64) {
        let (quotient, remainder) = millionths.quotientAndRemainder(dividingBy: unit)
        self.init(thousandths: (quotient + (Int64(remainder.magnitude) * 2 >= unit ? remainder.signum() : 0)) * (unit / 1_000))
    }
}
