import HTTPTypes
import Hummingbird
import Purchases
import Reports
import Signing
import Storage

/// `/api/signatures`, where links are made, and `/api/users/{id}/signatures`, where they are withdrawn.
struct SignatureRoutes: Sendable {
    let signer: LinkSigner

    func add(to router: some RouterMethods<ServerContext>) {
        router.on("api/signatures", method: .post) { request, context -> Response in
            try QueryReader(request.query).finish()
            let wish = try LinkWish(await context.json(of: request))
            return .json(try await signer.link(for: wish).json, status: .created, request, [.cacheControl: "no-store"])
        }
        router.refuseMethods(at: "api/signatures", except: [.post])
    }

    /// Answers what is asked of a shopper's links: `DELETE` withdraws one of them, or all that were made so far.
    @Sendable func answer(_ request: Request, _ context: ServerContext, _ path: CollectionPath) async throws -> Response {
        guard path.parts.count <= 1, path.suffix == nil else { throw Problem.unknownPath(request.uri.path) }
        guard request.method == .delete else { throw Problem.methodNotAllowed(request.method, allowed: [.delete]) }
        try QueryReader(request.query).finish()
        let user = UserID(rawValue: try context.pathParameter("id"))
        _ = try await signer.store.revision(of: user)
        guard let id = path.parts.first else {
            try await signer.links.revokeAllLinks(of: user)
            return .json(["user_id": .string(user.rawValue), "message": "All links made so far are withdrawn."], request)
        }
        // When it expires is not known here, so it is remembered for as long as any link may live.
        let time = signer.now()
        guard (1...64).contains(id.utf8.count) else { throw Problem.unknownPath(request.uri.path) }
        try await signer.links.revoke(id, of: user, expiry: time + LinkSigner.lifeLimit, at: time)
        return .json(["user_id": .string(user.rawValue), "message": "The link is withdrawn."], request)
    }
}

extension LinkWish {
    /// Reads `{"path": "/api/users/U001/monthly-trends.png", "expires": "30d", "disclosure": "rounded", "pinned": true}`.
    init(_ body: SentJSON) throws {
        var reader = ObjectReader(body)
        let path = reader.required("path", .text(upTo: 4_000))
        let expiry = reader.value(of: "expires", .linkExpiry)
        let disclosure = reader.value(of: "disclosure", .disclosure)
        let isPinned = reader.value(of: "pinned", .flag)
        try reader.finish()
        self.init(path: path ?? "", expiry: expiry ?? .default, disclosure: disclosure?.rawValue, isPinned: isPinned ?? false)
    }
}

extension SignedLink {
    var json: JSON {
        ["url": .string(path), "expires": .string(grant.expiry.description), "id": .string(id)]
    }
}

extension BodyValue<LinkExpiry> {
    static let linkExpiry = BodyValue("a time such as \"30d\" or \"2026-12-31\"") { json throws(Unreadable) in
        guard case .string(let text) = json, let expiry = LinkExpiry(text) else {
            let given = if case .string(let text) = json { text.quoted } else { json.kind }
            throw Unreadable("is \(given), not a time such as \"30d\", \"12h\", \"2026-12-31\" or \"2026-12-31T18:00:00Z\"")
        }
        return expiry
    }
}

extension BodyValue<Disclosure> {
    fileprivate static let disclosure = BodyValue(Disclosure.allCases.map { "\"\($0.rawValue)\"" }.joined(separator: " or ")) {
        json throws(Unreadable) in
        guard case .string(let text) = json, let disclosure = Disclosure(rawValue: text) else {
            throw Unreadable("is not \(Disclosure.allCases.map { "\"\($0.rawValue)\"" }.joined(separator: " or "))")
        }
        return disclosure
    }
}
