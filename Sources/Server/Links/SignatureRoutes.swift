import Hummingbird
import Purchases
import Reports
import Signing
import Storage

/// `/api/signatures`, where links are made, and `/api/users/{id}/signatures`, where they are withdrawn.
struct SignatureRoutes: Sendable {
    let services: Services

    private var signer: LinkSigner { services.signer }

    func add(to routes: Routes) {
        routes.on("api/signatures", [.post: sign])
    }

    @Sendable private func sign(_ request: Request, _ context: ServerContext) async throws -> Answer {
        try QueryReader(request.query).finish()
        let wish = try LinkWish(await context.json(of: request))
        let target = try await signer.target(of: wish)
        let pen = try await signer.pen(for: target.user)
        let link =
            wish.isPinned
            ? try await services.making(of: target.user) { try pen.link(to: target, for: wish, from: $0.history) }
            : try pen.link(to: target, for: wish, from: [])
        return .json(link.json, status: .created, .notStored)
    }

    /// Answers what is asked of a shopper's links: `DELETE` withdraws one of them, or all that were made so far.
    @Sendable func handlers(_ request: Request, _ context: ServerContext, _ path: CollectionPath) throws -> Handlers {
        guard path.parts.count <= 1, path.suffix == nil else { throw Problem.unknownPath(request.uri.path) }
        return [.delete: { request, context in try await withdraw(path.parts.first, request, context) }]
    }

    private func withdraw(_ id: String?, _ request: Request, _ context: ServerContext) async throws -> Answer {
        try QueryReader(request.query).finish()
        let user = UserID(rawValue: try context.pathParameter("id"))
        _ = try await services.store.revision(of: user)
        guard let id else {
            try await signer.revokeAllLinks(of: user)
            return .json(["user_id": .string(user.rawValue), "message": "All links made so far are withdrawn."])
        }
        // When it expires is not known here, so it is remembered for as long as any link may live.
        guard (1...64).contains(id.utf8.count) else { throw Problem.unknownPath(request.uri.path) }
        try await signer.revoke(id, of: user, expiry: signer.now() + LinkSigner.lifeLimit)
        return .json(["user_id": .string(user.rawValue), "message": "The link is withdrawn."])
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
