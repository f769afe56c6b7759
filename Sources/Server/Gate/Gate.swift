import HTTPTypes
import Hummingbird
import HummingbirdCore
import Logging

/// What every request passes before anything answers it, and every answer on its way out, whoever gives it.
///
/// The router's requests pass it in its only middleware, `GateMiddleware`. What is given from memory, on a connection's own thread, needs a
/// `Passage`, which only a gate makes. So a rule that is added here holds for all answers.
struct Gate: Sendable {
    var rules: [any GateRule]
    let metrics: ServerMetrics

    /// Lets a request in.
    ///
    /// - Throws: `Problem`, where a rule refuses it.
    func passage(for request: HTTPRequest, since start: ContinuousClock.Instant) async throws(Problem) -> Passage {
        for rule in rules {
            if case .refused(let problem) = await rule.verdict(on: request) { throw problem }
        }
        return Passage(start: start)
    }

    /// Lets a request in that every rule is known to let in; nil for one that takes longer to decide on, and for one to be refused.
    func passageAtOnce(for request: HTTPRequest) -> Passage? {
        for rule in rules {
            guard case .admitted = rule.verdictAtOnce(on: request) else { return nil }
        }
        return Passage(start: .now)
    }

    /// Adds what every response says, and counts and logs the request, without its query.
    func leave(
        _ request: HTTPRequest, with head: inout HTTPResponse, _ kind: AnswerKind, byteCount: Int, since start: ContinuousClock.Instant,
        _ logger: @autoclosure () -> Logger
    ) {
        head.headerFields[.xContentTypeOptions] = "nosniff"
        let time = ContinuousClock.now - start
        metrics.note(head.status, kind, time: time)
        let logger = logger()
        logger.info(
            "request",
            metadata: [
                "method": "\(request.method.rawValue)", "path": "\(URI(request.path ?? "").path.redactingToken)",
                "status": "\(head.status.code)",
                "ms": "\((time / .milliseconds(1) * 10).rounded() / 10)", "bytes": "\(byteCount)",
            ]
        )
    }
}

/// That a request was let in, and when it came.
struct Passage: Sendable {
    let start: ContinuousClock.Instant

    fileprivate init(start: ContinuousClock.Instant) { self.start = start }
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

    func verdictAtOnce(on request: HTTPRequest) -> GateVerdict? {
        (request.path?.utf8.count ?? 0) <= limit ? .admitted : .refused(.addressTooLong(limit: limit))
    }
}
