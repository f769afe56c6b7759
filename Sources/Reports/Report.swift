public import Charts
public import Purchases

/// A question about one shopper, answered: as JSON, as a table, as a chart and, through the chart, in words.
///
/// Every form is made from the same figures, and only when it is asked for.
public protocol Report: Sendable {
    var json: JSON { get }
    var table: Table { get }
    func chart(_ presentation: Presentation) -> Chart

    /// The same as `json` and `table` for a reader: sentences among the figures are in their language.
    func json(_ presentation: Presentation) -> JSON
    func table(_ presentation: Presentation) -> Table
}

extension Report {
    public func json(_ presentation: Presentation) -> JSON { json }
    public func table(_ presentation: Presentation) -> Table { table }
}

/// How a reader wants figures written.
public struct Presentation: Hashable, Sendable {
    public var locale: Locale
    public var currency: Currency
    /// Stands in place of the chart's own title.
    public var title: String?
    /// How much is told. The currency writes amounts accordingly: as shares once the sum is known that they are shares of, until then not.
    public private(set) var disclosure = Disclosure.full

    /// Tells no more than `disclosure` from here on.
    public mutating func disclose(_ disclosure: Disclosure) {
        self.disclosure = disclosure
        currency.telling =
            switch disclosure {
            case .full: .exactly
            case .rounded: .coarsely
            case .share, .trend: .not
            }
    }

    /// Returns the presentation with amounts written as shares of a sum, where shares are told.
    func sharing(_ whole: Money) -> Presentation {
        var presentation = self
        if disclosure == .share { presentation.currency.telling = .asShare(of: whole.amount) }
        return presentation
    }

    /// Whether amounts of money are written as such, to the cent or not.
    var tellsAmounts: Bool { disclosure == .full || disclosure == .rounded }

    public init(locale: Locale = .americanEnglish, currency: Currency = .usDollar, title: String? = nil) {
        self.locale = locale
        self.currency = currency
        self.title = title
    }
}

/// What a report is about: whose purchases, and which of them.
public struct Subject: Hashable, Sendable {
    public var user: UserID
    public var filter: PurchaseFilter
    /// The day that counts as today, which makes an answer reproducible; nil for the last day that anything is known of.
    public var asOf: CalendarDate?
    /// The day it is, for what is not over yet; nil where nobody says. It hides no purchases, and no answer about days gone by depends on it.
    public var today: CalendarDate?
    /// Whether answers name the user.
    public var isNamed = true

    public init(user: UserID, filter: PurchaseFilter = .none, asOf: CalendarDate? = nil, today: CalendarDate? = nil) {
        self.user = user
        self.filter = filter
        self.asOf = asOf
        self.today = today
    }

    /// The day that counts as today.
    var day: CalendarDate? { asOf ?? today }

    /// Whose purchases they are, as far as that is told.
    var name: String? { isNamed ? user.rawValue : nil }
}
