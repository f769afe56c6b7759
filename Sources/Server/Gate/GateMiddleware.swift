import Access
import HTTPTypes
import Hummingbird
import Logging
import NIOCore

/// The router's side of the gate, and its only middleware: what it does, it does to every request that a route answers. What holds for all
/// requests belongs into the gate itself.
struct GateMiddleware: RouterMiddleware {
    typealias Context = ServerContext

    let gate: Gate
    let problems: ProblemAnswers
    let sender: AnswerSender
    let pages: PageResponder
    /// How long the rest of a body that nobody reads may drip.
    let bodyDeadline: TimeAmount
    let bodyLimits: BodyLimits
    /// For bodies on their way: there are fewer of them than connections, so that those who send slowly leave room for who only asks.
    let bodies: Seats

    func handle(
        _ request: Request, context: ServerContext, next: (Request, ServerContext) async throws -> Response
    ) async throws -> Response {
        let start = ContinuousClock.now
        var context = context
        let name = RequestName(request.head, else: context.id)
        context.logger[metadataKey: "request_id"] = "\(name.text)"
        var response: Response
        do {
            // A browser asks without saying who it is.
            if let answer = gate.access.settings.origins.preflightAnswer(to: request.head) {
                response = try await sender.response(to: request, answer, in: context)
            } else {
                response = try await admit(request, since: start, &context, next)
            }
        } catch {
            response = try await answer(to: error, request, context)
        }
        gate.settle(&context.caller, context.work)
        gate.leave(
            request.head, with: &response.head, AnswerKind(response.headers, path: request.uri.path),
            byteCount: response.body.contentLength ?? 0, since: start, context.caller, name, context.logger
        )
        // That is a word for logs. A client that is there all the same sent a body that breaks off or cannot be taken apart.
        if response.status == .clientClosedRequest {
            response.status = .badRequest
            response.headers[.connection] = "close"
        }
        return response
    }

    private func admit(
        _ request: Request, since start: ContinuousClock.Instant, _ context: inout ServerContext,
        _ next: (Request, ServerContext) async throws -> Response
    ) async throws -> Response {
        let peer = IPAddress(of: context.channel)
        guard request.hasBody else {
            _ = try await gate.passage(for: request.head, from: peer, since: start, caller: &context.caller)
            return try await next(request, context)
        }
        // What a route does not read, the framework would read for as long as it drips.
        guard let seat = bodies.take(for: Caller(principal: .nobody, client: peer).key) else {
            var problem = Problem(Admission.Saturation()) ?? .unexpected
            problem.headers[.connection] = "close"
            throw problem
        }
        let body = SentBody(on: context.channel, seat, closingIn: bodyDeadline)
        (context.sentBody, context.bodyLimits) = (body, bodyLimits)
        do {
            _ = try await gate.passage(for: request.head, from: peer, since: start, caller: &context.caller)
            var response = try await next(request, context)
            if !body.isRead { response.headers[.connection] = "close" }
            return response
        } catch {
            guard !body.isRead, !(error is any HTTPResponseError), var problem = Problem(error), problem.status.kind == .clientError else {
                throw error
            }
            problem.headers[.connection] = "close"
            throw problem
        }
    }

    private func answer(to error: any Error, _ request: Request, _ context: ServerContext) async throws -> Response {
        // People who have to sign in first are led there; programs are told.
        if (error as? Problem)?.kind == .unidentified, let page = gate.access.signInPage(for: request.head) {
            return try await sender.response(to: request, .redirect(to: page), in: context)
        }
        // A router that knows no such path or method throws a bare 404, whose words are better said here.
        let isBareNotFound = (error as? HTTPError)?.status == .notFound
        guard let problem = isBareNotFound ? .unknownPath(request.uri.path) : Problem(error) else {
            return Response(status: .clientClosedRequest)
        }
        if problem.status.kind == .serverError, !(error is Admission.Saturation) {
            context.logger.error("\(problem.title)", metadata: ["error": "\(String(reflecting: error))"])
        }
        if problem.status.kind == .clientError, request.head.isForPage {
            return try await sender.response(to: request, pages.page(of: problem, to: request, context), in: context)
        }
        return try await sender.response(to: request, problems.answer(for: problem, to: request, in: context), in: context)
    }
}

extension Request {
    fileprivate var hasBody: Bool {
        headers[.transferEncoding] != nil || headers[.contentLength].map { $0 != "0" } ?? false
    }
}

extension HTTPResponse.Status {
    /// What logs call a request whose client left before its answer; it is never sent.
    static let clientClosedRequest = HTTPResponse.Status(code: 499, reasonPhrase: "Client Closed Request")
}
