public import Foundation
public import Logging
public import Mailing
import Purchases
public import Reports
import ServiceLifecycle
public import Storage
public import Typography

/// Sends the mails that are due, each once, however many servers look for them.
///
///     let dispatcher = MailDispatcher(store: store, subscriptions: store, typesetter: typesetter, server: server, logger: logger)
///     try await dispatcher.sendDue(at: Date())
///
/// A mail is claimed before it is sent, so a crash in between loses it, and none is ever sent twice. What was due while no server ran is
/// sent once. An address that the mail server refuses for good is paused with the reason. What it refuses for now, and what does not reach
/// it, is tried again at `retries`; a password or a certificate that is wrong counts as such: it says nothing of the address. So does a
/// database that is not there for a moment. What a server was about to send when it was stopped is due again at once.
public struct MailDispatcher: Sendable {
    let store: any PurchaseStore
    let subscriptions: any MailSubscriptionStore
    let typesetter: Typesetter
    let logger: Logger
    /// What makes addresses in mails; nil for a server that does not know its own.
    let links: MailLinks?
    private let cartLink: CartLink?
    private let suggestions: SuggestionRecorder?
    /// Who writes, in place of whom a subscription of a release before this one names; nil to leave it at that.
    let sender: Mailbox?
    private let deliver: @Sendable (Message) async throws -> Void
    /// Where mails are made, one at a time.
    private let admission = Admission(count: 1, waitingLimit: 1)

    /// The most mails of one round, and the time between two of them: what small mail servers bear.
    private static let roundLimit = 500
    private static let pause = Duration.milliseconds(200)

    /// - Parameters:
    ///   - cartLink: what puts what is suggested into a cart; nil for nothing.
    ///   - suggestions: where it is kept what was suggested; nil to keep nothing of it.
    ///   - deliver: hands a mail over, or throws `DeliveryError`.
    public init(
        store: any PurchaseStore, subscriptions: any MailSubscriptionStore, typesetter: Typesetter, logger: Logger,
        links: MailLinks? = nil, sender: Mailbox? = nil, cartLink: CartLink? = nil, suggestions: SuggestionRecorder? = nil,
        deliver: @escaping @Sendable (Message) async throws -> Void
    ) {
        self.store = store
        self.subscriptions = subscriptions
        self.typesetter = typesetter
        self.logger = logger
        self.links = links
        self.cartLink = cartLink
        self.suggestions = suggestions
        self.sender = sender
        self.deliver = deliver
    }

    /// Sends what is due at a moment, and returns how many mails went out.
    @discardableResult
    public func sendDue(at moment: Date) async throws -> Int {
        let now = Int64(moment.timeIntervalSince1970)
        var count = 0
        for subscription in try await subscriptions.mailSubscriptions(dueBy: now, limit: Self.roundLimit) {
            guard !Task.isCancelled, !Task.isShuttingDownGracefully else { break }
            if try await send(subscription, at: moment) {
                count += 1
                try await Task.sleep(for: Self.pause)
            }
        }
        return count
    }

    private func send(_ subscription: MailSubscription, at moment: Date) async throws -> Bool {
        let schedule: MailSchedule
        do { schedule = try MailSchedule(subscription.terms.schedule) } catch {
            _ = try await subscriptions.pauseMailSubscription(subscription.id, because: "\(error)")
            return false
        }
        guard let next = schedule.next(after: moment),
            try await subscriptions.claimMail(of: subscription.id, due: subscription.due, next: Int64(next.timeIntervalSince1970))
        else { return false }
        let metadata: Logger.Metadata = ["subscription": "\(subscription.id)"]
        let scheduled = schedule.last(upTo: Date(timeIntervalSince1970: Double(subscription.due))) ?? moment
        do {
            let mail = try await mail(for: subscription, schedule, dueSince: scheduled, at: moment)
            try await deliver(mail.message)
            suggestions?.record(mail.shown)
            logger.info("a report was mailed", metadata: metadata)
            return true
        } catch let error as DeliveryError where error.isBounce {
            logger.warning("a mail was refused; its subscription is paused", metadata: metadata.merging(["error": "\(error)"]) { $1 })
            _ = try await subscriptions.pauseMailSubscription(subscription.id, because: "\(error)")
        } catch {
            let retry =
                switch error {
                // It may have arrived.
                case DeliveryError.unanswered: Int64?.none
                case is CancellationError, StorageError.cancelled: subscription.due
                case is DeliveryError, StorageError.busy, StorageError.unavailable:
                    Self.retries.map { scheduled.addingTimeInterval($0) }.first { $0 > moment && $0 < next }
                        .map { Int64($0.timeIntervalSince1970) }
                default: Int64?.none
                }
            logger.error(
                "a report was not mailed",
                metadata: metadata.merging([
                    "error": "\(String(reflecting: error))", "retry": "\(retry.map { "\(Timestamp($0))" } ?? "none")",
                ]) { $1 })
            if let retry {
                let (claim, id) = (Int64(next.timeIntervalSince1970), subscription.id)
                // In a task of its own, which is not cancelled when this one is.
                _ = try await Task { [subscriptions] in try await subscriptions.claimMail(of: id, due: claim, next: retry) }.value
            }
        }
        return false
    }

    /// When a mail that was certainly not taken is tried again, in seconds from when it was due. After that it is left out: the next report
    /// comes when it is due.
    static let retries: [Double] = [15 * 60, 3_600, 4 * 3_600, 12 * 3_600]

    /// The report of the time that has just passed: the seven days before the mail was due, or the month before.
    private func mail(
        for subscription: MailSubscription, _ schedule: MailSchedule, dueSince scheduled: Date, at moment: Date
    ) async throws -> (message: Message, shown: [ShownSuggestion]) {
        let terms = subscription.terms
        let period = schedule.period(before: scheduled).map { Query.Field(name: $0.name, value: $0.value) }
        let people = [
            Query.Field(name: "sender", value: sender?.text ?? terms.sender), Query.Field(name: "recipient", value: terms.recipient),
        ]
        var request = try ReportRequest(
            of: terms.user, query: Query((Query(encoded: terms.options).fields + period + people).map { ($0.name, $0.value) }),
            today: Timestamp(Int64(moment.timeIntervalSince1970)).day)
        request.presentation.settle(onCurrency: try await store.summary(of: terms.user).currency)
        request.mail.unsubscribe = request.mail.recipients.first.flatMap { links?.unsubscription(of: $0, from: terms.user) }
        request.presentation.cartLink = cartLink
        let (asked, sentOn) = (request, Int(moment.timeIntervalSince1970))
        // A server that does not know its own address sends pictures within the mail.
        guard let links, request.mail.pictures == .linked else {
            return try await admission.making(of: terms.user, in: store, amongEveryone: asked.suggests) { [typesetter] data in
                try asked.mail(from: data, sentOn: sentOn, typesetter: typesetter)
            }
        }
        let pen = try await links.signer.pen(for: terms.user)
        return try await admission.making(of: terms.user, in: store, amongEveryone: asked.suggests) { [typesetter] data in
            let pictures = try links.pictures(of: asked, from: data.history, by: pen)
            return try asked.mail(from: data, sentOn: sentOn, pictures: pictures, typesetter: typesetter)
        }
    }
}

extension ReportRequest {
    /// Returns the report as a mail, and what it suggests.
    fileprivate func mail(
        from data: ShopperData, sentOn moment: Int, pictures: [String: String]? = nil, typesetter: Typesetter
    ) throws -> (message: Message, shown: [ShownSuggestion]) {
        var shown: [ShownSuggestion] = []
        let message = try message(from: data, sentOn: moment, pictures: pictures, typesetter: typesetter) {
            shown += ShownSuggestion.all(of: $0, about: subject, in: .mail, from: data)
        }
        return (message, shown)
    }
}

extension MailSchedule {
    /// Returns the period of a report that is due at a moment, as a query writes it.
    fileprivate func period(before due: Date) -> [(name: String, value: String)] {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = zone
        let day = calendar.dateComponents([.year, .month, .day], from: due)
        guard let today = CalendarDate(year: day.year ?? 0, month: day.month ?? 0, day: day.day ?? 0) else { return [] }
        return switch rhythm {
        case .weekly: [("from", today.adding(days: -7).description), ("to", today.adding(days: -1).description)]
        case .monthly: [("month", today.month.adding(months: -1).description)]
        }
    }
}
