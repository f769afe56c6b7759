/// How much of an item a line is about, in thousandths of a piece or of whatever it is sold by.
///
///     let pieces: Quantity = 2
///     let kilograms = Quantity(thousandths: 1_250)     // 1.25
public struct Quantity: Hashable, Sendable {
    public var thousandths: Int64

    public init(thousandths: Int64) { self.thousandths = thousandths }

    public init(_ pieces: Int) { thousandths = Int64(pieces) * 1_000 }

    public static let zero = Quantity(thousandths: 0)

    /// As a floating-point number of pieces, for scales and means, never for adding up.
    public var amount: Double { Double(thousandths) / 1_000 }

    /// The number of pieces; nil for a quantity that is no whole number.
    public var wholePieces: Int? { thousandths.isMultiple(of: 1_000) ? Int(thousandths / 1_000) : nil }
}

extension Quantity: ExpressibleByIntegerLiteral {
    public init(integerLiteral value: Int) { self.init(value) }
}

// Sums wrap around instead of stopping the program, as those of stores do: no shop sells nine quadrillion.
extension Quantity: AdditiveArithmetic {
    public static func + (a: Quantity, b: Quantity) -> Quantity { Quantity(thousandths: a.thousandths &+ b.thousandths) }
    public static func - (a: Quantity, b: Quantity) -> Quantity { Quantity(thousandths: a.thousandths &- b.thousandths) }
    public static prefix func - (a: Quantity) -> Quantity { Quantity(thousandths: 0 &- a.thousandths) }
}

extension Quantity: Comparable {
    public static func < (a: Quantity, b: Quantity) -> Bool { a.thousandths < b.thousandths }
}

extension Quantity: CustomStringConvertible {
    /// As few decimals as it takes and no grouping, as in `2`, `-0.5` or `1.234`: what CSV shows.
    public var description: String { DecimalText.text(thousandths, decimals: 3, atLeast: 0) }
}

/// Writes integers that count a fraction of a unit.
enum DecimalText {
    /// - Parameter least: how many decimals there are even where they are zeros.
    static func text(_ value: Int64, decimals: Int, atLeast least: Int) -> String {
        var digits = String(value.magnitude)
        if digits.utf8.count <= decimals { digits = String(repeating: "0", count: decimals + 1 - digits.utf8.count) + digits }
        var fraction = Substring(digits.suffix(decimals))
        while fraction.utf8.count > least, fraction.last == "0" { fraction.removeLast() }
        return "\(value < 0 ? "-" : "")\(digits.dropLast(decimals))\(fraction.isEmpty ? "" : ".\(fraction)")"
    }
}
