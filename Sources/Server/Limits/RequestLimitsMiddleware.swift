import HTTPTypes
import Hummingbird
import NIOCore

/// Refuses addresses that are too long, and does not let a body that nobody reads keep its connection busy.
struct RequestLimitsMiddleware: RouterMiddleware {
    typealias Context = ServerContext

    let addressLimit: Int
    let bodyDeadline: TimeAmount

    func handle(
        _ request: Request, context: ServerContext, next: (Request, ServerContext) async throws -> Response
    ) async throws -> Response {
        guard request.head.path.map(\.utf8.count) ?? 0 <= addressLimit else { throw Problem.addressTooLong(limit: addressLimit) }
        guard request.hasBody else { return try await next(request, context) }
        // No route reads a body, and the framework would read what comes for as long as it drips.
        let channel = context.channel
        channel.eventLoop.scheduleTask(in: bodyDeadline) { channel.close(promise: nil) }
        var response = try await next(request, context)
        response.headers[.connection] = "close"
        return response
    }
}

extension Request {
    fileprivate var hasBody: Bool {
        headers[.transferEncoding] != nil || headers[.contentLength].map { $0 != "0" } ?? false
    }
}
