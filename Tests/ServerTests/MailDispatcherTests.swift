import Foundation
import Mailing
import Purchases
import Storage
import Synchronization
import Testing
import Typography

@testable import Server

/// Mails that are due.
@Suite struct MailDispatcherTests {
    private static func terms(_ recipient: String = "ada@example.org", schedule: String = "monthly 1 08:00 GMT") -> MailSubscription.Terms {
        MailSubscription.Terms(
            user: UserID(rawValue: "U001"), recipient: recipient, sender: "shop@example.org", schedule: schedule, options: "locale=de-DE"
        )
    }

    private static let due = Date(timeIntervalSince1970: 1_711_958_400)  // 2024-04-01 08:00

    private final class Postbox: Sendable {
        private let messages = Mutex<[Message]>([])
        var all: [Message] { messages.withLock { $0 } }
        @Sendable func take(_ message: Message, _ claim: @Sendable () async throws -> Void) async throws {
            try await claim()
            messages.withLock { $0.append(message) }
        }
    }

    private static func dispatcher(
        _ subscriptions: any MailSubscriptionStore, _ deliver: @escaping MailDispatcher.Delivery
    ) async throws -> MailDispatcher {
        MailDispatcher(
            store: try await Fixture.store(), subscriptions: subscriptions, typesetter: try Typesetter(), logger: .quiet,
            admission: Admission(count: 2, waitingLimit: 8), connectionCount: 3, deliver: deliver)
    }

    @Test func `servers that look at the same time send a mail once, and the next one when it is due`() async throws {
        let (store, postbox) = (InMemoryMailSubscriptionStore(), Postbox())
        _ = await store.addMailSubscription(Self.terms(), due: Int64(Self.due.timeIntervalSince1970))
        let dispatchers = [try await Self.dispatcher(store, postbox.take), try await Self.dispatcher(store, postbox.take)]
        try await dispatchers[0].sendDue(at: Self.due.addingTimeInterval(-3_600))
        #expect(postbox.all.isEmpty)
        async let one = dispatchers[0].sendDue(at: Self.due)
        async let other = dispatchers[1].sendDue(at: Self.due)
        #expect(try await one + other == 1)
        let text = String(decoding: try #require(postbox.all.first).bytes, as: UTF8.self)
        #expect(text.contains("To: ada@example.org") && text.contains("Content-Language: de-DE"))
        #expect(!text.contains("X-Unsent"))
        // A month later, and after months of standing still once.
        for days in [30, 30, 200, 200] { try await dispatchers[0].sendDue(at: Self.due.addingTimeInterval(Double(days) * 86_400)) }
        #expect(postbox.all.count == 3)
    }

    @Test func `an address that is refused for good is paused, one that is refused for now gets the next`() async throws {
        let store = InMemoryMailSubscriptionStore()
        for name in ["gone", "later"] {
            _ = await store.addMailSubscription(Self.terms("\(name)@example.org"), due: Int64(Self.due.timeIntervalSince1970))
        }
        let dispatcher = try await Self.dispatcher(store) { message, _ in
            throw message.to[0].address.hasPrefix("gone") ? DeliveryError.refused(550) : DeliveryError.deferred(451)
        }
        #expect(try await dispatcher.sendDue(at: Self.due) == 0)
        let subscriptions = await store.mailSubscriptions()
        #expect(subscriptions[0].pause?.contains("550") == true)
        #expect(subscriptions[1].pause == nil && subscriptions[1].due > Int64(Self.due.timeIntervalSince1970))
    }

    @Test func `what was not taken is tried again after a quarter of an hour, one, four and twelve, with the same report`() async throws {
        let (store, postbox) = (InMemoryMailSubscriptionStore(), Postbox())
        // The last hours of March: a later try is in another month.
        let due = Self.due.addingTimeInterval(-9 * 3_600)
        _ = await store.addMailSubscription(
            Self.terms(schedule: "monthly 31 23:00 GMT"), due: Int64(due.timeIntervalSince1970))
        let failures = Mutex(4)
        let dispatcher = try await Self.dispatcher(store) { message, claim in
            let fails = failures.withLock { count in
                count -= 1
                return count >= 0
            }
            if fails { throw DeliveryError.deferred(451) }
            try await postbox.take(message, claim)
        }
        var tries: [Double] = []
        for minute in stride(from: 0.0, through: 40 * 24 * 60, by: 15) {
            let before = failures.withLock { $0 }
            try await dispatcher.sendDue(at: due.addingTimeInterval(minute * 60))
            if failures.withLock({ $0 }) != before { tries.append(minute) }
        }
        #expect(tries == [0, 15, 60, 240, 720, 30 * 24 * 60])
        let texts = postbox.all.map { String(decoding: $0.bytes, as: UTF8.self) }
        #expect(texts.count == 2)
        #expect(texts[0].contains("Februar 2024") || texts[0].contains("Feb. 2024"), "\(texts[0].prefix(600))")
    }

    @Test func `what may have been taken is not sent again, and a wrong password pauses nobody`() async throws {
        for error in [DeliveryError.unanswered("timeout"), .authentication, .insecure("certificate")] {
            let store = InMemoryMailSubscriptionStore()
            _ = await store.addMailSubscription(Self.terms(), due: Int64(Self.due.timeIntervalSince1970))
            let dispatcher = try await Self.dispatcher(store) { _, _ in throw error }
            #expect(try await dispatcher.sendDue(at: Self.due) == 0)
            let subscription = try #require(await store.mailSubscriptions().first)
            #expect(subscription.pause == nil)
            let wait = subscription.due - Int64(Self.due.timeIntervalSince1970)
            let isAgain = if case .unanswered = error { false } else { true }
            #expect(isAgain ? wait == 60 : wait > 20 * 86_400)
        }
    }

    @Test func `a mail that was given up when the server stopped is sent by whoever starts next`() async throws {
        for error in [CancellationError(), StorageError.cancelled] as [any Error] {
            let (store, postbox) = (InMemoryMailSubscriptionStore(), Postbox())
            _ = await store.addMailSubscription(Self.terms(), due: Int64(Self.due.timeIntervalSince1970))
            let stopped = try await Self.dispatcher(store) { _, _ in throw error }
            #expect(try await stopped.sendDue(at: Self.due.addingTimeInterval(60)) == 0)
            #expect(await store.mailSubscriptions().first?.due == Int64(Self.due.timeIntervalSince1970))
            let next = try await Self.dispatcher(store, postbox.take)
            #expect(try await next.sendDue(at: Self.due.addingTimeInterval(120)) == 1)
        }
    }

    @Test func `a database that is not there for a moment loses no mail, one without the shopper does`() async throws {
        let failures: [(error: StorageError, wait: Int64?)] = [
            (.unavailable(detail: ""), 60), (.busy(detail: ""), 60), (.unknownUser(UserID(rawValue: "U001")), nil),
        ]
        for (error, wait) in failures {
            let store = InMemoryMailSubscriptionStore()
            _ = await store.addMailSubscription(Self.terms(), due: Int64(Self.due.timeIntervalSince1970))
            let dispatcher = try await Self.dispatcher(store) { _, _ in throw error }
            #expect(try await dispatcher.sendDue(at: Self.due) == 0)
            let due = try #require(await store.mailSubscriptions().first?.due)
            if let wait {
                #expect(due == Int64(Self.due.timeIntervalSince1970) + wait)
            } else {
                #expect(due > Int64(Self.due.timeIntervalSince1970) + 20 * 86_400)
            }
        }
    }

    @Test func `mails are made and sent several at once, by as many connections as there may be`() async throws {
        struct Load { var now = 0, most = 0 }
        let store = InMemoryMailSubscriptionStore()
        let load = Mutex(Load())
        for number in 0..<40 {
            _ = await store.addMailSubscription(
                Self.terms("reader\(number)@example.org"), due: Int64(Self.due.timeIntervalSince1970))
        }
        let dispatcher = try await Self.dispatcher(store) { _, claim in
            load.withLock { load in
                load.now += 1
                load.most = max(load.most, load.now)
            }
            // Until others are on their way as well.
            for _ in 0..<400 where load.withLock({ $0.most }) < 3 { try await Task.sleep(for: .milliseconds(5)) }
            try await claim()
            load.withLock { $0.now -= 1 }
        }
        #expect(try await dispatcher.sendDue(at: Self.due) == 40)
        #expect(load.withLock { $0.most } == 3)
    }

    @Test func `what a server that is killed had in hand is sent half a minute later`() async throws {
        let (store, postbox) = (InMemoryMailSubscriptionStore(), Postbox())
        let due = Int64(Self.due.timeIntervalSince1970)
        for number in 0..<5 { _ = await store.addMailSubscription(Self.terms("reader\(number)@example.org"), due: due) }
        #expect(await store.takeDueMails(at: due, until: due + MailRun.time, limit: 2).count == 2)
        let dispatcher = try await Self.dispatcher(store, postbox.take)
        #expect(try await dispatcher.sendDue(at: Self.due) == 3)
        #expect(try await dispatcher.sendDue(at: Self.due.addingTimeInterval(Double(MailRun.time))) == 2)
        #expect(Set(postbox.all.map(\.to)).count == 5)
    }

    @Test func `a mail server that is not there ends the round, and what was not tried stays due and free`() async throws {
        let (store, due) = (InMemoryMailSubscriptionStore(), Int64(Self.due.timeIntervalSince1970))
        for number in 0..<40 { _ = await store.addMailSubscription(Self.terms("reader\(number)@example.org"), due: due) }
        let tries = Mutex(0)
        let dispatcher = try await Self.dispatcher(store) { _, _ in
            tries.withLock { $0 += 1 }
            throw DeliveryError.unreachable("nobody listens")
        }
        #expect(try await dispatcher.sendDue(at: Self.due) == 0)
        #expect((1...3).contains(tries.withLock { $0 }))
        #expect(await store.takeDueMails(at: due, until: due, limit: 99).count == 40 - tries.withLock { $0 })
    }

    @Test func `a mail that another claims while it is on its way is neither sent nor counted`() async throws {
        let (store, due) = (InMemoryMailSubscriptionStore(), Int64(Self.due.timeIntervalSince1970))
        _ = await store.addMailSubscription(Self.terms(), due: due)
        let dispatcher = try await Self.dispatcher(store) { _, claim in
            #expect(await store.claimMail(of: 1, due: due, next: due + 9_000))
            try await claim()
            Issue.record("it would be sent twice")
        }
        #expect(try await dispatcher.sendDue(at: Self.due) == 0)
        #expect(await store.mailSubscriptions().map(\.due) == [due + 9_000])
    }
}
