import NIOCore
import Storage
import Testing

@testable import Server

@Suite struct ContentCacheTests {
    private func key(_ path: String) -> ContentCache.Key {
        ContentCache.Key(path: path, revision: Revision(rawValue: 1), identity: ["build"], representation: .png)
    }

    @Test func `what is kept is found by all that decides it`() {
        let cache = ContentCache(capacity: 10_000)
        cache.keep(ByteBuffer(string: "picture"), for: key("/a"))
        #expect(cache.content(for: key("/a")).map { String(buffer: $0) } == "picture")
        #expect(cache.content(for: key("/b")) == nil)
        var other = key("/a")
        other.revision = Revision(rawValue: 2)
        #expect(cache.content(for: other) == nil)
    }

    @Test func `the bound holds, and what was not used for the longest time goes first`() {
        let cache = ContentCache(capacity: 10_000)
        for index in 0..<100 {
            cache.keep(ByteBuffer(repeating: 0, count: 1_000), for: key("/\(index)"))
            #expect(cache.cost <= 10_000)
            _ = cache.content(for: key("/0"))
        }
        #expect(cache.content(for: key("/0")) != nil)
        #expect(cache.content(for: key("/99")) != nil)
        #expect(cache.content(for: key("/50")) == nil)
        cache.keep(ByteBuffer(repeating: 0, count: 20_000), for: key("/large"))
        #expect(cache.content(for: key("/large")) == nil)
    }

    @Test func `a picture that is asked for again is not made again, and is the same`() async throws {
        let store = CountingStore(try await Fixture.store())
        try await TestServer.run(store) { server in
            let path = "/api/users/U001/spending-summary.png"
            let first = try await server.get(path)
            let reads = store.purchaseReads
            let second = try await server.get("\(path)?width=800")
            #expect(second.status == 200)
            #expect(second.body == first.body)
            #expect(store.purchaseReads == reads)
            #expect(try await server.get("\(path)?width=600").body != first.body)
            #expect(store.purchaseReads > reads)
        }
    }
}
