import Access
import Purchases
import Reports
import Signing
import Storage
import Testing

@testable import Server

/// Links that need no login.
@Suite(.timeLimit(.minutes(10))) struct LinkTests {
    private static let day: Int64 = 86_400

    @Test func `a link shows what the API shows, for every insight and in every representation`() async throws {
        try await TestServer.run { server in
            for insight in Insight.allCases {
                for representation in Representation.ofInsights {
                    let path = "/api/users/U001/\(insight.name).\(representation.rawValue)"
                    let fields = Fixture.requiredFields(of: insight)
                    let link = try await server.sign("\(path)?theme=dark&width=300\(fields)")
                    let (reply, original) = (try await server.get(link), try await server.get("\(path)?width=300&theme=dark\(fields)"))
                    #expect(reply.status == 200)
                    #expect(reply.body == original.body, "\(path)")
                    #expect(reply["Content-Type"] == original["Content-Type"])
                    #expect(reply["Cache-Control"] == "public, max-age=300")
                }
            }
        }
    }

    @Test func `the answer to a signature is the link, its id and when it expires`() async throws {
        try await TestServer.run { server in
            let body = #"{"path":"/api/users/U001/metrics.png","expires":"2024-04-01T00:00:00Z"}"#
            let reply = try await server.send("POST", "/api/signatures", body: body)
            #expect(reply.status == 201)
            let json = try reply.json()
            #expect(Set(json.keys) == ["url", "expires", "id"])
            #expect(json["expires"] as? String == "2024-04-01T00:00:00Z")
            #expect(try #require(json["url"] as? String).hasSuffix("/metrics.png"))
            #expect(try await server.send("POST", "/api/signatures", body: body).body == reply.body)
        }
    }

    @Test(arguments: [
        (#"{}"#, "/path"), (#"{"path":"/api/users/U001/metric.png"}"#, "/path"), (#"{"path":"/livez"}"#, "/path"),
        (#"{"path":"/api/users/U001/metrics.gif"}"#, "/path"), (#"{"path":"/api/users/U001/metrics.png?width=1"}"#, "/path"),
        (#"{"path":"/api/users/U001/metrics.png","expires":"soon"}"#, "/expires"),
        (#"{"path":"/api/users/U001/metrics.png","expires":"2024-01-01"}"#, "/expires"),
        (#"{"path":"/api/users/U001/metrics.png","expires":"2000d"}"#, "/expires"),
        (#"{"path":"/api/users/U001/metrics.png","disclosure":"none"}"#, "/disclosure"),
        (#"{"path":"/api/users/U001/bucket-list","pinned":true}"#, "/pinned"),
        (#"{"path":"/api/users/U001/metrics","expire":"1d"}"#, "/expire"),
    ])
    func `a wish that cannot be granted is told by its part`(body: String, pointer: String) async throws {
        try await TestServer.run { server in
            let reply = try await server.send("POST", "/api/signatures", body: body)
            #expect(reply.status == 422)
            #expect((try reply.json()["errors"] as? [[String: String]])?.first?["pointer"] == pointer)
        }
    }

    @Test func `no link is made for a shopper whom nobody knows`() async throws {
        try await TestServer.run { server in
            let reply = try await server.send("POST", "/api/signatures", body: #"{"path":"/api/users/nobody/metrics.png"}"#)
            #expect(reply.status == 404)
        }
    }

    @Test func `what mail programs do to a link does not hurt it`() async throws {
        let settings = AccessControl.Settings(mode: .open, hosts: try HostRules(["charts.example.org"]))
        try await TestServer.run(access: AccessControl(settings: settings, store: InMemoryAccessStore()) { Timestamp(0) }) { server in
            let link = try await server.sign("/api/users/U001/metrics.txt")
            let wanted = try await server.get(link).body
            let encoded = link.replacing("-", with: "%2D").replacing("_", with: "%5f").replacing("v1.", with: "v1%2E")
            let behind = [
                ".", "%2E", "?utm_source=mail&width=2000", "?", "%20", "%20.", ")", ".)", ",", "%3E", "%22", "&amp;utm_source=mail",
                "%E2%80%8B",
            ]
            for mangled in [encoded] + behind.map({ link + $0 }) {
                let reply = try await server.get(mangled)
                #expect(reply.status == 200, "\(mangled)")
                #expect(reply.body == wanted)
            }
            let reply = try await Connection.open(port: server.port) { connection in
                try await connection.send("GET \(link) HTTP/1.1\r\nHost: CHARTS.EXAMPLE.ORG.\r\n\r\n")
                return try await connection.response()
            }
            #expect(reply.body == wanted)
        }
    }

    @Test func `a forged link is 403 and does not say why`() async throws {
        try await TestServer.run { server in
            let link = try await server.sign("/api/users/U001/metrics.json")
            let replies = [
                try await server.get(link.replacing("metrics.json", with: "metrics.csv")),
                try await server.get(link.replacing("v1.test", with: "v1.tesu")), try await server.get("/s/v1.a.b.c/metrics.json"),
                try await server.get("/s/x/metrics.json"), try await server.get("/s/v1.test../metrics.json"),
            ]
            for reply in replies {
                #expect(reply.status == 403)
                #expect(reply.body == replies[0].body)
            }
        }
    }

    @Test func `a link for one extension is for no other, whatever is put behind it`() async throws {
        try await TestServer.run { server in
            for (path, others) in [("metrics.png", ["json", "csv", "pdf"]), ("report.png", ["pdf", "html", "eml"])] {
                let link = try await server.sign("/api/users/U001/\(path)")
                for other in others {
                    #expect(try await server.get("\(link).\(other)").status == 403, "\(path).\(other)")
                }
            }
        }
    }

    @Test func `forged links of all looks are one picture, which is drawn once`() async throws {
        try await TestServer.run { server in
            let first = try await server.get("/s/v1.a.b.c/metrics.png")
            let misses = server.services.contents.usage.missCount
            for number in 1...20 {
                let reply = try await server.get("/s/v1.a.b.\(number)/top-items.png?width=\(100 + number)&theme=dark")
                #expect(reply.status == 403 && reply.body == first.body)
            }
            #expect(server.services.contents.usage.missCount == misses)
        }
    }

    @Test func `a link without an extension is good for all representations, one with it for that one`() async throws {
        try await TestServer.run { server in
            let link = try await server.sign("/api/users/U001/metrics")
            for suffix in ["", ".json", ".png", ".csv"] { #expect(try await server.get(link + suffix).status == 200) }
            let one = try await server.get(try await server.sign("/api/users/U001/metrics.csv"))
            #expect(one.link("alternate") == nil)
        }
    }

    @Test func `an expired link is a picture for mail and 410 for programs`() async throws {
        let clock = TestClock()
        try await TestServer.run(clock: clock) { server in
            let link = try await server.sign("/api/users/U001/metrics.png?width=300&height=200&scale=2", #","expires":"1d""#)
            clock.now += Self.day - 100
            #expect(try await server.get(link)["Cache-Control"] == "public, max-age=100")
            clock.now += 100
            let picture = try await server.get(link, accept: "image/avif,image/webp,*/*;q=0.8")
            #expect(picture.status == 200)
            #expect(picture.pngSize == [600, 400])
            #expect(picture["Cache-Control"] == "no-store")
            for accept in [nil, "*/*", "application/json", "application/problem+json"] {
                let reply = try await server.get(link, accept: accept)
                #expect(reply.status == 410)
                #expect(reply["Content-Type"] == "application/problem+json")
            }
        }
    }

    @Test func `a link that no longer works says so in its own language, a broken one in the browser's`() async throws {
        let clock = TestClock()
        try await TestServer.run(clock: clock) { server in
            let path = "/api/users/U001/metrics.svg?text=live&locale=de-DE"
            let link = try await server.sign(path, #","expires":"1d""#)
            let id = try #require(
                try await server.send("POST", "/api/signatures", body: #"{"path":"\#(path)","expires":"1d"}"#).json()["id"] as? String)
            #expect(try await server.send("DELETE", "/api/users/U001/signatures/\(id)").status == 200)
            let withdrawn = try await server.get(link, accept: "image/*")
            #expect(withdrawn.status == 200 && withdrawn.text.contains("Dieser Link gilt nicht mehr"))
            let other = try await server.sign("/api/users/U001/metrics.svg?text=live&locale=fr", #","expires":"1d""#)
            clock.now += Self.day
            #expect(try await server.get(other, accept: "image/*").text.contains("Ce lien n’est plus valable"))
            let headers = ["Accept": "image/*", "Accept-Language": "es-MX, en;q=0.5"]
            let forged = try await server.send("GET", "/s/v1.a.b.c/metrics.svg", headers: headers)
            // Outlines have no words, but a description has.
            #expect(forged.status == 403 && forged.text.contains("Este enlace no funciona"))
            #expect(forged["Vary"]?.contains("Accept-Language") == true)
        }
    }

    @Test func `one link is withdrawn, or all of a shopper's`() async throws {
        try await TestServer.run { server in
            let (one, two) = (try await server.sign("/api/users/U001/metrics.txt"), try await server.sign("/api/users/U001/top-items.txt"))
            let other = try await server.sign("/api/users/U005/metrics.txt")
            let body = #"{"path":"/api/users/U001/metrics.txt"}"#
            let id = try #require(try await server.send("POST", "/api/signatures", body: body).json()["id"] as? String)
            #expect(try await server.send("DELETE", "/api/users/U001/signatures/\(id)").status == 200)
            #expect(try await server.get(one).status == 410)
            #expect(try await server.get(two).status == 200)
            #expect(try await server.send("DELETE", "/api/users/U001/signatures").status == 200)
            #expect(try await server.get(two).status == 410)
            #expect(try await server.get(other).status == 200)
            #expect(try await server.get(try await server.sign("/api/users/U001/top-items.txt")).status == 200)
        }
    }

    @Test func `what never was a link of the shopper is not withdrawn, and what was one is by its address as well`() async throws {
        let links = InMemoryLinkStore()
        try await TestServer.run(links: links) { server in
            let link = try await server.sign("/api/users/U005/metrics.txt")
            let id = try #require(
                try await server.send("POST", "/api/signatures", body: #"{"path":"/api/users/U005/metrics.txt"}"#).json()["id"] as? String)
            // The middle of the code, as releases before this one gave it: it may be anybody's.
            let bare = String(id.prefix(16))
            let changed = String(id.dropLast()) + (id.last == "A" ? "B" : "A")
            let never = ["nonsense", bare, changed, "v1.a.b.c/metrics.txt", String(repeating: "x", count: 24), "%00"]
            for text in never {
                let reply = try await server.send("DELETE", "/api/users/U005/signatures/\(text)")
                #expect(reply.status == 404, "\(text)")
            }
            // Another shopper's link is none of this one's.
            let address = String(link.dropFirst("/s/".count))
            for text in [id, address] {
                #expect(try await server.send("DELETE", "/api/users/U001/signatures/\(text)").status == 404)
            }
            #expect(try await server.get(link).status == 200)
            #expect(try await server.send("DELETE", "/api/users/U005/signatures/\(address)").status == 200)
            #expect(try await server.get(link).status == 410)
            // Saying so once more does no harm.
            #expect(try await server.send("DELETE", "/api/users/U005/signatures/\(id)").status == 200)
        }
    }

    @Test func `a pinned link stays as it was while purchases come, and caches may keep it`() async throws {
        let (store, clock) = (try await Fixture.store(), TestClock())
        try await TestServer.run(store, clock: clock) { server in
            let path = "/api/users/U001/metrics.json"
            let (pinned, live) = (
                try await server.sign(path, #","expires":"800d","pinned":true"#), try await server.sign(path, #","expires":"800d""#)
            )
            let picture = try await server.sign("/api/users/U001/metrics.png", #","expires":"800d","pinned":true"#)
            let pictureBefore = try await server.get(picture)
            let before = try await server.get(pinned)
            #expect(before["Cache-Control"] == "public, max-age=31536000, immutable")
            let liveBefore = try await server.get(live)
            clock.now += 700 * Self.day
            let later = CalendarDate(year: 2024, month: 5, day: 1)!
            try await Fixture.add([Fixture.purchase("U001", "9000", later, "Rice", "Pantry", 500, quantity: 1)], to: store)
            let after = try await server.get(pinned)
            #expect(after.body == before.body)
            #expect(try await server.get(picture).body == pictureBefore.body)
            #expect(after["ETag"] == before["ETag"])
            #expect(after["Cache-Control"] == "public, max-age=\(100 * Self.day), immutable")
            #expect(try await server.get(live).body != liveBefore.body)
            // Who corrects the past is shown the correction, and nobody is told that it will stay.
            let earlier = CalendarDate(year: 2024, month: 1, day: 1)!
            try await Fixture.add([Fixture.purchase("U001", "1000", earlier, "Rice", "Pantry", 500, quantity: 1)], to: store)
            let corrected = try await server.get(pinned)
            #expect(corrected.body != before.body)
            #expect(corrected["Cache-Control"] == "public, max-age=300")
        }
    }

    @Test func `a link has room for all that may be asked for, or is not made`() async throws {
        let store = try await Fixture.store()
        func path(_ count: Int, _ length: Int) -> String {
            let name = String(repeating: "%D1%8F", count: length)
            return "/api/users/U001/metrics.txt?" + (0..<count).map { "category=\(name)\($0)" }.joined(separator: "&")
        }
        try await TestServer.run(store) { server in
            let longest = path(50, 11)
            #expect((3_700...4_000).contains(longest.utf8.count))
            let link = try await server.sign(longest)
            #expect(try await server.get(link).status == 200)
        }
        let signer = LinkSigner(keys: try KeyRing(parsing: "test:a secret of many bytes"), store: store, links: InMemoryLinkStore()) { 0 }
        await #expect(throws: LinkRefusal.self) { try await signer.link(for: LinkWish(path: path(50, 30))) }
    }

    @Test func `keys change without breaking what was sent`() async throws {
        let old = "old:the first secret of all"
        var links: [String] = []
        try await TestServer.run(keys: old) { server in links.append(try await server.sign("/api/users/U001/metrics.txt")) }
        let sent = links[0]
        try await TestServer.run(keys: "new:the second secret,\(old)") { server in
            let reply = try await server.get(sent)
            #expect(reply.status == 200)
            #expect(try await server.sign("/api/users/U001/metrics.txt").contains("/v1.new."))
        }
        try await TestServer.run(keys: "new:the second secret") { server in
            let reply = try await server.get(sent)
            #expect(reply.status == 403)
        }
    }

    @Test func `a log does not open what a link opens`() async throws {
        let log = LogLines()
        try await TestServer.run(logger: log.logger) { server in
            let link = try await server.sign("/api/users/U001/metrics.txt")
            #expect(try await server.get(link).status == 200)
            #expect(log.lines.contains { $0.contains("path=/s/…/metrics.txt") })
            #expect(!log.lines.contains { $0.contains("v1.test") })
        }
    }
}

extension TestServer {
    /// Returns the path of a link to a path of the API.
    ///
    /// - Parameter wishes: further members of the body.
    func sign(_ path: String, _ wishes: String = "") async throws -> String {
        let reply = try await send("POST", "/api/signatures", body: "{\"path\":\"\(path)\"\(wishes)}")
        return try #require(try reply.json()["url"] as? String, "\(reply.text)")
    }
}
