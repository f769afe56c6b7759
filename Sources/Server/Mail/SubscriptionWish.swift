public import Foundation
public import Mailing
public import Purchases
import Reports
public import Storage

/// A subscription that is asked for, read and found possible.
///
///     let wish = try SubscriptionWish(of: user, schedule: "monthly 1", recipient: "ada@example.org", sender: "shop@example.org")
///     let subscription = try await store.add(wish, at: Date())
public struct SubscriptionWish: Hashable, Sendable {
    public let user: UserID
    public let schedule: MailSchedule
    public let recipient: Mailbox
    public let sender: Mailbox
    /// What is chosen about the report, as a query writes it.
    public let options: Query

    /// What may be chosen about a report that comes again and again: its period is the schedule's.
    public static let optionNames = ["locale", "currency", "title", "headline", "disclosure", "category", "pictures"]

    /// - Throws: `MailSchedule.Unreadable`, `MailboxError` or `InvalidQuery`.
    public init(of user: UserID, schedule: String, recipient: String, sender: String, options: Query = Query()) throws {
        self.user = user
        self.schedule = try MailSchedule(schedule)
        self.recipient = try Mailbox(recipient)
        self.sender = try Mailbox(sender)
        self.options = options
        let others = options.fields.filter { !Self.optionNames.contains($0.name) }
        let faults = others.map { field in
            let known = Self.optionNames.joined(separator: ", ")
            return InvalidQuery.Fault(parameter: field.name, detail: "cannot be chosen for reports that come again; there is \(known)")
        }
        guard faults.isEmpty else { throw InvalidQuery(faults) }
        _ = try ReportRequest(of: user, query: options)
    }
}

extension SubscriptionWish {
    /// Reads `{"schedule": "weekly mon 08:00 Europe/Berlin", "recipient": "…", "options": {"locale": "de-DE"}}`.
    ///
    /// - Parameter sender: who writes: whoever asks could otherwise write as anybody.
    init(of user: UserID, from sender: Mailbox, _ body: SentJSON) throws {
        var reader = ObjectReader(body)
        let schedule = reader.required("schedule", .parsed("a schedule such as \"monthly 1\"") { try MailSchedule($0).description })
        let recipient = reader.required("recipient", .mailbox)
        if let other = reader.value(of: "sender", .mailbox), other != sender.text {
            reader.refuse("sender", "is decided by the server, which writes as \(sender.text); leave it out")
        }
        let options = reader.value(of: "options", .options) ?? []
        try reader.finish()
        do {
            try self.init(
                of: user, schedule: schedule ?? "", recipient: recipient ?? "", sender: sender.text, options: Query(options))
        } catch let error as InvalidQuery {
            throw InvalidBody(error.faults.map { .init(pointer: "/options/\($0.parameter)", detail: $0.detail) })
        }
    }
}

extension BodyValue<String> {
    fileprivate static let mailbox = parsed("a mail address") { text in
        _ = try Mailbox(text)
        return text
    }

    /// Text that something else reads and may refuse.
    fileprivate static func parsed(_ expectation: String, _ read: @escaping @Sendable (String) throws -> String) -> BodyValue {
        BodyValue(expectation) { json throws(Unreadable) in
            guard case .string(let text) = json else { throw Unreadable("is \(json.kind), not \(expectation)") }
            do { return try read(text) } catch { throw Unreadable("is no good: \(error)") }
        }
    }
}

extension BodyValue<[(name: String, value: String)]> {
    /// Names and texts, or lists of texts where a name stands several times.
    fileprivate static let options = BodyValue("an object of texts") { json throws(Unreadable) in
        guard case .object(let members) = json else { throw Unreadable("is \(json.kind), not an object such as {\"locale\": \"de-DE\"}") }
        var fields: [(name: String, value: String)] = []
        for member in members {
            let values = if case .array(let values) = member.value { values } else { [member.value] }
            for value in values {
                guard case .string(let text) = value else { throw Unreadable("has \(value.kind) as \(member.name.quoted), not a text") }
                fields.append((member.name, text))
            }
        }
        return fields
    }
}

extension MailSubscriptionStore {
    /// Keeps a subscription, the first mail of which comes at the first moment of its schedule after another.
    public func add(_ wish: SubscriptionWish, at moment: Date) async throws -> MailSubscription {
        // Every schedule that can be read has a next moment.
        let next = wish.schedule.next(after: moment) ?? moment
        let terms = MailSubscription.Terms(
            user: wish.user, recipient: wish.recipient.text, sender: wish.sender.text, schedule: wish.schedule.description,
            options: wish.options.encoded
        )
        return try await addMailSubscription(terms, due: Int64(next.timeIntervalSince1970))
    }

    /// Goes on with a subscription. What was due while it was paused is not sent; the next mail comes when it is due. Nil when there is none.
    public func resume(_ id: Int, at moment: Date) async throws -> MailSubscription? {
        guard let subscription = try await pauseMailSubscription(id, because: nil) else { return nil }
        let now = Int64(moment.timeIntervalSince1970)
        guard subscription.due <= now, let next = (try? MailSchedule(subscription.terms.schedule))?.next(after: moment),
            case let due = Int64(next.timeIntervalSince1970), try await claimMail(of: id, due: subscription.due, next: due)
        else { return subscription }
        var moved = subscription
        moved.due = due
        return moved
    }
}

extension MailSubscription {
    public static let pausedByHand = "paused by hand"

    /// As `/api/users/{id}/subscriptions` gives it.
    var json: JSON {
        let options = Query(encoded: terms.options).fields
        let names = options.map(\.name).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
        return [
            "id": .integer(id), "user_id": .string(terms.user.rawValue), "recipient": .string(terms.recipient),
            "sender": .string(terms.sender), "schedule": .string(terms.schedule),
            "options": .object(
                JSON.Members(
                    names.map { name in
                        let values = options.filter { $0.name == name }.map { JSON.string($0.value) }
                        return (name, values.count == 1 ? values[0] : .array(values))
                    })),
            "paused": .boolean(pause != nil), "reason": .optional(pause, JSON.string),
            "next": pause == nil ? .string(Timestamp(due).description) : .null,
        ]
    }
}
