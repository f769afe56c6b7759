/// A date as a log writes it: three numbers, before it is known which of the first two is the day.
struct WrittenDate {
    let first: Int
    let second: Int
    let third: Int

    var isYearFirst: Bool { first >= 1000 }

    /// Reads `2024-01-31`, `1/31/2024` or `31.1.2024`, and passes over a time of day after it.
    init(_ bytes: Span<UInt8>) throws(Rejection.Reason) {
        var index = 0
        let first = bytes.number(at: &index, digits: 1...4)
        let separator = index < bytes.count ? bytes[index] : 0
        guard let first, separator == UInt8(ascii: "-") || separator == UInt8(ascii: "/") || separator == UInt8(ascii: ".") else {
            throw .notADate
        }
        let firstDigits = index
        index += 1
        guard let second = bytes.number(at: &index, digits: 1...2), bytes.skip(separator, at: &index) else { throw .notADate }
        let thirdStart = index
        guard let third = bytes.number(at: &index, digits: 1...4) else { throw .notADate }
        let thirdDigits = index - thirdStart
        guard index == bytes.count || bytes.isTimeOfDay(from: index) else { throw .notADate }

        switch (firstDigits, thirdDigits) {
        case (4, 1...2), (1...2, 4): break
        case (1...2, 1...2): throw .shortYear
        default: throw .notADate
        }
        guard (1900...9999).contains(firstDigits == 4 ? first : third) else { throw .yearOutOfRange }
        self.first = first
        self.second = second
        self.third = third
    }

    /// Returns the day of the calendar; a date that begins with its year needs no `order`.
    func date(in order: DateOrder) throws(Rejection.Reason) -> CalendarDate {
        let date =
            switch order {
            case _ where isYearFirst: CalendarDate(year: first, month: second, day: third)
            case .monthFirst: CalendarDate(year: third, month: first, day: second)
            case .dayFirst: CalendarDate(year: third, month: second, day: first)
            case .yearFirst: throw .yearNotFirst
            }
        guard let date else { throw .noSuchDay }
        return date
    }
}

extension Span<UInt8> {
    /// Reads as many of `digits` decimal digits as there are, or nil when there are fewer or more.
    fileprivate func number(at index: inout Int, digits: ClosedRange<Int>) -> Int? {
        var value = 0
        let start = index
        while index < count, self[index].isDigit {
            guard index - start < digits.upperBound else { return nil }
            value = value * 10 + Int(self[index] - UInt8(ascii: "0"))
            index += 1
        }
        return index - start >= digits.lowerBound ? value : nil
    }

    fileprivate func skip(_ byte: UInt8, at index: inout Int) -> Bool {
        guard index < count, self[index] == byte else { return false }
        index += 1
        return true
    }

    private func skipWhiteSpace(at index: inout Int) {
        while index < count, self[index].isWhiteSpace { index += 1 }
    }

    /// Whether the rest is `T` or white space, then a time such as `23:59`, `11:59:59.5 PM` or `23:59:59+01:00`.
    fileprivate func isTimeOfDay(from start: Int) -> Bool {
        var index = start
        guard self[index] | 0x20 == UInt8(ascii: "t") || self[index].isWhiteSpace else { return false }
        index += 1
        skipWhiteSpace(at: &index)
        guard let hour = number(at: &index, digits: 1...2), hour < 24, skip(UInt8(ascii: ":"), at: &index),
            let minute = number(at: &index, digits: 2...2), minute < 60
        else { return false }
        if skip(UInt8(ascii: ":"), at: &index) {
            // 60 is a leap second.
            guard let second = number(at: &index, digits: 2...2), second <= 60 else { return false }
            if skip(UInt8(ascii: "."), at: &index), number(at: &index, digits: 1...9) == nil { return false }
        }
        skipWhiteSpace(at: &index)
        if index + 1 < count, self[index + 1] | 0x20 == UInt8(ascii: "m") {
            let half = self[index] | 0x20
            guard half == UInt8(ascii: "a") || half == UInt8(ascii: "p"), (1...12).contains(hour) else { return false }
            index += 2
            skipWhiteSpace(at: &index)
        }
        return isZone(from: index)
    }

    /// Whether the rest is nothing, `Z`, `+01`, `+0100` or `+01:00`.
    private func isZone(from start: Int) -> Bool {
        var index = start
        if index == count { return true }
        if self[index] | 0x20 == UInt8(ascii: "z") { return index + 1 == count }
        guard skip(UInt8(ascii: "+"), at: &index) || skip(UInt8(ascii: "-"), at: &index) else { return false }
        let length = count - index
        let colon = length == 5 && self[index + 2] == UInt8(ascii: ":") ? index + 2 : nil
        guard length == 2 || length == 4 || colon != nil else { return false }
        while index < count, self[index].isDigit || index == colon { index += 1 }
        return index == count
    }
}
