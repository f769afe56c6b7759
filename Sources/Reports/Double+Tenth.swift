import Foundation

extension Double {
    /// The number rounded to one decimal by its exact value, and to the even digit where that lies in the middle: 30.25 is 30.2, as
    /// `printf` and most languages write it.
    var roundedToTenth: Double { Double(String(format: "%.1f", self)) ?? self }
}
