public import Foundation

/// When a report is sent again and again: `weekly mon 08:00 Europe/Berlin`, `monthly 1`.
///
/// The time is that of a clock on a wall there: on the day clocks go forward over it, it is the first moment after the gap; on the day they
/// go back, the first of the two.
public struct MailSchedule: Hashable, Sendable {
    public enum Rhythm: Hashable, Sendable {
        /// From 1 for Monday to 7 for Sunday.
        case weekly(weekday: Int)
        /// 1…31; the last day of a month that has fewer.
        case monthly(day: Int)
    }

    public let rhythm: Rhythm
    public let hour: Int
    public let minute: Int
    public let zone: TimeZone

    private static let weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

    public struct Unreadable: Error, Hashable, Sendable, CustomStringConvertible {
        let text: String

        public var description: String {
            "'\(text.singleLine.prefix(60))' is no schedule: write 'weekly mon 08:00 Europe/Berlin' or 'monthly 1', with a day from 1 to 31; "
                + "without a time it is 08:00, without a zone that of Greenwich"
        }
    }

    public init(_ text: String) throws(Unreadable) {
        let words = text.split(separator: " ").map(String.init)
        guard (2...4).contains(words.count) else { throw Unreadable(text: text) }
        switch words[0] {
        case "weekly":
            guard let index = Self.weekdays.firstIndex(of: words[1].lowercased()) else { throw Unreadable(text: text) }
            rhythm = .weekly(weekday: index + 1)
        case "monthly":
            guard words[1].utf8.count <= 2, let day = Int(words[1]), (1...31).contains(day) else { throw Unreadable(text: text) }
            rhythm = .monthly(day: day)
        default: throw Unreadable(text: text)
        }
        var (time, zoneName) = ("08:00", "GMT")
        for word in words.dropFirst(2) {
            if word.first?.isNumber == true { time = word } else { zoneName = word }
        }
        let parts = time.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2, parts.allSatisfy({ $0.utf8.count == 2 }), let hour = Int(parts[0]), let minute = Int(parts[1]),
            (0...23).contains(hour), (0...59).contains(minute), let zone = TimeZone(identifier: zoneName)
        else { throw Unreadable(text: text) }
        (self.hour, self.minute, self.zone) = (hour, minute, zone)
    }

    /// Returns the first moment of the schedule after another.
    public func next(after moment: Date) -> Date? {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = zone
        switch rhythm {
        case .weekly(let weekday):
            // Foundation's weeks begin on Sunday, with 1.
            let components = DateComponents(hour: hour, minute: minute, second: 0, weekday: weekday % 7 + 1)
            return calendar.nextDate(after: moment, matching: components, matchingPolicy: .nextTime, repeatedTimePolicy: .first)
        case .monthly(let day):
            let month = calendar.dateComponents([.year, .month], from: moment)
            guard let first = calendar.date(from: month) else { return nil }
            // That of this month may be over.
            return (0...1).lazy.compactMap { date(onDay: day, ofMonth: $0, after: first, in: calendar) }.first { $0 > moment }
        }
    }

    /// Returns the last moment of the schedule up to another; nil when that is more than a few years before any.
    public func last(upTo moment: Date) -> Date? {
        let days: Double =
            switch rhythm {
            case .weekly: 8
            case .monthly: 32
            }
        var last: Date?
        var place = moment.addingTimeInterval(-days * 86_400)
        while let next = next(after: place), next <= moment { (last, place) = (next, next) }
        return last
    }

    private func date(onDay day: Int, ofMonth offset: Int, after first: Date, in calendar: Calendar) -> Date? {
        guard let month = calendar.date(byAdding: .month, value: offset, to: first),
            let length = calendar.range(of: .day, in: .month, for: month)?.count,
            let date = calendar.date(byAdding: .day, value: min(day, length) - 1, to: month)
        else { return nil }
        return calendar.date(
            bySettingHour: hour, minute: minute, second: 0, of: date, matchingPolicy: .nextTime, repeatedTimePolicy: .first)
    }
}

extension MailSchedule: CustomStringConvertible {
    /// The schedule as it is read, nothing left out.
    public var description: String {
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
        let day =
            switch rhythm {
            case .weekly(let weekday): "weekly \(Self.weekdays[weekday - 1])"
            case .monthly(let day): "monthly \(day)"
            }
        return "\(day) \(two(hour)):\(two(minute)) \(zone.identifier)"
    }
}
