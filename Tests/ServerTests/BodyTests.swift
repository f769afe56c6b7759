import Purchases
import Testing

@testable import Server

/// What a body may be, and what its sender is told.
@Suite(.timeLimit(.minutes(10))) struct BodyTests {
    private static let path = "/api/users/U001/bucket-list"

    @Test func `everything that is wrong with a body is told at once, with its place`() async throws {
        try await TestServer.run { server in
            let body = """
                {"bucket_list":[{"item":"","price":1.234},{"price":-1,"categroy":"x"},7,{"item":"ok","id":1},{"item":"ok","id":1,"checked":"no"},\
                {"item":"\(String(repeating: "a", count: 201))","price":1000000.01,"due_date":"2024-02-30"}],"version":-1,"item":1}
                """
            let reply = try await server.send("POST", Self.path, body: body)
            #expect(reply.status == 422)
            let errors = try #require(try reply.json()["errors"] as? [[String: String]])
            #expect(
                Set(errors.compactMap { $0["pointer"] }) == [
                    "/bucket_list/0/item", "/bucket_list/0/price", "/bucket_list/1/item", "/bucket_list/1/price", "/bucket_list/1/categroy",
                    "/bucket_list/2", "/bucket_list/4/id", "/bucket_list/4/checked", "/bucket_list/5/item", "/bucket_list/5/price",
                    "/bucket_list/5/due_date", "/version", "/item",
                ]
            )
            #expect(errors.first { $0["pointer"] == "/bucket_list/1/categroy" }?["detail"]?.contains("'category'") == true)
            #expect(try await server.get("\(Self.path).txt").text == "")
        }
    }

    @Test(arguments: [#"{}"#, #"[]"#, #""list""#, #"{"bucket_list":{}}"#, #"{"bucket_list":null}"#])
    func `a body that is something else is told what it has to be`(body: String) async throws {
        try await TestServer.run { server in
            let reply = try await server.send("POST", Self.path, body: body)
            #expect(reply.status == 422)
            #expect(try #require(try reply.json()["errors"] as? [[String: String]]).count == 1)
        }
    }

    @Test func `five hundred items are accepted, one more is not`() async throws {
        try await TestServer.run { server in
            func body(_ count: Int) -> String {
                "{\"bucket_list\":[\(Array(repeating: #"{"item":"Tea"}"#, count: count).joined(separator: ","))]}"
            }
            #expect(try await server.send("POST", Self.path, body: body(501)).status == 422)
            #expect(try await server.send("POST", Self.path, body: body(500)).status == 200)
            let reply = try await server.send("POST", "\(Self.path)/items", body: #"{"item":"Ink"}"#)
            #expect(reply.status == 422)
            #expect(reply.text.contains("501"))
        }
    }

    @Test func `of what is wrong a thousand times as much is looked at as anybody reads`() async throws {
        try await TestServer.run { server in
            let names = (0..<5_000).map { "\"ite\($0)\":0" }.joined(separator: ",")
            let unknown = try await server.send("POST", Self.path, body: "{\"bucket_list\":[],\(names)}")
            let many = try await server.send(
                "POST", Self.path, body: "{\"bucket_list\":[\(Array(repeating: "{}", count: 5_000).joined(separator: ","))]}")
            for (reply, count, sentence) in [(unknown, 21, "4980 more members"), (many, 501, "5000 items; at most 500")] {
                #expect(reply.status == 422 && reply.text.contains(sentence))
                #expect((try reply.json()["errors"] as? [[String: String]])?.count == count)
            }
        }
    }

    @Test func `a name may have two hundred characters, whatever they are made of`() async throws {
        try await TestServer.run { server in
            func status(_ name: String) async throws -> Int {
                try await server.send("POST", "\(Self.path)/items", body: "{\"item\":\"\(name)\"}").status
            }
            for character in ["x", "ö", "👩‍👩‍👧‍👦", "🏴\u{E0067}\u{E0062}\u{E0073}\u{E0063}\u{E0074}\u{E007F}"] {
                let longest = try await status(String(repeating: character, count: 200))
                let tooLong = try await status(String(repeating: character, count: 201))
                #expect(longest == 201 && tooLong == 422)
            }
            let heaped = try await status("x" + String(repeating: "\u{301}", count: 10_000))
            #expect(heaped == 422)
        }
    }

    @Test(arguments: [
        (#"{"bucket_list":[}"#, 1, 17), ("{\n \"a\": 1,\n \"a\": 2}", 3, 2), (#"{"a":01}"#, 1, 7), (#"{"a":"\ud800"}"#, 1, 7), ("", 1, 1),
        (#"{"a":1} x"#, 1, 9), (#"{"a":'b'}"#, 1, 6), (String(repeating: "[", count: 1_000), 1, 17), ("{\"a\":\"\t\"}", 1, 7),
    ])
    func `broken JSON is 400 and the place is told`(body: String, line: Int, column: Int) async throws {
        try await TestServer.run { server in
            let reply = try await server.send("POST", Self.path, body: body)
            #expect(reply.status == 400)
            #expect(reply.text.contains("In line \(line), column \(column),"), "\(reply.text)")
        }
    }

    @Test(arguments: ["text/plain", "application/x-www-form-urlencoded", "", "application/json-seq"])
    func `a body of another type is 415`(type: String) async throws {
        try await TestServer.run { server in
            let reply = try await server.send("POST", Self.path, headers: ["Content-Type": type], body: #"{"bucket_list":[]}"#)
            #expect(reply.status == 415)
            #expect(reply["Accept"] == "application/json")
        }
    }

    @Test func `a body that is too large is 413, announced or not`() async throws {
        try await TestServer.run(configure: { $0.bodyLimit = 1_000 }) { server in
            let body = "{\"bucket_list\":[],\"x\":\"\(String(repeating: "a", count: 2_000))\"}"
            #expect(try await server.send("POST", Self.path, body: body).status == 413)
            let chunked = "\(String(body.utf8.count, radix: 16))\r\n\(body)\r\n0\r\n\r\n"
            let status = try await Connection.open(port: server.port) { connection in
                let head = "POST \(Self.path) HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                try await connection.send("\(head)Transfer-Encoding: chunked\r\n\r\n\(chunked)")
                return try await connection.response().status
            }
            #expect(status == 413)
        }
    }

    @Test func `a body that drips is 408 and ends its connection`() async throws {
        try await TestServer.run(configure: { ($0.bodyTimeout, $0.idleTimeout) = (.milliseconds(300), .seconds(20)) }) { server in
            try await Connection.open(port: server.port) { connection in
                let head = "POST \(Self.path) HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n"
                try await connection.send(head)
                for _ in 0..<3 { try await connection.send(" ") }
                let reply = try await connection.response()
                #expect(reply.status == 408)
                #expect(reply["Connection"] == "close")
                _ = await connection.readToEnd()
            }
        }
    }

    @Test func `after a body that was read the connection goes on`() async throws {
        try await TestServer.run { server in
            try await Connection.open(port: server.port) { connection in
                let body = #"{"item":"Tea"}"#
                let head = "POST \(Self.path)/items HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json; charset=utf-8\r\n"
                for _ in 0..<3 {
                    try await connection.send("\(head)Content-Length: \(body.utf8.count)\r\n\r\n\(body)")
                    let reply = try await connection.response()
                    #expect(reply.status == 201)
                    #expect(reply["Connection"] != "close")
                }
            }
        }
    }

    @Test(arguments: [
        ("PUT", ""), ("PATCH", ""), ("GET", "/items"), ("GET", "/items/1"), ("POST", "/items/1"), ("GET", "/undo"), ("POST", "/history"),
        ("POST", ".csv"),
    ])
    func `other methods are 405 with what is allowed`(method: String, path: String) async throws {
        try await TestServer.run { server in
            let reply = try await server.send(method, Self.path + path)
            #expect(reply.status == 405)
            #expect(reply["Allow"] != nil)
        }
    }

    @Test func `every price with two decimals is read exactly`() async throws {
        for hundredths in [0, 1, 9, 10, 99, 100, 1_010, 99_999_999, 100_000_000] as [Int64] {
            let price = Money(hundredths: hundredths)
            #expect(try BodyValue.price.read(.number(price.description)) == price)
            #expect(try BodyValue.price.read(.number("\(price)000")) == price)
        }
        for text in ["-0", "-0.01", "0.001", "1e2", "1000000.01", "100000000000000000000", "1.9999999999999999"] {
            #expect(throws: Unreadable.self, "\(text)") { try BodyValue.price.read(.number(text)) }
        }
    }
}
