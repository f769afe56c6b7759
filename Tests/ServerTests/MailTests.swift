import Foundation
import Purchases
import Reports
import Testing

@testable import Server

/// `/api/users/{id}/report.eml` and `/api/mail/lint`.
@Suite struct MailTests {
    @Test func `a report as a mail is addressed as asked, and the rules find no error in it`() async throws {
        try await TestServer.run { server in
            let people = "sender=Shop%20%3Cshop@example.org%3E&recipient=ada@example.org&recipient=bob@example.org"
            let query = "month=2024-03&date=2024-04-01&unsubscribe=https://example.org/u&\(people)"
            let mail = try await server.get("/api/users/U001/report.eml?\(query)")
            #expect(mail["Content-Type"] == "message/rfc822")
            let lines = [
                "From: Shop <shop@example.org>", "To: ada@example.org, bob@example.org", "Date: Mon, 01 Apr 2024 00:00:00 +0000",
                "X-Unsent: 1",
            ]
            for line in lines { #expect(mail.text.contains("\r\n\(line)\r\n"), "\(line)") }
            let lint = try await server.post("/api/mail/lint", mail.body)
            #expect(lint.status == 200)
            #expect(lint.text.contains("\"errors\":0,\"warnings\":0,\"notes\":0"), "\(lint.text)")
        }
    }

    @Test(arguments: [
        ("sender=a", "'a' is no mail address"), ("recipient=ada@example.org%0D%0ABcc:%20eve@example.org", "no mail address"),
        ("unsubscribe=http://example.org", "https://"),
    ])
    func `who cannot be written to is told`(query: String, advice: String) async throws {
        try await TestServer.run { server in
            let reply = try await server.get("/api/users/U001/report.eml?\(query)")
            #expect(reply.status == 400)
            #expect(reply.text.contains(advice), "\(reply.text)")
        }
    }

    @Test(arguments: Insight.allCases)
    func `a snippet of a chart links its picture at twice the size`(insight: Insight) async throws {
        try await TestServer.run { server in
            let query = Query(encoded: "width=560&height=300\(Fixture.requiredFields(of: insight))")
            let request = try InsightRequest(insight, of: .init(rawValue: "U001"), query: query)
            let html = try request.mailSnippet(base: ServerBase("http://localhost/"), from: Fixture.purchases)
            let source = try #require(html.firstMatch(of: /<img src="http:\/\/localhost(.*?)" width="560" height="300" alt="(.+?)"/))
            let picture = try await server.get(String(source.1).replacing("&amp;", with: "&"))
            #expect(picture.pngSize == [1_120, 600])
        }
    }

    @Test func `a finding quotes its place and says why and what to do`() async throws {
        try await TestServer.run { server in
            let lint = try await server.post("/api/mail/lint", Array("Content-Type: text/html\n\n<p>\n<svg>".utf8)).json()
            let findings = try #require(lint["findings"] as? [[String: Any]])
            let finding = try #require(findings.first { $0["rule"] as? String == "inline-svg" })
            #expect(finding["severity"] as? String == "error" && finding["line"] as? Int == 2 && finding["quote"] as? String == "<svg>")
            #expect(finding["reason"] is String && finding["advice"] is String)
        }
    }

    @Test func `a body that is empty or too large is refused`() async throws {
        try await TestServer.run { server in
            let empty = try await server.post("/api/mail/lint", [])
            let large = try await server.send("POST", "/api/mail/lint", headers: ["Content-Length": "6000000"])
            let read = try await server.get("/api/mail/lint")
            #expect([empty, large, read].map(\.status) == [400, 413, 405])
        }
    }
}
