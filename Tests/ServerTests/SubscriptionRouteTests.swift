import Foundation
import Purchases
import Storage
import Testing

@testable import Server

/// `/api/users/{id}/subscriptions`.
@Suite(.timeLimit(.minutes(10))) struct SubscriptionRouteTests {
    private static let path = "/api/users/U001/subscriptions"
    private static let body =
        #"{"schedule":"weekly mon 08:00 Europe/Berlin","recipient":"ada@example.org","options":{"locale":"de-DE","category":["Dairy","Bakery"]}}"#

    @Test func `a subscription is made, listed, paused, resumed and forgotten`() async throws {
        let clock = TestClock()
        try await TestServer.run(clock: clock) { server in
            let made = try await server.send("POST", Self.path, body: Self.body)
            #expect(made.status == 201 && made["Location"] == "\(Self.path)/1", "\(made.text)")
            let json = try made.json()
            #expect(json["recipient"] as? String == "ada@example.org" && json["sender"] as? String == "Shop <shop@example.org>")
            #expect(json["schedule"] as? String == "weekly mon 08:00 Europe/Berlin" && json["paused"] as? Bool == false)
            #expect((json["options"] as? [String: Any])?["category"] as? [String] == ["Dairy", "Bakery"])
            let next = try #require(json["next"] as? String)
            #expect(try await server.get(Self.path).json()["count"] as? Int == 1)
            #expect(try await server.get("/api/users/U005/subscriptions").json()["count"] as? Int == 0)
            let paused = try await server.send("PATCH", "\(Self.path)/1", body: #"{"paused":true}"#).json()
            #expect(paused["paused"] as? Bool == true && paused["reason"] as? String == "paused by hand" && paused["next"] is NSNull)
            // What was due meanwhile is not made up for.
            clock.now += 30 * 86_400
            let resumed = try await server.send("PATCH", "\(Self.path)/1", body: #"{"paused":false}"#).json()
            #expect(try #require(resumed["next"] as? String) > next && resumed["reason"] is NSNull)
            #expect(try await server.get("\(Self.path)/1").json()["next"] as? String == resumed["next"] as? String)
            #expect(try await server.send("DELETE", "\(Self.path)/1").status == 200)
            #expect(try await server.send("DELETE", "\(Self.path)/1").status == 404)
        }
    }

    @Test(arguments: [
        (#"{"schedule":"daily","recipient":"a"}"#, ["/schedule", "/recipient"]),
        (#"{"schedule":"monthly 1","recipient":"a@b.org","sender":"ceo@bank.example"}"#, ["/sender"]),
        (#"{}"#, ["/schedule", "/recipient"]),
        (
            #"{"schedule":"monthly 1","recipient":"a@b.org","options":{"locale":"xx","month":"2024-03"}}"#,
            ["/options/month"]
        ),
        (#"{"schedule":"monthly 1","recipient":"a@b.org","options":{"locale":"xx"}}"#, ["/options/locale"]),
        (#"{"schedule":"monthly 1","recipient":"a@b.org\r\nBcc: e@b.org"}"#, ["/recipient"]),
        (#"{"schedule":"monthly 1","recipient":"a@b.org","options":{"pictures":3}}"#, ["/options"]),
    ])
    func `what cannot be subscribed to is told by its parts`(body: String, pointers: [String]) async throws {
        try await TestServer.run { server in
            let reply = try await server.send("POST", Self.path, body: body)
            #expect(reply.status == 422)
            #expect((try reply.json()["errors"] as? [[String: String]])?.compactMap { $0["pointer"] } == pointers, "\(reply.text)")
        }
    }

    @Test func `a server that nobody told who writes takes no subscription`() async throws {
        try await TestServer.run(configure: { $0.mailSender = nil }) { server in
            let reply = try await server.send("POST", Self.path, body: Self.body)
            #expect(reply.status == 422 && reply["Problem-Type"]?.hasSuffix("unknown-sender") == true)
        }
    }

    @Test func `who is unknown has none, and another's is nobody else's`() async throws {
        try await TestServer.run { server in
            #expect(try await server.get("/api/users/nobody/subscriptions").status == 404)
            #expect(try await server.send("POST", Self.path, body: Self.body).status == 201)
            for (method, body) in [("GET", nil), ("DELETE", nil), ("PATCH", #"{"paused":true}"#)] as [(String, String?)] {
                #expect(try await server.send(method, "/api/users/U005/subscriptions/1", body: body).status == 404)
            }
            #expect(try await server.send("PUT", Self.path, body: Self.body).status == 405)
            let elsewhere = try await server.send("POST", Self.path, headers: ["Sec-Fetch-Site": "cross-site"], body: Self.body)
            #expect(elsewhere.status == 403)
        }
    }
}
