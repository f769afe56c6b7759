import Foundation
import Purchases
import Storage
import Testing

@testable import Server

/// Recommendations, alerts and the pantry as they are sent.
@Suite struct RecommendationTests {
    private static let rowKeys: Set = [
        "item", "category", "kind", "state", "score", "purchase_count", "avg_interval_days", "last_purchased", "due_date", "avg_price",
        "recommendation_reason",
    ]

    private func rows(_ reply: HTTPReply, _ key: String = "recommendations") throws -> [[String: Any]] {
        try #require(try reply.json()[key] as? [[String: Any]])
    }

    @Test func `recommendations have every key of the contract`() async throws {
        try await TestServer.run { server in
            for query in ["", "?method=rules", "?limit=3", "?kind=habit"] {
                let reply = try await server.get("/api/users/U001/recommendations\(query)")
                #expect(Set(try reply.json().keys) == ["user_id", "recommendations", "count", "criteria"])
                let rows = try rows(reply)
                let count = try reply.json()["count"] as? Int
                #expect(count == rows.count)
                #expect(rows.allSatisfy { Self.rowKeys.isSubset(of: $0.keys) })
                #expect(rows.allSatisfy { ($0["recommendation_reason"] as? String)?.isEmpty == false })
            }
        }
    }

    @Test func `every item says where it stands, and the criteria what lists are ranked by`() async throws {
        let store = InMemoryPurchaseStore()
        // Weekly milk and, every fourth week, oil, just bought; tea was given up long ago, and cake is others'.
        var log: [Purchase] = []
        for week in 0..<40 {
            let items = ["Milk"] + (week % 4 == 3 ? ["Oil"] : []) + (week < 12 ? ["Tea"] : [])
            log += items.map {
                Fixture.purchase("U1", "\(week)", CalendarDate(dayNumber: 20_000 + week * 7), $0, "Food", 2_00, quantity: 1)
            }
        }
        log.append(Fixture.purchase("U2", "1", CalendarDate(dayNumber: 20_200), "Cake", "Food", 2_00, quantity: 1))
        try await Fixture.add(log, to: store)
        try await TestServer.run(store) { server in
            let reply = try await server.get("/api/users/U1/recommendations")
            let rows = try rows(reply)
            let states = rows.map { "\($0["item"] ?? "") \($0["state"] ?? "")" }
            #expect(Set(states) == ["Milk due", "Oil upcoming", "Tea lapsing", "Cake new"])
            let milk = try #require(rows.first?["recommendation_reason"] as? String)
            #expect(milk.hasPrefix("In 40 of your 40 orders, 10 of the last 10; in ") && milk.hasSuffix("last today: due"), "\(milk)")
            #expect(rows.last?["recommendation_reason"] as? String == "New to you: in 2% of everybody’s orders")
            let csv = try await server.get("/api/users/U1/recommendations.csv").text
            #expect(csv.hasPrefix("item,category,kind,state,") && csv.contains("Milk,Food,replenish,due,"))
            let late = try self.rows(try await server.get("/api/users/U1/recommendations?as_of=\(CalendarDate(dayNumber: 20_285))"))
            #expect(late.first?["state"] as? String == "late")
            let constants = try #require((try reply.json()["criteria"] as? [String: Any])?["constants"] as? [String: Any])
            #expect(constants["memory_days"] as? Double == 240 && constants["are_standard"] as? Bool == true)
            await store.keepRanking(.init(memory: 60, orderDecay: 1, sizeExponent: 0.1, pseudoOrders: 2, usesOrderShare: false))
            let after = try await server.get("/api/users/U1/recommendations")
            let kept = try #require((try after.json()["criteria"] as? [String: Any])?["constants"] as? [String: Any])
            #expect(kept["memory_days"] as? Double == 60 && kept["are_standard"] as? Bool == false)
            #expect(after["ETag"] != reply["ETag"])
        }
    }

    @Test func `what the rules report of prices and days is in the table too`() async throws {
        try await TestServer.run { server in
            let path = "/api/users/U001/recommendations"
            let rows = try rows(try await server.get("\(path)?method=rules&target_interval=14"))
            let first = try #require(rows.first)
            let days = try #require(first["days_since_last_purchase"] as? Int)
            let lines = try await server.get("\(path).csv?method=rules&target_interval=14").text.split(separator: "\r\n")
            let columns = lines[0].split(separator: ",")
            let place = try #require(columns.firstIndex(of: "days_since_last_purchase"))
            let cells = lines[1].split(separator: ",", omittingEmptySubsequences: false)
            #expect(cells[place] == "\(days)")
            #expect(columns[place - 1] == "price_variation" && Double(cells[place - 1]) == first["price_variation"] as? Double)
            #expect(try await server.get("\(path).csv").text.contains("days_since_last_purchase") == false)
        }
    }

    @Test func `alerts and the pantry have exactly theirs`() async throws {
        try await TestServer.run { server in
            let alerts = try await server.get("/api/users/U001/alerts?days=30")
            #expect(Set(try alerts.json().keys) == ["user_id", "days", "alerts"])
            #expect(try alerts.json()["days"] as? Int == 30)
            let keys: Set = [
                "item", "category", "state", "probability", "due_date", "last_purchased", "avg_interval_days", "recommendation_reason",
            ]
            let rows = try rows(alerts, "alerts")
            #expect(!rows.isEmpty && rows.allSatisfy { Set($0.keys) == keys })
            let pantry = try await server.get("/api/users/U001/pantry")
            #expect(Set(try pantry.json().keys) == ["user_id", "as_of", "pantry", "count"])
        }
    }

    @Test func `how much is left is an estimate and told in whole percent`() async throws {
        let store = InMemoryPurchaseStore()
        var log: [Purchase] = []
        for (name, first) in [("Tea", 20_000), ("Rice", 20_010)] {
            log += [0, 30, 60, 90].map {
                Fixture.purchase("U1", "\(name)\($0)", CalendarDate(dayNumber: first + $0), name, "Food", 450, quantity: 1)
            }
        }
        try await Fixture.add(log, to: store)
        try await TestServer.run(store) { server in
            // Two of thirty days are left of the tea, twelve of the rice.
            let text = try await server.get("/api/users/U1/pantry.txt?as_of=\(CalendarDate(dayNumber: 20_118))").text
            #expect(text.contains("(7%)") && text.contains("(40%)"), "\(text)")
        }
    }

    @Test func `the reason is in the reader's language`() async throws {
        let store = InMemoryPurchaseStore()
        let log = [0, 30, 61].map {
            Fixture.purchase("U1", "\($0)", CalendarDate(dayNumber: 20_000 + $0), "Tea", "Drinks", 450, quantity: 1)
        }
        try await Fixture.add(log, to: store)
        try await TestServer.run(store) { server in
            func reason(_ locale: String) async throws -> String? {
                let reply = try await server.get("/api/users/U1/recommendations?method=rules&locale=\(locale)")
                return try rows(reply).first?["recommendation_reason"] as? String
            }
            var reasons: [String?] = []
            for locale in ["en-US", "de-DE", "fr-FR", "es-ES"] { reasons.append(try await reason(locale)) }
            #expect(
                reasons == [
                    "Purchased 3 times, avg every 30.5 days", "3-mal gekauft, im Mittel alle 30,5 Tage",
                    "Acheté 3 fois, en moyenne tous les 30,5 jours", "Comprado 3 veces, de media cada 30,5 días",
                ]
            )
        }
    }

    @Test func `the day that an answer names gives the same answer`() async throws {
        try await TestServer.run { server in
            // The last purchases of others are a month later.
            let answer = try await server.get("/api/users/U004/recommendations?limit=30").json()
            let day = try #require((answer["criteria"] as? [String: Any])?["as_of"] as? String)
            let again = try await server.get("/api/users/U004/recommendations?limit=30&as_of=\(day)").json()
            #expect(day == "2024-05-19")
            let (rows, sameRows) = (answer["recommendations"] as? NSArray, again["recommendations"] as? NSArray)
            #expect(rows?.count ?? 0 > 0 && rows == sameRows)
        }
    }

    @Test(arguments: ["recommendations", "alerts", "pantry"])
    func `the first and the last day of the calendar may count as today, in pictures too`(insight: String) async throws {
        let store = InMemoryPurchaseStore()
        // What is bought every eight thousand years runs out when years have five digits.
        let days = [CalendarDate("1900-01-01"), CalendarDate("9999-12-31")].compactMap { $0 }
        try await Fixture.add(days.map { Fixture.purchase("U1", "\($0)", $0, "Tea", "Drinks", 450, quantity: 1) }, to: store)
        try await TestServer.run(store) { server in
            for day in ["0001-01-01", "1900-01-01", "9999-12-31"] {
                for suffix in ["", ".csv", ".txt", ".png", ".svg"] {
                    let reply = try await server.get("/api/users/U1/\(insight)\(suffix)?as_of=\(day)")
                    #expect(reply.status == 200, "\(suffix) \(day)")
                    if suffix == "" { #expect(!reply.text.contains("\"1000") && !reply.text.contains("\"18")) }
                }
            }
        }
    }

    @Test func `the tag changes with what others buy, and an answer is never told under an old one`() async throws {
        let store = try await Fixture.store()
        try await TestServer.run(store) { server in
            for path in ["recommendations", "alerts", "pantry", "recommendations.png"].map({ "/api/users/U001/\($0)" }) {
                let first = try await server.get(path)
                #expect(try await server.get(path)["ETag"] == first["ETag"])
                let order = Fixture.purchase("U004", path, CalendarDate(dayNumber: 20_500), "Whole Milk", "Dairy", 349, quantity: 1)
                try await Fixture.add([order], to: store)
                let second = try await server.get(path)
                #expect(second.status == 200 && second["ETag"] != first["ETag"])
            }
        }
    }

    @Test(arguments: [
        ("kind=new", "kind"), ("method=rules&kind=save", "kind"), ("min_purchases=3", "min_purchases"), ("limit=0", "limit"),
        ("target_interval=0&method=rules", "target_interval"), ("as_of=2024-02-30", "as_of"), ("days=3", "days"),
    ])
    func `a query that makes no sense is told so`(query: String, parameter: String) async throws {
        try await TestServer.run { server in
            let reply = try await server.get("/api/users/U001/recommendations?\(query)")
            #expect(reply.status == 400)
            let errors = try #require(try reply.json()["errors"] as? [[String: Any]])
            #expect(errors.compactMap { $0["parameter"] as? String } == [parameter])
        }
    }

    @Test func `with a day that counts as today, later imports change nothing but what everybody does`() async throws {
        let store = try await Fixture.store()
        try await TestServer.run(store) { server in
            let path = "/api/users/U001/recommendations?as_of=2024-04-01&method=rules"
            let before = try rows(try await server.get(path)).map { $0["item"] as? String }
            let order = Fixture.purchase("U001", "9", CalendarDate(dayNumber: 20_500), "Pears", "Produce", 349, quantity: 1)
            try await Fixture.add([order], to: store)
            let after = try rows(try await server.get(path)).map { $0["item"] as? String }
            #expect(after == before)
        }
    }
}
