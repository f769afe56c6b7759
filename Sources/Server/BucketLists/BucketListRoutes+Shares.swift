import HTTPTypes
import Hummingbird
import Purchases
import Reports
import Signing
import Storage

extension BucketListRoutes {
    /// Answers what the owner of a list asks of its shares.
    func answerShares(_ request: Request, _ context: ServerContext, _ path: CollectionPath, of user: UserID) async throws -> Response {
        try QueryReader(request.query).finish()
        _ = try await store.revision(of: user)
        switch request.method {
        case .post: return try await share(request, context, user)
        case .delete: return try await withdraw(path.parts[1], request, user)
        default:
            let shares = try await signer.links.shares(of: user, at: now())
            return .json(
                ["user_id": .string(user.rawValue), "shares": .array(shares.map(\.json))], request, [.cacheControl: "no-store"]
            )
        }
    }

    /// Makes a link to the list, and says it once: it is kept nowhere.
    private func share(_ request: Request, _ context: ServerContext, _ user: UserID) async throws -> Response {
        var reader = ObjectReader(try await context.json(of: request))
        let role = reader.required("role", .role)
        let wish = reader.value(of: "expires", .linkExpiry) ?? .default
        try reader.finish()
        guard let role else { throw InvalidBody([]) }
        let (path, share) = try await signer.share(listOf: user, as: role, until: wish, at: now())
        var members: JSON.Members = ["url": .string(path)]
        members.append(contentsOf: share.members)
        return .json(.object(members), status: .created, request, [.cacheControl: "no-store"])
    }

    private func withdraw(_ id: String, _ request: Request, _ user: UserID) async throws -> Response {
        let time = now()
        guard let share = try await signer.links.shares(of: user, at: time).first(where: { $0.id == id }) else {
            throw Problem(
                name: "unknown-share", status: .notFound, title: "Unknown share",
                detail: "There is no share \(id.quoted) of this list, or it has expired."
            )
        }
        try await signer.links.revoke(id, of: user, expiry: share.expiry, at: time)
        return .json(["user_id": .string(user.rawValue), "message": "The share is withdrawn.", "id": .string(id)], request)
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
