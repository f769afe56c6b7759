import HTTPTypes
import Hummingbird
import Purchases
import Reports
import Storage

/// `/api/users/{id}/bucket-list`: what a shopper means to buy, to be read and written.
///
/// A body has to be announced as JSON, which a page of another origin cannot do without being asked first: no form of a stranger
/// writes here.
struct BucketListRoutes: Sendable {
    let services: Services

    var lists: any BucketListStore { services.lists }
    var signer: LinkSigner { services.signer }
    func now() -> Int64 { signer.now() }

    @Sendable func handlers(_ request: Request, _ context: ServerContext, _ path: CollectionPath) throws -> Handlers {
        let user = UserID(rawValue: try context.pathParameter("id"))
        return try handlers(
            for: path, at: BucketListPlace(user: user, path: "/api/users/\(user.rawValue.percentEncoded)/bucket-list"), request)
    }

    /// Returns what is answered about the list, or a part of it, at one of its places.
    func handlers(for path: CollectionPath, at place: BucketListPlace, _ request: Request) throws -> Handlers {
        if let representation = place.representation, path.suffix != representation || !path.parts.isEmpty {
            throw Problem.unknownPath(request.uri.path.redactingToken)
        }
        switch (path.parts.first, path.parts.count, path.suffix) {
        case (nil, 0, let suffix):
            let reading = Routes.handlers(suffix: suffix) { request, _ in
                try QueryReader(request.query).finish()
                return try await resource(at: place)
            }
            guard suffix == nil else { return reading }
            return reading.merging([
                .post: writing(at: place) { request, context in
                    try noQuery(request)
                    return try .replacement(await context.json(of: request))
                },
                .delete: writing(at: place) { request, _ in SentChange(change: .clear, version: try version(of: request)) },
            ]) { $1 }
        case ("history", 1, nil): return [.get: { request, _ in try await history(request, of: place) }]
        case ("items", 1, nil):
            return [
                .post: writing(at: place) { request, context in
                    try noQuery(request)
                    return try .addition(await context.json(of: request))
                }
            ]
        case ("undo", 1, nil):
            return [.post: writing(at: place) { request, _ in SentChange(change: .undo, version: try version(of: request)) }]
        case ("items", 2, nil):
            return [
                .patch: writing(at: place) { request, context in
                    try noQuery(request)
                    let id = try itemID(path)
                    return try .edit(
                        of: id, await context.json(of: request, as: ["application/json", "application/merge-patch+json"]))
                },
                .delete: writing(at: place) { request, _ in
                    let version = try version(of: request)
                    return SentChange(change: .remove(try itemID(path)), version: version)
                },
            ]
        case ("shares", 1, nil) where place.access == .owner:
            return [.get: { try await shares($0, $1, place.user) }, .post: { try await share($0, $1, place.user) }]
        case ("shares", 2, nil) where place.access == .owner:
            return [.delete: { request, _ in try await withdraw(path.parts[1], request, place.user) }]
        default: throw Problem.unknownPath(request.uri.path.redactingToken)
        }
    }

    /// Returns what makes the change that `read` reads, where that is allowed.
    private func writing(
        at place: BucketListPlace, _ read: @escaping @Sendable (Request, ServerContext) async throws -> SentChange
    ) -> Handler {
        { request, context in
            guard place.access != .view else { throw Problem.readOnlyLink }
            return try await write(read(request, context), request, at: place)
        }
    }

    private func noQuery(_ request: Request) throws { try QueryReader(request.query).finish() }

    /// The version that a request without a body says the change is meant for.
    private func version(of request: Request) throws -> Int? {
        var reader = QueryReader(request.query)
        let version = reader.value(.wholeNumber("version", in: 0...Int(Int32.max)))
        try reader.finish()
        return version
    }

    private func itemID(_ path: CollectionPath) throws -> Int {
        guard let id = Int(path.parts[1]) else {
            throw Problem(
                .unknownItem,
                detail: "\(path.parts[1].quoted) is no item of a bucket list; the list has the ids of all of them."
            )
        }
        return id
    }

    private func history(_ request: Request, of place: BucketListPlace) async throws -> Answer {
        try QueryReader(request.query).finish()
        _ = try await services.store.revision(of: place.user)
        let versions = try await lists.bucketListHistory(of: place.user)
        let json: JSON = [
            "user_id": .string(place.user.rawValue),
            "history": .array(
                versions.map { version in
                    [
                        "version": .integer(version.number), "change": .string(version.kind.rawValue),
                        "time": .string(Timestamp(version.time).description), "total": .integer(version.itemCount),
                    ]
                }
            ),
        ]
        return .json(json, .notStored)
    }
}

/// Where a list is reached.
struct BucketListPlace: Hashable, Sendable {
    var user: UserID
    /// Encoded, without an extension.
    var path: String
    var access = Access.owner
    /// The extension of the one representation there is here; nil for all of them.
    var representation: String?

    enum Access: Hashable, Sendable { case owner, edit, view }
}
