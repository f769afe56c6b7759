import Purchases
public import Storage

/// The data changed between the revision and the read, again and again.
struct StaleRevision: Error {}

extension PurchaseStore {
    /// Returns all of a shopper's purchases as they were at the revision.
    ///
    /// A strong tag is a promise about bytes, so an import that came in between must not be told under the old tag.
    func purchases(of user: UserID, at revision: Revision) async throws -> [Purchase] {
        let history = try await history(of: user)
        guard history.revision == revision else { throw StaleRevision() }
        return history.value
    }

    /// Returns what all shoppers bought as it was at the revision of the whole store.
    func statistics(at revision: Revision) async throws -> ShopStatistics {
        let statistics = try await statistics()
        guard statistics.revision == revision else { throw StaleRevision() }
        return statistics.value
    }
}

extension Revision {
    /// Returns what changes when either of the two does.
    public func combined(with other: Revision) -> Revision {
        // A shopper's revision is a part of the store's: the same change in both must not cancel itself out.
        Revision(rawValue: rawValue ^ (other.rawValue &* 0x9E37_79B9_7F4A_7C15))
    }
}
