import Purchases
import Storage
import Testing

@testable import Server

/// Signed links whose answers are given again without a route: what mail programs ask for again and again.
@Suite(.timeLimit(.minutes(10))) struct KeptLinkTests {
    private static func run(
        _ store: any PurchaseStore, clock: TestClock = TestClock(), _ body: (TestServer) async throws -> Void
    ) async throws {
        try await TestServer.run(
            CachingPurchaseStore(store, revisionLifetime: .seconds(3_600)), clock: clock, linkStateLifetime: .seconds(3_600), body)
    }

    @Test(arguments: ["", #","pinned":true"#])
    func `an answer given again is the answer that was given, and nobody is asked for it`(wish: String) async throws {
        let store = CountingStore(try await Fixture.store())
        try await Self.run(store) { server in
            for suffix in ["png", "svg", "json", "pdf"] {
                let link = try await server.sign("/api/users/U001/monthly-trends.\(suffix)", wish)
                let first = try await server.get(link)
                let (reads, usage) = (store.purchaseReads, server.services.contents.usage)
                for path in [link, "\(link)?utm_source=mail"] {
                    let again = try await server.get(path)
                    #expect(again.status == 200 && again.body == first.body)
                    #expect(again.comparableFields == first.comparableFields)
                    #expect(try await server.send("GET", path, headers: ["If-None-Match": first["ETag"] ?? ""]).status == 304)
                }
                #expect(store.purchaseReads == reads)
                #expect(server.services.contents.usage == usage)
            }
        }
    }

    @Test func `a link that is withdrawn works no more at once, and neither does one that has expired`() async throws {
        let clock = TestClock()
        try await Self.run(try await Fixture.store(), clock: clock) { server in
            let (one, other) = (
                try await server.sign("/api/users/U001/metrics.txt", #","expires":"1d""#),
                try await server.sign("/api/users/U005/metrics.txt", #","expires":"1d""#)
            )
            for link in [one, other, one, other] { #expect(try await server.get(link).status == 200) }
            #expect(try await server.send("DELETE", "/api/users/U001/signatures").status == 200)
            #expect(try await server.get(one).status == 410)
            #expect(try await server.get(other).status == 200)
            clock.now += 86_400
            #expect(try await server.get(other).status == 410)
        }
    }

    @Test func `how long others may keep an answer is told by the time that is left`() async throws {
        let clock = TestClock()
        try await Self.run(try await Fixture.store(), clock: clock) { server in
            let start = clock.now
            let link = try await server.sign("/api/users/U001/metrics.txt", #","expires":"1d","pinned":true"#)
            for left in [86_400, 80_000, 10] as [Int64] {
                clock.now = start + 86_400 - left
                for _ in 0..<2 {
                    let reply = try await server.get(link)
                    #expect(reply["Cache-Control"] == "public, max-age=\(left), immutable")
                }
            }
        }
    }

    @Test func `new purchases are in the next answer of a live link, and not in that of a pinned one`() async throws {
        let store = CachingPurchaseStore(try await Fixture.store(), revisionLifetime: .seconds(3_600))
        try await TestServer.run(store, linkStateLifetime: .seconds(3_600)) { server in
            let links = [
                try await server.sign("/api/users/U001/metrics.json"),
                try await server.sign("/api/users/U001/metrics.json", #","pinned":true"#),
            ]
            var before: [HTTPReply] = []
            for link in links + links { before.append(try await server.get(link)) }
            let day = CalendarDate(year: 2100, month: 1, day: 1)!
            try await Fixture.add([Fixture.purchase("U001", "9", day, "Tea", "Drinks", 100, quantity: 1)], to: store)
            let after = try await (server.get(links[0]), server.get(links[1]))
            #expect(after.0.body != before[0].body && after.0["ETag"] != before[0]["ETag"])
            #expect(after.1.body == before[1].body && after.1["ETag"] == before[1]["ETag"])
        }
    }

    @Test func `a picture of the API and of a link to it is drawn once`() async throws {
        try await Self.run(try await Fixture.store()) { server in
            let path = "/api/users/U001/monthly-trends.png"
            let picture = try await server.get(path)
            let misses = server.services.contents.usage.missCount
            let link = try await server.sign(path)
            #expect(try await server.get(link).body == picture.body)
            #expect(server.services.contents.usage.missCount == misses)
        }
    }

    @Test func `purchases that come between the look and the read are told under their own version`() async throws {
        let base = try await Fixture.store()
        let day = CalendarDate(year: 2024, month: 7, day: 1)!
        for (path, wish) in [("/api/users/U001/metrics.json", nil), ("/api/users/U001/metrics.json", "")] as [(String, String?)] {
            let order = wish == nil ? "A" : "B"
            let store = HookedStore(base) { user in
                guard user.rawValue == "U001" else { return }
                try? await Fixture.add([Fixture.purchase("U001", order, day, "Ink", "Desk", 100, quantity: 1)], to: base)
            }
            try await TestServer.run(store) { server in
                let address = if let wish { try await server.sign(path, wish) } else { path }
                let meanwhile = try await server.get(address)
                let after = try await server.get(address)
                #expect(meanwhile.status == 200)
                #expect(meanwhile["ETag"] == after["ETag"])
                #expect(meanwhile.body == after.body)
            }
        }
    }
}
