import HTTPTypes
import Hummingbird
import NIOCore

/// Refuses addresses that are too long, and does not let a body that nobody reads to its end keep its connection busy.
struct RequestLimitsMiddleware: RouterMiddleware {
    typealias Context = ServerContext

    let addressLimit: Int
    /// How long the rest of a body that nobody reads may drip.
    let bodyDeadline: TimeAmount
    let bodyLimits: BodyLimits

    func handle(
        _ request: Request, context: ServerContext, next: (Request, ServerContext) async throws -> Response
    ) async throws -> Response {
        guard request.head.path.map(\.utf8.count) ?? 0 <= addressLimit else { throw Problem.addressTooLong(limit: addressLimit) }
        guard request.hasBody else { return try await next(request, context) }
        // What a route does not read, the framework would read for as long as it drips.
        let body = SentBody(on: context.channel, closingIn: bodyDeadline)
        var context = context
        (context.sentBody, context.bodyLimits) = (body, bodyLimits)
        do {
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
}

extension Request {
    fileprivate var hasBody: Bool {
        headers[.transferEncoding] != nil || headers[.contentLength].map { $0 != "0" } ?? false
    }
}
