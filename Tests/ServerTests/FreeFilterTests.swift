import Testing

@testable import Server

/// Links for programs, which leave some filters free within what was signed.
@Suite(.timeLimit(.minutes(10))) struct FreeFilterTests {
    private static let path = "/api/users/U001/spending-summary.json"

    @Test func `a free filter gives what the API gives for it, and without it everything that was signed`() async throws {
        try await TestServer.run { server in
            let link = try await server.sign("\(Self.path)?from=2024-01", #","free":["category","to"]"#)
            for asked in ["", "category=Dairy", "to=2024-02", "to=2024-02-10&category=Dairy&category=Bakery"] {
                let (reply, original) = (
                    try await server.get("\(link)?\(asked)"), try await server.get("\(Self.path)?from=2024-01&\(asked)")
                )
                #expect(reply.status == 200 && reply.body == original.body, "\(asked): \(reply.text)")
            }
        }
    }

    @Test(arguments: [
        ("category=Dairy&from=2024-01-05&to=2024-03-20", #"["category"]"#, "category=Bakery", "category"),
        ("category=Dairy", #"["category"]"#, "category=Dairy&category=Bakery", "category"),
        ("from=2024-01-05&to=2024-03-20", #"["from","to"]"#, "from=2024-01-04", "from"),
        ("from=2024-01-05&to=2024-03-20", #"["from","to"]"#, "to=2024-03-21", "to"),
        ("from=2024-01-05&to=2024-03-20", #"["from"]"#, "from=2024-03-21", "from"),
        ("to=2024-03-20", #"["from"]"#, "to=2024-03-01", "to"),
        ("month=2024-03", #"["month"]"#, "month=2024-02", "month"),
        ("month=2024-03", #"["month"]"#, "month=3", "month"),
        ("month=3", #"["month"]"#, "month=2024-02", "month"),
        ("", #"["month"]"#, "category=Dairy", "category"),
        ("", #"["month"]"#, "disclosure=full", "disclosure"),
        ("disclosure=share", #"["month"]"#, "disclosure=full", "disclosure"),
        ("", #"["month"]"#, "width=2000", "width"),
        ("", #"["month"]"#, "free=category", "free"),
        ("", #"["month"]"#, "utm_source=mail", "utm_source"),
    ])
    func `nobody leaves what was signed`(signed: String, free: String, asked: String, parameter: String) async throws {
        try await TestServer.run { server in
            let link = try await server.sign("\(Self.path)?\(signed)", ",\"free\":\(free)")
            #expect(try await server.get(link).status == 200)
            let reply = try await server.get("\(link)?\(asked)")
            #expect(reply.status == 400)
            #expect(reply.text.contains("\"parameter\":\"\(parameter)\""), "\(reply.text)")
        }
    }

    @Test(arguments: [("month=3", "month=2024-03"), ("category=Dairy&category=Bakery", "category=Bakery"), ("to=2024-03", "to=2024-03-31")])
    func `what lies within is given`(signed: String, asked: String) async throws {
        try await TestServer.run { server in
            let link = try await server.sign("\(Self.path)?\(signed)", #","free":["category","from","month","to"]"#)
            let reply = try await server.get("\(link)?\(asked)")
            #expect(reply.status == 200)
            #expect(try await reply.body == server.get("\(Self.path)?\(asked)").body)
        }
    }

    @Test func `answers to several questions of one link are not mistaken for each other`() async throws {
        try await TestServer.run { server in
            let link = try await server.sign(Self.path, #","free":["category"]"#)
            let (dairy, bakery) = (try await server.get("\(link)?category=Dairy"), try await server.get("\(link)?category=Bakery"))
            #expect(dairy.body != bakery.body)
            #expect(dairy["ETag"] != bakery["ETag"])
            for _ in 0..<3 {
                #expect(try await server.get("\(link)?category=Dairy").body == dairy.body)
                #expect(try await server.get("\(link)?category=Bakery").body == bakery.body)
                let reply = try await server.send("GET", "\(link)?category=Bakery", headers: ["If-None-Match": dairy["ETag"] ?? ""])
                #expect(reply.status == 200)
            }
        }
    }

    @Test func `a link that leaves nothing free reads no query, and only insights leave anything free`() async throws {
        try await TestServer.run { server in
            let link = try await server.sign(Self.path, #","free":[]"#)
            #expect(try await link == server.sign(Self.path))
            #expect(try await server.get("\(link)?category=Dairy").body == server.get(Self.path).body)
            for (path, free) in [("/api/users/U001/bucket-list", #"["month"]"#), (Self.path, #"["item"]"#), (Self.path, #""month""#)] {
                let reply = try await server.send("POST", "/api/signatures", body: "{\"path\":\"\(path)\",\"free\":\(free)}")
                #expect(reply.status == 422)
                #expect((try reply.json()["errors"] as? [[String: String]])?.first?["pointer"] == "/free")
            }
        }
    }
}
