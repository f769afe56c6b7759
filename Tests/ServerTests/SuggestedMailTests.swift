import Foundation
import Purchases
import Reports
import Storage
import Synchronization
import Testing
import Typography

@testable import Mailing
@testable import Server

/// What a mail says after the report: what to buy next.
@Suite struct SuggestedMailTests {
    /// Weekly tea, and rice that was given up; only tea has a product's number.
    private static func store() async throws -> InMemoryPurchaseStore {
        let store = InMemoryPurchaseStore()
        var log: [Purchase] = []
        for week in 0..<30 {
            for (item, product) in [("Tea & <Milk>", "T 1"), ("Rice", "")] where item != "Rice" || week < 6 {
                var line = Fixture.purchase("U1", "\(week)", CalendarDate(dayNumber: 19_800 + week * 7), item, "Food", 4_50, quantity: 1)
                line.productID = product
                log.append(line)
            }
        }
        try await Fixture.add(log, to: store)
        return store
    }

    private static let cartLink = "https://shop.example.org/cart?add={product_id}&n=1"

    private static func texts(_ message: [UInt8]) -> (plain: String, html: String) {
        let parts = ReceivedMessage(message).root.all
        func text(_ name: String) -> String {
            parts.first { $0.type.name == name }.map { String(decoding: $0.content, as: UTF8.self) } ?? ""
        }
        return (text("text/plain"), text("text/html"))
    }

    @Test func `a mail says what to buy next, with its state, its reason and the way into the cart, and that is counted`() async throws {
        let store = try await Self.store()
        let recorder = SuggestionRecorder(store: store, logger: .quiet)
        let link = try CartLink(Self.cartLink)
        try await TestServer.run(store, suggestions: recorder, configure: { $0.cartLink = link }) { server in
            let reply = try await server.get("/api/users/U1/report.eml?month=2024-06&date=2024-07-01")
            let (plain, html) = Self.texts(reply.body)
            #expect(plain.contains("What to buy next\r\n") || plain.contains("What to buy next\n"))
            #expect(plain.contains("- Tea & <Milk> (due): In 30 of your 30 orders"), "\(plain)")
            #expect(plain.contains("- Rice (lapsing): In 6 of your 30 orders"))
            #expect(plain.contains("Put into the cart: https://shop.example.org/cart?add=T%201&n=1"))
            #expect(html.contains("<b>Tea &amp; &lt;Milk&gt;</b>") && html.contains(">due</td>") && html.contains(">lapsing</td>"))
            #expect(html.components(separatedBy: "href=\"https://shop.example.org/cart?add=T%201&amp;n=1\"").count == 2)
            let lint = try await server.post("/api/mail/lint", reply.body)
            #expect(lint.text.contains("\"errors\":0,\"warnings\":0"), "\(lint.text)")
            await recorder.flush()
            let counts = await store.suggestionCounts()
            #expect(Set(counts.map(\.place)) == [.mail] && counts.reduce(0) { $0 + $1.shown } == 2)
        }
    }

    @Test func `a report as of a day stays as it is, and suggests nothing`() async throws {
        let store = try await Self.store()
        try await TestServer.run(store) { server in
            let reply = try await server.get("/api/users/U1/report.eml?as_of=2024-06-30")
            #expect(reply.status == 200)
            #expect(!Self.texts(reply.body).plain.contains("What to buy next"))
        }
    }

    @Test func `a mail counts as shown when it was taken, and not before`() async throws {
        let store = try await Self.store()
        let recorder = SuggestionRecorder(store: store, logger: .quiet)
        let subscriptions = InMemoryMailSubscriptionStore()
        let terms = MailSubscription.Terms(
            user: UserID(rawValue: "U1"), recipient: "ada@example.org", sender: "shop@example.org", schedule: "monthly 1 08:00 GMT",
            options: "locale=de-DE")
        _ = await subscriptions.addMailSubscription(terms, due: 1_711_958_400)
        let failures = Mutex(1)
        let taken = Mutex<[UInt8]>([])
        let dispatcher = MailDispatcher(
            store: store, subscriptions: subscriptions, typesetter: try Typesetter(), logger: .quiet, cartLink: try CartLink(Self.cartLink),
            suggestions: recorder, admission: Admission(count: 1, waitingLimit: 1), connectionCount: 1
        ) { message, claim in
            let fails = failures.withLock { count in
                count -= 1
                return count >= 0
            }
            if fails { throw DeliveryError.deferred(451) }
            try await claim()
            taken.withLock { $0 = message.bytes }
        }
        let due = Date(timeIntervalSince1970: 1_711_958_400)
        #expect(try await dispatcher.sendDue(at: due) == 0)
        await recorder.flush()
        #expect(await store.suggestionCounts() == [])
        #expect(try await dispatcher.sendDue(at: due.addingTimeInterval(1_000)) == 1)
        await recorder.flush()
        let counts = await store.suggestionCounts()
        #expect(counts.map(\.place) == [.mail, .mail] || counts.map(\.place) == [.mail])
        let (plain, _) = Self.texts(taken.withLock { $0 })
        #expect(
            plain.contains("Was als Nächstes zu kaufen ist") && plain.contains("(fällig)") && plain.contains("In den Warenkorb: https://"))
    }
}
