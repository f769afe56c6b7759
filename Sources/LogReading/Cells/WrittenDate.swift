import Purchases

/// A date as a log writes it, before it is known which of its numbers is the day.
struct WrittenDate {
    enum Form: Hashable {
        /// Year, month and day can be told, as in `2024-01-31`, `20240131` and `31 January 2024`.
        case plain
        /// The year stands last and has four digits.
        case yearLast
        /// Three numbers of at most two digits.
        case short
        /// A number of days.
        case serial
    }

    let form: Form
    /// The numbers in the order they are written; of a plain date year, month and day.
    let first: Int
    let second: Int
    let third: Int
    /// Whether points stand between the numbers, as they do where the day comes first.
    let hasPoints: Bool

    /// The years that are read. Those of the Buddhist era are 543 ahead.
    static let years = 1900...2199

    /// Reads `2024-01-31`, `1/31/2024`, `31.1.24`, `20240131`, `31 January 2024`, `Jan 31, 2024` or `45322`, and passes over a time of day.
    init(_ bytes: Span<UInt8>) throws(Rejection.Reason) {
        if let plain = WrittenDate(plain: bytes) {
            self = plain
        } else {
            try self.init(anyForm: bytes)
        }
    }

    /// Reads `2024-01-31`, `1/31/2024` and `31.1.2024` without a time, as most dates are; nil for all others.
    private init?(plain bytes: Span<UInt8>) {
        guard (8...10).contains(bytes.count) else { return nil }
        var (numbers, digits, separator, place) = ((0, 0, 0), (0, 0, 0), UInt8(0), 0)
        for index in bytes.indices {
            let byte = bytes[index]
            if byte.isDigit {
                let digit = Int(byte &- UInt8(ascii: "0"))
                switch place {
                case 0: (numbers.0, digits.0) = (numbers.0 &* 10 &+ digit, digits.0 + 1)
                case 1: (numbers.1, digits.1) = (numbers.1 &* 10 &+ digit, digits.1 + 1)
                default: (numbers.2, digits.2) = (numbers.2 &* 10 &+ digit, digits.2 + 1)
                }
            } else {
                guard place < 2, byte == UInt8(ascii: "/") || byte == UInt8(ascii: "-") || byte == .point else { return nil }
                guard place == 0 || byte == separator else { return nil }
                separator = byte
                place += 1
            }
        }
        guard place == 2, (1...2).contains(digits.1) else { return nil }
        switch (digits.0, digits.2) {
        case (4, 1...2) where Self.years.contains(numbers.0): form = .plain
        case (1...2, 4) where Self.years.contains(numbers.2): form = .yearLast
        default: return nil
        }
        (first, second, third) = numbers
        hasPoints = separator == .point
    }

    private init(anyForm bytes: Span<UInt8>) throws(Rejection.Reason) {
        if let named = try NamedMonthDate(bytes) {
            (form, first, second, third, hasPoints) = (.plain, named.year, named.month, named.day, false)
            return
        }
        var index = 0
        let start = bytes.number(at: &index, digits: 1...8)
        guard let first = start else { throw .notADate }
        let firstDigits = index
        let separator = index < bytes.count ? bytes[index] : 0
        guard firstDigits <= 4, Self.separators.contains(separator) else {
            (self.first, second, third, hasPoints) = try Self.undivided(first, digits: firstDigits, bytes, at: index, &index)
            form = firstDigits == 8 ? .plain : .serial
            return
        }
        func skipSeparator() -> Bool {
            guard bytes.skip(separator, at: &index) else { return false }
            // `2024. 01. 31.`
            if separator == .point { bytes.skipWhiteSpace(at: &index) }
            return true
        }
        guard skipSeparator(), let second = bytes.number(at: &index, digits: 1...2) else {
            if separator == .point {
                (self.first, self.second, third, hasPoints) = try Self.undivided(first, digits: firstDigits, bytes, at: firstDigits, &index)
                form = .serial
                return
            }
            throw .notADate
        }
        guard skipSeparator() else { throw .notADate }
        let thirdStart = index
        guard let third = bytes.number(at: &index, digits: 1...4) else { throw .notADate }
        let thirdDigits = index - thirdStart
        if firstDigits == 4 { _ = bytes.skip(.point, at: &index) }
        guard bytes.isTimeOfDay(from: index) else { throw .notADate }

        switch (firstDigits, thirdDigits) {
        case (4, 1...2): form = .plain
        case (1...2, 4): form = .yearLast
        case (1...2, 2): form = .short
        default: throw .notADate
        }
        if firstDigits == 4 || thirdDigits == 4 {
            guard Self.years.contains(firstDigits == 4 ? first : third) else { throw .yearOutOfRange }
        }
        self.first = first
        self.second = second
        self.third = third
        hasPoints = separator == .point
    }

    private static let separators: [UInt8] = [UInt8(ascii: "-"), UInt8(ascii: "/"), .point, .space]

    /// Reads `20240131`, or a number of days with a part of one behind it.
    private static func undivided(
        _ number: Int, digits: Int, _ bytes: Span<UInt8>, at start: Int, _ index: inout Int
    ) throws(Rejection.Reason) -> (Int, Int, Int, Bool) {
        index = start
        if digits == 8 {
            guard bytes.isTimeOfDay(from: index) else { throw .notADate }
            let year = number / 10_000
            guard years.contains(year) else { throw .yearOutOfRange }
            return (year, number / 100 % 100, number % 100, false)
        }
        guard digits <= 6 else { throw .notADate }
        if index < bytes.count {
            guard bytes.skip(.point, at: &index) || bytes.skip(.comma, at: &index) else { throw .notADate }
            while index < bytes.count, bytes[index].isDigit { index += 1 }
            guard index == bytes.count else { throw .notADate }
        }
        return (number, 0, 0, false)
    }

    /// Whether a number of days is one that Excel has for a purchase: 1927 to 2119.
    var isLikelySerial: Bool { form == .serial && (10_000...80_000).contains(first) }

    /// Returns the day of the calendar; a plain date needs no `order`.
    func date(in order: DateOrder) throws(Rejection.Reason) -> CalendarDate {
        func year(_ short: Int) -> Int { form == .short ? short + (short < 69 ? 2000 : 1900) : short }
        let date: CalendarDate?
        switch (form, order) {
        case (.serial, .serial):
            guard isLikelySerial else { throw .notADate }
            date = CalendarDate(dayNumber: first - 25_569)
        case (.serial, .days(let since)): date = since.adding(days: first)
        case (.serial, _): throw .notADate
        case (.plain, _): date = CalendarDate(year: first, month: second, day: third)
        case (_, .monthFirst): date = CalendarDate(year: year(third), month: first, day: second)
        case (_, .dayFirst): date = CalendarDate(year: year(third), month: second, day: first)
        case (.short, .yearFirst): date = CalendarDate(year: year(first), month: second, day: third)
        case (_, .yearFirst): throw .yearNotFirst
        case (_, .serial), (_, .days): throw .notADate
        }
        guard let date else { throw .noSuchDay }
        return date
    }
}
