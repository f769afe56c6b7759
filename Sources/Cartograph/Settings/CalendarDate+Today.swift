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
