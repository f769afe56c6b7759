import Access
import Foundation
import Purchases
import Storage
import Testing

@testable import Server

/// The page where a chart is drawn of what is pasted.
@Suite(.timeLimit(.minutes(10))) struct ChartPageTests {
    private static let form = ["Content-Type": "application/x-www-form-urlencoded"]

    /// The address of the picture that a page shows.
    private func picture(in page: String) throws -> String {
        let match = try #require(page.firstMatch(of: /<img src="([^"]+)"/), "\(page)")
        return String(match.1).replacing("&amp;", with: "&")
    }

    @Test(arguments: ChartExample.all.map(\.name))
    func `every example is drawn, and its picture, its siblings and its words are there`(name: String) async throws {
        try await TestServer.run { server in
            let reply = try await server.get("/charts?example=\(name)")
            #expect(reply.status == 200)
            let address = try picture(in: reply.text)
            #expect(try await server.get(address).pngSize?.first.map { $0 >= 1_000 } == true)
            for suffix in ["svg", "pdf", "csv", "json", "txt"] {
                let sibling = address.replacing(".png?", with: ".\(suffix)?")
                #expect(reply.text.contains(sibling.replacing("&", with: "&amp;")))
                #expect(try await server.get(sibling).status == 200)
            }
            #expect(!reply.text.contains("class=\"problem\""))
        }
    }

    @Test func `what is pasted is drawn, the form keeps it, and nothing of it is markup`() async throws {
        try await TestServer.run { server in
            let text = "name,<b>count</b>\n\"<script>alert(1)</script>\",3\nB,4\n"
            let body = Query([("text", text), ("mark", "bar"), ("title", "\"><img src=x>"), ("width", "600")]).encoded
            let reply = try await server.send("POST", "/charts", headers: Self.form, body: body)
            #expect(reply.status == 200, "\(reply.text)")
            #expect(!reply.text.contains("<script>alert") && !reply.text.contains("<img src=x>"))
            #expect(reply.text.contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
            #expect(try await server.get(try picture(in: reply.text)).pngSize?.first == 1_200)
            #expect(reply.text.contains("width=&quot;600&quot;"), "the HTML for a mail has the size in points")
        }
    }

    @Test(arguments: [
        ("a,b\nx,y\n", "", "no column of numbers"), ("{", "", "is missing"), ("a,b\nx,1\n", "&y=c", "there is no column"),
        ("{type:'bar',data:{datasets:[{data:[1]}]}}", "&mark=line", "is for rows"), ("", "", "there is nothing in it"),
    ])
    func `what cannot be drawn is said above the form, which keeps it`(text: String, more: String, words: String) async throws {
        try await TestServer.run { server in
            let body = Query([("text", text)]).encoded + more
            let reply = try await server.send("POST", "/charts", headers: Self.form, body: body)
            #expect(reply.status == 400)
            let problem = try #require(reply.text.firstMatch(of: /role="alert">([^<]*)</)).1
            #expect(problem.contains(words), "\(problem)")
            #expect(!reply.text.contains("id=\"result\""))
        }
    }

    @Test func `where keys are asked for, the picture has a link that works without one`() async throws {
        let store = InMemoryAccessStore()
        var generator = SystemRandomNumberGenerator()
        let time = Timestamp(1_700_000_000)
        let (key, text) = APIKey.make(name: "charts", scopes: [try Scope("charts")], expiry: nil, at: time, using: &generator)
        await store.addKey(key)
        let access = AccessControl(settings: .init(mode: .keys, hosts: .ownMachine), store: store) { time }
        try await TestServer.run(access: access) { server in
            #expect(try await server.get("/charts?example=bars").status == 401)
            let reply = try await server.send("GET", "/charts?example=bars", headers: ["Authorization": "Bearer \(text)"])
            let address = try picture(in: reply.text)
            #expect(address.hasPrefix("/s/") && reply.text.contains("works without a login until"))
            for suffix in ["png", "svg", "csv"] {
                #expect(try await server.get(address.replacing(".png", with: ".\(suffix)")).status == 200)
            }
        }
    }
}
