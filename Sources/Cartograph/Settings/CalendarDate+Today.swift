import Foundation
import Purchases

extension CalendarDate {
    /// Returns the day it is in UTC, by the machine's clock.
    static func today() -> CalendarDate {
        CalendarDate(dayNumber: Int((Date.now.timeIntervalSince1970 / 86_400).rounded(.down)))
    }
}
