import Access
import HTTPTypes
import Reports
import Synchronization

/// Holds each client to what it may use: who said who they are by that, all others by the address that they come from.
final class ClientLimits: Sendable {
    private let limiter: Mutex<RateLimiter<ClientKey>>
    private let costs: RequestCost
    /// Seconds of a clock that is never set.
    private let seconds: @Sendable () -> Double

    init(_ policy: RatePolicy, costs: RequestCost, seconds: @escaping @Sendable () -> Double) {
        limiter = Mutex(RateLimiter(policy: policy))
        self.costs = costs
        self.seconds = seconds
    }

    /// What an answer from memory costs.
    var kept: Double { costs.kept }

    /// Takes what a request will cost, or, where the client has not as much left, nothing.
    func charge(_ cost: Double, to caller: Caller) -> RateState {
        limiter.withLock { $0.charge(cost, to: caller.key, at: seconds()) }
    }

    /// Takes what an answer cost in place of what was taken for it.
    func settle(_ cost: Double, insteadOf charged: Double, with caller: Caller) -> RateState {
        limiter.withLock { $0.correct(by: charged - cost, for: caller.key, at: seconds()) }
    }

    /// What a request will cost if all that it asks for has to be made; 0 for what a monitor asks.
    func estimate(_ request: HTTPRequest) -> Double {
        let address = request.path ?? "/"
        let path = address.prefix { $0 != "?" }
        if path == "/livez" || path == "/readyz" { return 0 }
        if request.method == .post, path == "/login" || path == "/account" { return costs.report }
        if let length = request.headerFields[.contentLength].flatMap({ Int($0) }), length > 0 { return costs.body(byteCount: length) }
        let name = path.split(separator: "/").last ?? ""
        if name.hasPrefix("report.") || name == "report" { return costs.report }
        guard Representation(pictureAt: String(path)) != nil else { return costs.fresh }
        let query = address.dropFirst(path.count + 1)
        var reader = QueryReader(Query(encoded: String(query.prefix(2_000))))
        return costs.picture(pixelCount: min(PictureStyle(&reader).pixelCount, 100_000_000))
    }

    /// What a body cost whose length nobody had announced.
    func body(byteCount: Int) -> Double { costs.body(byteCount: byteCount) }
}

/// What tells one client from another: who said who they are by that, all others by the address that they come from.
enum ClientKey: Hashable, Sendable {
    case principal(Principal.Identity)
    case address(IPAddress)
    /// Connections that have no address, which are of this machine.
    case local
}

extension Caller {
    var key: ClientKey {
        switch principal.identity {
        case .nobody, .everybody, .link: client.map { .address($0.client) } ?? .local
        case .key, .account, .token, .proxyUser: .principal(principal.identity)
        }
    }
}

extension Problem {
    static func rateLimited(_ state: RateState) -> Problem {
        let seconds = state.retryAfter ?? 1
        return Problem(
            .rateLimited,
            detail:
                "You asked for more than one client may in so short a time. Try again in \(seconds) \(seconds == 1 ? "second" : "seconds").",
            headers: [.retryAfter: String(seconds)])
    }
}

extension HTTPFields {
    /// Adds what a client is told of its limit.
    mutating func addRate(_ state: RateState) {
        self[.rateLimit] = state.field
        self[.rateLimitPolicy] = state.policyField
    }
}

extension HTTPField.Name {
    static let rateLimit = HTTPField.Name("RateLimit")!
    static let rateLimitPolicy = HTTPField.Name("RateLimit-Policy")!
}
