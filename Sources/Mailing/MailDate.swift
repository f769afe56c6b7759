import Foundation

/// A moment as mail writes it, in Coordinated Universal Time (RFC 5322, section 3.3).
public struct MailDate: Hashable, Sendable {
    /// Since 1970-01-01.
    public let seconds: Int

    public init(seconds: Int) { self.seconds = seconds }

    /// As in `Fri, 01 Mar 2024 08:00:00 +0000`.
    var text: String {
        let day = Int((Double(seconds) / 86_400).rounded(.down))
        let time = seconds - day * 86_400
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        let date = calendar.dateComponents([.year, .month, .day], from: Date(timeIntervalSince1970: Double(seconds)))
        // 1970-01-01 was a Thursday.
        let weekday = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"][((day % 7) + 7) % 7]
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
        let clock = [time / 3_600, time / 60 % 60, time % 60].map(two).joined(separator: ":")
        return "\(weekday), \(two(date.day ?? 1)) \(months[(date.month ?? 1) - 1]) \(date.year ?? 1970) \(clock) +0000"
    }
}
