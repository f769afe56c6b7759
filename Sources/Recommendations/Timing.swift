import Purchases

/// Where an item stands between its last purchase and its next.
public struct Timing: Hashable, Sendable {
    /// What shops call it.
    public enum State: String, CaseIterable, Sendable {
        /// Used up by the day on which the shopper's next visit is due.
        case due
        /// Should have been used up already.
        case late
        case upcoming
        /// Not bought for more than twice its interval: the habit is going.
        case lapsing
        /// Never bought by the shopper.
        case new
    }

    /// The days from one purchase to the next.
    public var typicalInterval: Double
    /// Whether the shopper bought it on two days or more; else the interval is that of everybody.
    public var hasOwnInterval: Bool
    /// Days since the last purchase.
    public var daysAgo: Int
    /// Days until it is used up; of what should be already, so many days ago, below zero.
    public var daysLeft: Int
    /// Since 1970-01-01: the day on which it is used up, or that of the next visit where that is later, since nobody buys between visits.
    public var dueDay: Int
    public var state: State

    /// Never `new`: that has no timing.
    init(typicalInterval: Double, hasOwnInterval: Bool, daysAgo: Int, daysLeft: Int, visitDay: Int, today: Int) {
        self.typicalInterval = typicalInterval
        self.hasOwnInterval = hasOwnInterval
        self.daysAgo = daysAgo
        self.daysLeft = daysLeft
        dueDay = min(max(today + daysLeft, visitDay), CalendarDate.last.dayNumber)
        state =
            if Double(daysAgo) > 2 * typicalInterval {
                .lapsing
            } else if daysLeft < 0 {
                .late
            } else {
                today + daysLeft <= visitDay ? .due : .upcoming
            }
    }
}
