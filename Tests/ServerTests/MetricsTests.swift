import CoreMetrics
import HTTPTypes
import Hummingbird
import Testing

@testable import Server

/// `/metrics`, as a Prometheus server reads it.
@Suite struct MetricsTests {
    /// The samples of a text: what stands before the value, and the value.
    private func samples(_ text: String) throws -> [String: Double] {
        var samples: [String: Double] = [:]
        for line in text.split(separator: "\n") where !line.hasPrefix("#") {
            let space = try #require(line.lastIndex(of: " "))
            let value = try #require(Double(line[line.index(after: space)...]), "\(line)")
            #expect(samples.updateValue(value, forKey: String(line[..<space])) == nil, "\(line) comes twice")
        }
        return samples
    }

    @Test func `requests are counted by the class of their status and by what they were`() async throws {
        try await TestServer.run { server in
            let requests = [
                "/api/users/U001/metrics.png?width=200&height=120", "/api/users/U001/metrics.png?width=200&height=120",
                "/api/users/U001/metrics",
                "/api/users/nobody/metrics.json", "/api/users/U001/metrics.svg?wrong=1&width=200&height=120",
            ]
            for path in requests { _ = try await server.get(path) }
            let tag = try await server.get(requests[0])["ETag"] ?? ""
            _ = try await server.send("GET", requests[0], headers: ["If-None-Match": tag])

            let reply = try await server.get("/metrics")
            #expect(reply["Content-Type"] == "text/plain; version=0.0.4; charset=utf-8")
            #expect(reply["Cache-Control"] == "no-store")
            let samples = try samples(reply.text)
            func count(_ status: String, _ representation: String) -> Double? {
                samples["cartograph_http_requests_total{status=\"\(status)\",representation=\"\(representation)\"}"]
            }
            #expect(count("2xx", "png") == 3)
            #expect(count("3xx", "png") == 1)
            #expect(count("2xx", "json") == 1)
            #expect(count("4xx", "problem") == 1)
            #expect(count("4xx", "svg") == 1)
            #expect(samples["cartograph_http_request_duration_seconds_count{representation=\"png\"}"] == 4)
            #expect(samples["cartograph_http_request_duration_seconds_bucket{representation=\"png\",le=\"+Inf\"}"] == 4)
        }
    }

    @Test func `it says how busy the server is, what its cache does and what it runs`() async throws {
        try await TestServer.run { server in
            _ = try await server.get("/api/users/U001/metrics.csv")
            let samples = try samples(try await server.get("/metrics").text)
            #expect(samples["cartograph_rendering_slots"] == Double(server.slots.load.slotCount))
            #expect(samples["cartograph_rendering_slots_busy"] == 0)
            #expect(samples["cartograph_rendering_waiting"] == 0)
            #expect(samples["cartograph_rendering_saturated_total"] == 0)
            #expect(samples["cartograph_content_cache_misses_total"] == 1)
            #expect(samples["cartograph_content_cache_hits_total"] == 0)
            #expect(try #require(samples["cartograph_content_cache_bytes"]) > 100)
            #expect(samples["cartograph_missing_glyphs_total"] == 0)
            #expect(samples["cartograph_build_info{version=\"test\"}"] == 1)
            #expect(try #require(samples["process_resident_memory_bytes"]) > 1e6)
        }
    }

    @Test func `what no font has is counted`() async throws {
        try await TestServer.run { server in
            // Linear A, which no bundled font has.
            _ = try await server.get("/api/users/U001/metrics.png?title=%F0%90%98%80")
            #expect(try #require(samples(try await server.get("/metrics").text)["cartograph_missing_glyphs_total"]) >= 1)
        }
    }

    @Test func `every family has a help and a type before its samples, and a name as Prometheus has them`() async throws {
        try await TestServer.run { server in
            var (family, kind) = ("", "")
            for line in try await server.get("/metrics").text.split(separator: "\n") {
                let words = line.split(separator: " ")
                if line.hasPrefix("# HELP ") { family = String(words[2]) }
                if line.hasPrefix("# TYPE ") {
                    #expect(words[2] == family)
                    kind = String(words[3])
                }
                guard !line.hasPrefix("#") else { continue }
                #expect(line.hasPrefix(family), "\(line)")
                #expect(family.wholeMatch(of: /[a-z][a-z0-9_]*/) != nil)
                if kind == "counter" { #expect(family.hasSuffix("_total")) }
            }
            #expect(try await server.get("/metrics?all=1").status == 400)
            #expect(try await server.send("POST", "/metrics").status == 405)
        }
    }

    @Test func `an instrument is one for its name and labels, and durations are counted up to each bound`() {
        let registry = MetricsRegistry()
        for _ in 0..<2 { CoreMetrics.Counter(label: "a_total", dimensions: [("x", "1")], factory: registry).increment(by: 2) }
        CoreMetrics.Counter(label: "a_total", dimensions: [("x", "q\"\\\n")], factory: registry).increment()
        for nanoseconds: Int64 in [1, 500_000, 500_001, 3_000_000_000, 20_000_000_000] {
            CoreMetrics.Timer(label: "b_seconds", dimensions: [], factory: registry).recordNanoseconds(nanoseconds)
        }
        Gauge(label: "c", dimensions: [], factory: registry).record(2.5)
        var text = MetricsText()
        text.append(MetricFamily("a_total", .counter, "A."), registry.samples)
        text.append(MetricFamily("b_seconds", .histogram, "B."), registry.samples)
        text.append(MetricFamily("c", .gauge, "C."), registry.samples)
        text.append(MetricFamily("d", .gauge, "D."), registry.samples)
        let lines = text.text.split(separator: "\n").map(String.init)
        #expect(lines.starts(with: ["# HELP a_total A.", "# TYPE a_total counter", "a_total{x=\"1\"} 4", "a_total{x=\"q\\\"\\\\\\n\"} 1"]))
        for line in [
            "b_seconds_bucket{le=\"0.0005\"} 2", "b_seconds_bucket{le=\"0.001\"} 3", "b_seconds_bucket{le=\"2.5\"} 3",
            "b_seconds_bucket{le=\"10\"} 4", "b_seconds_bucket{le=\"+Inf\"} 5", "b_seconds_count 5", "c 2.5",
        ] {
            #expect(lines.contains(line), "\(line)")
        }
        #expect(!text.text.contains("# HELP d"))
    }

    @Test func `a name that stands for something else already, and one too many, count nothing and break nothing`() {
        let registry = MetricsRegistry()
        CoreMetrics.Counter(label: "a", dimensions: [], factory: registry).increment()
        CoreMetrics.Timer(label: "a", dimensions: [], factory: registry).recordNanoseconds(1)
        for index in 0..<3_000 { CoreMetrics.Counter(label: "b", dimensions: [("i", "\(index)")], factory: registry).increment() }
        #expect(registry.samples.count <= 2_000)
    }

    @Test(arguments: AnswerKind.allCases)
    func `what an answer was is known by its type, else by its address`(kind: AnswerKind) {
        if let representation = Representation(rawValue: kind.name) {
            #expect(AnswerKind([.contentType: representation.contentType], path: "/x.other") == kind)
            #expect(AnswerKind([:], path: "/api/users/a.b/x.\(kind.name)") == kind)
        }
        #expect(AnswerKind([.contentType: "font/woff2"], path: "/x.png") == .other)
        #expect(AnswerKind([:], path: "/x") == .other)
    }

    @Test func `metrics have an address of their own, where nothing else is`() async throws {
        try await TestServer.run { server in
            let (addresses, continuation) = AsyncStream.makeStream(of: ListeningAddress.self)
            let application = server.server.metricsApplication(host: "127.0.0.1", port: 0) { continuation.yield($0) }
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { try await application.runService(gracefulShutdownSignals: []) }
                var iterator = addresses.makeAsyncIterator()
                let address = try #require(await iterator.next())
                var other = server
                other.port = address.port
                let metrics = try await other.get("/metrics")
                #expect(metrics.status == 200 && metrics.text.contains("cartograph_build_info"))
                #expect(try await other.get("/api/users").status == 404)
                group.cancelAll()
            }
        }
    }
}
