/// What is known of a shopper's history without reading it.
public struct HistorySummary: Hashable, Sendable {
    public var revision: Revision
    /// How many purchases there are, which says what reading them costs.
    public var lineCount: Int
    /// The code of ISO 4217 of what the sums are in; nil where nobody has named it.
    public var currency: String?

    public init(revision: Revision, lineCount: Int, currency: String? = nil) {
        self.revision = revision
        self.lineCount = lineCount
        self.currency = currency
    }
}
