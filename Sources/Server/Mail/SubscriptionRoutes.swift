import Access
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
    let services: Services

    private var subscriptions: any MailSubscriptionStore { services.subscriptions }

    /// How many subscriptions there may be to one shopper's reports.
    private static let countLimit = 100

    @Sendable func handlers(_ request: Request, _ context: ServerContext, _ path: CollectionPath) async throws -> Handlers {
        guard path.parts.count <= 1, path.suffix == nil else { throw Problem.unknownPath(request.uri.path) }
        try QueryReader(request.query).finish()
        let user = UserID(rawValue: try context.pathParameter("id"))
        _ = try await services.store.revision(of: user)
        guard let id = path.parts.first else {
            return [.get: { _, _ in try await list(of: user) }, .post: { try await add(to: user, $0, $1) }]
        }
        let subscription = try await subscription(id, of: user, request)
        return [
            .get: { _, _ in .json(subscription.json, .notStored) },
            .patch: { try await change(subscription, $0, $1) },
            .delete: { _, _ in
                _ = try await subscriptions.removeMailSubscription(subscription.id)
                return .json(["user_id": .string(user.rawValue), "message": "The subscription is forgotten."], .notStored)
            },
        ]
    }

    private func list(of user: UserID) async throws -> Answer {
        let own = try await own(of: user)
        return .json(
            ["user_id": .string(user.rawValue), "subscriptions": .array(own.map(\.json)), "count": .integer(own.count)], .notStored)
    }

    private func own(of user: UserID) async throws -> [MailSubscription] {
        try await subscriptions.mailSubscriptions(of: user)
    }

    private func add(to user: UserID, _ request: Request, _ context: ServerContext) async throws -> Answer {
        guard let sender = services.configuration.mailSender else { throw Problem.unknownSender }
        let wish = try SubscriptionWish(of: user, from: sender, await context.json(of: request))
        if context.principal.allowance(for: .mail, of: user)?.isForOwnAddress == true,
            wish.recipient.address.lowercased() != context.principal.mailAddress?.lowercased()
        {
            throw Problem(.forbidden, detail: "Reports can be sent to the address of your own account alone.")
        }
        guard try await own(of: user).count < Self.countLimit else {
            throw InvalidBody([.init(pointer: "", detail: "would be one subscription more than the \(Self.countLimit) of a shopper")])
        }
        let moment = Date(timeIntervalSince1970: Double(services.signer.now()))
        let subscription = try await subscriptions.add(wish, at: moment)
        var headers = HTTPFields.notStored
        headers[.location] = "/api/users/\(user.rawValue.percentEncoded)/subscriptions/\(subscription.id)"
        return .json(subscription.json, status: .created, headers)
    }

    private func change(_ subscription: MailSubscription, _ request: Request, _ context: ServerContext) async throws -> Answer {
        var reader = ObjectReader(try await context.json(of: request))
        let isPaused = reader.required("paused", .flag)
        try reader.finish()
        let changed =
            isPaused == true
            ? try await subscriptions.pauseMailSubscription(subscription.id, because: MailSubscription.pausedByHand)
            : try await subscriptions.resume(subscription.id, at: Date(timeIntervalSince1970: Double(services.signer.now())))
        guard let changed else { throw Problem.unknownPath(request.uri.path) }
        return .json(changed.json, .notStored)
    }

    private func subscription(_ id: String, of user: UserID, _ request: Request) async throws -> MailSubscription {
        guard let subscription = try await own(of: user).first(where: { String($0.id) == id }) else {
            throw Problem.unknownPath(request.uri.path)
        }
        return subscription
    }
}

extension Problem {
    fileprivate static let unknownSender = Problem(
        .unknownSender, detail: "This server does not know who writes its mails. Start it with --mail-from 'Shop <shop@example.org>'.")
}
