import Purchases

@testable import Samples

/// A row of a sample log, read back without the reader of purchase logs.
struct SampleRow {
    var order: Int
    var customer: String
    var date: CalendarDate
    var product: String
    var item: String
    var category: String
    var quantity: Int
    /// As the log writes them.
    var priceText: String
    var totalText: String

    var price: Money
    var total: Money { price * quantity }

    /// Reads a line, or returns nil when a field is not what it should be.
    init?(_ line: Substring) {
        let fields = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        guard fields.count == 11, let order = Int(fields[0]), let date = Self.date(fields[2]), let quantity = Int(fields[7]),
            let price = Self.money(fields[8])
        else { return nil }
        self.order = order
        customer = fields[1]
        self.date = date
        product = fields[3]
        item = fields[4]
        category = fields[6]
        self.quantity = quantity
        priceText = fields[8]
        totalText = fields[9]
        self.price = price
    }

    private static func date(_ text: String) -> CalendarDate? {
        let parts = text.split(separator: "/").compactMap { Int($0) }
        guard parts.count == 3, let date = CalendarDate(year: parts[2], month: parts[0], day: parts[1]) else { return nil }
        return "\(parts[0])/\(parts[1])/\(parts[2])" == text ? date : nil
    }

    private static func money(_ text: String) -> Money? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard let whole = Int64(parts[0]), whole >= 0, parts.count <= 2 else { return nil }
        guard parts.count == 2 else { return Money(hundredths: whole * 100) }
        let digits = parts[1]
        guard (1...2).contains(digits.utf8.count), !digits.hasSuffix("0"), let rest = Int64(digits) else { return nil }
        return Money(hundredths: whole * 100 + (digits.utf8.count == 1 ? rest * 10 : rest))
    }
}

extension SampleLog {
    var bytes: [UInt8] {
        var bytes: [UInt8] = []
        write { bytes += $0 }
        return bytes
    }

    /// The rows without the header.
    var lines: [Substring] { Array(String(decoding: bytes, as: UTF8.self).split(separator: "\n").dropFirst()) }

    /// Two years of twenty shoppers, read once for all tests.
    static let twoYears: [SampleRow] = {
        guard let log = try? SampleLog(users: 20, months: 24, seed: 77) else { return [] }
        return log.lines.compactMap { SampleRow($0) }
    }()
}
