import Purchases

/// The text of a log, as it grows.
///
/// No field of the catalogue holds a comma, a quote or a line break, so none is quoted.
struct LogText {
    static let header = "OrderID,CustomerID,OrderDate,ProductID,Item Name,Brand,Category,Quantity,Base Price,TotalPrice,Description\n"

    private(set) var bytes: [UInt8] = []
    /// What stands between date and quantity, and after the total, by product.
    private let middles: [[UInt8]]
    private let ends: [[UInt8]]

    init(products: [Product], capacity: Int) {
        middles = products.map { Array(",\($0.id),\($0.name),\($0.label.rawValue),\($0.category.name),".utf8) }
        ends = products.map { Array(",\($0.description)\n".utf8) }
        bytes.reserveCapacity(capacity)
    }

    mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

    mutating func appendHeader() { bytes.append(contentsOf: Self.header.utf8) }

    mutating func append(_ order: Order, number: Int, customer: Int) {
        var start: [UInt8] = []
        start.reserveCapacity(48)
        Self.append(number, to: &start)
        start.append(contentsOf: ",U".utf8)
        if customer < 10 { start.append(UInt8(ascii: "0")) }
        if customer < 100 { start.append(UInt8(ascii: "0")) }
        Self.append(customer, to: &start)
        start.append(UInt8(ascii: ","))
        let month = order.date.month
        Self.append(month.month, to: &start)
        start.append(UInt8(ascii: "/"))
        Self.append(order.date.day, to: &start)
        start.append(UInt8(ascii: "/"))
        Self.append(month.year, to: &start)

        for line in order.lines {
            bytes.append(contentsOf: start)
            bytes.append(contentsOf: middles[line.product])
            append(line)
            bytes.append(contentsOf: ends[line.product])
        }
    }

    /// Quantity, price and total: the price of one written as often as it was bought, each time with a minus for what is given back.
    private mutating func append(_ line: Order.Line) {
        if line.quantity < 0 { bytes.append(UInt8(ascii: "-")) }
        Self.append(Int(line.quantity.magnitude), to: &bytes)
        bytes.append(UInt8(ascii: ","))
        appendPrice(line.price)
        bytes.append(UInt8(ascii: ","))
        for _ in 0..<line.quantity.magnitude {
            if line.quantity < 0 { bytes.append(UInt8(ascii: "-")) }
            appendPrice(line.price)
        }
    }

    /// A price without zeros at its end, as in `0.5`, `14` and `2.48`.
    private mutating func appendPrice(_ price: Money) {
        let (whole, rest) = Int(price.hundredths).quotientAndRemainder(dividingBy: 100)
        Self.append(whole, to: &bytes)
        guard rest > 0 else { return }
        bytes.append(UInt8(ascii: "."))
        bytes.append(UInt8(ascii: "0") + UInt8(rest / 10))
        if rest % 10 > 0 { bytes.append(UInt8(ascii: "0") + UInt8(rest % 10)) }
    }

    /// - Precondition: The number is not negative.
    private static func append(_ number: Int, to bytes: inout [UInt8]) {
        if number >= 10 { append(number / 10, to: &bytes) }
        bytes.append(UInt8(ascii: "0") + UInt8(number % 10))
    }
}
