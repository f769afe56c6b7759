import Testing

@testable import Server

/// Users, categories and purchases, page by page; the health of the process.
@Suite struct ListTests {
    /// Follows the links to the next page to the end.
    private func pages(_ server: TestServer, _ path: String) async throws -> [HTTPReply] {
        var (pages, next): ([HTTPReply], String?) = ([], path)
        while let address = next, pages.count < 100 {
            let page = try await server.get(address)
            pages.append(page)
            next = page.link("next")
        }
        return pages
    }

    @Test(arguments: 1...8) func `pages of users make up the list, without a gap or a double`(limit: Int) async throws {
        try await TestServer.run { server in
            let pages = try await pages(server, "/api/users?limit=\(limit)")
            let users = try pages.flatMap { try #require($0.json()["users"] as? [String]) }
            #expect(users == ["U 001", "U/002", "U001", "U004", "U005", "x.json", "Ü003"])
            #expect(pages.count == (7 + limit - 1) / limit)
        }
    }

    @Test func `users are found by a part of their id`() async throws {
        try await TestServer.run { server in
            let found = try await server.get("/api/users?q=00").json()["users"] as? [String]
            #expect(found == ["U 001", "U/002", "U001", "U004", "U005", "Ü003"])
            #expect(try await server.get("/api/users?q=u005").json()["users"] as? [String] == ["U005"])
            #expect(try await server.get("/api/users.csv?limit=2").text == "user_id\r\nU 001\r\nU/002\r\n")
            #expect(try await server.get("/api/users?limit=1001").status == 400)
        }
    }

    @Test func `an id reaches its shopper however it has to be encoded`() async throws {
        try await TestServer.run { server in
            for (encoded, id) in [
                ("U%20001", "U 001"), ("U%2F002", "U/002"), ("%C3%9C003", "Ü003"), ("x.json", "x.json"), ("%55001", "U001"),
            ] {
                let reply = try await server.get("/api/users/\(encoded)/metrics.json")
                #expect(try reply.json()["user_id"] as? String == id)
                let sibling = try #require(reply.link("alternate", type: "image/png"))
                #expect(try await server.get(sibling)["Content-Type"] == "image/png")
                #expect(try await server.get("/api/users/\(encoded)/purchases").json()["user_id"] as? String == id)
            }
        }
    }

    @Test func `categories are listed by name`() async throws {
        try await TestServer.run { server in
            let reply = try await server.get("/api/categories")
            #expect(reply.text == "{\"categories\":[\"Bakery\",\"Dairy\",\"Drinks\",\"Produce\"]}\n")
        }
    }

    @Test(arguments: [1, 2, 3, 7, 29, 30, 31])
    func `pages of purchases make up the history, in every format`(limit: Int) async throws {
        try await TestServer.run { server in
            let whole = try #require(try await server.get("/api/users/U001/purchases").json()["purchases"] as? [[String: Any]])
            #expect(whole.count == 30)
            let pages = try await pages(server, "/api/users/U001/purchases?limit=\(limit)")
            let lines = try pages.flatMap { try #require($0.json()["purchases"] as? [[String: Any]]) }
            #expect(pages.count == (30 + limit - 1) / limit)
            #expect(lines.map { "\($0["order_id"]!) \($0["item_name"]!)" } == whole.map { "\($0["order_id"]!) \($0["item_name"]!)" })
            for page in pages { #expect(try page.json()["count"] as? Int == 30) }
            let tables = try await self.pages(server, "/api/users/U001/purchases.csv?limit=\(limit)")
            #expect(tables.flatMap { $0.text.split(separator: "\r\n").dropFirst() }.count == 30)
        }
    }

    @Test func `purchases are filtered, and keep their filter on the next page`() async throws {
        try await TestServer.run { server in
            let pages = try await pages(server, "/api/users/U001/purchases?category=Dairy&from=2024-02&limit=3")
            let lines = try pages.flatMap { try #require($0.json()["purchases"] as? [[String: Any]]) }
            #expect(lines.count == 8)
            #expect(lines.allSatisfy { $0["category"] as? String == "Dairy" })
            #expect(try pages[0].json()["count"] as? Int == 8)
        }
    }

    @Test(arguments: ["x", "2024-01-01", "2024-01-01.0.5", "2024-02-30.1.5", "2024-01-01.-1.5"])
    func `a cursor that is none is refused`(cursor: String) async throws {
        try await TestServer.run { server in
            let reply = try await server.get("/api/users/U001/purchases?cursor=\(cursor)")
            #expect(reply.status == 400)
        }
    }

    @Test func `health is told to machines and to people`() async throws {
        try await TestServer.run { server in
            #expect(try await server.get("/livez").text == "{\"status\":\"ok\"}\n")
            #expect(try await server.get("/readyz").text == "{\"status\":\"ok\",\"checks\":{\"store\":\"ok\",\"rendering\":\"ok\"}}\n")
            #expect(try await server.get("/health").json()["build"] as? String == "test")
            let verbose = try await server.get("/readyz?verbose")
            #expect(verbose["Content-Type"] == "text/plain; charset=utf-8")
            #expect(verbose.text == "[+] store ok\n[+] rendering ok\nbuild test\nreadyz passed\n")
        }
    }
}
