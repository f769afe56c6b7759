import Foundation
import Purchases
import Reports
import Storage
import Synchronization
import Testing

@testable import Server

/// The views of one shopper, and what they owe to what is around them.
@Suite struct ShopperPageTests {
    /// A shopper who buys milk every week, dearer in the last 90 days, bread before them and cheese in them, and another one besides.
    private static func store() async throws -> InMemoryPurchaseStore {
        let store = InMemoryPurchaseStore()
        let start = Month(year: 2024, month: 1)!.firstDay
        var purchases: [Purchase] = []
        for week in 0..<30 {
            let (order, day) = ("\(week)", start.adding(days: week * 7))
            purchases.append(Fixture.purchase("U1", order, day, "Milk", "Dairy", week < 17 ? 200 : 250, quantity: 1))
            let (item, category) = week < 17 ? ("Bread", "Bakery") : ("Cheese", "Dairy")
            purchases.append(Fixture.purchase("U1", order, day, item, category, 400, quantity: 1))
        }
        purchases.append(Fixture.purchase("U2", "100", start.adding(days: 208), "Milk", "Dairy", 240, quantity: 1))
        try await Fixture.add(purchases, to: store)
        return store
    }

    @Test func `each view shows what it is for`() async throws {
        try await TestServer.run(try await Self.store()) { server in
            let expected = [
                "": ["spending-summary", "monthly-trends"],
                "/patterns": ["top-items", "amount-distribution", "seasonal-patterns", "price-history"],
                "/bucket-list": ["recommendations"],
                "/trends": ["spending-changes", "category-trends", "monthly-trends", "seasonal-patterns"],
            ]
            for (view, insights) in expected {
                let page = try await server.get("/users/U1\(view)").text
                let shown = page.components(separatedBy: "<figure class=\"card figure\" id=\"").dropFirst()
                #expect(shown.map { String($0.prefix { $0 != "\"" }) } == insights, "\(view)")
            }
        }
    }

    @Test func `a page says once whose it is`() async throws {
        try await TestServer.run(try await Self.store()) { server in
            for view in ["", "/patterns", "/bucket-list", "/trends"] {
                let page = try await server.get("/users/U1\(view)").text
                #expect(page.contains("<h1>U1</h1>") && !page.contains("· U1"), "\(view)")
            }
            #expect(try await server.get("/api/users/U1/spending-summary.svg?text=live").text.contains("· U1"))
        }
    }

    @Test func `a sentence never ends a line between a sign and an amount`() async throws {
        try await TestServer.run(try await Self.store()) { server in
            let page = try await server.get("/users/U1/trends").text
            let sentence = try #require(page.firstMatch(of: /<p class="statement">([^<]*[−+][^<]*)</)).1
            #expect(!sentence.matches(of: /[−+]\u{2060}/).isEmpty && sentence.matches(of: /[−+][^\u{2060}]/).isEmpty)
        }
    }

    @Test func `the basket's changes name what is new, gone and dearer`() async throws {
        try await TestServer.run(try await Self.store()) { server in
            let page = try await server.get("/users/U1/trends").text
            let card = try #require(page.firstRange(of: "id=\"changes\"")).upperBound
            let lists = page[card...].components(separatedBy: "<h3>").dropFirst().map { String($0) }
            try #require(lists.count == 3)
            #expect(lists[0].contains("Cheese") && lists[1].contains("Bread"))
            #expect(lists[2].contains("Milk") && lists[2].contains("$2.00") && lists[2].contains("$2.50"))
        }
    }

    @Test func `the price of the item that became dearer is shown, and that of another where it is asked for`() async throws {
        try await TestServer.run(try await Self.store()) { server in
            let page = try await server.get("/users/U1/patterns").text
            #expect(page.contains("Price of Milk"))
            #expect(page.contains("href=\"/users/U1/patterns?item=Milk#price-history\""))
            #expect(try await server.get("/users/U1/patterns?item=Bread").text.contains("Price of Bread"))
            #expect(try await server.get("/users/U1/patterns?item=Caviar").status == 404)
            #expect(try await server.get("/users/U1/trends?item=Bread").status == 400)
        }
    }

    @Test func `what runs out comes first, and goes onto the list by one tick`() async throws {
        try await TestServer.run(try await Self.store()) { server in
            let path = "/users/U1/bucket-list"
            let page = try await server.get(path).text
            let due = try #require(page.firstRange(of: "Due now"))
            let items = page[due.upperBound...].components(separatedBy: "<li class=\"item\"").dropFirst()
            let first = try #require(items.first)
            #expect(first.contains("Milk") && first.contains("about every 7 days") && first.contains("around "))
            let german = try await server.get("\(path)?locale=de-DE").text
            #expect(german.contains("etwa alle 7 Tage"))
            let body = "do=add&item=Milk&category=Dairy&price=2.50&back=%2Fusers%2FU1%2Fbucket-list"
            let form = ["Content-Type": "application/x-www-form-urlencoded"]
            #expect(try await server.send("POST", "/users/U1/saved", headers: form, body: body)["Location"] == path)
            #expect(try await server.get(path).text.contains("on the list"))
        }
    }

    @Test func `suggestions are made anew when somebody else's purchases change`() async throws {
        let store = try await Self.store()
        try await TestServer.run(store) { server in
            let path = "/users/U1/bucket-list"
            let tag = try #require(try await server.get(path)["ETag"])
            let later = Month(year: 2024, month: 8)!.lastDay
            try await Fixture.add([Fixture.purchase("U3", "300", later, "Milk", "Dairy", 240, quantity: 1)], to: store)
            #expect(try await server.send("GET", path, headers: ["If-None-Match": tag]).status == 200)
            let own = try #require(try await server.get("/users/U1")["ETag"])
            try await Fixture.add([Fixture.purchase("U4", "400", later, "Milk", "Dairy", 240, quantity: 1)], to: store)
            #expect(try await server.send("GET", "/users/U1", headers: ["If-None-Match": own]).status == 304)
        }
    }

    @Test func `the picture for a mail needs no login, and is good for a month`() async throws {
        let clock = TestClock()
        try await TestServer.run(clock: clock) { server in
            let page = try await server.get("/users/U001?category=Dairy").text
            let links = page.components(separatedBy: "http://").dropFirst().compactMap { text in
                text.firstRange(of: "/s/v1.").map { String(text[$0.lowerBound...].prefix { $0 != "\"" && $0 != "&" }) }
            }
            #expect(links.count == 2)
            for link in links {
                let picture = try await server.get(link, accept: "image/png")
                #expect(picture["Content-Type"] == "image/png")
                #expect(picture["Cache-Control"]?.hasPrefix("public") == true)
            }
            #expect(try await server.send("DELETE", "/api/users/U001/signatures").status == 200)
            #expect(try await !server.get("/users/U001?category=Dairy").text.contains(try #require(links.first)))
        }
    }

    @Test func `the report comes in every form from the shopper's page`() async throws {
        try await TestServer.run { server in
            let page = try await server.get("/users/U001/trends?category=Dairy").text
            for suffix in ["pdf", "png", "html", "eml"] {
                let link = "/api/users/U001/report.\(suffix)?category=Dairy"
                #expect(page.contains("href=\"\(link)\""))
                #expect(try await server.get(link).status == 200)
            }
        }
    }

    @Test func `a page about a month that is not over is made anew the next day`() async throws {
        let day = Mutex(CalendarDate("2024-05-20"))
        try await TestServer.run(configure: { $0.today = { day.withLock { $0 } } }) { server in
            let path = "/users/U001?month=2024-05"
            let tag = try #require(try await server.get(path)["ETag"])
            #expect(try await server.send("GET", path, headers: ["If-None-Match": tag]).status == 304)
            day.withLock { $0 = CalendarDate("2024-05-21") }
            #expect(try await server.send("GET", path, headers: ["If-None-Match": tag]).status == 200)
        }
    }
}
