import Purchases
import Storage
import Synchronization
import Testing

@testable import Server

/// Insights whose answers depend on a parameter that has to be there, or on the day it is.
@Suite struct InsightTests {
    private static let prices = "/api/users/U001/price-history"

    @Test func `a price history is asked for by the item's name`() async throws {
        try await TestServer.run { server in
            let reply = try await server.get("\(Self.prices)?item=whole%20MILK&from=2024-02")
            let json = try reply.json()
            #expect(json["item_name"] as? String == "Whole Milk")
            #expect((json["prices"] as? [[String: Any]])?.allSatisfy { $0["unit_price"] as? Double == 3.49 } == true)
            #expect(json["minimum"] as? Double == 3.49 && json["change"] as? Double == 0)
            for suffix in ["csv", "txt", "png", "svg", "pdf"] {
                #expect(try await server.get("\(Self.prices).\(suffix)?item=Apples").status == 200)
            }
            let tags = try await [server.get("\(Self.prices)?item=Apples")["ETag"], server.get("\(Self.prices)?item=Whole+Milk")["ETag"]]
            #expect(tags[0] != tags[1])
        }
    }

    @Test func `what nothing comes as is not found, whatever else is wrong`() async throws {
        try await TestServer.run { server in
            for path in ["\(Self.prices).xyz", "/api/users/U001/metrics.xyz?month=13", "/api/users.xyz?limit=0"] {
                let reply = try await server.get(path)
                #expect(reply.status == 404, "\(path)")
            }
            let reply = try await server.get("\(Self.prices).csv")
            #expect(reply.status == 400)
        }
    }

    @Test(arguments: [("milk", "Did you mean 'Whole Milk'?"), ("Aples", "Did you mean 'Apples'?"), ("Tofu", "top-items")])
    func `an item that was never bought is not found, and the likely one is named`(item: String, advice: String) async throws {
        try await TestServer.run { server in
            let reply = try await server.get("\(Self.prices)?item=\(item)")
            #expect(reply.status == 404)
            #expect(reply["Content-Type"] == "application/problem+json")
            #expect(reply.text.contains(advice), "\(reply.text)")
            let picture = try await server.get("\(Self.prices).png?item=\(item)")
            #expect(picture.status == 404 && picture.pngSize == [800, 400])
            #expect(picture["Cache-Control"] == "no-store")
            for suffix in ["", ".json", ".png"] {
                let head = try await server.send("HEAD", "\(Self.prices)\(suffix)?item=\(item)")
                #expect(head.status == 404 && head.body.isEmpty)
                let unchanged = try await server.send("GET", "\(Self.prices)\(suffix)?item=\(item)", headers: ["If-None-Match": "*"])
                #expect(unchanged.status == 404)
            }
            #expect(try await server.send("HEAD", "\(Self.prices)?item=Apples").status == 200)
        }
    }

    @Test func `a price history without an item is refused`() async throws {
        try await TestServer.run { server in
            let reply = try await server.get(Self.prices)
            #expect(reply.status == 400)
            #expect(reply.text.contains("item") && reply.text.contains("is missing"))
            #expect(try await server.get("\(Self.prices)?item=").status == 400)
        }
    }

    @Test func `a change is explained in parts that come to it`() async throws {
        try await TestServer.run { server in
            let json = try await server.get("/api/users/U001/spending-changes?month=2024-03&compare=previous").json()
            let difference = try #require(json["difference"] as? Double)
            let parts = try #require(json["contributions"] as? [String: Any])
            #expect(abs(parts.values.compactMap { $0 as? Double }.reduce(0, +) - difference) < 1e-9)
            #expect(try await server.get("/api/users/U001/spending-changes?compare=yaer").status == 400)
        }
    }

    @Test func `answers change with the day only where they depend on it`() async throws {
        let day = Mutex(CalendarDate("2024-05-02"))
        @Sendable func turn(to text: String) { day.withLock { $0 = CalendarDate(text) } }
        try await TestServer.run(nil, configure: { $0.today = { day.withLock { $0 } } }) { server in
            let (open, over, fixed) = (
                "/api/users/U001/monthly-trends.txt", "/api/users/U001/monthly-trends.txt?to=2024-03",
                "/api/users/U001/monthly-trends.txt?as_of=2024-05-20"
            )
            // The last day of a month is not over.
            var replies: [[HTTPReply]] = []
            for date in ["2024-05-02", "2024-05-31", "2024-06-01", "2024-06-02"] {
                turn(to: date)
                // Asked twice, the second answer may be a kept one.
                for _ in 0..<2 { replies.append([try await server.get(open), try await server.get(over), try await server.get(fixed)]) }
            }
            let (may, later) = (replies.prefix(4), replies.suffix(4))
            #expect(Set(may.map { $0[0]["ETag"] }).count == 1 && Set(may.map { $0[0].body }).count == 1)
            #expect(Set(later.map { $0[0].body }).count == 1)
            #expect(may.first?[0].body != later.last?[0].body)
            #expect(may.first?[0]["ETag"] != later.last?[0]["ETag"])
            for place in 1...2 {
                #expect(Set(replies.map { $0[place]["ETag"] }).count == 1)
                #expect(Set(replies.map { $0[place].body }).count == 1)
            }
        }
    }
}
