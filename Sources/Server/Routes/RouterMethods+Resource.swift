import HTTPTypes
import Hummingbird

/// Makes the resource that a request asks for.
typealias ResourceMaker = @Sendable (Request, ServerContext) async throws -> Resource

/// Answers whatever is asked of a thing that has parts.
typealias CollectionAnswer = @Sendable (Request, ServerContext, CollectionPath) async throws -> Response

/// What stands behind the name of a thing in a path.
struct CollectionPath: Hashable, Sendable {
    var parts: [String]
    /// The extension of the thing's own name.
    var suffix: String?
}

extension RouterMethods where Context == ServerContext {
    /// Serves the resource that `make` returns at `path`, and each of its representations at `path` and an extension.
    ///
    ///     router.resource("api/users/{id}/metrics") { request, context in … }
    ///     // GET /api/users/U001/metrics          the representation the client accepts
    ///     // GET /api/users/U001/metrics.png      that representation
    func resource(_ path: String, make: @escaping ResourceMaker) {
        for pattern in [path, "\(path).{suffix}"] {
            onReading(RouterPath(pattern)) { request, context in
                try await answer(request, context, suffix: context.parameters.get("suffix"), make)
            }
        }
    }

    /// Serves resources below `path` by their names, each as `resource(_:make:)` does.
    ///
    /// One pattern for all of them: the router tries its patterns one after the other.
    ///
    /// - Parameter collections: what has parts of its own or can be written to; each answers all its methods and paths itself.
    func resources(below path: String, _ makers: [String: ResourceMaker], _ collections: [String: CollectionAnswer] = [:]) {
        for method in HTTPRequest.Method.all {
            on(RouterPath("\(path)/{resource}"), method: method) { request, context -> Response in
                let parts = try context.parameters.require("resource").split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
                let suffix = parts.count > 1 ? String(parts[1]) : nil
                if let collection = parts.first.flatMap({ collections[String($0)] }) {
                    return try await collection(request, context, CollectionPath(parts: [], suffix: suffix))
                }
                guard let make = parts.first.flatMap({ makers[String($0)] }) else { throw Problem.unknownPath(request.uri.path) }
                guard HTTPRequest.Method.reading.contains(method) else {
                    throw Problem.methodNotAllowed(request.method, allowed: HTTPRequest.Method.reading)
                }
                return try await answer(request, context, suffix: suffix, make)
            }
            guard !collections.isEmpty else { continue }
            on(RouterPath("\(path)/{resource}/**"), method: method) { request, context -> Response in
                guard let collection = collections[try context.parameters.require("resource")] else {
                    throw Problem.unknownPath(request.uri.path)
                }
                return try await collection(request, context, CollectionPath(parts: try context.catchAll(), suffix: nil))
            }
        }
    }

    /// Answers what only reads at `path`, and every other method with what is allowed.
    func onReading(_ path: RouterPath, answer: @escaping @Sendable (Request, ServerContext) async throws -> Response) {
        for method in HTTPRequest.Method.reading { on(path, method: method, use: answer) }
        refuseMethods(at: path, except: HTTPRequest.Method.reading)
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
func answer(
    _ request: Request, _ context: ServerContext, suffix: String?, _ make: ResourceMaker
) async throws -> Response {
    func attempt() async throws -> Response {
        try await make(request, context).response(to: request, context: context, suffix: suffix)
    }
    do {
        for _ in 0..<2 {
            do { return try await attempt() } catch is StaleRevision {}
        }
        return try await attempt()
    } catch let error as InvalidQuery {
        // What nothing comes as is not there, however it is asked for.
        if let suffix, Representation(rawValue: suffix) == nil { throw Problem.unknownPath(request.uri.path) }
        throw error
    }
}

extension HTTPRequest.Method {
    static let reading: [HTTPRequest.Method] = [.get, .head]
    static let all: [HTTPRequest.Method] = [.get, .head, .post, .put, .patch, .delete, .options, .trace, .connect]
}

extension Request {
    var query: Query { Query(encoded: uri.query ?? "") }
}
