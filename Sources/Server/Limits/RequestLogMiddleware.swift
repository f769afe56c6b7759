import HTTPTypes
import Hummingbird
import HummingbirdCore
import Logging

/// Counts and logs each request when its response is ready, and adds what every response says.
struct RequestLogMiddleware: RouterMiddleware {
    typealias Context = ServerContext

    let metrics: ServerMetrics

    func handle(
        _ request: Request, context: ServerContext, next: (Request, ServerContext) async throws -> Response
    ) async throws -> Response {
        let start = ContinuousClock.now
        var response = try await next(request, context)
        response.headers.addCommonPolicies()
        let time = ContinuousClock.now - start
        metrics.note(response.status, AnswerKind(response.headers, path: request.uri.path), time: time)
        context.logger.note(request.head, response.status, byteCount: response.body.contentLength ?? 0, time: time)
        return response
    }
}

extension Logger {
    /// Logs a request that was answered, without its query. Its id is in the logger's metadata already.
    func note(_ request: HTTPRequest, _ status: HTTPResponse.Status, byteCount: Int, time: Duration) {
        info(
            "request",
            metadata: [
                "method": "\(request.method.rawValue)", "path": "\(URI(request.path ?? "").path.redactingToken)",
                "status": "\(status.code)",
                "ms": "\((time / .milliseconds(1) * 10).rounded() / 10)", "bytes": "\(byteCount)",
            ]
        )
    }
}
