import Purchases
import Storage

/// The data changed between the revision and the read, again and again.
struct StaleRevision: Error {}

extension PurchaseStore {
    /// Returns all of a shopper's purchases as they were at the revision.
    ///
    /// A strong tag is a promise about bytes, so an import that came in between must not be told under the old tag.
    func purchases(of user: UserID, at revision: Revision) async throws -> [Purchase] {
        let purchases = try await purchases(of: user, in: .none)
        guard try await self.revision(of: user) == revision else { throw StaleRevision() }
        return purchases
    }
}
