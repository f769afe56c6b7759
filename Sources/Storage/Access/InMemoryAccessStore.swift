public import Access
public import Purchases

/// A store of keys and accounts that forgets everything when it goes away.
public actor InMemoryAccessStore: AccessStore {
    private var keysByID: [String: APIKey] = [:]
    private var accountsByName: [AccountName: Account] = [:]
    private var sessions: [SecretDigest: Session] = [:]

    public init() {}

    public func addKey(_ key: APIKey) { keysByID[key.id] = key }
    public func key(_ id: String) -> APIKey? { keysByID[id] }
    public func keys() -> [APIKey] { keysByID.values.sorted { ($0.creation, $0.id) < ($1.creation, $1.id) } }

    public func revokeKey(_ id: String, at time: Timestamp) -> Bool {
        guard let key = keysByID[id], key.revocation == nil else { return false }
        keysByID[id]?.revocation = time
        return true
    }

    public func noteUse(ofKey id: String, on day: CalendarDate) {
        guard let key = keysByID[id], key.lastUse.map({ $0 < day }) ?? true else { return }
        keysByID[id]?.lastUse = day
    }

    public func addAccount(_ account: Account) -> Bool {
        guard accountsByName[account.name] == nil else { return false }
        accountsByName[account.name] = account
        return true
    }

    public func account(_ name: AccountName) -> Account? { accountsByName[name] }

    public func accounts() -> [Account] {
        accountsByName.values.sorted { $0.name.text.utf8.lexicographicallyPrecedes($1.name.text.utf8) }
    }

    public func setPassword(_ password: PasswordHash, of name: AccountName) -> Bool {
        accountsByName[name]?.password = password
        return endSessions(of: name)
    }

    public func setLocking(_ time: Timestamp?, of name: AccountName) -> Bool {
        accountsByName[name]?.locking = time
        return time == nil ? accountsByName[name] != nil : endSessions(of: name)
    }

    private func endSessions(of name: AccountName) -> Bool {
        sessions = sessions.filter { $0.value.account != name }
        return accountsByName[name] != nil
    }

    public func addSession(_ session: Session, at time: Timestamp) {
        let others = sessions.values.filter { $0.account == session.account }.sorted { $0.expiry > $1.expiry }
        for (place, other) in others.enumerated() where other.isOver(at: time) || place >= Session.countLimit - 1 {
            sessions[other.digest] = nil
        }
        sessions[session.digest] = session
    }

    public func session(_ digest: SecretDigest) -> SignedInAccount? {
        guard let session = sessions[digest], let account = accountsByName[session.account] else { return nil }
        return SignedInAccount(session: session, account: account)
    }

    public func renewSession(_ digest: SecretDigest, until expiry: Timestamp) { sessions[digest]?.expiry = expiry }
    public func endSession(_ digest: SecretDigest) { sessions[digest] = nil }
}
