public import Purchases

/// In which months and on which weekdays more is spent than on average.
///
/// Means are over the months and days that the log covers, those without a purchase included. An index is such a mean divided by the
/// mean of its kind, each calendar month or weekday counted once: indices average 1 (a "ratio-to-average" seasonal index, as in
/// Makridakis, Wheelwright and Hyndman, "Forecasting", 3rd edition, chapter 3).
public struct SeasonalPatterns: Hashable, Sendable {
    /// A part of the year or the week.
    public struct Part: Hashable, Sendable {
        /// A calendar month, 1…12, or a weekday, 1 for Monday to 7 for Sunday.
        public var number: Int
        /// How many such months or days are covered.
        public var count: Int
        /// What is spent in one of them; nil when none is covered.
        public var mean: Money?
        /// Nil when none is covered, and when nothing is spent on average.
        public var index: Double?
    }

    public struct CategoryIndex: Hashable, Sendable {
        public var category: String
        /// A calendar month, 1…12.
        public var month: Int
        public var index: Double
    }

    /// Twelve, January first.
    public var calendarMonths: [Part]
    /// Seven, Monday first.
    public var weekdays: [Part]
    /// For each category, the largest sum first, each calendar month that is covered. A category that cost nothing has none.
    public var categoryIndices: [CategoryIndex]
    /// Each category's strongest month, the strongest first; those bought in one month alone left out, since that is no pattern.
    public var peaks: [CategoryIndex]
    /// How many months the means are over.
    public var monthCount: Int

    /// - Parameters:
    ///   - purchases: those that pass the filter.
    ///   - span: the first and last day of all the shopper's purchases, which is what the log is known to cover.
    ///   - unfinished: a month that is not over yet, and therefore is not compared with whole ones.
    public init(
        of purchases: [Purchase], in filter: PurchaseFilter, within span: ClosedRange<CalendarDate>?, unfinished: Month? = nil
    ) {
        let months = span.map { filter.wholeMonths(within: $0, except: unfinished) } ?? []
        monthCount = months.count
        let monthCounts = months.reduce(into: [Int](repeating: 0, count: 12)) { $0[$1.month - 1] += 1 }

        let kept = Set(months)
        var sums: [String: [Money]] = [:]
        var boughtMonths: [String: Set<Month>] = [:]
        var weekdaySums = [Money](repeating: .zero, count: 7)
        for purchase in purchases {
            weekdaySums[purchase.date.weekday - 1] += purchase.totalPrice
            let month = purchase.date.month
            guard kept.contains(month) else { continue }
            sums[purchase.category, default: [Money](repeating: .zero, count: 12)][month.month - 1] += purchase.totalPrice
            boughtMonths[purchase.category, default: []].insert(month)
        }

        let totals = sums.values.reduce([Money](repeating: .zero, count: 12)) { zip($0, $1).map(+) }
        calendarMonths = Self.parts(totals, monthCounts)
        weekdays = Self.parts(weekdaySums, span.map { filter.weekdayCounts(within: $0) } ?? [Int](repeating: 0, count: 7))
        categoryIndices = CategorySpending(of: purchases).rows.flatMap { row in
            Self.parts(sums[row.category] ?? [], monthCounts).compactMap { part in
                part.index.map { CategoryIndex(category: row.category, month: part.number, index: $0) }
            }
        }
        peaks = Self.peaks(of: categoryIndices.filter { boughtMonths[$0.category, default: []].count > 1 })
    }

    private static func parts(_ sums: [Money], _ counts: [Int]) -> [Part] {
        let means = zip(sums, counts).map { sum, count in count == 0 ? nil : Double(sum.thousandths) / Double(count) }
        let covered = means.compactMap { $0 }
        let average = covered.reduce(0, +) / Double(max(covered.count, 1))
        return zip(sums, counts).enumerated().map { place, part in
            Part(
                number: place + 1, count: part.1, mean: part.1 == 0 ? nil : part.0.divided(by: part.1),
                index: average > 0 ? means[place].map { $0 / average } : nil
            )
        }
    }

    private static func peaks(of indices: [CategoryIndex]) -> [CategoryIndex] {
        var strongest: [String: CategoryIndex] = [:]
        // The first of equal months stays.
        for index in indices where index.index > (strongest[index.category]?.index ?? 1) { strongest[index.category] = index }
        return strongest.values.sorted { ($1.index, $0.month, $0.category) < ($0.index, $1.month, $1.category) }
    }
}

extension PurchaseFilter {
    /// Returns the months that the log and the filter cover whole; where there is none, those that they cover in part.
    fileprivate func wholeMonths(within span: ClosedRange<CalendarDate>, except unfinished: Month?) -> [Month] {
        let months = coveredMonths(within: span)
        let whole = months.filter { month in
            month != unfinished && (from.map { $0 <= month.firstDay } ?? true) && (to.map { $0 >= month.lastDay } ?? true)
        }
        return whole.isEmpty ? months : whole
    }

    private func coveredMonths(within span: ClosedRange<CalendarDate>) -> [Month] {
        let (first, last) = (max(from ?? span.lowerBound, span.lowerBound).month, min(to ?? span.upperBound, span.upperBound).month)
        guard first <= last else { return [] }
        return (first...last).filter { month?.contains($0) ?? true }
    }

    /// Returns how many of each weekday the log and the filter cover, Monday first.
    fileprivate func weekdayCounts(within span: ClosedRange<CalendarDate>) -> [Int] {
        let (first, last) = (max(from ?? span.lowerBound, span.lowerBound), min(to ?? span.upperBound, span.upperBound))
        guard first <= last else { return [Int](repeating: 0, count: 7) }
        guard month != nil else { return (first...last).weekdayCounts }
        return coveredMonths(within: span).reduce([Int](repeating: 0, count: 7)) { counts, month in
            zip(counts, (max(first, month.firstDay)...min(last, month.lastDay)).weekdayCounts).map(+)
        }
    }
}
