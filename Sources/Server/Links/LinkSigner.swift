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
    let memory: LinkMemory

    /// How long a link may live: five years.
    static let lifeLimit: Int64 = 5 * 366 * 86_400

    /// - Parameters:
    ///   - stateLifetime: how long it is taken for granted that a link was not withdrawn before that is asked again; so much later is a
    ///     withdrawal by another program seen. Zero asks every time.
    ///   - now: tells the time, in seconds since 1970 UTC.
    public init(
        keys: KeyRing, store: any PurchaseStore, links: any LinkStore, stateLifetime: Duration = .zero, now: @escaping @Sendable () -> Int64
    ) {
        self.keys = keys
        self.store = store
        self.links = links
        self.now = now
        memory = LinkMemory(lifetime: stateLifetime)
    }

    /// Makes a link.
    ///
    /// - Throws: `LinkRefusal`, or `StorageError`, also when there is no such shopper.
    public func link(for wish: LinkWish) async throws -> SignedLink {
        if let link = try Self.chartLink(for: wish, signedWith: keys, at: now()) { return link }
        let target = try await target(of: wish)
        let history = try await store.history(of: target.user)
        return try await pen(for: target.user).link(to: target, for: wish, from: history.value)
    }

    /// Makes a link to a chart whose data is in its address, for which no database is needed; nil for a path to something else.
    public static func chartLink(for wish: LinkWish, signedWith keys: KeyRing, at time: Int64) throws(LinkRefusal) -> SignedLink? {
        try ChartLink(wish).map { chart throws(LinkRefusal) in try link(to: chart, expiry: wish.expiry, signedWith: keys, at: time) }
    }

    /// Makes a link to a chart that was read.
    static func link(
        to chart: ChartLink, expiry wish: LinkExpiry, signedWith keys: KeyRing, at time: Int64
    ) throws(LinkRefusal) -> SignedLink {
        let grant = chart.grant(until: try expiry(wish, at: time))
        return try SignedLink(grant, signedWith: keys).checked(advice: "make the chart's data shorter")
    }

    /// Reads what a link is to lead to.
    ///
    /// - Throws: `LinkRefusal`, or `StorageError`, also when there is no such shopper.
    func target(of wish: LinkWish) async throws -> LinkTarget {
        let target = try target(of: wish, in: nil)
        return try self.target(of: wish, in: try await store.summary(of: target.user).currency)
    }

    /// Reads what a link is to lead to whose amounts are in a currency, where it names no other.
    func target(of wish: LinkWish, in currency: String?) throws(LinkRefusal) -> LinkTarget {
        try LinkTarget(wish, pinnedOn: wish.isPinned ? Timestamp(now()).day : nil, currency: currency)
    }

    /// Returns what makes a shopper's links, all of which share how often they were withdrawn.
    func pen(for user: UserID) async throws(StorageError) -> LinkPen {
        LinkPen(signer: self, user: user, generation: try await links.linkGeneration(of: user))
    }

    /// What a link is withdrawn by: `DELETE /api/users/{id}/signatures/…`.
    public func withdrawalID(of link: SignedLink) -> String { link.withdrawalID(by: keys) }

    /// Withdraws a link; it does not matter whether there is one.
    func revoke(_ link: String, of user: UserID, expiry: Int64) async throws(StorageError) {
        defer { memory.noteWithdrawal() }
        try await links.revoke(link, of: user, expiry: expiry, at: now())
    }

    /// Withdraws all links of a shopper that were made so far.
    func revokeAllLinks(of user: UserID) async throws(StorageError) {
        defer { memory.noteWithdrawal() }
        try await links.revokeAllLinks(of: user)
    }

    /// Whether an answer that was pinned is still what it was.
    func isPin(_ pin: UInt64, of revision: Revision) -> Bool {
        // Links that were made before pins had veils live for years.
        keys.isVeil(pin, of: revision.rawValue) || pin == revision.rawValue
    }

    static func expiry(_ wish: LinkExpiry, at time: Int64) throws(LinkRefusal) -> Timestamp {
        let expiry = wish.time(after: time)
        guard expiry > Timestamp(time) else { throw LinkRefusal(part: "expires", reason: "is \(expiry), which is over already") }
        guard expiry <= Timestamp(time + lifeLimit) else {
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
        guard let link = memory.link(token: token, name: name, verify: { read(token: token, name: name) }) else { return .forged }
        guard Timestamp(now()) < link.grant.expiry else { return .expired(link) }
        let works = try await memory.works(link) { () throws(StorageError) in
            let user = link.grant.user
            guard !link.grant.isOfChart else { return true }
            guard try await links.linkGeneration(of: user) == link.grant.generation else { return false }
            return try await !links.isRevoked(link.id, of: user)
        }
        return works ? .valid(link) : .withdrawn(link)
    }

    /// Whether a link is known, without asking for it, to work.
    func isKnownToWork(_ link: SignedLink) -> Bool { memory.works(link) == true && Timestamp(now()) < link.grant.expiry }

    /// A link without an extension is good for every representation, and one with an extension for that one alone.
    private func read(token: String, name: String) -> SignedLink? {
        if let link = SignedLink(token: token, name: name, verifiedWith: keys) { return link }
        guard let dot = name.lastIndex(of: "."), !name[..<dot].contains(".") else { return nil }
        return SignedLink(token: token, name: String(name[..<dot]), verifiedWith: keys)
    }
}

/// Makes the links of a shopper, on whatever thread.
struct LinkPen: Sendable {
    let signer: LinkSigner
    let user: UserID
    /// How often all links of the shopper were withdrawn: those made before work no more.
    let generation: Int

    /// Makes a link.
    ///
    /// - Parameter history: All purchases of the shopper, for a link that is pinned to them.
    func link(to target: LinkTarget, for wish: LinkWish, from history: [Purchase]) throws(LinkRefusal) -> SignedLink {
        let expiry = try LinkSigner.expiry(wish.expiry, at: signer.now())
        let pin = wish.isPinned ? target.day.map { signer.keys.veil(Revision(of: history, until: $0).rawValue) } : nil
        let terms = target.freeFilters?.terms(besides: target.terms) ?? target.terms
        return try sign(Grant(user: user, name: target.name, terms: terms.encoded, expiry: expiry, pin: pin))
    }

    /// Signs a grant with what all links of its shopper share.
    func sign(_ grant: Grant) throws(LinkRefusal) -> SignedLink {
        var grant = grant
        grant.generation = generation
        return try SignedLink(grant, signedWith: signer.keys).checked(advice: "name fewer categories")
    }
}

extension SignedLink {
    /// Returns the link, if it can be read again.
    fileprivate func checked(advice: String) throws(LinkRefusal) -> SignedLink {
        guard token.utf8.count <= Self.tokenLimit else {
            throw LinkRefusal(part: "path", reason: "has more than there is room for in a link; \(advice)")
        }
        return self
    }
}

extension LinkSigner {
    /// Makes a link to a shopper's list, and remembers that there is one; the link itself is kept nowhere.
    ///
    /// - Throws: `LinkRefusal`, or what the store throws.
    func share(
        listOf user: UserID, as role: ListShare.Role, until wish: LinkExpiry, at time: Int64
    ) async throws -> (path: String, share: ListShare) {
        let expiry = try Self.expiry(wish, at: time)
        let pen = try await pen(for: user)
        // The number tells one share from another that is alike, so that each can be withdrawn by itself.
        var number = try await links.shares(of: user, at: time).count
        while true {
            let terms = Query([("role", role.rawValue), ("share", String(number))]).encoded
            let link = try pen.sign(Grant(user: user, name: "bucket-list", terms: terms, expiry: expiry))
            let share = ListShare(id: link.id, role: role, creation: time, expiry: expiry.secondsSince1970)
            if try await links.keep(share, of: user, at: time) { return (link.path, share) }
            number += 1
        }
    }
}
