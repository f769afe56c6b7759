import Hummingbird
import Storage
import Testing

@testable import Server

/// How errors look to a client.
@Suite struct ProblemTests {
    @Test func `a bad query is told everything that is wrong with it`() async throws {
        try await TestServer.run { server in
            let reply = try await server.get("/api/users/U001/metrics?month=13&widht=100")
            #expect(reply.status == 400)
            #expect(reply["Content-Type"] == "application/problem+json")
            #expect(reply["Cache-Control"] == "no-store")
            let problem = try reply.json()
            #expect(problem["type"] as? String == "urn:problem-type:cartograph:invalid-query")
            #expect(problem["status"] as? Int == 400)
            #expect(problem["title"] is String && problem["detail"] is String)
            let errors = try #require(problem["errors"] as? [[String: String]])
            #expect(errors.map { $0["parameter"] } == ["month", "widht"])
            #expect(errors[1]["detail"] == "there is no such parameter here; did you mean 'width'?")
        }
    }

    @Test func `every unknown parameter of every address is refused`() async throws {
        try await TestServer.run { server in
            for path in CachingTests.paths + ["/health", "/livez", "/readyz"] {
                let reply = try await server.get("\(path)?colour=red")
                #expect(reply.status == 400, "\(path)")
                #expect(reply.text.contains("\"parameter\":\"colour\""))
            }
        }
    }

    @Test(arguments: [
        ("GET", "/nothing", 404), ("GET", "/api", 404), ("GET", "/api/users/U001", 404), ("GET", "/api/users/U001/metrics.gif", 404),
        ("GET", "/api/users/nobody/metrics", 404), ("GET", "/api/users/nobody/purchases", 404), ("GET", "/api/users/%FF/metrics", 400),
        ("GET", "/api/users/%2/metrics", 400), ("POST", "/api/users/U001/metrics", 405), ("DELETE", "/api/users.json", 405),
        ("PATCH", "/health", 405), ("POST", "/nothing", 404), ("GET", "/api/users/U001/purchases.png", 404),
    ])
    func `what is not there is said plainly`(method: String, path: String, status: Int) async throws {
        try await TestServer.run { server in
            let reply = try await server.send(method, path)
            #expect(reply.status == status)
            #expect(reply["Allow"] == (status == 405 ? "GET, HEAD" : nil))
            #expect(reply["X-Content-Type-Options"] == "nosniff")
            if Representation(pictureAt: path) == nil { #expect(try reply.json()["status"] as? Int == status) }
        }
    }

    @Test func `a slip in a path is told what was meant`() async throws {
        try await TestServer.run { server in
            for (slip, name) in [("metrcis", "metrics"), ("top-item.png", "top-items"), ("purchase", "purchases")] {
                let reply = try await server.get("/api/users/U001/\(slip)", accept: Problem.mediaType)
                #expect(reply.status == 404)
                #expect(reply.text.contains("Did you mean '\(name)'?"))
            }
            let suffix = try await server.get("/api/users/U001/metrics.pgn")
            #expect(suffix.text.contains("Did you mean '.png'?"))
        }
    }

    @Test func `an address that is too long is refused, whatever it asks for`() async throws {
        try await TestServer.run { server in
            let long = String(repeating: "a", count: 9000)
            for path in ["/api/users?q=\(long)", "/\(long)"] {
                let reply = try await server.get(path)
                #expect(reply.status == 414)
            }
        }
    }

    @Test(arguments: ["png", "svg", "pdf"])
    func `on a picture's path the problem is a picture of the asked size`(suffix: String) async throws {
        try await TestServer.run { server in
            let representation = try #require(Representation(rawValue: suffix))
            let style = "width=300&height=200&scale=2&theme=dark"
            let requests: [(address: String, status: Int)] = [
                ("/api/users/nobody/metrics.\(suffix)?\(style)", 404), ("/api/users/U001/metrics.\(suffix)?\(style)&wrong=1", 400),
                ("/nothing.\(suffix)?\(style)", 404),
            ]
            for (address, status) in requests {
                let reply = try await server.get(address)
                #expect(reply.status == status)
                #expect(reply["Content-Type"] == representation.contentType)
                #expect(reply["Cache-Control"] == "no-store")
                #expect(reply["Problem-Type"]?.hasPrefix("urn:problem-type:cartograph:") == true)
                #expect(reply["ETag"] == nil)
                if suffix == "png" { #expect(reply.pngSize == [600, 400]) }
                if suffix == "svg" { #expect(reply["Content-Security-Policy"]?.contains("sandbox") == true) }
            }
        }
    }

    @Test func `a size that cannot be read is replaced by the default, and the rest is kept`() async throws {
        try await TestServer.run { server in
            let half = try await server.get("/api/users/U001/metrics.png?width=9&height=200")
            #expect(half.pngSize == [800, 200])
            #expect(try await server.get("/api/users/U001/metrics.png?%ff").pngSize == [800, 400])
        }
    }

    @Test(arguments: [
        ("application/problem+json", true), ("application/problem+json, image/*;q=0.5", true), ("*/*", false), ("image/png", false),
        ("application/*", false), ("image/png, application/problem+json;q=0.5", false), ("application/json", false),
    ])
    func `a client that prefers data gets data`(accept: String, isData: Bool) async throws {
        try await TestServer.run { server in
            let reply = try await server.get("/api/users/nobody/metrics.png", accept: accept)
            #expect(reply["Content-Type"] == (isData ? "application/problem+json" : "image/png"))
            #expect(reply["Vary"] == (isData ? "Accept, Accept-Encoding" : "Accept"))
            #expect(reply.status == 404)
        }
    }

    @Test(arguments: [
        StorageError.busy(detail: "/var/secret.sqlite"), .unavailable(detail: "/var/secret.sqlite"),
        .unusable(.damaged, detail: "/var/secret.sqlite"),
    ])
    func `a store that does not answer is 503, and its secrets stay in the log`(failure: StorageError) async throws {
        try await TestServer.run(CountingStore(try await Fixture.store(), failure: failure)) { server in
            let reply = try await server.get("/api/users/U001/metrics")
            #expect(reply.status == 503)
            #expect(reply["Retry-After"] == "10")
            #expect(!reply.text.contains("secret") && !reply.text.contains("database"))
            #expect(try await server.get("/readyz").status == 503)
            #expect(try await server.get("/livez").status == 200)
        }
    }

    @Test func `what is unexpected is told to the log with the request's id, and to nobody else`() async throws {
        struct Surprise: Error { var secret = "/var/secret" }
        let log = LogLines()
        let addSurprise: (Router<ServerContext>) -> Void = { router in
            router.get("surprise") { _, _ -> String in throw Surprise() }
        }
        try await TestServer.run(logger: log.logger, routes: addSurprise) { server in
            let reply = try await server.get("/surprise")
            #expect(reply.status == 500)
            #expect(reply["Content-Type"] == Problem.mediaType)
            #expect(!reply.text.contains("Surprise") && !reply.text.contains("secret"))
        }
        #expect(log.lines.contains { $0.hasPrefix("error") && $0.contains("/var/secret") && $0.contains("request_id=") })
    }
}
