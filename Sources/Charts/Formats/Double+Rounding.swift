import Foundation

extension Double {
    /// The number to two significant digits, and without a fraction: 13,522 as 14,000, 3.49 as 3.
    package var coarse: Double {
        guard isFinite, self != 0 else { return self }
        var unit = 1.0
        while magnitude / unit >= 99.5 { unit *= 10 }
        return (self / unit).rounded() * unit
    }

    /// Returns the number with so many decimals, 0…4; halves go away from zero.
    package func rounded(toDecimals count: Int) -> Double {
        let unit: Double = [1, 10, 100, 1_000, 10_000][count]
        return isFinite ? (self * unit).rounded() / unit : self
    }

    /// The number to one decimal by its exact value, and to the even digit where that lies in the middle: 30.25 is 30.2, as `printf` and
    /// most languages write it.
    package var roundedToTenth: Double { Double(String(format: "%.1f", self)) ?? self }
}
