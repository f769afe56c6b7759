/// What is known of a shopper's history without reading it.
public struct HistorySummary: Hashable, Sendable {
    public var revision: Revision
    /// How many purchases there are, which says what reading them costs.
    public var lineCount: Int

    public init(revision: Revision, lineCount: Int) {
        self.revision = revision
        self.lineCount = lineCount
    }
}
