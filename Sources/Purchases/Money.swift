/// An exact sum of money, counted in hundredths of whatever currency the log is kept in.
///
///     let price = Money(hundredths: 2_48)
///     price * 2                      // 4.96
public struct Money: Hashable, Sendable {
    public var hundredths: Int64

    public init(hundredths: Int64) { self.hundredths = hundredths }

    public static let zero = Money(hundredths: 0)

    /// Makes the sum that is nearest to a number of hundredths; nil for one that is no number, or beyond ten trillion.
    ///
    /// Such a number comes of no prices that anybody pays, and sums of many that are below can still be counted.
    package init?(nearestTo hundredths: Double) {
        guard abs(hundredths) <= 1e15 else { return nil }
        self.init(hundredths: Int64(hundredths.rounded()))
    }

    /// The sum as a floating-point number of whole units, for scales and means, never for adding up.
    public var amount: Double { Double(hundredths) / 100 }

    /// Returns this sum divided by `count`, rounded to the nearest hundredth, halves away from zero.
    ///
    /// - Precondition: `count` is not zero.
    public func divided(by count: Int) -> Money {
        let (quotient, remainder) = hundredths.quotientAndRemainder(dividingBy: Int64(count))
        let roundsAway = remainder.magnitude * 2 >= Int64(count).magnitude
        let isNegative = (hundredths < 0) != (count < 0)
        return Money(hundredths: quotient + (roundsAway ? (isNegative ? -1 : 1) : 0))
    }

    /// Returns what one costs where `quantity` cost this sum, rounded to the nearest hundredth, halves away from zero.
    ///
    /// A price of so little that it is beyond ten trillion is clamped to that.
    ///
    /// - Precondition: `quantity` is not zero.
    public func divided(by quantity: Quantity) -> Money {
        if let pieces = quantity.wholePieces { return divided(by: pieces) }
        let divisor = Int128(quantity.thousandths)
        let (quotient, remainder) = (Int128(hundredths) * 1_000).quotientAndRemainder(dividingBy: divisor)
        let roundsAway = remainder.magnitude * 2 >= divisor.magnitude
        let isNegative = (hundredths < 0) != (divisor < 0)
        let limit = Int128(1_000_000_000_000_000)
        return Money(hundredths: Int64(max(-limit, min(quotient + (roundsAway ? (isNegative ? -1 : 1) : 0), limit))))
    }
}

extension Money: AdditiveArithmetic {
    public static func + (a: Money, b: Money) -> Money { Money(hundredths: a.hundredths + b.hundredths) }
    public static func - (a: Money, b: Money) -> Money { Money(hundredths: a.hundredths - b.hundredths) }
    public static prefix func - (a: Money) -> Money { Money(hundredths: -a.hundredths) }
    public static func * (a: Money, count: Int) -> Money { Money(hundredths: a.hundredths * Int64(count)) }

    /// What so much costs at this price for one, rounded to the nearest hundredth, halves away from zero.
    public static func * (price: Money, quantity: Quantity) -> Money {
        if let pieces = quantity.wholePieces { return price * pieces }
        let (quotient, remainder) = (Int128(price.hundredths) * Int128(quantity.thousandths)).quotientAndRemainder(dividingBy: 1_000)
        return Money(hundredths: Int64(quotient + (remainder.magnitude >= 500 ? remainder.signum() : 0)))
    }
}

extension Money: Comparable {
    public static func < (a: Money, b: Money) -> Bool { a.hundredths < b.hundredths }
}

extension Money: CustomStringConvertible {
    /// Two decimals and no grouping, as in `-1234.50`: what JSON and CSV show.
    public var description: String {
        let (whole, rest) = hundredths.magnitude.quotientAndRemainder(dividingBy: 100)
        return "\(hundredths < 0 ? "-" : "")\(whole).\(rest < 10 ? "0" : "")\(rest)"
    }
}
