import Dashboard
import Purchases
import Reports
import Storage
import Testing
import Typography

@testable import Server

/// `/api/users/{id}/report` and its representations.
@Suite struct ReportTests {
    private static let path = "/api/users/U001/report"

    @Test(arguments: Representation.ofReports)
    func `a report has its media type, a tag that is honored, and the bytes that come without HTTP`(representation: Representation)
        async throws
    {
        try await TestServer.run { server in
            let address = "\(Self.path).\(representation.rawValue)?month=2024-03&locale=de&currency=EUR"
            let reply = try await server.get(address)
            #expect(reply.status == 200, "\(reply.text)")
            #expect(reply["Content-Type"] == representation.contentType)
            let tag = try #require(reply["ETag"])
            #expect(try await server.send("GET", address, headers: ["If-None-Match": tag]).status == 304)
            let head = try await server.send("HEAD", address)
            #expect(head.status == 200 && head["ETag"] == tag)

            let request = try ReportRequest(of: UserID(rawValue: "U001"), query: Query(encoded: "currency=EUR&locale=de-DE&month=2024-03"))
            let data = try await ShopperData(of: request.subject.user, in: Fixture.store(), amongEveryone: request.suggests)
            #expect(
                try request.bytes(as: representation, from: data, typesetter: Typesetter(), pages: DashboardPages()) == reply.body)
        }
    }

    @Test func `a report is downloaded under a telling name`() async throws {
        try await TestServer.run { server in
            let reply = try await server.get("\(Self.path).pdf?year=2024&download=1")
            #expect(reply["Content-Disposition"]?.contains("filename=\"U001 report 2024-01-01 to 2024-12-31.pdf\"") == true)
        }
    }

    @Test func `the picture is 1200 pixels wide`() async throws {
        try await TestServer.run { server in
            let size = try #require(try await server.get("\(Self.path).png").pngSize)
            #expect(size[0] == 1200 && size[1] > 2000)
        }
    }

    @Test func `the page asks for no other file and runs no script`() async throws {
        try await TestServer.run { server in
            let reply = try await server.get("\(Self.path).html")
            #expect(reply["Content-Security-Policy"] == "default-src 'none'; style-src 'unsafe-inline'; img-src data:")
            #expect(try await server.get("\(Self.path).html?headline=topic").text.contains("<h2>Spending by category</h2>"))
            #expect(!reply.text.contains("<script"))
            let changes = try await server.get("\(Self.path).html?month=2024-03").text.matches(of: /<span><b>[^<]*%<\/b> [a-z0-9]/)
            #expect(!changes.isEmpty)
            #expect(reply.text.matches(of: /(?:src|href)="(?!data:|#)/).isEmpty)
        }
    }

    @Test(arguments: [
        ("year=2024&month=3", "year", "leave one of them out"), ("year=24x", "year", "whole number"), ("paper=a5", "paper", "'a4'"),
        ("mnoth=3", "mnoth", "did you mean 'month'?"),
    ])
    func `what cannot be read is told`(query: String, parameter: String, advice: String) async throws {
        try await TestServer.run { server in
            let reply = try await server.get("\(Self.path).html?\(query)")
            #expect(reply.status == 400)
            #expect(reply.text.contains(parameter) && reply.text.contains(advice), "\(reply.text)")
        }
    }

    @Test func `a shopper who is unknown, and a format that reports do not come in, are not found`() async throws {
        try await TestServer.run { server in
            #expect(try await server.get("/api/users/nobody/report.pdf").status == 404)
            let reply = try await server.get("\(Self.path).csv")
            #expect(reply.status == 404)
            #expect(reply.text.contains(".html, .pdf, .png"))
        }
    }
}
