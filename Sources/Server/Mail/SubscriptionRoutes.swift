import Foundation
import HTTPTypes
import Hummingbird
import Mailing
import Purchases
import Reports
import Storage

/// `/api/users/{id}/subscriptions`: who gets the reports about a shopper by mail, and when.
///
/// Guarded as `/api/users/{id}/signatures` is: whoever may make links to a shopper's figures may have them mailed.
struct SubscriptionRoutes: Sendable {
    let store: any PurchaseStore
    let subscriptions: any MailSubscriptionStore
    /// Tells the time, in seconds since 1970 UTC.
    let now: @Sendable () -> Int64

    /// How many subscriptions there may be to one shopper's reports.
    private static let countLimit = 100

    @Sendable func answer(_ request: Request, _ context: ServerContext, _ path: CollectionPath) async throws -> Response {
        guard path.parts.count <= 1, path.suffix == nil else { throw Problem.unknownPath(request.uri.path) }
        try QueryReader(request.query).finish()
        let user = UserID(rawValue: try context.pathParameter("id"))
        _ = try await store.revision(of: user)
        guard let id = path.parts.first else {
            switch request.method {
            case .get, .head: return try await list(of: user, request)
            case .post: return try await add(to: user, request, context)
            default: throw Problem.methodNotAllowed(request.method, allowed: HTTPRequest.Method.reading + [.post])
            }
        }
        let subscription = try await subscription(id, of: user, request)
        switch request.method {
        case .get, .head: return .json(subscription.json, request, Self.headers)
        case .patch: return try await change(subscription, request, context)
        case .delete:
            _ = try await subscriptions.removeMailSubscription(subscription.id)
            return .json(["user_id": .string(user.rawValue), "message": "The subscription is forgotten."], request, Self.headers)
        default: throw Problem.methodNotAllowed(request.method, allowed: HTTPRequest.Method.reading + [.patch, .delete])
        }
    }

    private static let headers: HTTPFields = [.cacheControl: "no-store"]

    private func list(of user: UserID, _ request: Request) async throws -> Response {
        let own = try await own(of: user)
        let json: JSON = [
            "user_id": .string(user.rawValue), "subscriptions": .array(own.map(\.json)), "count": .integer(own.count),
        ]
        let response = Response.json(json, request, Self.headers)
        return request.method == .head ? response.createHeadResponse() : response
    }

    private func own(of user: UserID) async throws -> [MailSubscription] {
        try await subscriptions.mailSubscriptions(of: user)
    }

    private func add(to user: UserID, _ request: Request, _ context: ServerContext) async throws -> Response {
        let wish = try SubscriptionWish(of: user, await context.json(of: request))
        guard try await own(of: user).count < Self.countLimit else {
            throw InvalidBody([.init(pointer: "", detail: "would be one subscription more than the \(Self.countLimit) of a shopper")])
        }
        let moment = Date(timeIntervalSince1970: Double(now()))
        let subscription = try await subscriptions.add(wish, at: moment)
        var headers = Self.headers
        headers[.location] = "/api/users/\(user.rawValue.percentEncoded)/subscriptions/\(subscription.id)"
        return .json(subscription.json, status: .created, request, headers)
    }

    private func change(_ subscription: MailSubscription, _ request: Request, _ context: ServerContext) async throws -> Response {
        var reader = ObjectReader(try await context.json(of: request))
        let isPaused = reader.required("paused", .flag)
        try reader.finish()
        let changed =
            isPaused == true
            ? try await subscriptions.pauseMailSubscription(subscription.id, because: MailSubscription.pausedByHand)
            : try await subscriptions.resume(subscription.id, at: Date(timeIntervalSince1970: Double(now())))
        guard let changed else { throw Problem.unknownPath(request.uri.path) }
        return .json(changed.json, request, Self.headers)
    }

    private func subscription(_ id: String, of user: UserID, _ request: Request) async throws -> MailSubscription {
        guard let subscription = try await own(of: user).first(where: { String($0.id) == id }) else {
            throw Problem.unknownPath(request.uri.path)
        }
        return subscription
    }
}
