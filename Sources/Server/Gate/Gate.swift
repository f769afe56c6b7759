import Access
import HTTPTypes
import Hummingbird
import HummingbirdCore
import Logging
import Synchronization

/// What every request passes before anything answers it, and every answer on its way out, whoever gives it.
///
/// The router's requests pass it in its only middleware, `GateMiddleware`. What is given from memory, on a connection's own thread, needs a
/// `Passage`, which only a gate makes. So a rule that is added here holds for all answers.
struct Gate: Sendable {
    var rules: [any GateRule]
    /// Who may do what: asked last, so that what nobody may do costs no look-up.
    let access: AccessControl
    let metrics: ServerMetrics
    /// Whether caches that many use may keep pictures that follow the data.
    var sharesLivePictures = false

    /// Lets a request in.
    ///
    /// - Parameter caller: is set to who sends it as soon as that is known, so that a refusal can be told to them.
    /// - Throws: `Problem`, where a rule refuses it, or its sender may not do that.
    func passage(
        for request: HTTPRequest, from peer: IPAddress?, since start: ContinuousClock.Instant, caller: inout Caller
    ) async throws(Problem) -> Passage {
        for rule in rules {
            if case .refused(let problem) = await rule.verdict(on: request) { throw problem }
        }
        do { caller = try await access.caller(of: request, from: peer) } catch { throw Problem(error) ?? .unexpected }
        if let limits = access.limits {
            let cost = limits.estimate(request)
            let state = limits.charge(cost, to: caller)
            caller.rate = state
            if state.retryAfter != nil { throw .rateLimited(state) }
            caller.charged = cost
        }
        if let refusal = access.refusal(of: caller.principal, for: request) { throw refusal }
        return Passage(start: start, caller: caller)
    }

    /// Takes from a client what an answer from memory costs; nil where it has not as much left, which the long way says.
    func payForKept(_ passage: Passage) -> Passage? {
        guard let limits = access.limits else { return passage }
        let state = limits.charge(limits.kept, to: passage.caller)
        guard state.retryAfter == nil else { return nil }
        var passage = passage
        passage.caller.rate = state
        return passage
    }

    /// Gives a client back what its request cost less than was thought, or takes what it cost more.
    func settle(_ caller: inout Caller, _ work: RequestWork) {
        guard let limits = access.limits, caller.charged > 0 else { return }
        let cost: Double =
            if work.isKept { limits.kept } else if work.byteCount > 0 { limits.body(byteCount: work.byteCount) } else { caller.charged }
        if cost != caller.charged { caller.rate = limits.settle(cost, insteadOf: caller.charged, with: caller) }
    }

    /// Lets a request in that every rule is known to let in; nil for one that takes longer to decide on, and for one to be refused.
    func passageAtOnce(for request: HTTPRequest, from peer: IPAddress?) -> Passage? {
        for rule in rules {
            guard case .admitted = rule.verdictAtOnce(on: request) else { return nil }
        }
        guard let caller = access.callerAtOnce(of: request, from: peer), access.refusal(of: caller.principal, for: request) == nil
        else { return nil }
        return Passage(start: .now, caller: caller)
    }

    /// Adds what every response says, and counts and logs the request, without its query.
    func leave(
        _ request: HTTPRequest, with head: inout HTTPResponse, _ kind: AnswerKind, byteCount: Int, since start: ContinuousClock.Instant,
        _ caller: Caller, _ name: RequestName, _ logger: Logger
    ) {
        head.headerFields[.xContentTypeOptions] = "nosniff"
        head.headerFields[.xRequestID] = name.text
        access.settings.origins.admit(request, &head)
        if let rate = caller.rate { head.headerFields.addRate(rate) }
        if sharesLivePictures { share(&head, of: request, caller) }
        let time = ContinuousClock.now - start
        metrics.note(head.status, kind, time: time)
        guard logger.logLevel <= .info else { return }
        let path = URI(request.path ?? "").path
        logger.info(
            "request",
            metadata: [
                "request_id": "\(name.text)", "client": "\(caller.client.map { "\($0)" } ?? "local")",
                "principal": "\(caller.principal.kind)",
                "method": "\(request.method.rawValue)", "route": "\(path.routePattern)", "path": "\(path.redactingToken)",
                "status": "\(head.status.code)",
                "ms": "\((time / .milliseconds(1) * 10).rounded() / 10)", "bytes": "\(byteCount)",
            ]
        )
    }
}

extension Gate {
    /// Lets a picture be kept in caches that many use, where everybody may see it: one that was given to somebody for who they are stays
    /// theirs. What a path names without an extension may be a picture for one and a list for another.
    private func share(_ head: inout HTTPResponse, of request: HTTPRequest, _ caller: Caller) {
        let path = request.path?.prefix { $0 != "?" } ?? ""
        guard case .everybody = caller.principal.identity, head.status == .ok || head.status == .notModified,
            path.hasSuffix(".png") || path.hasSuffix(".svg"),
            let shared = head.headerFields[.cacheControl].flatMap(CacheControl.shared)
        else { return }
        head.headerFields[.cacheControl] = shared
    }
}

/// Who sends a request.
struct Caller: Sendable {
    var principal: Principal
    /// The address that the request comes from; nil for none of the internet.
    var client: IPAddress?
    /// What they have left of what they may use; nil where nobody counts.
    var rate: RateState?
    /// What the request took of it.
    var charged = 0.0

    /// As long as nobody has asked.
    static let unknown = Caller(principal: .nobody, client: nil)
}

/// What a request turned out to be to answer.
final class RequestWork: Sendable {
    private let state = Mutex((isKept: false, byteCount: 0))

    /// Whether the answer was there.
    var isKept: Bool { state.withLock { $0.isKept } }
    /// Bytes of a body whose length was not announced.
    var byteCount: Int { state.withLock { $0.byteCount } }

    func noteMade() { state.withLock { $0.isKept = false } }
    func noteKept() { state.withLock { $0.isKept = true } }
    func note(byteCount: Int) { state.withLock { $0.byteCount = byteCount } }
}

/// That a request was let in, when it came, and from whom.
struct Passage: Sendable {
    let start: ContinuousClock.Instant
    fileprivate(set) var caller: Caller

    fileprivate init(start: ContinuousClock.Instant, caller: Caller) {
        (self.start, self.caller) = (start, caller)
    }
}

/// One of the things that decide whether a request is let in.
protocol GateRule: Sendable {
    /// Decides without waiting for anything; nil where something has to be looked up.
    func verdictAtOnce(on request: HTTPRequest) -> GateVerdict?

    /// Decides, however long it takes.
    func verdict(on request: HTTPRequest) async -> GateVerdict
}

enum GateVerdict: Sendable {
    case admitted
    case refused(Problem)
}

extension GateRule {
    func verdict(on request: HTTPRequest) async -> GateVerdict { verdictAtOnce(on: request) ?? .refused(.unexpected) }
}

/// Refuses addresses that are too long.
struct AddressLengthRule: GateRule {
    /// Bytes of the path and the query.
    let limit: Int
    /// Of an address that has a chart's data in it.
    let chartLimit: Int

    /// What begins so may have data in it.
    private static let chartPaths = ["/plot", "/chart", "/c/"]

    func verdictAtOnce(on request: HTTPRequest) -> GateVerdict? {
        let path = request.path ?? ""
        guard path.utf8.count > limit else { return .admitted }
        let limit = Self.chartPaths.contains { path.hasPrefix($0) } ? chartLimit : limit
        return path.utf8.count <= limit ? .admitted : .refused(.addressTooLong(limit: limit))
    }
}
