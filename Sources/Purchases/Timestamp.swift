/// A second of universal time.
public struct Timestamp: Hashable, Sendable {
    public var secondsSince1970: Int64

    public init(_ secondsSince1970: Int64) { self.secondsSince1970 = secondsSince1970 }

    /// Makes the first second of a day.
    public init(_ day: CalendarDate) { self.init(Int64(day.dayNumber) * Self.secondsPerDay) }

    /// The day in universal time.
    public var day: CalendarDate { CalendarDate(dayNumber: Int((Double(secondsSince1970) / Double(Self.secondsPerDay)).rounded(.down))) }

    static let secondsPerDay: Int64 = 86_400
}

extension Timestamp: Comparable {
    public static func < (a: Timestamp, b: Timestamp) -> Bool { a.secondsSince1970 < b.secondsSince1970 }
}

extension Timestamp: LosslessStringConvertible {
    /// As RFC 3339 writes it, as in `2024-01-31T18:05:00Z`.
    public var description: String {
        let (hour, minute, second) = time
        return "\(day)T\(hour):\(minute):\(second)Z"
    }

    /// As iCalendar writes it (RFC 5545, section 3.3.5), as in `20240131T180500Z`.
    public var basicDescription: String {
        let (hour, minute, second) = time
        return "\(day.description.filter { $0 != "-" })T\(hour)\(minute)\(second)Z"
    }

    /// As mail and HTTP write it (RFC 5322, section 3.3; RFC 9110, section 5.6.7), as in `Fri, 01 Mar 2024 08:00:00 GMT`.
    ///
    /// - Parameter zone: How universal time is called: `GMT` or `+0000`.
    public func internetDescription(zone: String) -> String {
        let (hour, minute, second) = time
        let day = day
        // 1970-01-01 was a Thursday.
        let weekday = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"][(day.dayNumber % 7 + 7) % 7]
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        let number = day.day < 10 ? "0\(day.day)" : "\(day.day)"
        return "\(weekday), \(number) \(months[day.month.month - 1]) \(day.year) \(hour):\(minute):\(second) \(zone)"
    }

    /// Reads `2024-01-31T18:05:00Z`, and nothing else.
    public init?(_ description: String) {
        let text = Array(description)
        guard text.count == 20, text[10] == "T", text[13] == ":", text[16] == ":", text[19] == "Z",
            let day = CalendarDate(String(text[..<10]))
        else { return nil }
        var seconds = Timestamp(day).secondsSince1970
        for (place, unit, limit) in [(11, 3_600, 24), (14, 60, 60), (17, 1, 60)] {
            guard let value = Int(digits: String(text[place..<place + 2])[...]), value < limit else { return nil }
            seconds += Int64(value * unit)
        }
        self.init(seconds)
    }

    private var time: (String, String, String) {
        let second = secondsSince1970 - Timestamp(day).secondsSince1970
        let texts = [second / 3_600, second / 60 % 60, second % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
        return (texts[0], texts[1], texts[2])
    }
}
