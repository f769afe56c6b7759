import Foundation
import Mailing
import Purchases
import Signing
import Storage
import Testing
import Typography

@testable import Server

/// `/s/…/unsubscribe`: the end of what comes again and again, by one click (RFC 8058).
@Suite(.timeLimit(.minutes(10))) struct UnsubscriptionTests {
    private static let oneClick = "List-Unsubscribe=One-Click"
    private static let form = ["Content-Type": "application/x-www-form-urlencoded"]
    private static let user = UserID(rawValue: "U001")

    private func run(
        _ body: (TestServer, InMemoryMailSubscriptionStore, _ path: String, _ clock: TestClock, _ links: InMemoryLinkStore) async throws ->
            Void
    ) async throws {
        let (store, clock, links) = (InMemoryMailSubscriptionStore(), TestClock(), InMemoryLinkStore())
        for (user, recipient) in [("U001", "ada@example.org"), ("U001", "bob@example.org"), ("U005", "Ada <ADA@example.org>")] {
            let terms = MailSubscription.Terms(
                user: UserID(rawValue: user), recipient: recipient, sender: "shop@example.org", schedule: "monthly 1 08:00 GMT", options: ""
            )
            _ = await store.addMailSubscription(terms, due: 2_000_000_000)
        }
        let keys = "test:a secret of many bytes"
        let signer = LinkSigner(keys: try KeyRing(parsing: keys), store: try await Fixture.store(), links: links) { clock.now }
        let address = try #require(
            MailLinks(signer: signer, base: try ServerBase("https://charts.example.org")).unsubscription(
                of: try Mailbox("ada@example.org"), from: Self.user))
        #expect(address.absoluteString.hasPrefix("https://charts.example.org/s/v1."))
        try await TestServer.run(subscriptions: store, links: links, keys: keys, clock: clock) { server in
            try await body(server, store, address.path(), clock, links)
        }
    }

    private func paused(_ store: InMemoryMailSubscriptionStore) async -> [Bool] { await store.mailSubscriptions().map { $0.pause != nil } }

    @Test func `looking changes nothing and shows a form, posting it ends all mails to the address`() async throws {
        try await run { server, store, path, _, _ in
            let page = try await server.send("GET", path, headers: ["Accept-Language": "de"])
            #expect(page.status == 200 && page["Content-Type"] == "text/html; charset=utf-8" && page["Cache-Control"] == "no-store")
            #expect(page.text.contains("<form method=\"post\"><input type=\"hidden\" name=\"List-Unsubscribe\" value=\"One-Click\">"))
            #expect(page.text.contains("Abbestellen?") && page.text.contains("ada@example.org"))
            #expect(try await server.send("HEAD", path).status == 200)
            #expect(await paused(store) == [false, false, false])
            let done = try await server.send("POST", path + "?utm_source=mail", headers: Self.form, body: Self.oneClick)
            #expect(done.status == 200 && done.text.contains("Unsubscribed"), "\(done.text)")
            #expect(await paused(store) == [true, false, true])
            // A second click is as good as one.
            #expect(try await server.send("POST", path, headers: Self.form, body: Self.oneClick).status == 200)
        }
    }

    @Test func `both kinds of forms are taken, other bodies and methods change nothing`() async throws {
        try await run { server, store, path, _, _ in
            for (type, body) in [
                ("application/x-www-form-urlencoded", "a=b"), ("application/json", "{}"), ("multipart/form-data; boundary=x", "--x"),
            ] {
                let reply = try await server.send("POST", path, headers: ["Content-Type": type], body: body)
                #expect(reply.status == (type.hasSuffix("json") ? 415 : 400), "\(reply.text)")
            }
            #expect(try await server.send("DELETE", path).status == 405)
            #expect(await paused(store) == [false, false, false])
            let multipart = "--x\r\nContent-Disposition: form-data; name=\"List-Unsubscribe\"\r\n\r\nOne-Click\r\n--x--\r\n"
            let reply = try await server.send("POST", path, headers: ["Content-Type": "multipart/form-data; boundary=x"], body: multipart)
            #expect(reply.status == 200, "\(reply.text)")
            #expect(await paused(store) == [true, false, true])
        }
    }

    @Test func `the address works when all other links do not any more, and nobody can make one up`() async throws {
        try await run { server, store, path, clock, links in
            _ = await links.revokeAllLinks(of: Self.user)
            clock.now += 6 * 366 * 86_400
            for forged in [path.replacing("/unsubscribe", with: "A/unsubscribe"), "/s/v1.test.AAAA.AAAA/unsubscribe"] {
                let reply = try await server.send("POST", forged, headers: Self.form, body: Self.oneClick)
                #expect(reply.status == 403)
            }
            #expect(await paused(store) == [false, false, false])
            let reply = try await server.send("POST", path, headers: Self.form, body: Self.oneClick)
            #expect(reply.status == 200)
            #expect(await paused(store) == [true, false, true])
        }
    }

    @Test func `a mail that is due names the address in its head and at its foot`() async throws {
        try await run { server, store, path, clock, links in
            let signer = LinkSigner(
                keys: try KeyRing(parsing: "test:a secret of many bytes"), store: try await Fixture.store(), links: links
            ) { clock.now }
            let mailLinks = MailLinks(signer: signer, base: try ServerBase("https://charts.example.org"))
            let mails = Mails()
            let dispatcher = MailDispatcher(
                store: try await Fixture.store(), subscriptions: store, typesetter: try .init(), logger: .quiet, links: mailLinks,
                admission: Admission(count: 1, waitingLimit: 1), connectionCount: 1
            ) { message, claim in
                try await claim()
                await mails.take(message)
            }
            try await dispatcher.sendDue(at: Date(timeIntervalSince1970: 2_000_000_000))
            let mail = String(decoding: try #require(await mails.all.first).bytes, as: UTF8.self)
            #expect(mail.contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n"))
            let address = try #require(mail.firstMatch(of: /List-Unsubscribe:\s+<https:\/\/charts\.example\.org([^>]*)>/)).1
            #expect(address == path)
            #expect(mail.replacing("=\r\n", with: "").contains("href=3D\"https://charts.example.org\(address)\""))
        }
    }

    private actor Mails {
        private(set) var all: [Message] = []
        func take(_ message: Message) { all.append(message) }
    }

    @Test func `the link of a calendar is ended by one click at itself or on its page`() async throws {
        try await TestServer.run { server in
            for suffix in ["", "/unsubscribe"] {
                let link = try await server.sign("/api/users/U001/reminders.ics", #","expires":"\#(suffix.isEmpty ? "3d" : "4d")""#)
                #expect(try await server.get(link).status == 200)
                let page = try await server.get("\(link)/unsubscribe")
                #expect(page.status == 200 && page.text.contains("End this calendar?"))
                #expect(try await server.get(link).status == 200)
                #expect(try await server.send("POST", link + suffix, headers: Self.form, body: Self.oneClick).status == 200)
                #expect(try await server.get(link).status == 410)
            }
        }
    }
}
