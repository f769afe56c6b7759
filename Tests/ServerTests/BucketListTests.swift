import Foundation
import Purchases
import Storage
import Synchronization
import Testing

@testable import Server

/// The bucket list over HTTP.
@Suite(.timeLimit(.minutes(10))) struct BucketListTests {
    private static let path = "/api/users/U001/bucket-list"
    private static let suggested: BucketListSuggesting = { user, data, day in
        BucketListSuggestions(items: user.rawValue == "U005" ? [] : [.init(name: data.history[0].itemName, dueDate: day)])
    }

    @Test func `without a list of one's own there are suggestions, or nothing`() async throws {
        try await TestServer.run(suggest: Self.suggested) { server in
            let list = try await server.get(Self.path).json()
            #expect(Set(list.keys) == ["user_id", "bucket_list", "type", "total", "version"])
            #expect(list["type"] as? String == "ai_generated")
            #expect(list["version"] as? Int == 0)
            #expect(list["total"] as? Int == 1)
            #expect(try await server.get("/api/users/U005/bucket-list").json()["type"] as? String == "empty")
        }
    }

    @Test func `nobody knows the list of an unknown shopper`() async throws {
        try await TestServer.run { server in
            let reply = try await server.get("/api/users/nobody/bucket-list")
            let body = #"{"bucket_list":[]}"#
            #expect(reply.status == 404)
            #expect(try await server.send("POST", "/api/users/nobody/bucket-list", body: body).status == 404)
            #expect(try await server.get("/api/users/nobody/bucket-list/history").status == 404)
        }
    }

    @Test func `a posted list replaces the one before, with exact prices`() async throws {
        try await TestServer.run { server in
            let body = #"{"bucket_list":[{"item":"Tea 🍵","category":"Drinks","price":4.10,"reason":"out"},{"item":"Rice","checked":true}]}"#
            let reply = try await server.send("POST", Self.path, body: body)
            #expect(reply.status == 200)
            #expect(Set(try reply.json().keys) == ["user_id", "message", "bucket_list", "count"])
            #expect(try reply.json()["count"] as? Int == 2)
            #expect(
                try await server.get(Self.path).text == """
                    {"user_id":"U001","bucket_list":[\
                    {"id":1,"item":"Tea 🍵","category":"Drinks","price":4.10,"reason":"out","checked":false},\
                    {"id":2,"item":"Rice","category":"","price":null,"reason":"","checked":true}],\
                    "type":"custom","total":2,"version":1}

                    """
            )
        }
    }

    @Test func `what was got may be posted back as it is and changes nothing`() async throws {
        try await TestServer.run { server in
            _ = try await server.send("POST", Self.path, body: #"{"bucket_list":[{"item":"Tea","price":1.1,"due_date":"2024-04-01"}]}"#)
            let list = try await server.get(Self.path)
            #expect(try await server.send("POST", Self.path, body: list.text).status == 200)
            let again = try await server.get(Self.path)
            #expect(again.body == list.body)
            #expect(again["ETag"] == list["ETag"])
        }
    }

    @Test func `items are added, edited, moved, removed and brought back`() async throws {
        try await TestServer.run { server in
            let added = try await server.send("POST", "\(Self.path)/items", body: #"{"item":"Tea"}"#)
            #expect(added.status == 201)
            #expect(added["Location"] == "\(Self.path)/items/1")
            _ = try await server.send("POST", "\(Self.path)/items", body: #"{"item":"Rice","position":1}"#)
            let edited = try await server.send("PATCH", "\(Self.path)/items/1", body: #"{"checked":true,"price":2,"position":1}"#)
            #expect(edited.status == 200)
            #expect(try await server.get("\(Self.path).txt").text == "[x] Tea, 2.00\n[ ] Rice\n")
            _ = try await server.send("PATCH", "\(Self.path)/items/1", body: #"{"price":null}"#)
            #expect(try await server.get("\(Self.path).txt").text == "[x] Tea\n[ ] Rice\n")
            #expect(try await server.send("DELETE", "\(Self.path)/items/1").status == 200)
            #expect(try await server.get("\(Self.path).txt").text == "[ ] Rice\n")
            #expect(try await server.send("DELETE", Self.path).status == 200)
            #expect(try await server.get("\(Self.path).txt").text == "")
            for _ in 0..<2 { #expect(try await server.send("POST", "\(Self.path)/undo").status == 200) }
            #expect(try await server.get("\(Self.path).txt").text == "[x] Tea\n[ ] Rice\n")
            let history = try #require(try await server.get("\(Self.path)/history").json()["history"] as? [[String: Any]])
            #expect(history.compactMap { $0["change"] as? String } == ["undo", "undo", "clear", "remove", "edit", "edit", "add", "add"])
            #expect(history[0]["time"] as? String == "2024-03-31T12:00:00Z")
        }
    }

    @Test func `the list is a table and a calendar of what is due`() async throws {
        try await TestServer.run { server in
            let tea = #"{"item":"=Tea, green","price":4.1,"due_date":"2024-04-01"}"#
            let body = #"{"bucket_list":[\#(tea),{"item":"Ink","checked":true,"due_date":"2024-04-02"}]}"#
            _ = try await server.send("POST", Self.path, body: body)
            #expect(
                try await server.get("\(Self.path).csv").text
                    == "id,item,category,price,reason,checked,due_date\r\n1,\"'=Tea, green\",,4.10,,false,2024-04-01\r\n2,Ink,,,,true,2024-04-02\r\n"
            )
            let calendar = try await server.get("\(Self.path).ics")
            #expect(calendar["Content-Type"] == "text/calendar; charset=utf-8")
            #expect(calendar.text.contains("SUMMARY:=Tea\\, green\r\n"))
            #expect(calendar.text.contains("DTSTART;VALUE=DATE:20240401\r\n"))
            #expect(calendar.text.contains("UID:U001/1@bucket-list.cartograph\r\n"))
            #expect(!calendar.text.contains("Ink"))
        }
    }

    @Test func `the second of two writers is told, and sent the list as it is`() async throws {
        try await TestServer.run(suggest: Self.suggested) { server in
            let tag = try #require(try await server.get(Self.path)["ETag"])
            let first = try await server.send("POST", Self.path, headers: ["If-Match": tag], body: #"{"bucket_list":[{"item":"Tea"}]}"#)
            #expect(first.status == 200)
            let body = #"{"bucket_list":[{"item":"Ink"}],"version":0}"#
            let conflict = try await server.send("POST", Self.path, body: body)
            let failed = try await server.send("POST", Self.path, headers: ["If-Match": tag], body: #"{"bucket_list":[]}"#)
            #expect(conflict.status == 409)
            #expect(failed.status == 412)
            #expect(try await server.send("DELETE", "\(Self.path)?version=0").status == 409)
            for reply in [conflict, failed] {
                #expect(reply["Content-Type"] == "application/problem+json")
                let current = try #require(try reply.json()["current"] as? [String: Any])
                #expect(current["version"] as? Int == 1)
                #expect((current["bucket_list"] as? [[String: Any]])?.first?["item"] as? String == "Tea")
            }
            // What a write answers with is good for the next one.
            let next = try #require(first["ETag"])
            #expect(try await server.get(Self.path)["ETag"] == next)
            for tags in [next, "*"] {
                let reply = try await server.send("POST", "\(Self.path)/items", headers: ["If-Match": tags], body: #"{"item":"Ink"}"#)
                #expect(reply.status == 201)
            }
        }
    }

    @Test func `the tag of an answer is that of the list in it, whatever others write meanwhile`() async throws {
        try await TestServer.run(lists: BusyListStore()) { server in
            let written = try await server.send("POST", Self.path, body: #"{"bucket_list":[{"item":"Tea"}]}"#)
            #expect(written["ETag"]?.hasPrefix("\"0000000000000001-") == true)
            // What somebody else has added since must not be written over.
            let tag = try #require(written["ETag"])
            let late = try await server.send("POST", Self.path, headers: ["If-Match": tag], body: #"{"bucket_list":[]}"#)
            #expect(late.status == 412)
            let current = try #require(try late.json()["current"] as? [String: Any])
            let version = try #require(current["version"] as? Int)
            let whichever = try await server.send("POST", "\(Self.path)/items", headers: ["If-Match": "*"], body: #"{"item":"Rice"}"#)
            #expect(whichever.status == 201)
            #expect(late["ETag"]?.hasPrefix("\"\(Revision(rawValue: UInt64(version)))-") == true)
        }
    }

    @Test func `suggestions for which others bought something meanwhile have a tag of their own`() async throws {
        let base = try await Fixture.store()
        let count = Mutex(0)
        let day = CalendarDate(year: 2024, month: 6, day: 1)!
        let store = HookedStore(
            base,
            beforeStatistics: {
                // The second time, an import comes between the question for the version and the one for what it is of.
                let isSecond = count.withLock { count in
                    count += 1
                    return count == 2
                }
                if isSecond { try? await Fixture.add([Fixture.purchase("U009", "1", day, "Ink", "Desk", 100, quantity: 1)], to: base) }
            })
        let suggest: BucketListSuggesting = { _, data, _ in .init(items: [.init(name: "As of \(data.revision)")]) }
        try await TestServer.run(store, suggest: suggest) { server in
            let (before, meanwhile, after) = try await (server.get(Self.path), server.get(Self.path), server.get(Self.path))
            #expect(meanwhile.body != before.body)
            #expect(meanwhile["ETag"] != before["ETag"])
            #expect(meanwhile.body == after.body)
            #expect(meanwhile["ETag"] == after["ETag"])
        }
    }

    @Test func `a list that did not change is not sent again`() async throws {
        try await TestServer.run { server in
            _ = try await server.send("POST", "\(Self.path)/items", body: #"{"item":"Tea"}"#)
            let tag = try #require(try await server.get("\(Self.path).csv")["ETag"])
            #expect(try await server.send("GET", "\(Self.path).csv", headers: ["If-None-Match": tag]).status == 304)
            #expect(try await server.send("HEAD", "\(Self.path).csv")["ETag"] == tag)
        }
    }

    @Test func `what is asked of a part that cannot be read is not done to the whole`() async throws {
        try await TestServer.run { server in
            _ = try await server.send("POST", "\(Self.path)/items", body: #"{"item":"Tea"}"#)
            let share = try #require(
                try await server.send("POST", "\(Self.path)/shares", body: #"{"role":"edit"}"#).json()["url"] as? String)
            for path in [Self.path, share] {
                for part in ["%FF", "%zz", "items/%FF", "%FF/1"] {
                    #expect(try await server.send("DELETE", "\(path)/\(part)").status == 400, "\(part)")
                }
            }
            #expect(try await server.send("DELETE", "/api/users/U001/signatures/%FF").status == 400)
            #expect(try await server.get("\(share).txt").text == "[ ] Tea\n")
        }
    }
}
