import Dashboard
import Hummingbird
import Purchases
import Reports
import Signing
import Storage

/// `/s/{token}/unsubscribe` of a report by mail and `/s/{token}/reminders.ics/unsubscribe` of a calendar: who has the link of something
/// that comes again and again can end it, without a login.
///
/// Looking changes nothing: mail programs open addresses to see whether they are safe. A form, and the one click of a mail program
/// (RFC 8058), post.
struct Unsubscription: Sendable {
    /// The last part of the path.
    static let name = "unsubscribe"

    let services: Services
    let responder: PageResponder

    /// What is ended.
    private enum Target {
        /// All reports to an address.
        case mail(String)
        case calendar
    }

    /// Answers what is asked of a link's `unsubscribe`.
    ///
    /// One of a mail works for ever: it ends what its reader did not ask for any longer.
    func handlers(for link: SignedLink) -> Handlers {
        let recipient = Query(encoded: link.grant.terms).fields.first { $0.name == "recipient" }?.value
        let target = link.grant.name == Self.name ? Target.mail(recipient ?? "") : .calendar
        return [
            .get: { request, context in page(.question, target, request, context) },
            .post: { request, context in
                // A proxy that posts what it finds does not know these words.
                guard try await context.fields(of: request).contains(Self.oneClick) else { throw Self.unknownWish }
                try await end(target, link)
                return page(.done, target, request, context)
            },
        ]
    }

    private func end(_ target: Target, _ link: SignedLink) async throws {
        switch target {
        case .mail(let address):
            for subscription in try await services.subscriptions.mailSubscriptions(to: address) where subscription.pause == nil {
                _ = try await services.subscriptions.pauseMailSubscription(subscription.id, because: "unsubscribed by the reader")
            }
        case .calendar:
            try await services.signer.revoke(link.id, of: link.grant.user, expiry: link.grant.expiry.secondsSince1970)
        }
    }

    private func page(_ state: UnsubscriptionPage.State, _ target: Target, _ request: Request, _ context: ServerContext) -> Answer {
        let what: UnsubscriptionPage.Subject =
            switch target {
            case .mail(let address): .reports(to: address)
            case .calendar: .calendar
            }
        return responder.page(responder.pages.html(of: UnsubscriptionPage(state, what, for: Reader(request, context))))
    }

    private static let oneClick = Query.Field(name: "List-Unsubscribe", value: "One-Click")

    private static let unknownWish = Problem(
        .badRequest, title: "Nothing was ended",
        detail: "Send the form of this page, or List-Unsubscribe=One-Click as RFC 8058 has it."
    )
}
