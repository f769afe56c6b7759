public import Purchases

/// What a shop keeps about its suggestions: the constants they are ranked by, and whether they helped.
///
/// Every implementation passes the same tests, `SuggestionStoreTests`.
public protocol SuggestionStore: Sendable {
    /// Keeps the constants that lists are ranked by, as `ShopStatistics.ranking`; nil for the standard ones.
    ///
    /// The store's revision changes with them, so that no list of before is shown for one of now.
    func keepRanking(_ constants: RankingConstants?) async throws(StorageError)

    /// Keeps what was shown. What is kept of the same shopper, place, kind and item stays as it is; of one shopper, so many are kept
    /// and no more.
    ///
    /// An import says of each whether it was bought, and adds it to the counts when its days have passed: what is left then is a number.
    func keepShown(_ suggestions: [ShownSuggestion]) async throws(StorageError)

    /// Returns how many were shown and bought, by place, then kind.
    func suggestionCounts() async throws(StorageError) -> [SuggestionCount]
}

extension Revision {
    /// Makes what constants add to a store's revision: nothing for the standard ones.
    package init(of constants: RankingConstants?) {
        let constants = constants ?? .standard
        guard constants != .standard else {
            self = .zero
            return
        }
        self.init(rawValue: UInt64(bitPattern: ShownSuggestion.digest(of: constants.description)))
    }
}
