import Caching
import Purchases
import Signing
import Storage
import Synchronization

/// What links turned out to be: those that a key signed, and, for a moment, whether they still work.
final class LinkMemory: Sendable {
    /// A token and the name behind it.
    private struct Address: Hashable {
        var token: String
        var name: String
    }

    private struct LinkState {
        var works: Bool
        var expiry: ContinuousClock.Instant
    }

    private struct State {
        var links = LRUCache<Address, SignedLink>(capacity: 8 << 20)
        var states = LRUCache<String, LinkState>(capacity: stateCapacity)
        /// How often a link was withdrawn here: what was read before that is not remembered after it.
        var withdrawalCount = 0
    }

    private static let stateCapacity = 20_000

    private let state = Mutex(State())
    private let lifetime: Duration
    private let now: @Sendable () -> ContinuousClock.Instant

    /// - Parameter lifetime: how long it is taken for granted that a link still works; zero to ask every time.
    init(lifetime: Duration, now: @escaping @Sendable () -> ContinuousClock.Instant = { .now }) {
        self.lifetime = lifetime
        self.now = now
    }

    /// Returns the link that was verified before, or verifies it; what nobody signed is not remembered.
    func link(token: String, name: String, verify: () -> SignedLink?) -> SignedLink? {
        let address = Address(token: token, name: name)
        if let known = state.withLock({ $0.links.value(for: address) }) { return known }
        guard let link = verify() else { return nil }
        let cost = 4 * token.utf8.count + name.utf8.count + 512
        state.withLock { $0.links.insert(link, for: address, cost: cost) }
        return link
    }

    /// Whether a link is known, without asking for it, to work or not to; nil where that is not known.
    func works(_ link: SignedLink) -> Bool? {
        guard lifetime > .zero else { return nil }
        let time = now()
        return state.withLock { $0.states.value(for: link.id) }.flatMap { $0.expiry > time ? $0.works : nil }
    }

    /// Returns whether a link works, and remembers what `ask` says of that.
    func works(_ link: SignedLink, ask: () async throws(StorageError) -> Bool) async throws(StorageError) -> Bool {
        if let known = works(link) { return known }
        let (count, expiry) = (state.withLock { $0.withdrawalCount }, now() + lifetime)
        let works = try await ask()
        state.withLock { state in
            if state.withdrawalCount == count { state.states.insert(LinkState(works: works, expiry: expiry), for: link.id) }
        }
        return works
    }

    /// Forgets which links work, since one was withdrawn.
    func noteWithdrawal() {
        state.withLock { state in
            state.withdrawalCount += 1
            state.states = LRUCache(capacity: Self.stateCapacity)
        }
    }
}

/// The versions of shoppers' purchases until the end of a day, which take reading and hashing them all: for each revision once.
final class PastRevisions: Sendable {
    private struct Key: Hashable {
        var user: ExactText
        var day: CalendarDate
        var revision: Revision
    }

    private let known = Mutex(LRUCache<Key, Revision>(capacity: 20_000))
    private let flights = SingleFlight<Key, Revision?>()

    /// Returns the version until the end of the day of what is at a revision; nil where the purchases have changed since.
    func revision(of user: UserID, until day: CalendarDate, at revision: Revision, _ services: Services) async throws -> Revision? {
        let key = Key(user: ExactText(user.rawValue), day: day, revision: revision)
        if let past = known.withLock({ $0.value(for: key) }) { return past }
        return try await flights.value(for: key) { [self] in
            let (past, current) = try await services.making(of: user) { (Revision(of: $0.history, until: day), $0.revision) }
            known.withLock { $0.insert(past, for: Key(user: key.user, day: day, revision: current)) }
            return current == revision ? past : nil
        }
    }
}
