import Foundation
import Testing

@testable import Server

/// `include=regions`: where the picture shows what.
@Suite struct RegionTests {
    private struct Box { var label: String, value: Double, x: Double, y: Double, width: Double, height: Double }

    private func boxes(_ json: [String: Any]) throws -> [Box] {
        let regions = try #require(json["regions"] as? [String: Any])
        return try #require(regions["marks"] as? [[String: Any]]).map { mark in
            func number(_ name: String) throws -> Double { try #require(mark[name] as? Double) }
            #expect(mark["text"] is String)
            return Box(
                label: try #require(mark["label"] as? String), value: try number("value"), x: try number("x"), y: try number("y"),
                width: try number("width"), height: try number("height")
            )
        }
    }

    @Test func `the numbers come with the box of every mark, in pixels of the picture`() async throws {
        try await TestServer.run { server in
            let path = "/api/users/U001/spending-summary.json"
            let json = try await server.get("\(path)?include=regions&chart=bar&width=500&height=300&scale=2").json()
            let regions = try #require(json["regions"] as? [String: Any])
            #expect(regions["width"] as? Int == 1000 && regions["height"] as? Int == 600 && regions["scale"] as? Int == 2)
            let boxes = try boxes(json)
            let rows = try #require(json["spending_summary"] as? [[String: Any]])
            #expect(boxes.map(\.label) == rows.map { $0["category"] as? String })
            #expect(boxes.map(\.value) == rows.map { $0["total_spent"] as? Double })
            #expect(boxes.allSatisfy { $0.x >= 0 && $0.y >= 0 && $0.x + $0.width <= 1000 && $0.y + $0.height <= 600 })
            #expect(try await server.get(path).json()["regions"] == nil)
        }
    }

    @Test func `key figures have the boxes of their cards, with numbers where they are some`() async throws {
        try await TestServer.run { server in
            let json = try await server.get("/api/users/U001/metrics.json?include=regions").json()
            let regions = try #require(json["regions"] as? [String: Any])
            let marks = try #require(regions["marks"] as? [[String: Any]])
            #expect(marks.count == 6)
            #expect(marks[0]["label"] as? String == "Total spending" && marks[0]["value"] as? Double == json["total_spending"] as? Double)
            #expect(marks[3]["text"] as? String == json["top_category"] as? String && marks[3]["value"] is NSNull)
            #expect(marks.allSatisfy { ($0["width"] as? Int ?? 0) > 50 && ($0["height"] as? Int ?? 0) > 30 })
        }
    }

    @Test func `what is told roughly is told roughly here too`() async throws {
        try await TestServer.run { server in
            let json = try await server.get("/api/users/U001/metrics.json?include=regions&disclosure=rounded").json()
            let regions = try #require(json["regions"] as? [String: Any])
            let marks = try #require(regions["marks"] as? [[String: Any]])
            #expect(marks[0]["value"] as? Double == json["total_spending"] as? Double)
        }
    }

    @Test func `readers from right to left have the boxes where their picture has them`() async throws {
        try await TestServer.run { server in
            let path = "/api/users/U001/monthly-trends.json?include=regions"
            let (english, arabic) = (try await boxes(server.get(path).json()), try await boxes(server.get("\(path)&locale=ar").json()))
            #expect(english.map(\.value) == arabic.map(\.value) && english.count == 5)
            #expect(zip(english, english.dropFirst()).allSatisfy { $0.x < $1.x })
            #expect(zip(arabic, arabic.dropFirst()).allSatisfy { $0.x > $1.x })
        }
    }

    @Test func `it is a part of what is asked for`() async throws {
        try await TestServer.run { server in
            let path = "/api/users/U001/top-items"
            let (plain, rich) = (try await server.get(path), try await server.get("\(path)?include=regions"))
            #expect(plain["ETag"] != rich["ETag"])
            let wrong = try await server.get("\(path)?include=region")
            #expect(wrong.status == 400)
            #expect(wrong.text.contains("did you mean 'regions'?"))
        }
    }
}
