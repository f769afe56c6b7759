package import Access
import Purchases

// How databases write what they keep of keys and accounts, and read it again. What a newer version of this program lets somebody do,
// this one does not.

extension APIKey {
    /// The scopes, each in a line.
    package var storedScopes: String { scopes.map(\.description).joined(separator: "\n") }

    package init(
        id: String, name: String, storedScopes: String, storedDigest: String, creation: Int64, expiry: Int64?, revocation: Int64?,
        lastUse: Int64?
    ) {
        self.init(
            id: id, name: name, scopes: storedScopes.split(separator: "\n").compactMap { try? Scope(String($0)) },
            digest: SecretDigest(stored: storedDigest), creation: Timestamp(creation), expiry: expiry.map { Timestamp($0) },
            revocation: revocation.map { Timestamp($0) }, lastUse: lastUse.map { CalendarDate(dayNumber: Int($0)) }
        )
    }
}

extension SecretDigest {
    package var stored: String { bytes.hexadecimal }
    package init(stored: String) { self.init(bytes: [UInt8](hexadecimal: stored)) }
}

extension Account {
    /// Returns nil for a role that is not known here.
    package init?(name: String, role: String, shopper: String?, password: String, locking: Int64?, creation: Int64) {
        guard let name = AccountName(name), let role = Role(rawValue: role) else { return nil }
        self.init(
            name: name, role: role, shopper: shopper.map { UserID(rawValue: $0) }, password: PasswordHash(password) ?? .decoy(),
            locking: locking.map { Timestamp($0) }, creation: Timestamp(creation)
        )
    }
}
