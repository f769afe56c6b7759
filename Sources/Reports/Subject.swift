public import Purchases

/// What a report is about: whose purchases, and which of them.
public struct Subject: Hashable, Sendable {
    public var user: UserID
    public var filter: PurchaseFilter
    /// The day that counts as today, which makes an answer reproducible; nil for the last day that anything is known of.
    public var asOf: CalendarDate?
    /// The day it is, for what is not over yet; nil where nobody says. It hides no purchases, and no answer about days gone by depends on it.
    public var today: CalendarDate?
    /// Whether answers name the user where they may.
    public var isNamed = true

    public init(user: UserID, filter: PurchaseFilter = .none, asOf: CalendarDate? = nil, today: CalendarDate? = nil) {
        self.user = user
        self.filter = filter
        self.asOf = asOf
        self.today = today
    }

    /// The day that counts as today.
    var day: CalendarDate? { asOf ?? today }

    /// Returns whose purchases they are, as far as that is told.
    public func name(in presentation: Presentation) -> String? {
        isNamed && presentation.redaction.namesUser ? user.rawValue : nil
    }
}
