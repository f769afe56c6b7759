/// An exact sum of money, counted in thousandths of whatever currency the log is kept in.
///
///     let price = Money(hundredths: 2_48)
///     price * 2                      // 4.96
///
/// Most currencies have hundredths, and their sums are whole ones of these. The dinars of Kuwait and its neighbours have thousandths.
public struct Money: Hashable, Sendable {
    public var thousandths: Int64

    public init(thousandths: Int64) { self.thousandths = thousandths }

    /// No log has a sum of more than 1,000,000,000; one beyond nine quadrillion wraps around.
    public init(hundredths: Int64) { thousandths = hundredths &* 10 }

    public static let zero = Money(thousandths: 0)

    /// Makes the sum that is nearest to a number of hundredths; nil for one that is no number, or beyond ten trillion.
    ///
    /// Such a number comes of no prices that anybody pays, and sums of many that are below can still be counted.
    package init?(nearestTo hundredths: Double) {
        guard abs(hundredths) <= 1e15 else { return nil }
        self.init(hundredths: Int64(hundredths.rounded()))
    }

    /// The sum as a floating-point number of whole units, for scales and means, never for adding up.
    public var amount: Double { Double(thousandths) / 1_000 }

    /// The hundredths; what thousandths there are besides is cut off.
    package var hundredths: Int64 { thousandths / 10 }

    /// Whether the sum is one of hundredths.
    public var isOfHundredths: Bool { thousandths.isMultiple(of: 10) }

    /// Returns a fraction of this sum, rounded as it is counted: to hundredths, or to thousandths where the sum has some. Halves go away
    /// from zero.
    ///
    /// A result beyond ten trillion, as of what costs something and weighs next to nothing, is clamped to that.
    ///
    /// - Precondition: `denominator` is not zero.
    package func times(_ numerator: Int64, over denominator: Int64) -> Money {
        let unit: Int128 = isOfHundredths ? 10 : 1
        let divisor = Int128(denominator) * unit
        let (quotient, remainder) = (Int128(thousandths) * Int128(numerator)).quotientAndRemainder(dividingBy: divisor)
        let roundsAway = remainder.magnitude * 2 >= divisor.magnitude
        let isNegative = (remainder < 0) != (divisor < 0)
        let limit = Int128(10_000_000_000_000_000) / unit
        return Money(thousandths: Int64(max(-limit, min(quotient + (roundsAway ? (isNegative ? -1 : 1) : 0), limit)) * unit))
    }

    /// Returns this sum divided by `count`, rounded as it is counted.
    ///
    /// - Precondition: `count` is not zero.
    public func divided(by count: Int) -> Money { times(1, over: Int64(count)) }

    /// Returns what one costs where `quantity` cost this sum, rounded likewise.
    ///
    /// - Precondition: `quantity` is not zero.
    public func divided(by quantity: Quantity) -> Money { times(1_000, over: quantity.thousandths) }
}

extension Money: AdditiveArithmetic {
    public static func + (a: Money, b: Money) -> Money { Money(thousandths: a.thousandths + b.thousandths) }
    public static func - (a: Money, b: Money) -> Money { Money(thousandths: a.thousandths - b.thousandths) }
    public static prefix func - (a: Money) -> Money { Money(thousandths: -a.thousandths) }
    public static func * (a: Money, count: Int) -> Money { Money(thousandths: a.thousandths * Int64(count)) }

    /// What so much costs at this price for one, rounded as the price is counted.
    public static func * (price: Money, quantity: Quantity) -> Money { price.times(quantity.thousandths, over: 1_000) }
}

extension Money: Comparable {
    public static func < (a: Money, b: Money) -> Bool { a.thousandths < b.thousandths }
}

extension Money: CustomStringConvertible {
    /// Two decimals, three where there are thousandths, and no grouping, as in `-1234.50`: what JSON and CSV show.
    public var description: String {
        guard isOfHundredths else { return DecimalText.text(thousandths, decimals: 3, atLeast: 2) }
        let (whole, rest) = (thousandths.magnitude / 10).quotientAndRemainder(dividingBy: 100)
        return "\(thousandths < 0 ? "-" : "")\(whole).\(rest < 10 ? "0" : "")\(rest)"
    }
}
