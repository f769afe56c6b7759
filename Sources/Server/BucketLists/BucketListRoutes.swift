import HTTPTypes
import Hummingbird
import NIOCore
import Purchases
import Reports
import Storage

/// `/api/users/{id}/bucket-list`: what a shopper means to buy, to be read and written.
///
/// A body has to be announced as JSON, which a page of another origin cannot do without being asked first: no form of a stranger
/// writes here.
struct BucketListRoutes: Sendable {
    let store: any PurchaseStore
    let lists: any BucketListStore
    let suggest: BucketListSuggesting
    let build: String
    let signer: LinkSigner

    var now: @Sendable () -> Int64 { signer.now }

    @Sendable func answer(_ request: Request, _ context: ServerContext, _ path: CollectionPath) async throws -> Response {
        let user = UserID(rawValue: try context.pathParameter("id"))
        let place = BucketListPlace(user: user, path: "/api/users/\(user.rawValue.percentEncoded)/bucket-list")
        return try await answer(request, context, path, at: place)
    }

    /// Answers a request for the list at one of its places.
    func answer(_ request: Request, _ context: ServerContext, _ path: CollectionPath, at place: BucketListPlace) async throws -> Response {
        let methods = try allowedMethods(of: path, at: place, in: request)
        guard methods.contains(request.method) else { throw Problem.methodNotAllowed(request.method, allowed: methods) }
        if path.parts.first == "shares" { return try await answerShares(request, context, path, of: place.user) }
        if HTTPRequest.Method.reading.contains(request.method) {
            if path.parts == ["history"] { return try await history(request, of: place) }
            return try await Server.answer(request, context, suffix: path.suffix) { request, _ in
                try QueryReader(request.query).finish()
                return try await resource(at: place)
            }
        }
        guard place.access != .view else { throw Problem.readOnlyLink }
        let sent = try await change(request, context, path)
        return try await write(sent, request, at: place)
    }

    private func allowedMethods(
        of path: CollectionPath, at place: BucketListPlace, in request: Request
    ) throws -> [HTTPRequest.Method] {
        if let representation = place.representation, path.suffix != representation || !path.parts.isEmpty {
            throw Problem.unknownPath(request.uri.path.redactingToken)
        }
        return switch (path.parts.first, path.parts.count, path.suffix) {
        case (nil, 0, nil): [.get, .head, .post, .delete]
        case (nil, 0, _), ("history", 1, nil): HTTPRequest.Method.reading
        case ("items", 1, nil), ("undo", 1, nil): [.post]
        case ("items", 2, nil): [.patch, .delete]
        case ("shares", 1, nil) where place.access == .owner: [.get, .head, .post]
        case ("shares", 2, nil) where place.access == .owner: [.delete]
        default: throw Problem.unknownPath(request.uri.path.redactingToken)
        }
    }

    /// Reads what is to be done.
    private func change(_ request: Request, _ context: ServerContext, _ path: CollectionPath) async throws -> SentChange {
        var reader = QueryReader(request.query)
        // A request without a body says the version here.
        let hasBody = request.method == .patch || request.method == .post && path.parts != ["undo"]
        let version = hasBody ? nil : reader.value(.wholeNumber("version", in: 0...Int(Int32.max)))
        try reader.finish()
        switch (request.method, path.parts.first) {
        case (.delete, nil): return SentChange(change: .clear, version: version)
        case (.delete, _): return SentChange(change: .remove(try itemID(path)), version: version)
        case (.patch, _):
            let id = try itemID(path)
            return try .edit(of: id, await context.json(of: request, as: ["application/json", "application/merge-patch+json"]))
        case (_, "items"): return try .addition(await context.json(of: request))
        case (_, "undo"): return SentChange(change: .undo, version: version)
        default: return try .replacement(await context.json(of: request))
        }
    }

    private func itemID(_ path: CollectionPath) throws -> Int {
        guard let id = Int(path.parts[1]) else {
            throw Problem(
                name: "unknown-item", status: .notFound, title: "Unknown item",
                detail: "\(path.parts[1].quoted) is no item of a bucket list; the list has the ids of all of them."
            )
        }
        return id
    }

    private func history(_ request: Request, of place: BucketListPlace) async throws -> Response {
        try QueryReader(request.query).finish()
        _ = try await store.revision(of: place.user)
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
        return .json(json, request, [.cacheControl: "no-store"])
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
