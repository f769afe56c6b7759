import Hummingbird
import Logging

/// Logs each request when its response is ready, without the query, and adds what every response says.
struct RequestLogMiddleware: RouterMiddleware {
    typealias Context = ServerContext

    func handle(
        _ request: Request, context: ServerContext, next: (Request, ServerContext) async throws -> Response
    ) async throws -> Response {
        let start = ContinuousClock.now
        var response = try await next(request, context)
        response.headers[.xContentTypeOptions] = "nosniff"
        let time = (ContinuousClock.now - start) / .milliseconds(1)
        // The request's id is in the logger's metadata already.
        context.logger.info(
            "request",
            metadata: [
                "method": "\(request.method.rawValue)", "path": "\(request.uri.path)", "status": "\(response.status.code)",
                "ms": "\((time * 10).rounded() / 10)", "bytes": "\(response.body.contentLength ?? 0)",
            ]
        )
        return response
    }
}
