import Foundation

extension Double {
    /// The number with so many digits that three or four of them count.
    var text: String { String(format: self < 10 ? "%.2f" : self < 100 ? "%.1f" : "%.0f", self) }

    /// The number as so many times something else.
    var times: String { text + "x" }
}

extension Int {
    /// The number in thousands.
    var kilobytes: String { String(format: "%.1f", Double(self) / 1_000) }
}
