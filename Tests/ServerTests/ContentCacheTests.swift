import NIOCore
import Storage
import Testing

@testable import Server

@Suite struct ContentCacheTests {
    private func key(_ path: String) -> ContentCache.Key {
        ContentCache.Key(path: path, revision: Revision(rawValue: 1), identity: ["build"], representation: .png)
    }

    private func entry(_ body: ByteBuffer) -> ContentCache.Entry {
        ContentCache.Entry(body: body, revision: Revision(rawValue: 1), version: Revision(rawValue: 1))
    }

    @Test func `what is kept is found by all that decides it`() {
        let cache = ContentCache(capacity: 10_000)
        cache.keep(entry(ByteBuffer(string: "picture")), for: key("/a"))
        #expect(cache.entry(for: key("/a")).map { String(buffer: $0.body) } == "picture")
        #expect(cache.entry(for: key("/b")) == nil)
        for change in [{ $0.revision = Revision(rawValue: 2) }, { $0.coding = .gzip }] as [(inout ContentCache.Key) -> Void] {
            var other = key("/a")
            change(&other)
            #expect(cache.entry(for: other) == nil)
        }
    }

    @Test func `the bound holds, and what was not used for the longest time goes first`() {
        let cache = ContentCache(capacity: 10_000)
        for index in 0..<100 {
            cache.keep(entry(ByteBuffer(repeating: 0, count: 1_000)), for: key("/\(index)"))
            #expect(cache.usage.byteCount <= 10_000)
            _ = cache.entry(for: key("/0"))
        }
        #expect(cache.entry(for: key("/0")) != nil)
        #expect(cache.entry(for: key("/99")) != nil)
        #expect(cache.entry(for: key("/50")) == nil)
        cache.keep(entry(ByteBuffer(repeating: 0, count: 20_000)), for: key("/large"))
        #expect(cache.entry(for: key("/large")) == nil)
    }

    @Test func `content is kept under the version that it was made of`() async throws {
        let cache = ContentCache(capacity: 10_000)
        let made = try await cache.entry(for: key("/a"), at: Revision(rawValue: 1)) {
            ContentCache.Entry(body: ByteBuffer(string: "new"), revision: Revision(rawValue: 2), version: Revision(rawValue: 2))
        }
        #expect(made.version == Revision(rawValue: 2))
        #expect(cache.entry(for: key("/a")) == nil)
        var later = key("/a")
        later.revision = Revision(rawValue: 2)
        #expect(cache.entry(for: later).map { String(buffer: $0.body) } == "new")
    }

    @Test func `what 150 clients ask for at once is drawn once, though some of them leave`() async throws {
        try await TestServer.run(configure: { ($0.renderingSlotCount, $0.waitingLimit) = (1, 1) }) { server in
            let gate = Gate()
            let held = Task { try await server.slots.run { gate.wait() } }
            await gate.entered()
            let path = "/api/users/U001/report.pdf?title=new"
            // The one who asks first, and for whom it would be made, leaves first.
            let leaving = Gate()
            let leaver = Task {
                try await Connection.open(port: server.port) { connection in
                    try await connection.send("GET \(path) HTTP/1.1\r\nHost: localhost\r\n\r\n")
                    await leaving.opened()
                }
            }
            try await until { server.slots.waitingCount == 1 }
            let clients = (0..<150).map { _ in Task { try await server.get(path) } }
            try await until { server.services.contents.waitingCount == 151 }
            leaving.open()
            try await leaver.value
            try await until { server.services.contents.waitingCount == 150 }
            gate.open()
            try await held.value
            var bodies: Set<[UInt8]> = []
            for client in clients {
                let reply = try await client.value
                #expect(reply.status == 200)
                bodies.insert(reply.body)
            }
            #expect(bodies.count == 1)
            #expect(server.services.contents.usage.missCount == 1)
        }
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
