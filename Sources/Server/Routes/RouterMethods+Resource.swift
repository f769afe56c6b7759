import HTTPTypes
import Hummingbird

extension RouterMethods where Context == ServerContext {
    /// Serves the resource that `make` returns at `path`, and each of its representations at `path` and an extension.
    ///
    ///     router.resource("api/users/{id}/metrics") { request, context in … }
    ///     // GET /api/users/U001/metrics          the representation the client accepts
    ///     // GET /api/users/U001/metrics.png      that representation
    func resource(_ path: String, make: @escaping @Sendable (Request, ServerContext) async throws -> Resource) {
        for pattern in [path, "\(path).{suffix}"] {
            let pattern = RouterPath(pattern)
            for method in HTTPRequest.Method.reading {
                on(pattern, method: method) { request, context in
                    try await answer(request, context, make)
                }
            }
            refuseMethods(at: pattern, except: HTTPRequest.Method.reading)
        }
    }

    /// Answers every other method with what is allowed.
    func refuseMethods(at path: RouterPath, except allowed: [HTTPRequest.Method]) {
        for method in HTTPRequest.Method.all where !allowed.contains(method) {
            on(path, method: method) { request, _ -> Response in
                throw Problem.methodNotAllowed(request.method, allowed: allowed)
            }
        }
    }
}

/// Answers with the resource, made anew when its data changed under it.
private func answer(
    _ request: Request, _ context: ServerContext, _ make: @Sendable (Request, ServerContext) async throws -> Resource
) async throws -> Response {
    let suffix = context.parameters.get("suffix")
    for _ in 0..<2 {
        do {
            return try await make(request, context).response(to: request, context: context, suffix: suffix)
        } catch is StaleRevision {}
    }
    return try await make(request, context).response(to: request, context: context, suffix: suffix)
}

extension HTTPRequest.Method {
    static let reading: [HTTPRequest.Method] = [.get, .head]
    static let all: [HTTPRequest.Method] = [.get, .head, .post, .put, .patch, .delete, .options, .trace, .connect]
}

extension Request {
    var query: Query { Query(encoded: uri.query ?? "") }
}
