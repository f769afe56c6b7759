import Foundation
import Purchases

extension AmountDistribution {
    /// Returns bins with round edges around sorted amounts.
    ///
    /// Their width follows Freedman and Diaconis (1981), 2 · IQR · n^(−1/3),
    /// within 8 to 40 bins for the body of the amounts. What lies far beyond
    /// the 98th percentile is gathered in a last bin, from a rounder edge on; a
    /// few refunds, under a twentieth of all, in a first one, up to zero.
    static func bins(of amounts: [Money], wished: Int?, _ edges: Edges = .round) -> [Bin] {
        guard let smallest = amounts.first, let largest = amounts.last else { return [] }
        guard smallest < largest else { return bins(around: smallest, count: amounts.count, edges) }
        let refunds = amounts.prefix { $0 < .zero }.count
        if refunds > 0, refunds * 20 < amounts.count {
            var bin = Bin(from: smallest, to: .zero, count: refunds, isOpen: false)
            bin.isOpenBelow = true
            return [bin] + bins(of: Array(amounts.dropFirst(refunds)), from: .zero, wished: wished, edges)
        }
        return bins(of: amounts, from: smallest, wished: wished, edges)
    }

    /// - Parameter low: where the first bin begins, or lies.
    private static func bins(of amounts: [Money], from low: Money, wished: Int?, _ edges: Edges) -> [Bin] {
        guard let largest = amounts.last, low < largest else { return bins(around: low, count: amounts.count, edges) }
        let body = Swift.max(amounts.quantile(0.98), low + Money(hundredths: 1))
        let range = Double((body - low).thousandths) / 10
        let spread = Double((amounts.quantile(0.75) - amounts.quantile(0.25)).thousandths) / 10
        let natural = 2 * spread / pow(Double(amounts.count), 1.0 / 3)
        let bounded = Swift.min(Swift.max(natural, range / 40), range / 8)
        var width = roundWidth(atLeast: wished.map { range / Double($0) } ?? bounded)
        // Rounding up must not leave fewer than eight.
        if wished == nil, Double(width) * 8 > range { width = roundWidth(atMost: range / 8) }
        if edges == .twoDigits { width = wholeWidth(atLeast: width, upTo: Swift.max(low.magnitude, body.magnitude)) }

        func place(of amount: Int64) -> Int64 { floorDivide(amount, width * 10) }
        let first = place(of: low.thousandths)
        var end = place(of: body.thousandths - 1) + 1
        // A tail of a bin or two is shown as it is, and a longer one from a round edge on.
        if largest.thousandths > (end + 2) * width * 10 {
            let steps: [Int64] = [1, 2, 5, 10]
            let step = steps.first { $0 * 10 >= end - first } ?? 10
            end = (floorDivide(end - 1, step) + 1) * step
        }
        let hasTail = largest.thousandths > (end + 2) * width * 10
        if !hasTail { end = Swift.max(end, place(of: largest.thousandths) + 1) }
        end = Swift.max(end, first + 1)

        var counts = [Int](repeating: 0, count: Int(end - first) + (hasTail ? 1 : 0))
        for amount in amounts {
            counts[Swift.min(Int(place(of: amount.thousandths) - first), counts.count - 1)] += 1
        }
        return counts.enumerated().map { index, count in
            let from = Money(hundredths: (first + Int64(index)) * width)
            let isOpen = hasTail && index == counts.count - 1
            return Bin(from: from, to: isOpen ? largest : from + Money(hundredths: width), count: count, isOpen: isOpen)
        }
    }

    /// Returns bins from zero to the only amount there is: one bar as wide as the picture would say nothing about it.
    private static func bins(around amount: Money, count: Int, _ edges: Edges) -> [Bin] {
        var width = amount == .zero ? 100 : roundWidth(atMost: Double(amount.magnitude) / 8)
        if edges == .twoDigits { width = wholeWidth(atLeast: width, upTo: amount.magnitude) }
        let place = floorDivide(amount.thousandths, width * 10)
        let (first, last) = amount == .zero ? (0, 7) : (Swift.min(place, 0), Swift.max(place, -1))
        return (first...last).map { index in
            let from = Money(hundredths: index * width)
            return Bin(from: from, to: from + Money(hundredths: width), count: index == place ? count : 0, isOpen: false)
        }
    }

    /// Returns the smallest of 1, 2, 2.5 (from 25 on) and 5 times a power of ten that is not less than `width`, in hundredths.
    static func roundWidth(atLeast width: Double) -> Int64 {
        var power: Int64 = 1
        while Double(power) * 10 < width, power < 1_000_000_000_000 { power *= 10 }
        let choices = power >= 10 ? [power, power * 2, power / 10 * 25, power * 5, power * 10] : [power, power * 2, power * 5, power * 10]
        return choices.first { Double($0) >= width - 1e-9 } ?? power * 10
    }

    /// Returns the largest round width that is not more than `width`, at least one hundredth.
    static func roundWidth(atMost width: Double) -> Int64 {
        var result: Int64 = 1
        while true {
            let next = roundWidth(atLeast: Double(result) + 1)
            guard Double(next) <= width else { return result }
            result = next
        }
    }

    /// Returns the smallest of 1, 2 and 5 times a power of ten, in whole units, of which no multiple up to a few beyond `largest` has more
    /// than two significant digits.
    static func wholeWidth(atLeast width: Int64, upTo largest: Int64) -> Int64 {
        var power: Int64 = 100
        while true {
            for choice in [power, power * 2, power * 5]
            where choice >= width && largest + 4 * choice <= power * 99 || power >= 10_000_000_000_000_000 { return choice }
            power *= 10
        }
    }

    private static func floorDivide(_ value: Int64, _ divisor: Int64) -> Int64 {
        let (quotient, remainder) = value.quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? quotient - 1 : quotient
    }
}

extension Money {
    /// In hundredths, rounded up.
    fileprivate var magnitude: Int64 { Int64(clamping: thousandths.magnitude / 10) + (isOfHundredths ? 0 : 1) }
}

extension [Money] {
    /// Returns a quantile of sorted amounts, interpolated between neighbours (Hyndman and Fan, 1996, type 7); 0 for none.
    func quantile(_ share: Double) -> Money {
        guard let last else { return .zero }
        // In whole numbers: 0.9 × 7 is less than 6.3, which would cost a cent where there is half of one.
        let (index, rest) = (Int((share * 1_000).rounded()) * (count - 1)).quotientAndRemainder(dividingBy: 1_000)
        guard index + 1 < count else { return last }
        return self[index] + (self[index + 1] - self[index]).times(Int64(rest), over: 1_000)
    }
}
