import Charts

/// Dates and times as data has them: `2024-03-31`, `2024/03/31`, `2024-03`, `2024-03-31T10:15:00Z`.
enum DateText {
    /// Returns where the date stands on an axis, or nil for what is none.
    ///
    /// A time of day is the one that is written, in whatever zone that is.
    static func position(_ text: some StringProtocol) -> Position? {
        let bytes = Array(text.utf8)
        guard bytes.count >= 7, bytes.count <= 40, let year = digits(bytes, 0, 4), (1...9999).contains(year) else { return nil }
        let separator = bytes[4]
        guard separator == UInt8(ascii: "-") || separator == UInt8(ascii: "/"), let month = digits(bytes, 5, 2), (1...12).contains(month)
        else { return nil }
        if bytes.count == 7 { return separator == UInt8(ascii: "-") ? .month(year: year, month: month) : nil }
        guard bytes.count >= 10, bytes[7] == separator, let day = digits(bytes, 8, 2), day >= 1, day <= length(ofMonth: month, year) else {
            return nil
        }
        guard bytes.count == 10 || isTime(bytes[10...]) else { return nil }
        let number = CalendarDay(year: year, month: month, day: day).number
        guard bytes.count >= 16, let hour = digits(bytes, 11, 2), let minute = digits(bytes, 14, 2), hour < 24, minute < 60 else {
            return .day(number)
        }
        let second = bytes.count >= 19 && bytes[16] == UInt8(ascii: ":") ? digits(bytes, 17, 2) ?? 0 : 0
        return .time(number * 86_400 + hour * 3_600 + minute * 60 + min(second, 59))
    }

    /// Returns dates on one axis: days where none has a time but midnight, times where one has; a month among days is its first.
    static func onOneAxis(_ positions: [Position]) -> [Position] {
        let isMonths = positions.allSatisfy { if case .month = $0 { true } else { false } }
        guard !isMonths else { return positions }
        let seconds = positions.map { position -> Int in
            switch position {
            case .month(let year, let month): CalendarDay(year: year, month: month, day: 1).number * 86_400
            case .day(let day): day * 86_400
            case .time(let seconds): seconds
            case .name, .calendarMonth, .number: 0
            }
        }
        let hasTimes = seconds.contains { $0 % 86_400 != 0 }
        return seconds.map { hasTimes ? .time($0) : .day($0 / 86_400) }
    }

    private static func digits(_ bytes: [UInt8], _ start: Int, _ count: Int) -> Int? {
        guard start + count <= bytes.count else { return nil }
        var number = 0
        for byte in bytes[start..<start + count] {
            guard UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte else { return nil }
            number = number * 10 + Int(byte - UInt8(ascii: "0"))
        }
        return number
    }

    private static func isTime(_ rest: ArraySlice<UInt8>) -> Bool {
        guard rest.first == UInt8(ascii: "T") || rest.first == UInt8(ascii: " "), rest.count >= 6 else { return false }
        return rest.dropFirst().allSatisfy { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 || ":.+-Z ".utf8.contains($0) }
    }

    private static func length(ofMonth month: Int, _ year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// Writes a position as it is read.
    static func text(_ position: Position) -> String {
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        func four(_ number: Int) -> String { String(repeating: "0", count: max(0, 4 - "\(number)".count)) + "\(number)" }
        switch position {
        case .name(let name): return name
        case .month(let year, let month): return "\(four(year))-\(two(month))"
        case .calendarMonth(let month): return two(month)
        case .day(let number):
            let day = CalendarDay(number: number)
            return "\(four(day.year))-\(two(day.month))-\(two(day.day))"
        case .time(let seconds):
            let day = Int((Double(seconds) / 86_400).rounded(.down))
            let second = seconds - day * 86_400
            return "\(text(.day(day)))T\(two(second / 3_600)):\(two(second / 60 % 60)):\(two(second % 60))"
        case .number(let number): return NumberText.shortest(number)
        }
    }
}
