/// The price of one and the sum of a line, worked out from what their two cells say.
struct LinePrice {
    let base: Money
    let total: Money
    let repairs: PurchaseLog.Repairs

    init(base: Span<UInt8>, total: Span<UInt8>, quantity: Int, layout: ColumnLayout) throws(PurchaseReader.Fault) {
        var repairs: PurchaseLog.Repairs = []
        let basePrice = base.isEmpty ? nil : try Self.sum(base, column: layout.price, &repairs)
        var sum: Money
        if let basePrice {
            let product = basePrice * quantity
            if layout.totalPrice == nil {
                sum = product
            } else if let price = Self.repeatedPrice(in: total, quantity: quantity), price.magnitude == basePrice.hundredths.magnitude {
                sum = price < 0 && product > .zero ? -product : product
                repairs.insert(.repeatedTotal)
            } else if let number = try? DecimalText(total) {
                sum = Money(hundredths: number.hundredths)
                if number.isRounded { repairs.insert(.rounded) }
            } else {
                sum = product
                repairs.insert(.repairedTotal)
            }
        } else {
            guard let column = layout.totalPrice, !total.isEmpty else { throw PurchaseReader.Fault(column: layout.price, reason: .empty) }
            sum = try Self.sum(total, column: column, &repairs)
        }
        // What is given back never brings money in.
        if .zero < sum, quantity < 0 { sum = -sum }
        guard sum.hundredths.magnitude <= DecimalText.limit * 100 else {
            throw PurchaseReader.Fault(
                column: layout.price, reason: .sumOutOfRange,
                explanation: "times the quantity \(Rejection.Reason.sumOutOfRange.explanation)")
        }
        self.base = basePrice ?? (quantity == 0 ? sum : sum.divided(by: quantity))
        self.total = sum
        self.repairs = repairs
    }

    private static func sum(
        _ bytes: Span<UInt8>, column: Int, _ repairs: inout PurchaseLog.Repairs
    ) throws(PurchaseReader.Fault) -> Money {
        do {
            let number = try DecimalText(bytes)
            if number.isRounded { repairs.insert(.rounded) }
            return Money(hundredths: number.hundredths)
        } catch {
            throw PurchaseReader.Fault(column: column, reason: error)
        }
    }

    /// The hundredths that `total` says as many times in a row as the quantity, as in `2.482.48`; nil when it says something else.
    private static func repeatedPrice(in total: Span<UInt8>, quantity: Int) -> Int64? {
        let times = Int(quantity.magnitude)
        guard times >= 2, !total.isEmpty, total.count.isMultiple(of: times) else { return nil }
        let length = total.count / times
        for index in length..<total.count where total[index] != total[index - length] { return nil }
        return (try? DecimalText(total.extracting(0..<length)))?.hundredths
    }
}
