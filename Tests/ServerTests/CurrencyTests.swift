import Purchases
import Reports
import Storage
import Testing

@testable import Server

/// The currency of the database, in everything that shows sums.
@Suite struct CurrencyTests {
    private static let log = """
        OrderID,CustomerID,OrderDate,Item Name,Category,Quantity,Unit Price (EUR)
        1,U1,2024-01-31,Milk,Dairy,2,2.48
        2,U1,2024-02-03,Bread,Bakery,1,3.10

        """
    private static let csv = ["Content-Type": "text/csv"]

    @Test func `sums are in the currency of the first log, on pages, in pictures and in links, unless a reader chooses another`()
        async throws
    {
        try await TestServer.run(InMemoryPurchaseStore()) { server in
            #expect(try await server.send("POST", "/api/imports", headers: Self.csv, body: Self.log).status == 200)
            let paths = ["/users/U1", "/shop", "/api/users/U1/monthly-trends.svg?text=live", "/api/shop/monthly-trends.svg?text=live"]
            for path in paths {
                let text = try await server.get(path).text
                #expect(text.contains("€") || text.contains("EUR"), "\(path)")
                #expect(!text.contains("$") && !text.contains("USD"), "\(path)")
                let chosen = try await server.get("\(path)\(path.contains("?") ? "&" : "?")currency=CHF").text
                #expect(chosen.contains("CHF") && !chosen.contains("EUR"), "\(path)")
            }
            let page = try await server.get("/users/U1?currency=CHF").text
            #expect(page.contains("/report.pdf?currency=CHF"))
        }
    }

    @Test func `a log that names no currency is shown without a sign`() async throws {
        try await TestServer.run(InMemoryPurchaseStore()) { server in
            let log = Self.log.replacing(" (EUR)", with: "")
            #expect(try await server.send("POST", "/api/imports", headers: Self.csv, body: log).status == 200)
            let page = try await server.get("/users/U1").text
            #expect(page.contains("8.06"))
            for sign in ["$", "€", "USD", "XXX"] { #expect(!page.contains("\(sign)8.06") && !page.contains("spent, \(sign)"), "\(sign)") }
        }
    }

    @Test func `a log in another currency is refused with both names`() async throws {
        try await TestServer.run(InMemoryPurchaseStore()) { server in
            #expect(try await server.send("POST", "/api/imports", headers: Self.csv, body: Self.log).status == 200)
            let other = Self.log.replacing("EUR", with: "GBP")
            let reply = try await server.send("POST", "/api/imports", headers: Self.csv, body: other)
            #expect(reply.status == 422)
            let problem = try reply.json()
            #expect((problem["type"] as? String)?.hasSuffix("other-currency") == true)
            let detail = problem["detail"] as? String ?? ""
            #expect(detail.contains("EUR") && detail.contains("GBP"))
        }
    }
}
