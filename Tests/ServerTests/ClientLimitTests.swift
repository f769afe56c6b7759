import Access
import HTTPTypes
import Purchases
import Storage
import Testing

@testable import Server

/// What one client may use, and what pages of other sites may read.
@Suite(.timeLimit(.minutes(10))) struct ClientLimitTests {
    private static func access(
        _ mode: AccessMode = .open, rate: RatePolicy? = nil, origins: [String] = [], store: any AccessStore = InMemoryAccessStore()
    ) throws -> AccessControl {
        var settings = AccessControl.Settings(mode: mode, hosts: .ownMachine)
        settings.rate = rate
        settings.origins = try CrossOriginRules(origins)
        // Proxies of this machine are believed, so that a test can come from many addresses.
        settings.proxies = TrustedProxies([try #require(AddressRange("127.0.0.0/8"))])
        return AccessControl(settings: settings, store: store) { Timestamp(1_700_000_000) }
    }

    private static func remaining(_ reply: HTTPReply) throws -> Int {
        let field = try #require(reply["RateLimit"])
        #expect(field.hasPrefix("\"default\";r="))
        return try #require(Int(field.dropFirst("\"default\";r=".count).prefix { $0 != ";" }))
    }

    @Test func `an answer says what is left, and what was made costs more than what was there`() async throws {
        // So slow that nothing comes back during the test.
        try await TestServer.run(access: try Self.access(rate: RatePolicy(quota: 1_000, window: 1_000_000))) { server in
            let page = "/api/users/U001/metrics.json"
            let first = try await server.get(page)
            #expect(first["RateLimit-Policy"] == "\"default\";q=1000;w=1000000")
            #expect(try Self.remaining(first) == 999)
            // A tenth each, by the short way and by the long one.
            for _ in 0..<9 { _ = try await server.get(page) }
            #expect(try Self.remaining(await server.get(page)) == 998)
            // Two megapixels, and one for the request.
            #expect(try Self.remaining(await server.get("/api/users/U001/metrics.png?width=1000&height=500&scale=2")) == 995)
            #expect(try Self.remaining(await server.get("/api/users/U001/report.html")) == 990)
            let body = "a" + String(repeating: " ", count: 499_999)
            #expect(
                try Self.remaining(await server.send("POST", "/api/mail/lint", headers: ["Content-Type": "message/rfc822"], body: body))
                    <= 989)
            // Monitors ask for nothing.
            let left = try Self.remaining(await server.get("/livez"))
            #expect(try Self.remaining(await server.get("/readyz")) == left)
        }
    }

    @Test func `who asks for more is told when to come again, others are answered, and a picture says so in a picture`() async throws {
        try await TestServer.run(access: try Self.access(rate: RatePolicy(quota: 3, window: 300))) { server in
            func get(_ path: String, from address: String, _ headers: [String: String] = [:]) async throws -> HTTPReply {
                try await server.send("GET", path, headers: headers.merging(["X-Forwarded-For": address]) { $1 })
            }
            var replies: [HTTPReply] = []
            for number in 0..<5 { replies.append(try await get("/api/users/U001/metrics.json?title=\(number)", from: "192.0.2.7")) }
            #expect(replies.map(\.status) == [200, 200, 200, 429, 429])
            let refused = replies[4]
            #expect(refused["Content-Type"] == "application/problem+json")
            #expect(Int(refused["Retry-After"] ?? "").map { (1...300).contains($0) } == true)
            let picture = try await get("/api/users/U001/metrics.png?width=300&height=200", from: "192.0.2.7", ["Accept": "image/*"])
            #expect(picture.status == 429 && picture.pngSize == [300, 200])
            let page = try await get("/users/U001", from: "192.0.2.7", ["Accept": "text/html"])
            #expect(page.status == 429 && page.text.contains("<h1>Too many requests"))
            #expect(try await get("/api/users/U001/metrics.json", from: "192.0.2.8").status == 200)
            // A provider gives a household a /64, so one address of it is as good as another.
            for number in 0..<3 {
                #expect(try await get("/api/users/U001/metrics.json?title=v\(number)", from: "2001:db8::\(number + 1)").status == 200)
            }
            #expect(try await get("/api/users/U001/metrics.json?title=v9", from: "2001:db8::9").status == 429)
            #expect(try await get("/api/users/U001/metrics.json?title=w9", from: "2001:db8:0:1::9").status == 200)
            #expect(try await get("/livez", from: "192.0.2.7").status == 200)
        }
    }

    @Test func `pages of the named sites read figures, by whichever way they are answered, and no others do`() async throws {
        let shop = "https://shop.example.org"
        try await TestServer.run(access: try Self.access(origins: [shop])) { server in
            for _ in 0..<3 {
                for path in ["/api/users/U001/metrics.json", "/api/users/U001/metrics.png", "/api/users/U777/metrics.json"] {
                    let own = try await server.send("GET", path, headers: ["Origin": shop])
                    #expect(own["Access-Control-Allow-Origin"] == shop)
                    #expect(own["Access-Control-Expose-Headers"]?.contains("ETag, Link") == true)
                    #expect(own["Access-Control-Allow-Credentials"] == nil)
                    let other = try await server.send("GET", path, headers: ["Origin": "https://other.example.org"])
                    #expect(other["Access-Control-Allow-Origin"] == nil)
                    for reply in [own, other, try await server.get(path)] { #expect(reply["Vary"]?.contains("Origin") == true, "\(path)") }
                }
            }
            #expect(try await server.send("GET", "/users/U001", headers: ["Origin": shop])["Access-Control-Allow-Origin"] == nil)
            let asked = ["Origin": shop, "Access-Control-Request-Method": "GET", "Access-Control-Request-Headers": "authorization"]
            let preflight = try await server.send("OPTIONS", "/api/users/U001/metrics.json", headers: asked)
            #expect(preflight.status == 204 && preflight["Access-Control-Allow-Methods"] == "GET, HEAD")
            let others = asked.merging(["Origin": "https://other.example.org"]) { $1 }
            #expect(try await server.send("OPTIONS", "/api/users/U001/metrics.json", headers: others)["Access-Control-Allow-Origin"] == nil)
            // Writing is for pages of this server.
            let written = try await server.send(
                "POST", "/api/users/U001/bucket-list/items", headers: ["Origin": shop], body: #"{"item":"Tea"}"#)
            #expect(written.status == 403 && written["Access-Control-Allow-Origin"] == nil)
        }
    }
}
