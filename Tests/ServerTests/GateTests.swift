import HTTPTypes
import Storage
import Synchronization
import Testing

@testable import Server

/// What every request passes, whoever answers it.
@Suite(.timeLimit(.minutes(10))) struct GateTests {
    /// Counts what it lets in, and stops letting anything in.
    private final class Guard: GateRule {
        private let state = Mutex((admittedCount: 0, isClosed: false, isAtOnce: true))

        var admittedCount: Int { state.withLock { $0.admittedCount } }
        func close() { state.withLock { $0.isClosed = true } }
        /// From now on it has to look things up.
        func deliberate() { state.withLock { $0.isAtOnce = false } }

        func verdictAtOnce(on request: HTTPRequest) -> GateVerdict? {
            state.withLock { state in
                guard state.isAtOnce else { return nil }
                return Self.decide(&state)
            }
        }

        func verdict(on request: HTTPRequest) async -> GateVerdict { state.withLock { Self.decide(&$0) } }

        private static func decide(_ state: inout (admittedCount: Int, isClosed: Bool, isAtOnce: Bool)) -> GateVerdict {
            if state.isClosed { return .refused(Problem(.readOnly, status: .unauthorized, detail: "Closed.")) }
            state.admittedCount += 1
            return .admitted
        }
    }

    private static func server(_ rule: Guard, _ body: (TestServer, [String]) async throws -> Void) async throws {
        let store = CachingPurchaseStore(try await Fixture.store(), revisionLifetime: .seconds(3_600))
        try await TestServer.run(store, linkStateLifetime: .seconds(3_600), rules: [rule]) { server in
            let link = try await server.sign("/api/users/U001/metrics.png")
            let path = "/api/users/U001/metrics"
            let paths = [path] + Representation.ofInsights.map { "\(path).\($0.rawValue)" }
            let others = ["/", "/users/U001", "/api/users", "/livez", "/metrics", "/openapi.json", "/assets/style.css", "/nothing", link]
            try await body(server, paths + others)
        }
    }

    @Test func `no answer goes round it, kept or not, whatever it is asked for by`() async throws {
        let rule = Guard()
        try await Self.server(rule) { server, paths in
            var tags: [String: String] = [:]
            for path in paths { tags[path] = try await server.get(path)["ETag"] }
            let requests = paths.flatMap { path in
                [[:], ["Accept-Encoding": "gzip"], ["If-None-Match": tags[path] ?? "*"]].map { (path, $0) }
            }
            for (path, headers) in requests {
                // The second time it is kept, if it ever is.
                for _ in 0..<2 {
                    let count = rule.admittedCount
                    _ = try await server.send("GET", path, headers: headers)
                    #expect(rule.admittedCount > count, "\(path) \(headers)")
                }
            }
            rule.close()
            for (path, headers) in requests {
                for method in ["GET", "HEAD"] {
                    let reply = try await server.send(method, path, headers: headers)
                    #expect(reply.status == 401, "\(method) \(path) \(headers)")
                }
            }
        }
    }

    @Test func `what a rule has to look up is looked up, and answered all the same`() async throws {
        let rule = Guard()
        try await Self.server(rule) { server, paths in
            for path in paths { _ = try await server.get(path) }
            rule.deliberate()
            let count = rule.admittedCount
            for path in paths { #expect(try await server.get(path).status == (path == "/nothing" ? 404 : 200)) }
            #expect(rule.admittedCount == count + paths.count)
        }
    }

    @Test func `a rule that cannot decide lets nobody in`() async throws {
        struct Undecided: GateRule {
            func verdictAtOnce(on request: HTTPRequest) -> GateVerdict? { nil }
        }
        try await TestServer.run(rules: [Undecided()]) { server in
            let reply = try await server.get("/livez")
            #expect(reply.status == 500)
        }
    }

    @Test func `every answer says what all answers say, and is counted`() async throws {
        try await Self.server(Guard()) { server, paths in
            for path in paths {
                for _ in 0..<2 {
                    let reply = try await server.get(path)
                    #expect(reply["X-Content-Type-Options"] == "nosniff", "\(path)")
                }
            }
            let counted = try await server.get("/metrics").text.split(separator: "\n")
                .filter { $0.hasPrefix("cartograph_http_requests_total{") }
                .compactMap { $0.split(separator: " ").last.flatMap { Int($0) } }.reduce(0, +)
            // The one that signed the link as well.
            #expect(counted == 2 * paths.count + 1)
        }
    }
}
