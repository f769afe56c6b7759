import Access
import Purchases
import Storage
import Testing

@testable import Server

/// What caches that many use may keep.
@Suite struct SharedPictureTests {
    private static let live = "max-age=60, stale-while-revalidate=300"
    /// Pages, lists, what was made for somebody, and pictures whose address may be that of a list as well.
    private static let others = [
        "/", "/users/U001", "/users/U001/top-items", "/api/users", "/api/users/U001/metrics.json", "/api/users/U001/metrics.csv",
        "/api/users/U001/purchases.json", "/api/users/U001/top-items", "/api/users/U001/bucket-list", "/api/users/U001/subscriptions",
        "/api/users/U001/report.pdf", "/api/users/U001/report.eml", "/api/users/U001/reminders.ics",
    ]

    @Test func `pictures that follow the data are everybody's where that is wished, and nothing else is`() async throws {
        for isShared in [false, true] {
            try await TestServer.run(configure: { $0.sharesLivePictures = isShared }) { server in
                for path in ["/api/users/U001/top-items.png", "/api/users/U001/monthly-trends.svg?month=2024-03"] {
                    let expected = "\(isShared ? "public" : "private"), \(Self.live)"
                    // Made, kept, and not changed.
                    let first = try await server.get(path)
                    #expect(first["Cache-Control"] == expected)
                    #expect(try await server.get(path)["Cache-Control"] == expected)
                    let unchanged = try await server.send("GET", path, headers: ["If-None-Match": try #require(first["ETag"])])
                    #expect(unchanged.status == 304 && unchanged["Cache-Control"] == expected)
                }
                for path in Self.others {
                    for _ in 0..<2 {
                        let reply = try await server.send("GET", path, headers: ["Accept": "*/*"])
                        #expect(reply["Cache-Control"]?.contains("public") != true, "\(path): \(reply["Cache-Control"] ?? "")")
                    }
                }
                // A picture that is refused is no picture.
                let refused = try await server.get("/api/users/U001/top-items.png?limit=x")
                #expect(refused.status == 400 && refused["Cache-Control"]?.contains("public") != true)
            }
        }
    }

    @Test func `a picture that is given for a key is for whom it was given`() async throws {
        let store = InMemoryAccessStore()
        var generator = SystemRandomNumberGenerator()
        let time = Timestamp(1_700_000_000)
        let (key, text) = APIKey.make(name: "shop", scopes: [try Scope("read")], expiry: nil, at: time, using: &generator)
        await store.addKey(key)
        let access = AccessControl(settings: .init(mode: .keys, hosts: .ownMachine), store: store) { time }
        try await TestServer.run(access: access, configure: { $0.sharesLivePictures = true }) { server in
            for _ in 0..<2 {
                let reply = try await server.send(
                    "GET", "/api/users/U001/top-items.png", headers: ["Authorization": "Bearer \(text)"])
                #expect(reply.status == 200 && reply["Cache-Control"] == "private, \(Self.live)")
            }
        }
    }
}
