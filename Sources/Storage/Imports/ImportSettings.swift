/// How an import is to be done.
public struct ImportSettings: Hashable, Sendable {
    public var rule: MergeRule
    /// Whether only what it would do is wanted, and nothing is kept.
    public var isRehearsal: Bool
    /// The code of ISO 4217 of what the sums that come are in; nil where they do not say.
    public var currency: String?
    /// What the import's record says of where it comes from.
    public var origin: ImportOrigin?

    public init(rule: MergeRule = .standard, currency: String? = nil, origin: ImportOrigin? = nil, isRehearsal: Bool = false) {
        self.rule = rule
        self.origin = origin
        self.currency = currency
        self.isRehearsal = isRehearsal
    }
}

/// What becomes of orders that come again.
public enum MergeRule: String, Hashable, Sendable, CaseIterable {
    /// An order with an id takes the place of the one that is kept. Lines whose log named no order are told by all that they say: as many
    /// equal ones as are kept are there already, and more are new.
    case standard
    /// An order takes the place of the one that is kept; where the log named none, so does all that a shopper bought on a day.
    case replace
    /// Every line is new.
    case add
}
