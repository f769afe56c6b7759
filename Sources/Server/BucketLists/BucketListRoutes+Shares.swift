import Hummingbird
import Purchases
import Reports
import Signing
import Storage

extension BucketListRoutes {
    /// Answers what the owner of a list asks of its shares.
    func shares(_ request: Request, _ context: ServerContext, _ user: UserID) async throws -> Answer {
        try await check(request, user)
        let shares = try await signer.links.shares(of: user, at: now())
        return .json(["user_id": .string(user.rawValue), "shares": .array(shares.map(\.json))], .notStored)
    }

    private func check(_ request: Request, _ user: UserID) async throws {
        try QueryReader(request.query).finish()
        _ = try await services.store.revision(of: user)
    }

    /// Makes a link to the list, and says it once: it is kept nowhere.
    func share(_ request: Request, _ context: ServerContext, _ user: UserID) async throws -> Answer {
        try await check(request, user)
        var reader = ObjectReader(try await context.json(of: request))
        let role = reader.required("role", .role)
        let wish = reader.value(of: "expires", .linkExpiry) ?? .default
        try reader.finish()
        guard let role else { throw InvalidBody([]) }
        let (path, share) = try await signer.share(listOf: user, as: role, until: wish, at: now())
        var members: JSON.Members = ["url": .string(path)]
        members.append(contentsOf: share.members)
        return .json(.object(members), status: .created, .notStored)
    }

    func withdraw(_ id: String, _ request: Request, _ user: UserID) async throws -> Answer {
        try await check(request, user)
        guard let share = try await signer.links.shares(of: user, at: now()).first(where: { $0.id == id }) else {
            throw Problem(.unknownShare, detail: "There is no share \(id.quoted) of this list, or it has expired.")
        }
        try await signer.revoke(id, of: user, expiry: share.expiry)
        return .json(["user_id": .string(user.rawValue), "message": "The share is withdrawn.", "id": .string(id)])
    }
}

extension ListShare {
    fileprivate var members: JSON.Members {
        [
            "id": .string(id), "role": .string(role.rawValue), "created": .string(Timestamp(creation).description),
            "expires": .string(Timestamp(expiry).description), "revoked": .boolean(isRevoked),
        ]
    }

    fileprivate var json: JSON { .object(members) }
}

extension BodyValue<ListShare.Role> {
    fileprivate static let role = BodyValue("\"view\" or \"edit\"") { json throws(Unreadable) in
        guard case .string(let text) = json, let role = ListShare.Role(rawValue: text) else {
            throw Unreadable("is not \"view\" or \"edit\"")
        }
        return role
    }
}
