extension TimeScale {
    /// What is between two ticks: so many days, months or years.
    enum Interval: Hashable, Sendable {
        case days(Int)
        case months(Int)
        case years(Int)

        private static let steps: [Interval] =
            [1, 2, 4, 7, 14, 21].map(Interval.days) + [1, 2, 3, 6].map(Interval.months)
            + [1, 2, 4, 5, 10, 20, 25, 50, 100, 200, 400, 500, 1_000, 2_000, 5_000].map(Interval.years)

        /// Returns the shortest interval that has at most `most` ticks in the domain.
        static func fitting(_ domain: ClosedRange<Int>, most: Int = 6) -> Interval {
            // Counting ticks is dear for an interval far too short, and no month or year is longer than these.
            let length = domain.upperBound - domain.lowerBound
            return steps.first { $0.longest * max(most, 1) >= length && $0.ticks(in: domain).count <= most } ?? steps[steps.count - 1]
        }

        /// In days.
        private var longest: Int {
            switch self {
            case .days(let count): count
            case .months(let count): count * 31
            case .years(let count): count * 366
            }
        }

        /// Returns the days in the domain on which an interval begins. Weeks begin on Monday.
        func ticks(in domain: ClosedRange<Int>) -> [Int] {
            switch self {
            case .days(let count):
                // 1970-01-05 was a Monday.
                let first = domain.lowerBound + Self.remainder(4 - domain.lowerBound, by: count)
                return Array(stride(from: first, through: domain.upperBound, by: count))
            case .months(let count): return Self.months(in: domain, by: count)
            case .years(let count): return Self.months(in: domain, by: count * 12)
            }
        }

        private static func months(in domain: ClosedRange<Int>, by count: Int) -> [Int] {
            let first = CalendarDay(number: domain.lowerBound).monthNumber
            let last = CalendarDay(number: domain.upperBound).monthNumber
            return stride(from: first + remainder(-first, by: count), through: last, by: count)
                .map { CalendarDay.first(ofMonth: $0).number }.filter(domain.contains)
        }

        private static func remainder(_ value: Int, by divisor: Int) -> Int { ((value % divisor) + divisor) % divisor }
    }
}
