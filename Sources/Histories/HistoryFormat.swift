/// The first byte of what is kept.
enum HistoryFormat: UInt8 {
    /// A history as it is.
    case plain = 0x10
    /// A history in raw DEFLATE (RFC 1951).
    case deflated = 0x11
    /// Which years there are of a history that is kept by years.
    case years = 0x12
}

extension History {
    /// How many bytes a history may have before it is deflated.
    public static let byteLimit = 64 << 20
    /// Above so many lines a history is kept by years, so that an order more does not write all of them again.
    public static let lineLimit = 130_000
    /// From how many bytes on deflating pays: below, it costs ten microseconds for hardly anything.
    static let deflatedSize = 512
    /// The day that days are counted from, 2019-04-14: a number near today is short.
    static let dayOrigin = 18_000

    /// Returns what so many at a price come to, rounded to the decimals of totals, halves away from zero, modulo 2⁶⁴.
    ///
    /// Only what a line's total differs from this is kept, and in the same arithmetic, so that any numbers come back as they were.
    static func product(_ quantity: Int64, _ price: Int64, _ decimals: Decimals) -> Int64 {
        let product = Int128(quantity) * Int128(price)
        let shift = decimals.quantity + decimals.price - decimals.total
        if shift <= 0 { return Int64(truncatingIfNeeded: product * Int128(powersOfTen[-shift])) }
        let unit = Int128(powersOfTen[shift])
        let (quotient, remainder) = product.quotientAndRemainder(dividingBy: unit)
        let isRoundedUp = remainder.magnitude * 2 >= unit.magnitude
        return Int64(truncatingIfNeeded: quotient + (isRoundedUp ? product.signum() : 0))
    }

    static let powersOfTen: [Int64] = [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000]
}
