public import Purchases

/// A store of links that forgets everything when it goes away.
public actor InMemoryLinkStore: LinkStore {
    private struct Links {
        var generation = 0
        /// The expiry of each that was withdrawn.
        var revoked: [String: Int64] = [:]
        /// The newest first.
        var shares: [ListShare] = []
    }

    private var secret: [UInt8]?
    private var links: [ExactText: Links] = [:]

    public init() {}

    public func signingSecret(orKeep candidate: [UInt8]) -> [UInt8] {
        let kept = secret ?? candidate
        secret = kept
        return kept
    }

    public func linkGeneration(of user: UserID) -> Int { self[user].generation }

    public func isRevoked(_ link: String, of user: UserID) -> Bool { self[user].revoked[link] != nil }

    public func revoke(_ link: String, of user: UserID, expiry: Int64, at time: Int64) {
        self[user].revoked[link] = expiry
        self[user].revoked = self[user].revoked.filter { $0.value > time }
    }

    public func revokeAllLinks(of user: UserID) -> Int {
        self[user].generation += 1
        self[user].shares = []
        return self[user].generation
    }

    public func keep(_ share: ListShare, of user: UserID, at time: Int64) throws -> Bool {
        let others = shares(of: user, at: time)
        guard !others.contains(where: { $0.id == share.id }) else { return false }
        guard others.count < ListShare.countLimit else { throw ListShareError.tooMany }
        self[user].shares = [share] + others
        return true
    }

    public func shares(of user: UserID, at time: Int64) -> [ListShare] {
        self[user].shares.filter { $0.expiry > time }.map { share in
            var share = share
            share.isRevoked = self[user].revoked[share.id] != nil
            return share
        }
    }

    private subscript(user: UserID) -> Links {
        get { links[ExactText(user.rawValue)] ?? Links() }
        set { links[ExactText(user.rawValue)] = newValue }
    }
}
