public import Foundation
public import Logging
public import Mailing
import Purchases
public import Reports
import ServiceLifecycle
public import Storage
import Synchronization
public import Typography

/// Sends the mails that are due, each once, however many servers look for them.
///
///     let dispatcher = server.mailDispatcher(connectionCount: 4) { message, claim in
///         try await connections.deliver(message, claim: claim)
///     }
///     try await dispatcher.sendDue(at: Date())
///
/// Several mails are on their way at once. Whoever sends some takes them in hand for half a minute, so that others take others, and claims
/// each when the mail server has all of it but its end. A crash before that sends nothing, and the mail is due as before; a crash right
/// after it loses the mail, and none is ever sent twice. What was due while no server ran is sent once. An address that the mail server
/// refuses for good is paused with the reason. What it refuses for now, and what does not reach it, is tried again at `retries`; a password
/// or a certificate that is wrong counts as such: it says nothing of the address. So does a database that is not there for a moment.
public struct MailDispatcher: Sendable {
    /// Hands a mail over, or throws `DeliveryError`. It calls `claim` when the mail server has all but the end, and sends that unless it
    /// throws.
    public typealias Delivery = @Sendable (_ message: Message, _ claim: @escaping @Sendable () async throws -> Void) async throws -> Void

    let store: any PurchaseStore
    let subscriptions: any MailSubscriptionStore
    let typesetter: Typesetter
    let logger: Logger
    /// What makes addresses in mails; nil for a server that does not know its own.
    let links: MailLinks?
    let cartLink: CartLink?
    private let suggestions: SuggestionRecorder?
    /// Who writes, in place of whom a subscription of a release before this one names; nil to leave it at that.
    let sender: Mailbox?
    private let connectionCount: Int
    private let deliver: Delivery
    /// Where mails are made, among all else that computes.
    let admission: Admission

    /// - Parameters:
    ///   - cartLink: what puts what is suggested into a cart; nil for nothing.
    ///   - suggestions: where it is kept what was suggested; nil to keep nothing of it.
    ///   - connectionCount: how many mails are made and delivered at once.
    init(
        store: any PurchaseStore, subscriptions: any MailSubscriptionStore, typesetter: Typesetter, logger: Logger,
        links: MailLinks? = nil, sender: Mailbox? = nil, cartLink: CartLink? = nil, suggestions: SuggestionRecorder? = nil,
        admission: Admission, connectionCount: Int, deliver: @escaping Delivery
    ) {
        self.store = store
        self.subscriptions = subscriptions
        self.typesetter = typesetter
        self.logger = logger
        self.links = links
        self.cartLink = cartLink
        self.suggestions = suggestions
        self.sender = sender
        self.admission = admission
        self.connectionCount = connectionCount
        self.deliver = deliver
    }

    /// Sends what is due at a moment, and returns how many mails went out.
    ///
    /// It ends when nothing is due any more, and early when the task is cancelled or the server is to stop, when no mail reaches the mail
    /// server, and when the store fails, which it throws.
    @discardableResult
    public func sendDue(at moment: Date) async throws -> Int {
        let run = MailRun(of: subscriptions, since: moment)
        let results = await withTaskGroup(of: Result<Int, any Error>.self) { group in
            for _ in 0..<connectionCount {
                group.addTask {
                    do { return .success(try await send(run)) } catch {
                        // The others send what they have begun with.
                        await run.finish()
                        return .failure(error)
                    }
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        // In a task of its own, which is not cancelled when this one is.
        await Task { await run.giveBackTheRest() }.value
        return try results.reduce(0) { $0 + (try $1.get()) }
    }

    /// Sends mails one after the other until there is none.
    private func send(_ run: MailRun) async throws -> Int {
        var count = 0
        while !Task.isCancelled, !Task.isShuttingDownGracefully, let subscription = try await run.next() {
            if try await send(subscription, in: run) { count += 1 }
        }
        return count
    }

    private func send(_ subscription: MailSubscription, in run: MailRun) async throws -> Bool {
        let schedule: MailSchedule
        do { schedule = try MailSchedule(subscription.terms.schedule) } catch {
            _ = try await subscriptions.pauseMailSubscription(subscription.id, because: "\(error)")
            return false
        }
        let moment = run.now
        guard let next = schedule.next(after: moment) else { return false }
        let (id, due, following) = (subscription.id, subscription.due, Int64(next.timeIntervalSince1970))
        let metadata: Logger.Metadata = ["subscription": "\(id)"]
        let scheduled = schedule.last(upTo: Date(timeIntervalSince1970: Double(due))) ?? moment
        let isClaimed = Atomic(false)
        do {
            let mail = try await mail(for: subscription, schedule, dueSince: scheduled, at: moment)
            try await deliver(mail.message) { [subscriptions] in
                guard try await subscriptions.claimMail(of: id, due: due, next: following) else { throw OthersMail() }
                isClaimed.store(true, ordering: .releasing)
            }
            suggestions?.record(mail.shown)
            logger.info("a report was mailed", metadata: metadata)
            return true
        } catch is OthersMail {
            // Another server sent it, or it was paused or removed meanwhile.
            return false
        } catch let error as DeliveryError where error.isBounce {
            logger.warning("a mail was refused; its subscription is paused", metadata: metadata.merging(["error": "\(error)"]) { $1 })
            _ = try await subscriptions.pauseMailSubscription(id, because: "\(error)")
        } catch {
            let retry =
                switch error {
                // It may have arrived.
                case DeliveryError.unanswered: Int64?.none
                case is CancellationError, StorageError.cancelled: due
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
            let known = isClaimed.load(ordering: .acquiring) ? following : due
            if case let wish = retry ?? following, wish != known || known == due {
                // In a task of its own, which is not cancelled when this one is.
                _ = try await Task { [subscriptions] in try await subscriptions.claimMail(of: id, due: known, next: wish) }.value
            }
            if (error as? DeliveryError)?.isOfServer == true { await run.finish() }
        }
        return false
    }

    /// When a mail that was certainly not taken is tried again, in seconds from when it was due. After that it is left out: the next report
    /// comes when it is due.
    static let retries: [Double] = [60, 15 * 60, 3_600, 4 * 3_600, 12 * 3_600]

    /// What claiming a mail ends with that is not this server's to send.
    private struct OthersMail: Error {}
}

extension DeliveryError {
    /// Whether the next mail will fare no better.
    fileprivate var isOfServer: Bool {
        switch self {
        case .unreachable, .insecure, .authentication, .deferred(421): true
        case .unanswered, .deferred, .refused: false
        }
    }
}

extension CartographServer {
    /// Returns what sends the mails that are due, made where answers are made, and with the same addresses in them.
    ///
    /// - Parameter connectionCount: how many mails are made and delivered at once.
    public func mailDispatcher(connectionCount: Int, deliver: @escaping MailDispatcher.Delivery) -> MailDispatcher {
        MailDispatcher(
            store: services.store, subscriptions: services.subscriptions, typesetter: services.typesetter, logger: logger,
            links: services.mailLinks, sender: configuration.mailSender, cartLink: configuration.cartLink,
            suggestions: services.suggestions, admission: services.admission, connectionCount: connectionCount, deliver: deliver)
    }
}
