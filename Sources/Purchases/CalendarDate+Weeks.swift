extension CalendarDate {
    /// The day of the week, from 1 for Monday to 7 for Sunday, as ISO 8601 counts.
    public var weekday: Int {
        // 1970-01-01 was a Thursday.
        ((dayNumber + 3) % 7 + 7) % 7 + 1
    }

    /// The same day a year before, the 28th for a leap day; nil before the first year.
    public var yearBefore: CalendarDate? {
        CalendarDate(year: year - 1, month: month.month, day: day) ?? CalendarDate(year: year - 1, month: month.month, day: day - 1)
    }
}

extension ClosedRange<CalendarDate> {
    /// How many days there are, both ends counted.
    public var dayCount: Int { upperBound.days(since: lowerBound) + 1 }

    /// Returns how many Mondays, Tuesdays and so on there are, Monday first.
    public var weekdayCounts: [Int] {
        let (weeks, rest) = dayCount.quotientAndRemainder(dividingBy: 7)
        var counts = [Int](repeating: weeks, count: 7)
        for offset in 0..<rest { counts[lowerBound.adding(days: offset).weekday - 1] += 1 }
        return counts
    }
}
