import Purchases
import Reports
import Storage
import Testing
import Typography

@testable import Server

/// What each address answers with.
@Suite struct RepresentationTests {
    @Test func `every insight comes in every representation, each with its media type and its siblings`() async throws {
        try await TestServer.run { server in
            for path in Fixture.insightPaths {
                for representation in Representation.ofInsights {
                    let reply = try await server.get("\(path).\(representation.rawValue)?month=3&width=300&height=200")
                    #expect(reply.status == 200, "\(path).\(representation): \(reply.text)")
                    #expect(reply["Content-Type"] == representation.contentType)
                    #expect(reply["X-Content-Type-Options"] == "nosniff")
                    #expect(reply["Cache-Control"] == "private, max-age=60, stale-while-revalidate=300")
                    #expect(reply["Vary"] == (ContentCoding.isWorthwhile(for: representation.contentType) ? "Accept-Encoding" : nil))
                    for sibling in Representation.ofInsights {
                        let address = reply.link("alternate", type: "type=\"\(sibling.mediaType)\"")
                        let expected = "\(path).\(sibling.rawValue)?month=3&width=300&height=200"
                        #expect(address == (sibling == representation ? nil : expected))
                    }
                }
            }
        }
    }

    @Test func `pictures say their size, sandbox their scripts and may be embedded anywhere`() async throws {
        try await TestServer.run { server in
            let path = "/api/users/U001/spending-summary"
            #expect(try await server.get("\(path).png").pngSize == [800, 400])
            let png = try await server.get("\(path).png?width=320&height=240&scale=1.5")
            #expect(png.pngSize == [480, 360])
            #expect(png["Cross-Origin-Resource-Policy"] == "same-origin")
            let link = try await server.sign("/api/users/U001/metrics.png")
            #expect(try await server.get(link)["Cross-Origin-Resource-Policy"] == "cross-origin")
            let svg = try await server.get("\(path).svg")
            #expect(svg["Content-Security-Policy"] == "default-src 'none'; style-src 'unsafe-inline'; sandbox")
            #expect(svg.text.contains("role=\"img\"") && svg.text.contains("<title"))
            #expect(try await server.get("\(path).pdf").text.hasPrefix("%PDF"))
            let words = try await server.get("\(path).txt").text
            #expect(words.hasSuffix("\n") && words.contains("Bakery"))
        }
    }

    @Test func `the numbers are those of the log`() async throws {
        try await TestServer.run { server in
            let json = try await server.get("/api/users/U001/spending-summary").json()
            #expect(json["user_id"] as? String == "U001")
            // Ten times 3.49 + 2 × 5.25 + 3 × 2.99.
            #expect(json["total_spent"] as? Double == 229.6)
            let filtered = try await server.get("/api/users/U001/spending-summary?from=2024-02&to=2024-02-09&category=Dairy").json()
            #expect(filtered["total_spent"] as? Double == 6.98)
        }
    }

    @Test(arguments: [
        ("image/png", "image/png"), ("*/*", "application/json"), ("", "application/json"), ("image/*", "image/png"),
        ("text/html, image/svg+xml;q=0.9, */*;q=0.1", "image/svg+xml"),
        ("text/html,application/xhtml+xml,*/*;q=0.8", "application/json"),
        ("image/avif,image/webp,image/apng,image/svg+xml,image/*,*/*;q=0.8", "image/png"),
        ("text/*;q=0.5, text/plain", "text/plain; charset=utf-8"), ("*/*, application/json;q=0", "text/csv; charset=utf-8"),
        ("application/json;q=0.2, text/csv ; q=0.3", "text/csv; charset=utf-8"), ("IMAGE/PNG", "image/png"),
    ])
    func `the Accept header picks a representation where the path names none`(accept: String, contentType: String) async throws {
        try await TestServer.run { server in
            let reply = try await server.get("/api/users/U001/metrics", accept: accept)
            #expect(reply["Content-Type"] == contentType)
            #expect(reply["Vary"]?.split(separator: ",").first == "Accept")
            // On a path with an extension it counts for nothing.
            #expect(try await server.get("/api/users/U001/metrics.csv", accept: accept)["Content-Type"] == "text/csv; charset=utf-8")
        }
    }

    @Test func `what is not accepted is refused, and says what there is`() async throws {
        try await TestServer.run { server in
            let reply = try await server.get("/api/users/U001/metrics", accept: "video/mp4, image/png;q=0")
            #expect(reply.status == 406)
            #expect(reply["Vary"]?.split(separator: ",").first == "Accept")
            #expect(reply.text.contains("application/json, text/csv, image/png"))
        }
    }

    @Test func `a download has a telling name`() async throws {
        try await TestServer.run { server in
            let reply = try await server.get("/api/users/U001/spending-summary.png?month=2024-03&download=1&width=100&height=80")
            #expect(
                reply["Content-Disposition"] == """
                    attachment; filename="U001 spending-summary 2024-03.png"; \
                    filename*=UTF-8''U001%20spending-summary%202024-03.png
                    """
            )
            let other = try await server.get("/api/users/%C3%9C003/metrics.csv?download=1&category=a%22%2F..%0Ab")
            #expect(
                other["Content-Disposition"] == """
                    attachment; filename="_003 metrics a--..-b.csv"; filename*=UTF-8''%C3%9C003%20metrics%20a--..-b.csv
                    """
            )
            #expect(try await server.get("/api/users/U001/metrics.csv")["Content-Disposition"] == nil)
        }
    }

    @Test func `a query that is very long is answered without links, so that the header stays short`() async throws {
        try await TestServer.run { server in
            let category = String(repeating: "a", count: 500)
            let query = (0..<12).map { "category=\(category.dropLast(2))\($0 + 10)" }.joined(separator: "&")
            let reply = try await server.get("/api/users/U001/metrics?\(query)")
            #expect(reply.status == 200)
            #expect(reply["Link"] == nil)
        }
    }

    @Test func `the same bytes come without HTTP`() async throws {
        try await TestServer.run { server in
            let store = try await Fixture.store()
            for insight in Insight.allCases {
                let query = Query(encoded: "theme=dark&width=300&height=200&from=2024-02\(Fixture.requiredFields(of: insight))")
                let request = try InsightRequest(insight, of: .init(rawValue: "U001"), query: query)
                let versioned = try await store.history(of: request.subject.user)
                let (own, history) = (versioned.revision, versioned.value)
                // An answer that depends on all shoppers has a revision of both.
                let everyone = request.question.needsStatistics ? await store.statistics().value : .none
                let version = request.question.needsStatistics ? own.combined(with: await store.revision()) : own
                for representation in Representation.ofInsights {
                    let bytes = try request.bytes(
                        as: representation, from: history, among: everyone, revision: version, typesetter: .init())
                    let reply = try await server.get("/api/users/U001/\(insight.name).\(representation.rawValue)?\(query.encoded)")
                    #expect(reply.body == bytes, "\(insight) as \(representation)")
                }
            }
        }
    }

    @Test func `a PNG has a palette, and exact colors when these are asked for`() async throws {
        try await TestServer.run { server in
            let path = "/api/users/U001/monthly-trends.png"
            let standard = try await server.get(path)
            let lossless = try await server.get("\(path)?quality=lossless")
            // The color type is the tenth byte of IHDR's data: 3 is a palette, 2 is red, green and blue.
            #expect(standard.body[25] == 3)
            #expect(lossless.body[25] == 2)
            #expect(standard.body.count < lossless.body.count)
            #expect(standard["ETag"] != lossless["ETag"])
        }
    }
}
