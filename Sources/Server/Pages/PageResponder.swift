import Dashboard
import HTTPTypes
import Hummingbird
import NIOCore
import Storage

/// What all pages have in common: how they are made, kept, sent and fail.
struct PageResponder: Sendable {
    let pages: DashboardPages
    let contents: ContentCache
    let build: String

    private static let htmlType = "text/html; charset=utf-8"
    private static let policy = """
        default-src 'none'; img-src 'self'; style-src 'self'; font-src 'self'; script-src 'self'; connect-src 'self'; manifest-src 'self'; \
        form-action 'self'; base-uri 'none'; frame-ancestors 'none'
        """

    /// Serves pages at a path to GET and HEAD, and what forms send to it where there is something to send.
    func add(
        _ path: RouterPath, to router: some RouterMethods<ServerContext>,
        get: (@Sendable (Request, ServerContext) async throws -> Response)? = nil,
        post: (@Sendable (Request, ServerContext) async throws -> Response)? = nil
    ) {
        var allowed: [HTTPRequest.Method] = []
        if let get {
            allowed += HTTPRequest.Method.reading
            for method in HTTPRequest.Method.reading { on(path, method, of: router, get) }
        }
        if let post {
            allowed.append(.post)
            on(path, .post, of: router, post)
        }
        router.refuseMethods(at: path, except: allowed)
    }

    private func on(
        _ path: RouterPath, _ method: HTTPRequest.Method, of router: some RouterMethods<ServerContext>,
        _ answer: @escaping @Sendable (Request, ServerContext) async throws -> Response
    ) {
        router.on(path, method: method) { request, context in
            for attempt in 0... {
                do {
                    return try await answer(request, context)
                } catch is StaleRevision where attempt < 2 {
                    continue
                } catch {
                    // People read this one, so what went wrong is a page too. What is not theirs to know goes on to the log.
                    guard let problem = Problem(error), problem.status.kind == .clientError else { throw error }
                    return html(of: problem, for: request)
                }
            }
            throw StaleRevision()
        }
    }

    /// Answers with a page, unless the client has it already. What was made is kept for whoever asks next.
    ///
    /// - Parameters:
    ///   - name: what kind of page it is.
    ///   - state: what of the data it shows, in a form that changes when that does.
    func page(
        _ name: String, _ state: Revision, _ details: [String], of request: Request, for reader: Reader,
        make: () async throws -> String
    ) async throws -> Response {
        let identity = [build, name] + details + reader.identity
        let tag = EntityTag(state, identity)
        // A page is shown again only after the server said that it is still right.
        var headers: HTTPFields = [.eTag: tag.text, .cacheControl: "private, no-cache", .vary: "Cookie, Accept-Language"]
        guard !tag.isNamed(in: request.headers[values: .ifNoneMatch]) else { return Response(status: .notModified, headers: headers) }
        headers.addPagePolicies(Self.policy)
        let key = ContentCache.Key(path: name, revision: state, identity: identity, representation: nil)
        let body: ByteBuffer
        if let kept = contents.content(for: key) {
            body = kept
        } else {
            body = ByteBuffer(string: try await make())
            contents.keep(body, for: key)
        }
        headers[.contentType] = Self.htmlType
        let response = Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: body))
        return request.method == .head ? response.createHeadResponse() : response
    }

    /// Answers with a page that is made for this request alone.
    func page(_ html: String, status: HTTPResponse.Status = .ok) -> Response {
        var headers: HTTPFields = [.contentType: Self.htmlType, .cacheControl: "no-store"]
        headers.addPagePolicies(Self.policy)
        return Response(status: status, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(string: html)))
    }

    private func html(of problem: Problem, for request: Request) -> Response {
        let page = ProblemPage(problem.title, detail: problem.detail, for: Reader(request))
        var response = self.page(pages.html(of: page), status: problem.status)
        for field in problem.headers { response.headers[field.name] = field.value }
        return response
    }
}

extension HTTPFields {
    fileprivate mutating func addPagePolicies(_ policy: String) {
        self[.contentSecurityPolicy] = policy
        self[.referrerPolicy] = "same-origin"
    }
}

extension HTTPField.Name {
    fileprivate static let referrerPolicy = HTTPField.Name("Referrer-Policy")!
}
