import Foundation
import Purchases
import Synchronization

/// What `Date` says, written once a second.
final class HTTPDate: Sendable {
    private let now: @Sendable () -> Date
    private let current = Mutex((second: Int.min, text: ""))

    init(now: @escaping @Sendable () -> Date = { .now }) { self.now = now }

    /// As in `Wed, 25 Nov 2026 13:24:47 GMT` (RFC 9110, section 5.6.7).
    var text: String {
        let second = Int(now().timeIntervalSince1970.rounded(.down))
        return current.withLock { current in
            if current.second != second { current = (second, Self.text(second)) }
            return current.text
        }
    }

    private static let weekdays = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
    private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

    /// - Parameter second: since 1970, which began on a Thursday.
    private static func text(_ second: Int) -> String {
        func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let day = CalendarDate(dayNumber: second / 86_400)
        let time = [second / 3_600 % 24, second / 60 % 60, second % 60].map(twoDigits).joined(separator: ":")
        return "\(weekdays[day.dayNumber % 7]), \(twoDigits(day.day)) \(months[day.month.month - 1]) \(day.year) \(time) GMT"
    }
}
