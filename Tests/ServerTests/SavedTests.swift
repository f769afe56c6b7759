import Foundation
import Purchases
import Storage
import Testing

@testable import Server

/// A shopper's list, as its page changes it without script.
@Suite struct SavedTests {
    private static let form = ["Content-Type": "application/x-www-form-urlencoded"]
    private static let path = "/users/U001/saved"

    private func send(_ body: String, to server: TestServer, headers: [String: String] = [:]) async throws -> HTTPReply {
        try await server.send("POST", Self.path, headers: Self.form.merging(headers) { $1 }, body: body)
    }

    @Test func `an item is added, edited, ticked, removed, and all of it undone`() async throws {
        try await TestServer.run { server in
            #expect(try await server.get(Self.path).text.contains("Nothing saved yet"))
            let added = try await send("do=add&item=Oat+Milk&category=Dairy&price=2%2C50", to: server)
            #expect(added.status == 303)
            #expect(added["Location"] == Self.path)
            var page = try await server.get(Self.path).text
            #expect(page.contains("<strong>Oat Milk</strong>") && page.contains("Dairy · $2.50") && page.contains("1 to buy, about $2.50"))

            _ = try await send("do=edit&version=1&id=1&item=Rice&price=3&due_date=2024-05-01", to: server)
            page = try await server.get(Self.path).text
            #expect(page.contains("<strong>Rice</strong>") && page.contains("$3.00 · due May 1, 2024") && !page.contains("Oat Milk"))

            _ = try await send("do=check&version=2&id=1", to: server)
            #expect(try await server.get(Self.path).text.contains("aria-pressed=\"true\""))
            _ = try await send("do=remove&version=3&id=1", to: server)
            #expect(try await server.get(Self.path).text.contains("Nothing saved yet"))

            for version in 4...7 { _ = try await send("do=undo&version=\(version)", to: server) }
            #expect(try await server.get(Self.path).text.contains("Nothing saved yet"))
            let nothing = try await send("do=undo&version=8", to: server)
            #expect(nothing["Location"]?.hasSuffix("notice=first") == true)
        }
    }

    @Test func `what somebody else changed meanwhile is not overwritten`() async throws {
        try await TestServer.run { server in
            _ = try await send("do=add&item=Tea", to: server)
            _ = try await send("do=edit&version=1&id=1&item=Green+Tea", to: server)
            let late = try await send("do=edit&version=1&id=1&item=Black+Tea", to: server)
            let page = try await server.get(try #require(late["Location"])).text
            #expect(page.contains("Somebody changed the list meanwhile"))
            #expect(page.contains("<strong>Green Tea</strong>"))
        }
    }

    @Test(arguments: [
        ("do=add", 400), ("do=add&item=Tea&price=two", 400), ("do=dance&item=Tea", 400), ("do=edit&item=Tea&id=x", 400),
        ("do=add&item=Tea&due_date=2024-02-30", 400),
    ])
    func `a form that cannot be read changes nothing`(body: String, status: Int) async throws {
        try await TestServer.run { server in
            let reply = try await send(body, to: server)
            #expect(reply.status == status)
            #expect(try await server.get(Self.path).text.contains("Nothing saved yet"))
        }
    }

    @Test func `a page of another site, and a stranger, change nothing`() async throws {
        try await TestServer.run { server in
            #expect(try await send("do=add&item=Tea", to: server, headers: ["Sec-Fetch-Site": "cross-site"]).status == 403)
            let stranger = try await server.send("POST", "/users/nobody/saved", headers: Self.form, body: "do=add&item=Tea")
            #expect(stranger.status == 404)
            #expect(try await server.get(Self.path).text.contains("Nothing saved yet"))
        }
    }

    @Test func `the filter of the other views outlives a change to the list`() async throws {
        try await TestServer.run { server in
            let page = try await server.get("\(Self.path)?month=2024-03&category=Dairy").text
            let action = "/users/U001/saved?month=2024-03&category=Dairy"
            #expect(page.contains("action=\"\(action.replacing("&", with: "&amp;"))\""))
            let reply = try await server.send("POST", action, headers: Self.form, body: "do=add&item=Tea")
            #expect(reply["Location"] == action)
        }
    }

    @Test func `a link that is shared names the server as it says that it is reached`() async throws {
        try await TestServer.run(configure: { $0.base = try? ServerBase("https://charts.example.org") }) { server in
            let page = try await send("do=share&role=view", to: server)
            #expect(page.text.contains("https://charts.example.org/s/v1."))
            #expect(!page.text.contains("http://localhost"))
        }
    }

    @Test func `a list is shared by a link that works and is shown once`() async throws {
        try await TestServer.run { server in
            _ = try await send("do=add&item=Barley", to: server)
            let page = try await send("do=share&role=view", to: server)
            #expect(page.status == 200)
            #expect(page["Cache-Control"] == "no-store")
            let text = try #require(page.text.firstMatch(of: /spellcheck="false">http:\/\/localhost([^<]+)</)).output.1
            #expect(try await server.get(String(text)).text.contains("Barley"))
            #expect(!(try await server.get(Self.path).text.contains(text)))
        }
    }
}
