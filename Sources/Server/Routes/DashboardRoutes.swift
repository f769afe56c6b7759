import Dashboard
import HTTPTypes
import Hummingbird
import Purchases
import Reports
import Storage

/// The HTML pages and what they are made of: `/`, `/users/{id}` and `/assets`.
struct DashboardRoutes: Sendable {
    let store: any PurchaseStore
    let pages: DashboardPages
    let slots: RenderingSlots
    let build: String

    /// Shoppers on a page of the list, and at most in the choice on a shopper's page.
    private static let pageLength = 50

    func add(to router: some RouterMethods<ServerContext>) {
        page("/", of: router) { request, _ in try await start(request) }
        page("users", of: router) { request, _ in try chosen(request.query) }
        page("users/{id}", of: router) { request, context in
            try await shopper(UserID(rawValue: try context.pathParameter("id")), request)
        }
        for asset in DashboardAsset.all {
            page(RouterPath("assets/\(asset.name)"), of: router) { request, _ in
                try QueryReader(request.query).finish()
                let tag = EntityTag(Revision(rawValue: 0), [build, asset.name])
                return try await respond(to: request, tag, asset.mediaType, cacheControl: "public, max-age=3600") { asset.bytes }
            }
        }
    }

    private func page(
        _ path: RouterPath, of router: some RouterMethods<ServerContext>,
        answer: @escaping @Sendable (Request, ServerContext) async throws -> Response
    ) {
        for method in HTTPRequest.Method.reading {
            router.on(path, method: method) { request, context in
                do {
                    return try await answer(request, context)
                } catch {
                    // People read this one, so what went wrong is a page too. What is not theirs to know goes on to the log.
                    guard let problem = Problem(error), problem.status.kind == .clientError else { throw error }
                    return html(of: problem)
                }
            }
        }
        router.refuseMethods(at: path, except: HTTPRequest.Method.reading)
    }

    private func start(_ request: Request) async throws -> Response {
        var reader = QueryReader(request.query.droppingEmptyValues())
        let search = reader.value(Parameter<String>.text("q", upTo: 200))
        let cursor = reader.value(Parameter<String>.text("cursor", upTo: 200)).map(UserID.init)
        try reader.finish()
        let tag = EntityTag(try await store.revision(), [build, "start", search ?? "", cursor?.rawValue ?? ""])
        return try await respond(to: request, tag) {
            let users = try await store.users(matching: search, after: cursor, limit: Self.pageLength + 1)
            let page = StartPage(
                users: Array(users.prefix(Self.pageLength)), search: search ?? "", isFirst: cursor == nil,
                hasMore: users.count > Self.pageLength
            )
            return Array(pages.html(of: page).utf8)
        }
    }

    /// Leads from the form, which cannot put a choice into the path, to the shopper's page.
    private func chosen(_ query: Query) throws -> Response {
        var query = query.droppingEmptyValues()
        let user = query.fields.first { $0.name == "user" }?.value
        query.fields.removeAll { $0.name == "user" }
        let path = user.map { "/users/\($0.percentEncoded)" } ?? "/"
        return .redirect(to: path + (query.fields.isEmpty || user == nil ? "" : "?\(query.encoded)"), type: .normal)
    }

    private func shopper(_ user: UserID, _ request: Request) async throws -> Response {
        var reader = QueryReader(request.query.droppingEmptyValues())
        let subject = Subject(user: user, filter: PurchaseFilter(&reader))
        try reader.finish()
        let revision = try await store.revision(of: user)
        let everyone = try await store.revision()
        let tag = EntityTag(revision, [build, "shopper", user.rawValue, Query(subject.filter.fields).encoded, "\(everyone)"])
        return try await respond(to: request, tag) {
            let history = try await store.purchases(of: user, at: revision)
            let neighbours = try await store.users(matching: nil, after: nil, limit: Self.pageLength)
            return try await slots.run { Array(pages.html(of: ShopperPage(subject, from: history, neighbours: neighbours)).utf8) }
        }
    }

    private static let htmlType = "text/html; charset=utf-8"
    /// A page is shown again only after the server said that it is still right.
    private static let pageCaching = "private, no-cache"
    private static let policy =
        "default-src 'none'; img-src 'self'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

    /// Answers with what `make` returns, unless the client has it already.
    private func respond(
        to request: Request, _ tag: EntityTag, _ mediaType: String = htmlType, cacheControl: String = pageCaching,
        make: () async throws -> [UInt8]
    ) async throws -> Response {
        var headers: HTTPFields = [.eTag: tag.text, .cacheControl: cacheControl]
        guard !tag.isNamed(in: request.headers[values: .ifNoneMatch]) else { return Response(status: .notModified, headers: headers) }
        headers[.contentType] = mediaType
        headers[.contentSecurityPolicy] = Self.policy
        let response = Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: try await make())))
        return request.method == .head ? response.createHeadResponse() : response
    }

    private func html(of problem: Problem) -> Response {
        let details = problem.faults.map { "\($0.place): \($0.detail)" }.joined(separator: "; ")
        let text = pages.html(ofProblem: problem.title, detail: details.isEmpty ? problem.detail : details)
        var headers = problem.headers
        headers[.contentType] = Self.htmlType
        headers[.cacheControl] = "no-store"
        headers[.contentSecurityPolicy] = Self.policy
        return Response(status: problem.status, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }
}
