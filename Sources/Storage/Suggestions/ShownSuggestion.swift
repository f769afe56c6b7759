import Hashing
public import Purchases

/// A suggestion that somebody was shown, as it is kept until its days have passed.
public struct ShownSuggestion: Hashable, Sendable {
    public enum Place: String, CaseIterable, Sendable {
        /// In an answer or on a page.
        case list
        case mail
    }

    public var user: UserID
    public var place: Place
    /// As `recommendations.json` writes it.
    public var kind: String
    /// Of the item's name: what is kept does not say what was suggested.
    public var digest: Int64
    /// Days since 1970-01-01: it counts when it is bought after the first and until the last.
    public var day: Int
    public var lastDay: Int

    /// - Parameters:
    ///   - day: what the list took for today.
    ///   - days: for how many days the suggestion is good.
    public init(to user: UserID, in place: Place, kind: String, item: String, on day: CalendarDate, for days: Int) {
        self.user = user
        self.place = place
        self.kind = kind
        digest = Self.digest(of: item)
        self.day = day.dayNumber
        lastDay = day.dayNumber + days
    }

    package static func digest(of item: String) -> Int64 {
        var hash = FNVHash()
        hash.combine(item)
        return Int64(bitPattern: SplitMix64.mixed(hash.value))
    }

    /// How many of a shopper's are kept at once; more are not counted.
    package static let shopperLimit = 500
}

/// How many suggestions of a kind were shown, and bought within their days.
public struct SuggestionCount: Hashable, Sendable {
    public var place: ShownSuggestion.Place
    public var kind: String
    /// Shown to a shopper again while its days run, a suggestion counts once.
    public var shown: Int
    public var bought: Int
    /// How many of those that are shown have days left.
    public var open: Int

    public init(place: ShownSuggestion.Place, kind: String, shown: Int, bought: Int, open: Int) {
        self.place = place
        self.kind = kind
        self.shown = shown
        self.bought = bought
        self.open = open
    }
}
