import Purchases
public import Signing
public import Storage

/// Makes links that need no login, and tells whether one still works.
///
///     let link = try await signer.link(for: LinkWish(path: "/api/users/U001/monthly-trends.png?scale=2"))
///     link.path                      // /s/v1.…/monthly-trends.png
public struct LinkSigner: Sendable {
    let keys: KeyRing
    let store: any PurchaseStore
    let links: any LinkStore
    let now: @Sendable () -> Int64

    /// How long a link may live: five years.
    static let lifeLimit: Int64 = 5 * 366 * 86_400

    /// - Parameter now: tells the time, in seconds since 1970 UTC.
    public init(keys: KeyRing, store: any PurchaseStore, links: any LinkStore, now: @escaping @Sendable () -> Int64) {
        self.keys = keys
        self.store = store
        self.links = links
        self.now = now
    }

    /// Makes a link.
    ///
    /// - Throws: `LinkRefusal`, or `StorageError`, also when there is no such shopper.
    public func link(for wish: LinkWish) async throws -> SignedLink {
        let time = now()
        let expiry = try expiry(wish.expiry, at: time)
        let target = try LinkTarget(wish, pinnedOn: wish.isPinned ? Timestamp(time).day : nil)
        let history = try await store.history(of: target.user).value
        let pin = wish.isPinned ? target.day.map { keys.veil(Revision(of: history, until: $0).rawValue) } : nil
        return try await link(Grant(user: target.user, name: target.name, terms: target.terms.encoded, expiry: expiry, pin: pin))
    }

    /// Signs a grant with what all links of its shopper share.
    func link(_ grant: Grant) async throws -> SignedLink {
        var grant = grant
        grant.generation = try await links.linkGeneration(of: grant.user)
        let link = SignedLink(grant, signedWith: keys)
        guard link.token.utf8.count <= SignedLink.tokenLimit else {
            throw LinkRefusal(part: "path", reason: "has more than there is room for in a link; name fewer categories")
        }
        return link
    }

    /// Whether an answer that was pinned is still what it was.
    func isPin(_ pin: UInt64, of revision: Revision) -> Bool {
        // Links that were made before pins had veils live for years.
        keys.isVeil(pin, of: revision.rawValue) || pin == revision.rawValue
    }

    func expiry(_ wish: LinkExpiry, at time: Int64) throws(LinkRefusal) -> Timestamp {
        let expiry = wish.time(after: time)
        guard expiry > Timestamp(time) else { throw LinkRefusal(part: "expires", reason: "is \(expiry), which is over already") }
        guard expiry <= Timestamp(time + Self.lifeLimit) else {
            throw LinkRefusal(part: "expires", reason: "is \(expiry), which is more than five years away")
        }
        return expiry
    }

    /// What a token and a name stand for.
    enum Finding: Sendable {
        /// No key signed it.
        case forged
        case expired(SignedLink)
        case withdrawn(SignedLink)
        case valid(SignedLink)

        /// The link, whether it works or not; nil for one that nobody made.
        var link: SignedLink? {
            switch self {
            case .forged: nil
            case .expired(let link), .withdrawn(let link), .valid(let link): link
            }
        }
    }

    func finding(token: String, name: String) async throws(StorageError) -> Finding {
        guard let link = read(token: token, name: name) else { return .forged }
        guard Timestamp(now()) < link.grant.expiry else { return .expired(link) }
        let user = link.grant.user
        guard try await links.linkGeneration(of: user) == link.grant.generation, try await !links.isRevoked(link.id, of: user) else {
            return .withdrawn(link)
        }
        return .valid(link)
    }

    /// A link without an extension is good for every representation, and one with an extension for that one.
    private func read(token: String, name: String) -> SignedLink? {
        if let link = SignedLink(token: token, name: name, verifiedWith: keys) { return link }
        guard let dot = name.lastIndex(of: ".") else { return nil }
        return SignedLink(token: token, name: String(name[..<dot]), verifiedWith: keys)
    }
}
