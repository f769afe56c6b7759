/// What the dates of a whole log say about the order they are written in.
struct DateVotes {
    private(set) var plain = 0
    private(set) var serials = 0
    private(set) var likelySerials = 0
    /// Dates that end with their year, and those of short numbers.
    private(set) var yearLast = 0
    private(set) var short = 0
    /// Of these, those that can be read in one order only.
    private(set) var monthFirst = 0
    private(set) var dayFirst = 0
    private(set) var yearFirst = 0
    /// Those with points between their numbers.
    private(set) var withPoints = 0
    /// The first date that is open, as the log writes it, and the first of each order.
    private(set) var example: String?
    private(set) var dayFirstExample: String?
    private(set) var monthFirstExample: String?
    // Which numbers short dates begin and end with: years are few.
    private var firsts: UInt128 = 0
    private var thirds: UInt128 = 0

    mutating func count(_ date: WrittenDate, _ bytes: Span<UInt8>) {
        switch date.form {
        case .plain: plain += 1
        case .serial:
            serials += 1
            if date.isLikelySerial { likelySerials += 1 }
            if example == nil { example = String(excerptOf: bytes, limit: 30) }
        case .yearLast, .short:
            if date.form == .short {
                short += 1
                firsts |= 1 << UInt128(date.first)
                thirds |= 1 << UInt128(date.third)
                if date.first > 31, date.second <= 12 { yearFirst += 1 }
            } else {
                yearLast += 1
            }
            if date.hasPoints { withPoints += 1 }
            if (13...31).contains(date.first), date.second <= 12 {
                dayFirst += 1
                if dayFirstExample == nil { dayFirstExample = String(excerptOf: bytes, limit: 30) }
            } else if date.second > 12, date.first <= 12 {
                monthFirst += 1
                if monthFirstExample == nil { monthFirstExample = String(excerptOf: bytes, limit: 30) }
            } else if example == nil, date.first <= 12, date.second <= 12, date.first != date.second {
                example = String(excerptOf: bytes, limit: 30)
            }
        }
    }

    var numeric: Int { yearLast + short }
    var isEmpty: Bool { plain + serials + numeric == 0 }

    /// Whether short dates may begin with their year: they do with few numbers, and end with more.
    var mayBeYearFirst: Bool {
        short > 0 && yearLast == 0 && withPoints == 0 && firsts.nonzeroBitCount <= 3 && thirds.nonzeroBitCount >= firsts.nonzeroBitCount
    }

    /// Whether one order has so many of the dates that can be read in one way that the others are slips.
    func isClear(_ some: Int, against others: Int) -> Bool { some > 0 && (others == 0 || (some >= 50 && others * 50 <= some)) }
}
