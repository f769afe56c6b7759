import Access
import Foundation
import Purchases
import Storage
import Testing

@testable import Server

/// Charts that are kept under ids, from the request that keeps one to the picture that is seen.
@Suite struct KeptChartTests {
    private static let spec =
        #"{"title":"Sales","data":[{"month":"Jan","sales":120},{"month":"Feb","sales":140}],"marks":[{"mark":"bar","x":"month","y":"sales"}]}"#
    private static let config = "{type:'bar',data:{labels:['Q1','Q2'],datasets:[{label:'Sold',data:[50,60]}]}}"
    private static let minimal = ["Prefer": "return=minimal"]

    private static func id(_ reply: HTTPReply) throws -> String {
        try #require(try reply.json()["id"] as? String, "\(reply.status) \(reply.text)")
    }

    @Test func `a chart is drawn at once, or kept under an id that is the same for the same chart`() async throws {
        try await TestServer.run { server in
            let drawn = try await server.send("POST", "/api/charts?width=300&height=200", body: Self.spec)
            #expect(drawn.status == 200 && drawn.pngSize == [300, 200], "\(drawn.text.prefix(300))")
            let words = try await server.send("POST", "/api/charts.txt", body: Self.spec)
            #expect(words.text.contains("Feb: 140"))
            let kept = try await server.send("POST", "/api/charts", headers: Self.minimal, body: Self.spec)
            let id = try Self.id(kept)
            #expect(kept.status == 201 && kept["Location"] == "/c/\(id)" && kept["Preference-Applied"] == "return=minimal")
            #expect(try kept.json()["url"] as? String == "http://localhost/c/\(id)")
            #expect(id.utf8.count == 16)
            let spaced = Self.spec.replacing(",", with: " ,\n ")
            #expect(try Self.id(try await server.send("POST", "/api/charts", headers: Self.minimal, body: spaced)) == id)
            let other = Self.spec.replacing("140", with: "141")
            #expect(try Self.id(try await server.send("POST", "/api/charts", headers: Self.minimal, body: other)) != id)
            // Each representation, as of the chart that was sent.
            for suffix in ["png", "svg", "pdf", "json", "csv", "txt"] {
                let first = try await server.send("POST", "/api/charts.\(suffix)", body: Self.spec)
                let second = try await server.get("/c/\(id).\(suffix)")
                #expect(second.status == 200 && first.body == second.body, "\(suffix)")
                let again = try await server.send("GET", "/c/\(id).\(suffix)", headers: ["If-None-Match": second["ETag"] ?? ""])
                #expect(again.status == 304)
            }
            let linked = try await server.get("/c/\(id)")
            #expect(linked["Cross-Origin-Resource-Policy"] == "cross-origin" && linked["X-Robots-Tag"] == "noindex")
        }
    }

    @Test func `the normalised chart is read as the same again`() async throws {
        try await TestServer.run { server in
            let first = try await server.send("POST", "/api/charts.json", body: Self.spec)
            let second = try await server.send("POST", "/api/charts.json", body: first.text)
            #expect(first.status == 200 && first.body == second.body)
        }
    }

    @Test func `a template is filled by its address, and what has no place is refused`() async throws {
        try await TestServer.run { server in
            let id = try Self.id(try await server.send("POST", "/api/charts", headers: Self.minimal, body: Self.spec))
            let filled = try await server.get("/c/\(id).csv?title=Visits&labels=Mon,Tue,Wed&data1=1,2,3&label1=visits")
            #expect(filled.text == "month,visits\r\nMon,1\r\nTue,2\r\nWed,3\r\n")
            #expect(try await server.get("/c/\(id).txt?title=Visits&data1=7,8").text.contains("Visits"))
            for (query, word) in [
                ("data2=1", "data2"), ("data1=x", "data1"), ("backgroundColor1=nocolor", "backgroundColor1"), ("lables=a", "labels"),
                ("width=9", "width"),
            ] {
                let refused = try await server.get("/c/\(id).json?\(query)")
                #expect(refused.status == 400 && refused.text.contains(word), "\(query): \(refused.text)")
            }
        }
    }

    @Test func `a short address of QuickChart is a chart and a template`() async throws {
        try await TestServer.run { server in
            let body = #"{"chart":"\#(Self.config)","width":200,"height":100,"devicePixelRatio":1,"format":"svg"}"#
            let created = try await server.send("POST", "/chart/create", body: body)
            let answer = try created.json()
            #expect(created.status == 200 && answer["success"] as? Bool == true)
            let url = try #require(answer["url"] as? String)
            let path = try #require(url.hasPrefix("http://localhost") ? String(url.dropFirst("http://localhost".count)) : nil)
            #expect(path.hasPrefix("/chart/render/"))
            let svg = try await server.get(path)
            #expect(svg.status == 200 && svg["Content-Type"]?.hasPrefix("image/svg+xml") == true)
            let png = try await server.get("\(path).png?w=300&bkg=white")
            #expect(png.pngSize == [300, 100])
            let filled = try await server.get("\(path).csv?title=Units&labels=Q3,Q4&data1=7,8&data2=1,2&label2=Back&backgroundColor1=red")
            #expect(filled.text == "label,Sold,Back\r\nQ3,7,1\r\nQ4,8,2\r\n", "\(filled.text)")
            // As there, what is not known does not fail.
            let odd = try await server.get("\(path).png?data1=x&data9=1&width=oops&utm=1")
            #expect(odd.status == 200)
            let warnings = odd["X-Chart-Warnings"] ?? ""
            for word in ["data1", "data9", "width"] { #expect(warnings.contains(word), "\(warnings)") }
            // By GET, and the same chart once.
            let query = "c=\(Self.config.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "")"
            let byQuery = try await server.get("/chart/create?\(query)&w=200&h=100&devicePixelRatio=1&f=svg")
            #expect(try byQuery.json()["url"] as? String == url)
            let elsewhere = try await server.send("GET", "/chart/create?\(query)", headers: ["Sec-Fetch-Site": "cross-site"])
            #expect(elsewhere.status == 403)
        }
    }

    @Test func `functions are kept as they were written`() async throws {
        let config =
            "{type:'bar',data:{labels:['a'],datasets:[{data:[1200]}]},options:{scales:{y:{ticks:{callback:(v)=>v.toLocaleString()+' kg'}}}}}"
        try await TestServer.run { server in
            let encoded = config.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
            let url = try #require(try await server.get("/chart/create?c=\(encoded)").json()["url"] as? String)
            let path = url.dropFirst("http://localhost".count)
            let (kept, drawn) = (try await server.get("\(path).txt"), try await server.get("/chart.txt?c=\(encoded)"))
            #expect(kept.body == drawn.body && kept.text.contains("kg"), "\(kept.text)")
        }
    }

    @Test func `a chart ends when it expires, and no later`() async throws {
        let clock = TestClock()
        try await TestServer.run(clock: clock) { server in
            let kept = try await server.send("POST", "/api/charts?expires=1h", headers: Self.minimal, body: Self.spec)
            let id = try Self.id(kept)
            let reply = try await server.get("/c/\(id).png")
            #expect(reply.status == 200 && reply["Cache-Control"] == "public, max-age=3600")
            clock.now += 3_600
            #expect(try await server.get("/c/\(id).png").status == 404)
            for query in ["expires=2001-01-01", "expires=soon"] {
                #expect(try await server.send("POST", "/api/charts?\(query)", headers: Self.minimal, body: Self.spec).status == 400)
            }
            #expect(try await server.send("POST", "/api/charts?expires=1h", body: Self.spec).status == 400)
        }
    }

    @Test func `what is kept by one server is seen by another at once, and what is removed is gone within a second`() async throws {
        let charts = InMemoryChartStore()
        try await TestServer.run(charts: charts) { first in
            try await TestServer.run(charts: charts) { second in
                let guess = try await second.get("/c/aaaaaaaaaaaaaaaa.png")
                #expect(guess.status == 404)
                let id = try Self.id(try await first.send("POST", "/api/charts", headers: Self.minimal, body: Self.spec))
                for _ in 0..<2 { #expect(try await second.get("/c/\(id).png").status == 200) }
                // Servers of one database give the same chart the same id.
                #expect(try Self.id(try await second.send("POST", "/api/charts", headers: Self.minimal, body: Self.spec)) == id)
                _ = await charts.removeChart(id)
                try await Task.sleep(for: .seconds(1))
                #expect(try await second.get("/c/\(id).png").status == 404)
            }
        }
        // Another database has other ids: who guesses a chart cannot find out whether it is kept.
        try await TestServer.run { server in
            let own = try Self.id(try await server.send("POST", "/api/charts", headers: Self.minimal, body: Self.spec))
            #expect(await charts.chart(own, at: Timestamp(0)) == nil)
        }
    }

    @Test func `no more is kept than may be`() async throws {
        try await TestServer.run(configure: { $0.keptCharts.count = 1 }) { server in
            _ = try Self.id(try await server.send("POST", "/api/charts", headers: Self.minimal, body: Self.spec))
            let other = try await server.send(
                "POST", "/api/charts", headers: Self.minimal, body: Self.spec.replacing("140", with: "150"))
            #expect(other.status == 507 && other["Problem-Type"]?.hasSuffix("charts-full") == true)
        }
        try await TestServer.run(configure: { $0.keptCharts.chartSize = 100 }) { server in
            let large = try await server.send("POST", "/api/charts", headers: Self.minimal, body: Self.spec)
            #expect(large.status == 413)
        }
    }

    @Test func `who may not keep charts sees those whose id they have`() async throws {
        let store = InMemoryAccessStore()
        var generator = SystemRandomNumberGenerator()
        let (key, text) = APIKey.make(
            name: "a", scopes: [try Scope("charts")], expiry: nil, at: Timestamp(1_700_000_000), using: &generator)
        await store.addKey(key)
        let access = AccessControl(settings: .init(mode: .keys, hosts: .ownMachine), store: store) { Timestamp(1_700_000_000) }
        try await TestServer.run(access: access) { server in
            #expect(try await server.send("POST", "/api/charts", headers: Self.minimal, body: Self.spec).status == 401)
            let headers = Self.minimal.merging(["Authorization": "Bearer \(text)"]) { $1 }
            let id = try Self.id(try await server.send("POST", "/api/charts", headers: headers, body: Self.spec))
            #expect(try await server.get("/c/\(id).png").status == 200)
            #expect(try await server.get("/chart/render/\(id)").status == 200)
            #expect(try await server.get("/chart/create").status == 401)
            #expect(try await server.get("/chart/png/abc").status == 401)
        }
    }

    @Test func `a configuration stands in one part of a path, deflated and in Base64`() async throws {
        let code = try ChartCode.code(of: Self.config)
        let query = Self.config.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
        try await TestServer.run { server in
            for suffix in ["png", "svg", "pdf"] {
                let reply = try await server.get("/chart/\(suffix)/\(code)")
                #expect(reply.status == 200, "\(reply.text)")
                let plain = try await server.get("/chart.\(suffix)?c=\(query)")
                #expect(reply.body == plain.body)
            }
            #expect(try await server.get("/chart/png/\(code)?w=200&h=100&devicePixelRatio=1").pngSize == [200, 100])
            #expect(try await server.get("/chart/png/\(code)==").status == 200)
            // As Python's zlib writes it.
            let written = try PythonProgram(
                "import sys,zlib,base64; print(base64.urlsafe_b64encode(zlib.compress(sys.stdin.buffer.read(), 9)).decode())"
            ).run(on: Data(Self.config.utf8))
            let foreign = String(decoding: written.output, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
            #expect(try await server.get("/chart/svg/\(foreign)").status == 200)
            // A million spaces in a thousand bytes; what is no stream; what is no Base64.
            for broken in [try ChartCode.code(of: String(repeating: " ", count: 1_000_000)), "AAAA", "é%20"] {
                let reply = try await server.get("/chart/png/\(broken.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "")")
                #expect(reply.status == 400 && reply.pngSize != nil, "\(reply.status) \(reply.text.prefix(200))")
            }
            #expect(try await server.get("/chart/exe/\(code)").status == 404)
        }
    }
}
