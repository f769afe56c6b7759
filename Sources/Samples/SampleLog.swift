public import Purchases

/// A purchase log of shoppers who do not exist, the same for the same seed.
///
///     let log = try SampleLog(users: 6, months: 24)
///     log.write { chunk in … }
///
/// The log of fewer users is the beginning of the log of more: a shopper depends on the seed and its own position alone.
public struct SampleLog: Sendable {
    public static let userRange = 1...10_000_000
    public static let monthRange = 1...240
    public static let defaultSeed: UInt64 = 365
    /// 2023-01: two years from it are the log of this repository.
    public static let defaultStart = CalendarDate(dayNumber: 19_358).month

    private static let chunkSize = 64 * 1024
    private static let firstOrderNumber = 10_000

    public let users: Int
    public let months: Int
    public let seed: UInt64
    public let startingIn: Month

    public init(
        users: Int, months: Int, seed: UInt64 = defaultSeed, startingIn: Month = defaultStart
    ) throws(SampleLogError) {
        guard Self.userRange.contains(users) else { throw .users(users) }
        guard Self.monthRange.contains(months) else { throw .months(months) }
        guard startingIn.adding(months: months - 1).year <= 9999 else { throw .endsTooLate(startingIn: startingIn, months: months) }
        self.users = users
        self.months = months
        self.seed = seed
        self.startingIn = startingIn
    }

    /// How many rows the log has, to within a tenth for many shoppers and whole years.
    public var estimatedRowCount: Int { users * months * 59 }

    /// Writes the log as UTF-8, shopper by shopper and day by day, in chunks of about 64 KB.
    ///
    /// Memory does not grow with the log: beside the chunk it holds one order, and the prices (at most 1.5 MB).
    /// Chunks end with a line's end. What `sink` throws ends the writing.
    public func write<Failure: Error>(to sink: (_ chunk: [UInt8]) throws(Failure) -> Void) throws(Failure) {
        let shop = Shop(from: startingIn, months: months, seed: seed)
        var text = LogText(products: shop.catalog.products, capacity: Self.chunkSize + 16 * 1024)
        text.appendHeader()
        var number = Self.firstOrderNumber
        for user in 0..<users {
            var orders = OrderHistory(ofShopper: user, in: shop)
            while let order = orders.next() {
                text.append(order, number: number, customer: user + 1)
                number += 1
                if text.bytes.count >= Self.chunkSize {
                    try sink(text.bytes)
                    text.removeAll()
                }
            }
        }
        if !text.bytes.isEmpty { try sink(text.bytes) }
    }
}
