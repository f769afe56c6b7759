import Access
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
        if let chart = try ChartLink(wish) {
            try context.check(.charts, of: nil)
            try check(chart.picture.style)
            return answer(try LinkSigner.link(to: chart, expiry: wish.expiry, signedWith: signer.keys, at: signer.now()))
        }
        let target = try await signer.target(of: wish)
        try context.check(.sign, of: target.user)
        let lifetime = context.principal.allowance(for: .sign, of: target.user)?.linkLifetime
        if let lifetime, wish.expiry.time(after: signer.now()).secondsSince1970 > signer.now() + lifetime {
            throw LinkRefusal(part: "expires", reason: "is more than \(lifetime / 86_400) days away, which is the longest for you")
        }
        if let picture = target.picture { try check(picture) }
        _ = try await services.store.revision(of: target.user)
        let pen = try await signer.pen(for: target.user)
        let link =
            wish.isPinned
            ? try await services.making(of: target.user) { try pen.link(to: target, for: wish, from: $0.history) }
            : try pen.link(to: target, for: wish, from: [])
        return answer(link)
    }

    /// Refuses a picture that is larger than a link may show.
    private func check(_ style: PictureStyle) throws(LinkRefusal) {
        do { try services.checkPixels(of: style, isEntitled: true) } catch { throw LinkRefusal(error) }
    }

    private func answer(_ link: SignedLink) -> Answer { .json(link.json(by: signer.keys), status: .created, .notStored) }

    /// Answers what is asked of a shopper's links: `DELETE` withdraws one of them, by its id or as it stands behind `/s/`, or all that were
    /// made so far.
    @Sendable func handlers(_ request: Request, _ context: ServerContext, _ path: CollectionPath) throws -> Handlers {
        guard path.parts.count <= 2, path.suffix == nil else { throw Problem.unknownPath(request.uri.path.redactingToken) }
        return [.delete: { request, context in try await withdraw(path.parts, request, context) }]
    }

    private func withdraw(_ parts: [String], _ request: Request, _ context: ServerContext) async throws -> Answer {
        try QueryReader(request.query).finish()
        let user = UserID(rawValue: try context.pathParameter("id"))
        _ = try await services.store.revision(of: user)
        guard let first = parts.first else {
            try await signer.revokeAllLinks(of: user)
            return .json(["user_id": .string(user.rawValue), "message": "All links made so far are withdrawn."])
        }
        let (id, expiry) = try await link(first, name: parts.dropFirst().first, of: user)
        try await signer.revoke(id, of: user, expiry: expiry)
        return .json(["user_id": .string(user.rawValue), "message": "The link is withdrawn."])
    }

    /// Returns the id of one of the shopper's links, and when it expires.
    ///
    /// - Throws: `Problem`, 404, for what never was one.
    private func link(_ text: String, name: String?, of user: UserID) async throws -> (id: String, expiry: Int64) {
        if let name {
            guard let link = try await signer.finding(token: text, name: name).link, link.grant.user.isIdentical(to: user) else {
                throw Problem.unknownLink
            }
            return (link.id, link.grant.expiry.secondsSince1970)
        }
        // When it expires is not known here, so it is remembered for as long as any link may live.
        if let id = SignedLink.id(toWithdraw: text, of: user, verifiedWith: signer.keys) {
            return (id, signer.now() + LinkSigner.lifeLimit)
        }
        if let share = try await signer.links.shares(of: user, at: signer.now()).first(where: { $0.id == text }) {
            return (share.id, share.expiry)
        }
        throw Problem.unknownLink
    }
}

extension LinkWish {
    /// Reads `{"path": "/api/users/U001/monthly-trends.png", "expires": "30d", "disclosure": "rounded", "pinned": true,
    /// "free": ["category"]}`.
    init(_ body: SentJSON) throws {
        var reader = ObjectReader(body)
        let path = reader.required("path", .text(upTo: 8_000))
        let expiry = reader.value(of: "expires", .linkExpiry)
        let disclosure = reader.value(of: "disclosure", .disclosure)
        let isPinned = reader.value(of: "pinned", .flag)
        let free = reader.value(of: "free", .freeFilters)
        try reader.finish()
        self.init(
            path: path ?? "", expiry: expiry ?? .default, disclosure: disclosure?.rawValue, isPinned: isPinned ?? false,
            freeFilters: FreeFilters(free ?? []))
    }
}

extension SignedLink {
    /// What is said of a new link.
    func json(by ring: KeyRing) -> JSON {
        ["url": .string(path), "expires": .string(grant.expiry.description), "id": .string(withdrawalID(by: ring))]
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
