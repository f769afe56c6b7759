public import Access
import Caching
import HTTPTypes
public import Purchases
public import Storage
import Synchronization

/// Who may do what on a server: its settings, and what is known of those who ask.
public final class AccessControl: Sendable {
    /// What an operator decides.
    public struct Settings: Sendable {
        public var mode: AccessMode
        public var hosts: HostRules
        public var proxies = TrustedProxies()
        /// The field by which a trusted proxy says who somebody is; nil where none does.
        public var userHeader: String?
        public var origins = CrossOriginRules.none
        /// How much one client may ask for; nil for as much as they like.
        public var rate: RatePolicy?
        public var costs = RequestCost()
        /// Whether cookies are for encrypted connections only.
        public var isSecure = false
        /// How people and programs of an identity provider are told; nil for none.
        public var tokens: (verifier: TokenVerifier, keys: @Sendable () async -> TokenKeys?)?

        public init(mode: AccessMode, hosts: HostRules) {
            self.mode = mode
            self.hosts = hosts
        }
    }

    let settings: Settings
    let store: any AccessStore
    let now: @Sendable () -> Timestamp
    private let known = Mutex(LRUCache<Credential, Known>(capacity: 10_000))
    let attempts = Mutex(AttemptThrottle<String>())
    /// Passwords are checked one after the other: each takes 128 MB.
    let hashing = Admission(count: 1, waitingLimit: 8)
    /// What clients are held to; nil where they are not.
    let limits: ClientLimits?
    private let start: ContinuousClock.Instant

    /// How long it is taken for granted that a key or a session holds: a revoked one stops within a second.
    private static let lifetime = Duration.milliseconds(900)

    private struct Known {
        var principal: Principal
        var expiry: ContinuousClock.Instant
    }

    public init(settings: Settings, store: any AccessStore, now: @escaping @Sendable () -> Timestamp) {
        self.settings = settings
        self.store = store
        self.now = now
        let start = ContinuousClock.now
        self.start = start
        limits = settings.rate.map { ClientLimits($0, costs: settings.costs) { (ContinuousClock.now - start) / .seconds(1) } }
    }

    /// A server that everybody may do everything on, for its own machine.
    public static func open(to store: any AccessStore = InMemoryAccessStore()) -> AccessControl {
        AccessControl(settings: Settings(mode: .open, hosts: .ownMachine), store: store) { Timestamp(0) }
    }

    /// Seconds of a clock that is never set.
    func seconds() -> Double { (ContinuousClock.now - start) / .seconds(1) }

    /// Returns who sends a request, where that is known without asking anybody.
    func callerAtOnce(of request: HTTPRequest, from peer: IPAddress?) -> Caller? {
        principalAtOnce(of: request, from: peer).map { Caller(principal: $0, client: client(of: request, from: peer)) }
    }

    /// Returns who sends a request.
    func caller(of request: HTTPRequest, from peer: IPAddress?) async throws(StorageError) -> Caller {
        Caller(principal: try await principal(of: request, from: peer), client: client(of: request, from: peer))
    }

    /// Returns the address that a request comes from, which trusted proxies name.
    private func client(of request: HTTPRequest, from peer: IPAddress?) -> IPAddress? {
        peer.map { peer in
            settings.proxies.client(
                peer: peer, forwardedFor: request.headerFields[values: .xForwardedFor], forwarded: request.headerFields[values: .forwarded])
        }
    }

    /// Returns who sends a request, where that is known without asking anybody.
    private func principalAtOnce(of request: HTTPRequest, from peer: IPAddress?) -> Principal? {
        if settings.mode == .open { return .everybody }
        guard let credential = Credential(request, settings: settings, peer: peer) else { return .nobody }
        return known.withLock { $0.value(for: credential) }.flatMap { $0.expiry > .now ? $0.principal : nil }
    }

    /// Returns who sends a request.
    func principal(of request: HTTPRequest, from peer: IPAddress?) async throws(StorageError) -> Principal {
        if let principal = principalAtOnce(of: request, from: peer) { return principal }
        guard let credential = Credential(request, settings: settings, peer: peer) else { return .nobody }
        let expiry = ContinuousClock.now + Self.lifetime
        let principal = try await principal(of: credential)
        known.withLock { $0.insert(Known(principal: principal, expiry: expiry), for: credential) }
        return principal
    }

    /// Forgets who was who, since somebody signed out or in.
    func forget() { known.withLock { $0 = LRUCache(capacity: $0.capacity) } }

    private func principal(of credential: Credential) async throws(StorageError) -> Principal {
        let time = now()
        switch credential {
        case .key(let text):
            guard let id = APIKey.id(in: text), let key = try await store.key(id), key.admits(text, at: time) else { return .nobody }
            if key.lastUse != time.day { try? await store.noteUse(ofKey: id, on: time.day) }
            return .key(key)
        case .session(let text):
            guard let digest = Session.digest(of: text), let found = try await store.session(digest), !found.session.isOver(at: time),
                !found.account.isLocked
            else { return .nobody }
            if let expiry = found.session.renewedExpiry(at: time) { try? await store.renewSession(digest, until: expiry) }
            return .account(found.account)
        case .token(let text):
            guard let (verifier, keys) = settings.tokens, let keys = await keys() else { return .nobody }
            return (try? await verifier.principal(of: text, keys: keys, at: time)) ?? .nobody
        case .proxyUser(let text):
            guard let name = AccountName(text), let account = try await store.account(name), !account.isLocked else { return .nobody }
            return .vouched(
                for: .proxyUser(name: name.text), role: account.role, shopper: account.shopper, mailAddress: account.mailAddress)
        }
    }
}

/// What a request shows to say who sent it.
enum Credential: Hashable, Sendable {
    case key(String)
    case token(String)
    case session(String)
    case proxyUser(String)

    /// Returns nil for a request that shows nothing this server looks at.
    init?(_ request: HTTPRequest, settings: AccessControl.Settings, peer: IPAddress?) {
        let fields = request.headerFields
        if let text = Self.bearer(fields[.authorization]) {
            if text.hasPrefix("cg_") {
                self = .key(text)
            } else if settings.tokens != nil {
                self = .token(text)
            } else {
                return nil
            }
            return
        }
        if let header = settings.userHeader, let peer, settings.proxies.contains(peer), let name = HTTPField.Name(header),
            fields[values: name].count == 1, let user = fields[name], !user.isEmpty
        {
            self = .proxyUser(user)
            return
        }
        guard settings.mode == .login, let text = SessionCookie.value(in: fields, isSecure: settings.isSecure) else { return nil }
        self = .session(text)
    }

    private static func bearer(_ field: String?) -> String? {
        guard let field, field.utf8.count <= 16 << 10 else { return nil }
        let parts = field.split(separator: " ", maxSplits: 1)
        guard parts.count == 2, parts[0].lowercased() == "bearer" else { return nil }
        return parts[1].trimmingPrefix { $0 == " " }.description
    }
}

/// The cookie of who is signed in.
enum SessionCookie {
    /// A browser sends a cookie of the first name to this host alone, and only over an encrypted connection.
    static func name(isSecure: Bool) -> String { isSecure ? "__Host-cartograph" : "cartograph-session" }

    static func value(in fields: HTTPFields, isSecure: Bool) -> String? {
        let name = name(isSecure: isSecure)
        for field in fields[values: .cookie] {
            for pair in field.split(separator: ";") {
                let parts = pair.split(separator: "=", maxSplits: 1).map { $0.drop { $0 == " " } }
                if parts.count == 2, parts[0] == name { return String(parts[1]) }
            }
        }
        return nil
    }

    /// Returns the field that keeps a session in the browser, or, without one, forgets it.
    static func field(_ value: String?, isSecure: Bool) -> String {
        let secure = isSecure ? "; Secure" : ""
        return
            "\(name(isSecure: isSecure))=\(value ?? ""); Path=/; Max-Age=\(value == nil ? 0 : Session.lifetime); HttpOnly; SameSite=Lax\(secure)"
    }
}
