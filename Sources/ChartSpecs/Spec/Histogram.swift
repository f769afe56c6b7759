import Charts
import Foundation

extension Mark.Histogram {
    /// Returns bins of one width with round edges.
    ///
    /// The width follows Freedman and Diaconis (1981), 2 · IQR · n^(−1/3), within 5 to 40 bins.
    static func bins(of values: [Double]) -> [Bin] {
        let sorted = values.sorted()
        guard let low = sorted.first, let high = sorted.last else { return [] }
        guard low < high else {
            let width = low == 0 ? 1 : roundWidth(atLeast: abs(low) / 10)
            let from = (low / width).rounded(.down) * width
            return [Bin(from: from, to: from + width, count: sorted.count)]
        }
        func quantile(_ share: Double) -> Double { sorted[Int((Double(sorted.count - 1) * share).rounded())] }
        let range = high - low
        let natural = 2 * (quantile(0.75) - quantile(0.25)) / cbrt(Double(sorted.count))
        let width = roundWidth(atLeast: min(max(natural, range / 40), range / 5))
        let first = (low / width).rounded(.down)
        let count = max(1, Int((high / width).rounded(.down) - first) + 1)
        var counts = [Int](repeating: 0, count: count)
        for value in sorted { counts[min(max(Int((value / width).rounded(.down) - first), 0), count - 1)] += 1 }
        return counts.enumerated().map { index, count in
            Bin(from: (first + Double(index)) * width, to: (first + Double(index + 1)) * width, count: count)
        }
    }

    private static func roundWidth(atLeast width: Double) -> Double {
        let power = pow(10, log10(width).rounded(.down))
        return ([1, 2, 5, 10].first { $0 * power >= width * 0.999 } ?? 10) * power
    }
}
