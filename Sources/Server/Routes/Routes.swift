import HTTPTypes
import Hummingbird

/// Answers a request at one address by one method.
typealias Handler = @Sendable (Request, ServerContext) async throws -> Answer

/// What is answered at an address, by method; HEAD goes with GET, and what is not there is refused with what is.
typealias Handlers = [HTTPRequest.Method: Handler]

/// Makes the resource that a request asks for.
typealias ResourceMaker = @Sendable (Request, ServerContext) async throws -> Resource

/// Returns what is answered at a part of a thing.
typealias Collection = @Sendable (Request, ServerContext, CollectionPath) async throws -> Handlers

/// What stands behind the name of a thing in a path.
struct CollectionPath: Hashable, Sendable {
    var parts: [String] = []
    /// The extension of the thing's own name.
    var suffix: String?
}

/// What is answered where.
///
///     routes.on("api/imports", [.post: importLog])
///     routes.resource("api/users/{id}/metrics") { request, context in … }
struct Routes {
    let router: Router<ServerContext>
    let sender: AnswerSender

    /// - Parameter showing: makes the answer of what went wrong, where that is not for `ProblemAnswers` to say; nil to leave it to them.
    func on(_ path: RouterPath, _ handlers: Handlers, showing: (@Sendable (any Error, Request, ServerContext) -> Answer?)? = nil) {
        on(path, showing: showing) { _, _ in handlers }
    }

    /// Answers by what `handlers` returns for a request.
    func on(
        _ path: RouterPath, showing: (@Sendable (any Error, Request, ServerContext) -> Answer?)? = nil,
        by handlers: @escaping @Sendable (Request, ServerContext) async throws -> Handlers
    ) {
        for method in HTTPRequest.Method.all {
            router.on(path, method: method) { [sender] request, context -> Response in
                do {
                    let handlers = try await handlers(request, context)
                    guard let handler = handlers[method == .head ? .get : method] else {
                        throw Problem.methodNotAllowed(method, allowed: HTTPRequest.Method.allowed(by: handlers))
                    }
                    return try await sender.response(to: request, handler(request, context), in: context)
                } catch {
                    guard let answer = showing?(error, request, context) else { throw error }
                    return try await sender.response(to: request, answer, in: context)
                }
            }
        }
    }

    /// Serves the resource that `make` returns at `path`, and each of its representations at `path` and an extension.
    ///
    ///     // GET /api/users/U001/metrics          the representation the client accepts
    ///     // GET /api/users/U001/metrics.png      that representation
    func resource(_ path: String, make: @escaping ResourceMaker) {
        on(RouterPath(path), Self.handlers(suffix: nil, make))
        on(RouterPath("\(path).{suffix}")) { _, context in Self.handlers(suffix: context.parameters.get("suffix"), make) }
    }

    /// Serves resources below `path` by their names, each as `resource(_:make:)` does.
    ///
    /// One pattern for all of them: the router tries its patterns one after the other.
    ///
    /// - Parameter collections: what has parts of its own or can be written to; each answers all its paths itself.
    func resources(below path: String, _ makers: [String: ResourceMaker], _ collections: [String: Collection] = [:]) {
        on(RouterPath("\(path)/{resource}")) { request, context in
            let (name, suffix) = Self.parts(of: String(try context.parameters.require("resource")))
            if let collection = collections[name] { return try await collection(request, context, CollectionPath(suffix: suffix)) }
            guard let make = makers[name] else { throw Problem.unknownPath(request.uri.path) }
            return Self.handlers(suffix: suffix, make)
        }
        guard !collections.isEmpty else { return }
        on(RouterPath("\(path)/{resource}/**")) { request, context in
            guard let collection = collections[try context.parameters.require("resource")] else {
                throw Problem.unknownPath(request.uri.path)
            }
            return try await collection(request, context, CollectionPath(parts: try context.catchAll()))
        }
    }

    /// What is answered at an address of a resource.
    ///
    /// - Parameter suffix: The extension of the path; nil to go by `Accept`.
    static func handlers(suffix: String?, _ make: @escaping ResourceMaker) -> Handlers {
        [
            .get: { request, context in
                do {
                    return try await make(request, context).answer(to: request, suffix: suffix)
                } catch let error as InvalidQuery {
                    // What nothing comes as is not there, however it is asked for.
                    if let suffix, Representation(rawValue: suffix) == nil { throw Problem.unknownPath(request.uri.path) }
                    throw error
                }
            }
        ]
    }

    /// Splits the last part of a path into a name and its extension.
    static func parts(of component: String) -> (name: String, suffix: String?) {
        let parts = component.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false).map { String($0) }
        return (parts[0], parts.count > 1 ? parts[1] : nil)
    }
}

extension HTTPRequest.Method {
    static let reading: [HTTPRequest.Method] = [.get, .head]
    static let all: [HTTPRequest.Method] = [.get, .head, .post, .put, .patch, .delete, .options, .trace, .connect]

    fileprivate static func allowed(by handlers: Handlers) -> [HTTPRequest.Method] {
        all.filter { handlers[$0 == .head ? .get : $0] != nil }
    }
}

extension Request {
    var query: Query { Query(encoded: uri.query ?? "") }
}
