import Purchases
import Storage
import Testing

@testable import Server

/// Entity tags, conditional requests and HEAD.
@Suite struct CachingTests {
    static let paths = Fixture.insightPaths + ["/api/users", "/api/categories", "/api/users/U001/purchases"]

    @Test(arguments: paths)
    func `the same request has the same strong tag and the same bytes, and others have another`(path: String) async throws {
        try await TestServer.run { server in
            let first = try await server.get("\(path).json")
            let second = try await server.get("\(path).json")
            let tag = try #require(first["ETag"])
            #expect(tag.hasPrefix("\"") && tag.hasSuffix("\""))
            #expect(second["ETag"] == tag)
            #expect(first.body == second.body)
            #expect(try await server.get("\(path).csv")["ETag"] != tag)
            // The path without an extension is another address of the same bytes.
            #expect(try await server.get(path)["ETag"] == tag)
        }
    }

    @Test func `a tag follows the meaning of the query and not its spelling`() async throws {
        try await TestServer.run { server in
            let path = "/api/users/U001/top-items.svg"
            let tag = try await server.get("\(path)?limit=10&category=b&category=a")["ETag"]
            #expect(try await server.get("\(path)?category=a&category=b&by=count")["ETag"] == tag)
            #expect(try await server.get("\(path)?category=a&category=b&by=spend")["ETag"] != tag)
            #expect(try await server.get("\(path)?category=a")["ETag"] != tag)
        }
    }

    @Test func `a tag changes with the build and with the shopper's purchases, and not with another's`() async throws {
        let path = "/api/users/U001/metrics.txt"
        let store = try await Fixture.store()
        var tags: [String?] = []
        for build in ["one", "two"] {
            try await TestServer.run(store, configure: { $0.build = build }) { server in
                tags.append(try await server.get(path)["ETag"])
            }
        }
        try await TestServer.run(store, configure: { $0.build = "two" }) { server in
            let day = Month(year: 2025, month: 1)!.firstDay
            try await Fixture.add([Fixture.purchase("U004", "9", day, "Tea", "Drinks", 100, quantity: 1)], to: store)
            tags.append(try await server.get(path)["ETag"])
            try await Fixture.add([Fixture.purchase("U001", "9", day, "Tea", "Drinks", 100, quantity: 1)], to: store)
            tags.append(try await server.get(path)["ETag"])
        }
        #expect(tags[0] != tags[1])
        #expect(tags[1] == tags[2])
        #expect(tags[2] != tags[3])
    }

    @Test(arguments: paths)
    func `a known tag is answered 304 with the header of the answer and no body`(path: String) async throws {
        try await TestServer.run { server in
            let full = try await server.get(path)
            let tag = try #require(full["ETag"])
            for named in [tag, "W/\(tag)", "*", "\"a,b\", \(tag)", "\"x\",W/\(tag) , \"y\""] {
                let reply = try await server.send("GET", path, headers: ["If-None-Match": named])
                #expect(reply.status == 304, "\(named)")
                #expect(reply.body.isEmpty)
                for name in ["ETag", "Cache-Control", "Vary", "Link"] { #expect(reply[name] == full[name], "\(name)") }
            }
            for other in ["\"other\"", tag.replacing("\"", with: ""), "", "\"\""] {
                #expect(try await server.send("GET", path, headers: ["If-None-Match": other]).status == 200, "\(other)")
            }
        }
    }

    @Test func `HEAD says what GET says, and the connection goes on`() async throws {
        try await TestServer.run { server in
            let problems = ["/nothing", "/api/users/nobody/metrics.png", "/api/users/U001/metrics?width=1"]
            for path in Self.paths + Fixture.insightPaths.map({ "\($0).png" }) + ["/health", "/livez", "/readyz"] + problems {
                let replies = try await Connection.open(port: server.port) { connection in
                    var replies: [HTTPReply] = []
                    for method in ["HEAD", "GET", "HEAD", "GET"] {
                        try await connection.send("\(method) \(path) HTTP/1.1\r\nHost: localhost\r\n\r\n")
                        replies.append(try await connection.response(hasBody: method == "GET"))
                    }
                    return replies
                }
                #expect(replies.map(\.status) == Array(repeating: replies[1].status, count: 4))
                #expect(replies[0].comparableFields == replies[1].comparableFields, "\(path)")
                #expect(replies[1].body == replies[3].body)
            }
        }
    }

    @Test func `HEAD and 304 ask the store for nothing but the revision`() async throws {
        let store = CountingStore(try await Fixture.store())
        try await TestServer.run(store) { server in
            let path = "/api/users/U001/monthly-trends.pdf"
            let tag = try #require(try await server.send("HEAD", path)["ETag"])
            #expect(try await server.send("GET", path, headers: ["If-None-Match": tag]).status == 304)
            #expect(store.purchaseReads == 0)
            #expect(try await server.get(path).status == 200)
            #expect(store.purchaseReads == 1)
        }
    }
}
