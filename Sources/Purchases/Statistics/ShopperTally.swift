import Foundation

/// What of one shopper's purchases goes into the counts that depend on their order in time.
struct ShopperTally {
    private struct Purchase: Comparable {
        var day: Int
        var item: Int

        static func < (a: Purchase, b: Purchase) -> Bool { (a.day, a.item) < (b.day, b.item) }
    }

    private struct Interest {
        var firstDay: Int
        var lines: Int
    }

    private var purchases: [Purchase] = []
    private var interests: [Int: Interest] = [:]

    /// Of a shopper with more categories, the pairs of those with the most lines are counted: there are half as many as its square.
    private static let pairedCategoryLimit = 64

    var isEmpty: Bool { purchases.isEmpty }

    mutating func add(day: Int, item: Int) {
        let purchase = Purchase(day: day, item: item)
        if purchases.last != purchase { purchases.append(purchase) }
    }

    mutating func add(category: Int, since day: Int, lines: Int) {
        var interest = interests[category, default: Interest(firstDay: day, lines: 0)]
        interest.firstDay = min(interest.firstDay, day)
        interest.lines += lines
        interests[category] = interest
    }

    /// Counts purchases, what followed them and the time between them, and returns on how many days there are any.
    mutating func count(_ sign: Int, in items: inout [StatisticsTally.Item]) -> Int {
        purchases.sort()
        var lastDays: [Int: Int] = [:]
        var (start, dayCount) = (purchases.startIndex, 0)
        while start < purchases.endIndex {
            let day = purchases[start].day
            let end = purchases[start...].firstIndex { $0.day != day } ?? purchases.endIndex
            var next = end
            for index in start..<end {
                let item = purchases[index].item
                if index > start, purchases[index - 1].item == item { continue }
                items[item].purchases += sign
                if let last = lastDays.updateValue(day, forKey: item) {
                    items[item].intervals += sign
                    items[item].logIntervals &+= Int64(sign) * Self.fixedLogarithm(of: day - last)
                } else {
                    items[item].buyers += sign
                }
                guard end < purchases.endIndex else { continue }
                items[item].followed += sign
                let nextDay = purchases[end].day
                while next < purchases.endIndex, purchases[next].day == nextDay, purchases[next].item < item { next += 1 }
                if next < purchases.endIndex, purchases[next] == Purchase(day: nextDay, item: item) { items[item].repeated += sign }
            }
            (start, dayCount) = (end, dayCount + 1)
        }
        return dayCount
    }

    /// Counts the shopper's categories, when they were new, and which of them go together.
    func count(_ sign: Int, in categories: inout [StatisticsTally.Category]) {
        guard let firstDay = interests.values.map(\.firstDay).min() else { return }
        for (category, interest) in interests {
            categories[category].buyers += sign
            guard interest.firstDay > firstDay else { continue }
            categories[category].entries[StatisticsTally.week(of: interest.firstDay), default: 0] += sign
        }
        func precedes(_ a: Int, _ b: Int) -> Bool { categories[a].name.utf8.lexicographicallyPrecedes(categories[b].name.utf8) }
        let paired = interests.sorted { $0.value.lines != $1.value.lines ? $0.value.lines > $1.value.lines : precedes($0.key, $1.key) }
            .prefix(Self.pairedCategoryLimit).map(\.key).sorted(by: precedes)
        for (place, one) in paired.enumerated() {
            for other in paired[(place + 1)...] { categories[one].pairs[other, default: 0] += sign }
        }
    }

    /// Returns the natural logarithm in units of 2⁻³², of which a hundred million fit into 64 bits.
    private static func fixedLogarithm(of interval: Int) -> Int64 {
        interval < logarithms.count ? logarithms[interval] : computedLogarithm(of: interval)
    }

    private static func computedLogarithm(of interval: Int) -> Int64 { Int64((log(Double(max(1, interval))) * 0x1p32).rounded()) }

    private static let logarithms = (0..<1_024).map(computedLogarithm)
}
