/// What the dates of a whole log say about the order they are written in.
struct DateVotes {
    private var yearLastDates = 0
    private var monthFirst = 0
    private var dayFirst = 0

    mutating func count(_ date: WrittenDate) {
        guard !date.isYearFirst else { return }
        yearLastDates += 1
        if date.first > 12, date.second <= 12 { dayFirst += 1 }
        if date.second > 12, date.first <= 12 { monthFirst += 1 }
    }

    /// What most dates can only be read as; month first when they leave it open.
    var order: DateOrder {
        if yearLastDates == 0 { return .yearFirst }
        return dayFirst > monthFirst ? .dayFirst : .monthFirst
    }

    /// Whether `order` is a guess: there are dates with the year last, and as much speaks for one order as for the other.
    var isAmbiguous: Bool { yearLastDates > 0 && dayFirst == monthFirst }
}
