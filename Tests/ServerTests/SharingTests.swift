import Storage
import Testing

@testable import Server

/// Bucket lists that others see, or write to.
@Suite(.timeLimit(.minutes(10))) struct SharingTests {
    private static let path = "/api/users/U001/bucket-list"

    private func share(_ server: TestServer, _ body: String) async throws -> (url: String, id: String) {
        let reply = try await server.send("POST", "\(Self.path)/shares", body: body)
        #expect(reply.status == 201)
        return (try #require(try reply.json()["url"] as? String), try #require(try reply.json()["id"] as? String))
    }

    @Test func `a share to look at shows the list in every form and changes nothing`() async throws {
        try await TestServer.run { server in
            _ = try await server.send("POST", "\(Self.path)/items", body: #"{"item":"Tea"}"#)
            let share = try await share(server, #"{"role":"view"}"#)
            for suffix in ["", ".json", ".csv", ".txt", ".ics"] {
                let (reply, original) = (try await server.get(share.url + suffix), try await server.get(Self.path + suffix))
                #expect(reply.status == 200)
                #expect(reply.body == original.body)
            }
            let body = #"{"item":"Ink"}"#
            #expect(try await server.send("POST", "\(share.url)/items", body: body).status == 403)
            #expect(try await server.send("PATCH", "\(share.url)/items/1", body: body).status == 403)
            #expect(try await server.send("DELETE", share.url).status == 403)
            #expect(try await server.send("GET", "\(share.url)/shares").status == 404)
            #expect(try await server.get("\(Self.path).txt").text == "[ ] Tea\n")
        }
    }

    @Test func `a share to edit is written to like the list itself, and two writers are told of each other`() async throws {
        try await TestServer.run { server in
            let share = try await share(server, #"{"role":"edit","expires":"7d"}"#)
            let added = try await server.send("POST", "\(share.url)/items", body: #"{"item":"Tea","version":0}"#)
            #expect(added.status == 201)
            #expect(added["Location"] == "\(share.url)/items/1")
            #expect(try await server.send("PATCH", "\(share.url)/items/1", body: #"{"checked":true}"#).status == 200)
            #expect(try await server.get("\(Self.path).txt").text == "[x] Tea\n")
            #expect(try await server.send("POST", "\(Self.path)/items", body: #"{"item":"Ink","version":1}"#).status == 409)
            let tag = try #require(try await server.get(share.url)["ETag"])
            #expect(try await server.send("POST", "\(share.url)/undo", headers: ["If-Match": tag]).status == 200)
            #expect(try await server.send("DELETE", share.url, headers: ["If-Match": tag]).status == 412)
            #expect(try await server.send("POST", "\(share.url)/shares", body: #"{"role":"edit"}"#).status == 404)
        }
    }

    /// What a browser says of the pages it takes.
    private static let browser = ["Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"]

    @Test func `in a browser a share is a page, to be read, or to be ticked and added to`() async throws {
        try await TestServer.run { server in
            _ = try await server.send("POST", "\(Self.path)/items", body: #"{"item":"Tea <b>","category":"Drinks"}"#)
            let (view, edit) = (try await share(server, #"{"role":"view"}"#), try await share(server, #"{"role":"edit"}"#))
            let form = Self.browser.merging(["Content-Type": "application/x-www-form-urlencoded"]) { $1 }

            let page = try await server.send("GET", view.url, headers: Self.browser)
            #expect(page.status == 200 && page["Content-Type"] == "text/html; charset=utf-8")
            #expect(page.text.contains("Tea &lt;b&gt;") && !page.text.contains("name=\"do\""))
            #expect(page["Referrer-Policy"] == "no-referrer" && page["X-Robots-Tag"] == "noindex")
            // Neither who shares it nor what else is here.
            #expect(!page.text.contains("U001") && !page.text.contains("href=\"/shop"))
            #expect(try await server.send("POST", view.url, headers: form, body: "do=add&item=Ink").status == 403)

            let writable = try await server.send("GET", edit.url, headers: Self.browser).text
            #expect(writable.contains("action=\"\(edit.url)\"") && writable.contains("value=\"check\""))
            let added = try await server.send("POST", edit.url, headers: form, body: "do=add&item=Ink&price=2%2C50")
            #expect(added.status == 303 && added["Location"] == edit.url)
            #expect(try await server.send("POST", edit.url, headers: form, body: "do=check&id=1&version=2").status == 303)
            let items = try #require(try await server.get(edit.url).json()["bucket_list"] as? [[String: Any]])
            #expect(items.compactMap { $0["checked"] as? Bool } == [true, false])
            let late = try await server.send("POST", edit.url, headers: form, body: "do=remove&id=1&version=1")
            #expect(late.status == 409 && late.text.contains("Somebody changed the list meanwhile"))
            #expect(try await server.send("POST", edit.url, headers: form, body: "do=share&role=edit").status == 403)
            #expect(
                try await server.send("GET", "/s/v1.a.b.c/bucket-list", headers: Self.browser).text.contains("<h1>This link does not work"))
            // Programs read what they did before.
            #expect(try await server.get(edit.url)["Content-Type"]?.hasPrefix("application/json") == true)
        }
    }

    @Test func `shares are listed, withdrawn one by one, and expire`() async throws {
        let clock = TestClock()
        try await TestServer.run(clock: clock) { server in
            let (one, two) = (try await share(server, #"{"role":"view"}"#), try await share(server, #"{"role":"view"}"#))
            #expect(one.url != two.url)
            let listed = try #require(try await server.get("\(Self.path)/shares").json()["shares"] as? [[String: Any]])
            #expect(listed.compactMap { $0["id"] as? String } == [two.id, one.id])
            #expect(try await server.send("DELETE", "\(Self.path)/shares/\(one.id)").status == 200)
            #expect(try await server.get(one.url).status == 410)
            #expect(try await server.get(two.url).status == 200)
            let after = try #require(try await server.get("\(Self.path)/shares").json()["shares"] as? [[String: Any]])
            #expect(after.compactMap { $0["revoked"] as? Bool } == [false, true])
            clock.now += 31 * 86_400
            #expect(try await server.get(two.url).status == 410)
            let rest = try #require(try await server.get("\(Self.path)/shares").json()["shares"] as? [[String: Any]])
            #expect(rest.isEmpty)
            #expect(try await server.send("DELETE", "\(Self.path)/shares/\(two.id)").status == 404)
        }
    }

    @Test(arguments: [#"{}"#, #"{"role":"owner"}"#, #"{"role":"view","expires":"never"}"#, #"{"role":"view","expires":"1999-01-01"}"#])
    func `a share that cannot be made is 422`(body: String) async throws {
        try await TestServer.run { server in
            let reply = try await server.send("POST", "\(Self.path)/shares", body: body)
            #expect(reply.status == 422)
        }
    }

    @Test func `a link signed for one form of the list is for that form`() async throws {
        try await TestServer.run { server in
            let link = try await server.sign("\(Self.path).csv")
            #expect(try await server.get(link).status == 200)
            #expect(try await server.get(link.replacing(".csv", with: ".json")).status == 403)
            #expect(try await server.send("GET", "\(link)/history").status == 404)
        }
    }
}
