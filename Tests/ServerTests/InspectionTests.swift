import Foundation
import Purchases
import Rendering
import Reports
import Testing
import Typography

@testable import Server

/// Pictures that carry their figures, and what reads them back.
@Suite struct InspectionTests {
    @Test(arguments: ["png", "svg", "pdf"], Insight.allCases)
    func `what a picture shows comes back from its file`(suffix: String, insight: Insight) async throws {
        try await TestServer.run { server in
            let path = "/api/users/U001/\(insight.name)"
            let fields = Fixture.requiredFields(of: insight)
            let picture = try await server.get("\(path).\(suffix)?from=2024-02&title=%C3%9C%20(a)%20%3C%26\(fields)")
            guard picture.status == 200 else { return }
            let reply = try await server.post("/api/inspect", picture.body)
            #expect(reply.status == 200, "\(reply.text)")
            let inspection = try reply.json()
            #expect(inspection["title"] as? String == "Ü (a) <&")
            #expect(inspection["insight"] as? String == insight.name)
            #expect((inspection["period"] as? [String: String])?["from"] == "2024-02-01")
            // The revision is that of the tag.
            #expect(picture["ETag"]?.dropFirst().prefix(16) == (inspection["revision"] as? String)?[...])
            let figures = try #require(inspection["figures"] as? [String: Any])
            let columns = try #require(figures["columns"] as? [String])
            let rows = try #require(figures["rows"] as? [[Any]])
            #expect(rows.allSatisfy { $0.count == columns.count })
            let table = try await server.get("\(path).csv?from=2024-02\(fields)").text
            #expect(rows.count == table.split(separator: "\r\n").count - 1)
        }
    }

    @Test func `figures are bounded, whole rows, and said to be left out`() async throws {
        let purchases = (0..<400).map { index in
            Fixture.purchase("U1", "\(index)", .init("2024-01-01")!, "Tea", "Kategorie Nummer Ü\(index)", 450, quantity: 1)
        }
        let request = try InsightRequest(.spendingSummary, of: .init(rawValue: "U1"))
        let png = try request.bytes(as: .png, from: purchases, typesetter: .init())
        let record = try #require(PictureFile(png)?.metadata)
        #expect(record.utf8.count <= 4_096 && record.utf8.count > 3_500)
        let inspection = try JSONSerialization.jsonObject(with: Data(Inspection(png).json)) as? [String: Any]
        let figures = try #require(inspection?["figures"] as? [String: Any])
        let rows = try #require(figures["rows"] as? [[Any]])
        #expect(figures["omitted_rows"] as? Int == 400 - rows.count)
    }

    @Test(arguments: [
        ("month=2024-02", "2024-02-01", "2024-02-29"), ("month=2024-02&from=2024-02-10", "2024-02-10", "2024-02-29"),
        ("from=2024-01&to=2024-02", "2024-01-01", "2024-02-29"),
    ])
    func `the period is the one that was asked for, whenever something was bought in it`(query: String, from: String, to: String)
        async throws
    {
        let request = try InsightRequest(.spendingSummary, of: .init(rawValue: "U001"), query: Query(encoded: query))
        let png = try request.bytes(as: .png, from: Fixture.purchases, typesetter: .init())
        let inspection = try JSONSerialization.jsonObject(with: Data(Inspection(png).json)) as? [String: Any]
        #expect(inspection?["period"] as? [String: String] == ["from": from, "to": to])
    }

    @Test func `what stands far behind in an SVG is found`() throws {
        let rest = String(repeating: "<g>\u{FC}</g>", count: 200_000)
        for svg in ["<svg>\(rest)<title>x &amp; y</title></svg>", "<svg><title>x &amp; y</title>\(rest)</svg>"] {
            #expect(PictureFile(Array(svg.utf8))?.title == "x & y")
        }
        for svg in ["<svg><title>\(rest)", "<svg><title>\(rest)</title>", "<svg><title", "<svg></title><title>"] {
            #expect(PictureFile(Array(svg.utf8))?.title.isEmpty == true)
        }
    }

    @Test(arguments: ["", "GIF89a", "<html><title>x</title></html>"])
    func `what is no picture is refused`(text: String) async throws {
        try await TestServer.run { server in
            let reply = try await server.post("/api/inspect", Array(text.utf8))
            #expect(reply.status == (text.isEmpty ? 400 : 422))
        }
    }

    @Test func `files that are broken or lie are read as far as they can be`() throws {
        let png = try InsightRequest(.metrics, of: .init(rawValue: "U001")).bytes(as: .png, from: Fixture.purchases, typesetter: .init())
        for length in stride(from: 8, to: min(png.count, 3_000), by: 7) { _ = try Inspection(Array(png.prefix(length))) }
        var random = SystemRandomNumberGenerator()
        for _ in 0..<300 {
            var broken = png
            for _ in 0..<4 { broken[Int.random(in: 8..<1_500, using: &random)] = .random(in: 0...255, using: &random) }
            _ = try Inspection(broken)
        }
        for text in [
            "%PDF-1.5 /Producer (x) /Keywords (((", "%PDF-/Producer (/Keywords <FEFF0", "<svg><metadata>", "<svg><metadata></metadata>",
        ] {
            #expect(try !Inspection(Array(text.utf8)).hasFigures)
        }
    }

    @Test func `a record of another maker is no figures of ours`() throws {
        let svg = #"<svg><title>x</title><metadata>{"format":"other","rows":[]}</metadata></svg>"#
        let inspection = try Inspection(Array(svg.utf8))
        #expect(!inspection.hasFigures)
        #expect(String(decoding: inspection.json, as: UTF8.self).contains("\"figures\":null"))
    }

    @Test(arguments: ["/api/inspect", "/api/mail/lint"])
    func `a file that drips is given up with an answer, and one that is whole keeps its connection`(path: String) async throws {
        // As much longer as the file may be larger than another body.
        try await TestServer.run(configure: { $0.bodyTimeout = .milliseconds(20) }) { server in
            try await Connection.open(port: server.port) { connection in
                try await connection.send("POST \(path) HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\n<svg>")
                let reply = try await connection.response()
                #expect(reply.status == 408 && reply["Connection"] == "close")
            }
            let whole = try await server.post(path, Array("<svg></svg>".utf8))
            #expect(whole.status == 200 && whole["Connection"] == nil)
            #expect(try await server.post(path, []).status == 400)
        }
    }
}
