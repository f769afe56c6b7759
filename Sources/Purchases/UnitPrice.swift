/// What one of an item costs, in millionths of the currency's unit: screws cost 0.0125 each.
///
/// What is paid is a `Money`, rounded once, after the price was multiplied.
public struct UnitPrice: Hashable, Sendable {
    public var millionths: Int64

    public init(millionths: Int64) { self.millionths = millionths }

    /// No log has a price of more than 1,000,000,000; one beyond nine trillion wraps around.
    public init(hundredths: Int64) { millionths = hundredths &* 10_000 }

    public init(_ sum: Money) { millionths = sum.thousandths &* 1_000 }

    public static let zero = UnitPrice(millionths: 0)

    /// How many decimals it takes to write the price, 0…6.
    public var decimals: Int {
        var (rest, decimals) = (millionths, 6)
        while decimals > 0, rest.isMultiple(of: 10) { (rest, decimals) = (rest / 10, decimals - 1) }
        return decimals
    }

    /// As a floating-point number of whole units.
    public var amount: Double { Double(millionths) / 1_000_000 }
}

extension UnitPrice: CustomStringConvertible {
    /// Two decimals at least and six at most, without grouping, as in `2.50` or `0.0125`: what JSON and CSV show.
    public var description: String { DecimalText.text(millionths, decimals: 6, atLeast: 2) }
}
