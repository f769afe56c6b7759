import Purchases
import Signing
import Storage

extension LinkSigner {
    /// Makes a link to a shopper's list, and remembers that there is one; the link itself is kept nowhere.
    ///
    /// - Throws: `LinkRefusal`, or what the store throws.
    func share(
        listOf user: UserID, as role: ListShare.Role, until wish: LinkExpiry, at time: Int64
    ) async throws -> (path: String, share: ListShare) {
        let expiry = try expiry(wish, at: time)
        // The number tells one share from another that is alike, so that each can be withdrawn by itself.
        var number = try await links.shares(of: user, at: time).count
        while true {
            let terms = Query([("role", role.rawValue), ("share", String(number))]).encoded
            let link = try await link(Grant(user: user, name: "bucket-list", terms: terms, expiry: expiry))
            let share = ListShare(id: link.id, role: role, creation: time, expiry: expiry.secondsSince1970)
            if try await links.keep(share, of: user, at: time) { return (link.path, share) }
            number += 1
        }
    }
}
