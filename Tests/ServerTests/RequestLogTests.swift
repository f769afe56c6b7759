import Storage
import Testing

@testable import Server

/// What is logged of a request, and what it is called.
@Suite(.timeLimit(.minutes(10))) struct RequestLogTests {
    @Test func `a request is logged without its query, one that fails too`() async throws {
        let log = LogLines()
        try await TestServer.run(CountingStore(try await Fixture.store(), failure: .unavailable(detail: "")), logger: log.logger) {
            server in
            let reply = try await server.get("/api/users/U001/metrics?title=private")
            #expect(reply.status == 503)
        }
        let request = try #require(log.lines.first { $0.contains("status=503") })
        let parts = [
            "method=GET", "path=/api/users/U001/metrics", "route=/api/users/{id}/metrics", "principal=everybody", "client=127.0.0.1", "ms=",
            "bytes=", "request_id=",
        ]
        for part in parts { #expect(request.contains(part), "\(part)") }
        #expect(!log.lines.contains { $0.contains("private") })
    }

    @Test func `an answer says what its request is called, which is its trace where it has one`() async throws {
        let log = LogLines()
        try await TestServer.run(logger: log.logger) { server in
            let trace = "4bf92f3577b34da6a3ce929d0e0e4736"
            let path = "/api/users/U001/metrics.json"
            for _ in 0..<3 {
                let traced = try await server.send("GET", path, headers: ["traceparent": "00-\(trace)-00f067aa0ba902b7-01"])
                #expect(traced["X-Request-ID"] == trace)
                let (one, two) = (try await server.get(path)["X-Request-ID"], try await server.get(path)["X-Request-ID"])
                #expect(one != two && one?.isEmpty == false)
                #expect(log.lines.contains { $0.contains("request_id=\(one ?? "-")") })
            }
            let broken = [
                "00-00000000000000000000000000000000-00f067aa0ba902b7-01", "00-\(trace.uppercased())-00f067aa0ba902b7-01",
                "ff-\(trace)-00f067aa0ba902b7-01", "00-\(trace)-00f067aa0ba902b7-01-more", trace,
            ]
            for field in broken {
                let reply = try await server.send("GET", path, headers: ["traceparent": field])
                #expect(reply["X-Request-ID"]?.lowercased().contains(trace) == false, "\(field)")
            }
        }
    }

    @Test(arguments: [
        ("/", "/"), ("/api/users", "/api/users"), ("/api/users/U001/metrics.png", "/api/users/{id}/metrics.png"),
        ("/users/U001/trends", "/users/{id}/trends"), ("/s/v1.a.b.c/metrics.png", "/s/{token}/metrics.png"),
        ("/api/users/U001/bucket-list/items/7", "/api/users/{id}/bucket-list/items/{id}"), ("/import/abc", "/import/{token}"),
        ("/import/confirmation", "/import/confirmation"), ("/api/users/U001/signatures/x", "/api/users/{id}/signatures/{id}"),
    ])
    func `logs group addresses by their kind`(path: String, pattern: String) {
        #expect(path.routePattern == pattern)
    }
}
