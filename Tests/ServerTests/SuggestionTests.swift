import Foundation
import Purchases
import Reports
import Storage
import Testing

@testable import Server

/// Whether suggestions help, and links that put them into a cart.
@Suite struct SuggestionTests {
    private func store() async throws -> InMemoryPurchaseStore {
        let store = InMemoryPurchaseStore()
        let log = (0..<8).flatMap { week in
            ["Tea", "Rice"].map {
                Fixture.purchase("U1", "\(week)", CalendarDate(dayNumber: 20_000 + week * 7), $0, "Food", 4_50, quantity: 1)
            }
        }
        try await Fixture.add(log, to: store)
        return store
    }

    private func run(
        _ store: InMemoryPurchaseStore, cartLink: String? = nil, _ body: (TestServer, SuggestionRecorder) async throws -> Void
    ) async throws {
        let recorder = SuggestionRecorder(store: store, logger: .quiet)
        let link = try cartLink.map { try CartLink($0) }
        try await TestServer.run(store, suggestions: recorder, configure: { $0.cartLink = link }) { try await body($0, recorder) }
    }

    private func counts(_ server: TestServer) async throws -> [String] {
        let reply = try await server.get("/api/shop/suggestions")
        #expect(reply.status == 200)
        let rows = try #require(try reply.json()["suggestions"] as? [[String: Any]])
        return rows.map { row in ["shown_in", "kind", "shown", "bought", "open"].map { "\(row[$0] ?? "")" }.joined(separator: " ") }
    }

    @Test func `nothing is told before something was shown`() async throws {
        try await run(try await store()) { server, _ in
            let counts = try await counts(server)
            #expect(counts == [])
            #expect(try await server.get("/api/shop/suggestions.csv").text == "kind,shown_in,shown,bought,bought_share,open\r\n")
            #expect(try await server.get("/shop/suggestions").text.contains("Nothing was suggested yet"))
            #expect(try await server.get("/api/shop/suggestions?user=U1").status == 400)
        }
    }

    @Test func `what a list shows is counted once, and again as bought when an import has it`() async throws {
        let store = try await store()
        try await run(store) { server, recorder in
            for path in ["recommendations", "recommendations.csv", "alerts", "alerts.png", "recommendations?limit=1"] {
                #expect(try await server.get("/api/users/U1/\(path)").status == 200)
            }
            await recorder.flush()
            #expect(try await counts(server) == ["list replenish 2 0 2"])
            try await Fixture.add(
                [Fixture.purchase("U1", "9", CalendarDate(dayNumber: 20_056), "Tea", "Food", 4_50, quantity: 1)], to: store)
            #expect(try await counts(server) == ["list replenish 2 1 2"])
            let page = try await server.get("/shop/suggestions").text
            #expect(page.contains("50%") && !page.contains("U1") && !page.contains("Tea"))
            let json = try await server.get("/api/shop/suggestions").text
            #expect(!json.contains("U1") && !json.contains("Tea"))
            let csv = try await server.get("/api/shop/suggestions.csv").text
            #expect(csv.contains("replenish,list,2,1,0.5,2\r\n"))
        }
    }

    @Test func `a list as of a day of the past, and one that is not made, count nothing`() async throws {
        let store = try await store()
        try await run(store) { server, recorder in
            let first = try await server.get("/api/users/U1/recommendations?as_of=2024-10-20")
            #expect(first.status == 200)
            let tag = try #require(try await server.send("HEAD", "/api/users/U1/recommendations")["ETag"])
            #expect(try await server.send("GET", "/api/users/U1/recommendations", headers: ["If-None-Match": tag]).status == 304)
            await recorder.flush()
            #expect(try await counts(server) == [])
        }
    }

    @Test func `each item has a link that puts it into the cart, where the shop has such an address and the log a product`() async throws {
        let store = InMemoryPurchaseStore()
        let days = [0, 7, 14, 21].map { CalendarDate(dayNumber: 20_000 + $0) }
        func line(_ user: String, _ item: String, _ product: String, _ day: CalendarDate) -> Purchase {
            var line = Fixture.purchase(user, "\(day)", day, item, "Food", 4_50, quantity: 1)
            line.productID = product
            return line
        }
        try await Fixture.add(
            days.flatMap { [line("U1", "Tea", "T 1/2", $0), line("U1", "Rice", "", $0), line("U2", "Cake", "K", $0)] }, to: store)
        func links(_ reply: HTTPReply, _ key: String) throws -> [String: String] {
            let rows = try #require(try reply.json()[key] as? [[String: Any]])
            return Dictionary(
                uniqueKeysWithValues: rows.map { ("\($0["item"] ?? "")", $0["cart_url"].map { ($0 as? String) ?? "null" } ?? "none") })
        }
        try await run(store, cartLink: "https://shop.example.org/cart?add={product_id}&n=1") { server, _ in
            let list = try await server.get("/api/users/U1/recommendations")
            let expected = [
                "Tea": "https://shop.example.org/cart?add=T%201%2F2&n=1", "Rice": "null", "Cake": "https://shop.example.org/cart?add=K&n=1",
            ]
            #expect(try links(list, "recommendations") == expected)
            #expect(try links(try await server.get("/api/users/U1/alerts"), "alerts")["Tea"] == expected["Tea"])
            let csv = try await server.get("/api/users/U1/recommendations.csv").text
            #expect(csv.contains(",cart_url,") && csv.contains("add=T%201%2F2&n=1"))
            let page = try await server.get("/users/U1/bucket-list").text
            #expect(page.contains("href=\"https://shop.example.org/cart?add=T%201%2F2&amp;n=1\""))
        }
        try await run(store) { server, _ in
            #expect(try links(try await server.get("/api/users/U1/recommendations"), "recommendations")["Tea"] == "none")
            let page = try await server.get("/users/U1/bucket-list").text
            #expect(!page.contains("shop.example.org"))
        }
    }

    @Test func `the page of suggestions counts what it shows`() async throws {
        try await run(try await store()) { server, recorder in
            let reply = try await server.get("/users/U1/bucket-list")
            #expect(reply.status == 200)
            await recorder.flush()
            #expect(try await counts(server) == ["list replenish 2 0 2"])
        }
    }

    @Test func `a busy store is offered again what was shown`() async throws {
        actor Busy: SuggestionStore {
            private(set) var kept = 0
            private var isBusy = true
            func keepRanking(_ constants: RankingConstants?) {}
            func suggestionCounts() -> [SuggestionCount] { [] }
            func keepShown(_ suggestions: [ShownSuggestion]) throws(StorageError) {
                defer { isBusy = false }
                if isBusy { throw .busy(detail: "") }
                kept += suggestions.count
            }
        }
        let (busy, store) = (Busy(), try await store())
        let recorder = SuggestionRecorder(store: busy, logger: .quiet)
        try await TestServer.run(store, suggestions: recorder) { server in
            _ = try await server.get("/api/users/U1/recommendations")
            await recorder.flush()
            #expect(await busy.kept == 0)
            await recorder.flush()
            #expect(await busy.kept == 2)
            await recorder.flush()
            #expect(await busy.kept == 2)
        }
    }
}
