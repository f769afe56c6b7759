import Foundation
import Purchases

extension CalendarDate {
    /// Returns the day it is in UTC, by the machine's clock.
    static func today() -> CalendarDate {
        CalendarDate(dayNumber: Int((Date.now.timeIntervalSince1970 / 86_400).rounded(.down)))
    }

    /// Returns the day it is where it is tomorrow first, fourteen hours before UTC.
    @Sendable static func latestToday() -> CalendarDate {
        CalendarDate(dayNumber: Int(((Date.now.timeIntervalSince1970 + 14 * 3600) / 86_400).rounded(.down)))
    }
}

extension Timestamp {
    /// The second it is, by the machine's clock.
    static var now: Timestamp { Timestamp(Int64(Date.now.timeIntervalSince1970)) }
}
