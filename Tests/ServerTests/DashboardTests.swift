import Foundation
import Purchases
import Reports
import Storage
import Testing

@testable import Server

/// The pages, as a browser asks for them.
@Suite struct DashboardTests {
    private func links(in page: String, _ attribute: String) -> [String] {
        page.components(separatedBy: " \(attribute)=\"").dropFirst().map { rest in
            String(rest.prefix { $0 != "\"" }).replacing("&amp;", with: "&")
        }
    }

    @Test func `the start page leads to every shopper`() async throws {
        try await TestServer.run { server in
            let page = try await server.get("/")
            #expect(page.status == 200)
            #expect(page["Content-Type"] == "text/html; charset=utf-8")
            let shoppers = links(in: page.text, "href").filter { $0.hasPrefix("/users/") }
            #expect(shoppers.count == 7)
            for link in shoppers { #expect(try await server.get(link).status == 200, "\(link)") }
        }
    }

    @Test func `an empty database says how to import`() async throws {
        try await TestServer.run(InMemoryPurchaseStore()) { server in
            let page = try await server.get("/")
            #expect(page.status == 200)
            #expect(page.text.contains("cartograph import"))
            let shop = try await server.get("/shop").text
            #expect(shop.contains("No purchases yet.") && shop.contains("href=\"/import\""))
        }
    }

    @Test func `every link of every view answers`() async throws {
        try await TestServer.run { server in
            var all: Set<String> = []
            for tab in Self.views {
                let page = try await server.get("/users/U001\(tab)?category=Dairy")
                #expect(page.status == 200)
                all.formUnion(links(in: page.text, "src") + links(in: page.text, "href").filter { $0.hasPrefix("/") })
            }
            for link in links(in: try await server.get("/shop").text, "href") where link.hasPrefix("/") { all.insert(link) }
            #expect(all.count > 40)
            for link in all { #expect(try await server.get(link).status == 200, "\(link)") }
        }
    }

    private static let views = ["", "/patterns", "/bucket-list", "/saved", "/trends"]

    @Test func `every chart is in the page, with its message, its figures and its addresses`() async throws {
        try await TestServer.run { server in
            for page in ["/users/U001", "/users/U001/patterns", "/users/U001/trends", "/shop"] {
                let text = try await server.get(page).text
                let charts = text.components(separatedBy: "<figure ").dropFirst()
                #expect(charts.count >= 2)
                for chart in charts {
                    #expect(chart.contains("<svg role=\"img\" aria-label=\""))
                    #expect(!chart.contains("aria-label=\":"))
                    #expect(chart.contains("<table>") && chart.contains("<textarea readonly"))
                    for suffix in ["png", "png?", "svg", "pdf", "csv", "json"] { #expect(chart.contains(".\(suffix)")) }
                }
            }
        }
    }

    @Test func `a filter stays across the views`() async throws {
        try await TestServer.run { server in
            let page = try await server.get("/users/U001?month=3&from=2024-02-01&category=Dairy").text
            for tab in Self.views {
                let kept = "/users/U001\(tab)?month=3&from=2024-02-01&category=Dairy"
                #expect(links(in: page, "href").contains(kept))
            }
        }
    }

    @Test func `figures on a page are those of the interface for programs`() async throws {
        try await TestServer.run { server in
            let metrics = try await server.get("/api/users/U001/metrics").json()
            let total = try #require(metrics["total_spending"] as? Double)
            #expect(
                try await server.get("/users/U001").text.contains("<strong>$\(Money(hundredths: Int64((total * 100).rounded())))</strong>"))
        }
    }

    @Test func `the page shows the filtered figures and keeps the choice`() async throws {
        try await TestServer.run { server in
            let all = try await server.get("/users/U001").text
            let some = try await server.get("/users/U001?month=2024-01&category=Dairy").text
            #expect(all != some)
            #expect(some.contains("<input type=\"checkbox\" name=\"category\" value=\"Dairy\" checked>"))
            #expect(some.contains("<option value=\"2024-01\" selected>"))
            #expect(some.contains("Clear the filters"))
            #expect(!all.contains("Clear the filters"))
        }
    }

    @Test func `a filter that leaves nothing says so and offers to clear it`() async throws {
        try await TestServer.run { server in
            let page = try await server.get("/users/U001?category=Toys")
            #expect(page.status == 200)
            #expect(page.text.contains("No purchases in this selection"))
            #expect(page.text.contains("<a class=\"button\" href=\"/users/U001\">Clear the filters</a>"))
        }
    }

    @Test func `the form leads to the chosen shopper with the filters that are not blank`() async throws {
        try await TestServer.run { server in
            let reply = try await server.get("/users?user=U%20001&month=&category=Dairy")
            #expect(reply.status == 303)
            #expect(reply["Location"] == "/users/U%20001?category=Dairy")
            #expect(try await server.get("/users")["Location"] == "/")
        }
    }

    @Test(arguments: [("/users/nobody", 404), ("/users/U001?month=13", 400), ("/users/U001?colour=red", 400), ("/?q=a&q=b", 400)])
    func `a mistake is a page too`(path: String, status: Int) async throws {
        try await TestServer.run { server in
            let reply = try await server.get(path)
            #expect(reply.status == status)
            #expect(reply["Content-Type"] == "text/html; charset=utf-8")
            #expect(reply["Cache-Control"] == "no-store")
            #expect(reply.text.contains("<h1>"))
        }
    }

    @Test func `a page loads nothing from elsewhere and has nothing inline`() async throws {
        try await TestServer.run { server in
            for path in ["/", "/users/U001", "/users/nobody"] {
                let reply = try await server.get(path)
                #expect(reply["Content-Security-Policy"]?.hasPrefix("default-src 'none';") == true)
                let loaded = links(in: reply.text, "src") + links(in: reply.text, "href").filter { !$0.hasPrefix("#") }
                #expect(loaded.allSatisfy { $0.hasPrefix("/") && !$0.hasPrefix("//") })
                #expect(!reply.text.contains("<script>") && !reply.text.contains("<style") && !reply.text.contains(" style=\""))
                #expect(!reply.text.contains(" onclick="))
            }
        }
    }

    @Test func `names from the log cannot write HTML`() async throws {
        let store = InMemoryPurchaseStore()
        let name = "\"><script>alert(1)</script>"
        try await Fixture.add([Fixture.purchase(name, "1", Month(year: 2024, month: 1)!.firstDay, name, name, 100, quantity: 1)], to: store)
        try await TestServer.run(store) { server in
            let start = try await server.get("/")
            let path = try #require(links(in: start.text, "href").first { $0.hasPrefix("/users/") })
            for page in [start, try await server.get(path), try await server.get("/?q=\(name.percentEncoded)")] {
                #expect(page.status == 200)
                #expect(!page.text.contains("<script>"))
            }
        }
    }

    @Test func `a page that is known already is not sent again`() async throws {
        try await TestServer.run { server in
            for path in ["/", "/users/U001", "/assets/style.css"] {
                let tag = try #require(try await server.get(path)["ETag"])
                let reply = try await server.send("GET", path, headers: ["If-None-Match": tag])
                #expect(reply.status == 304)
                #expect(reply.body.isEmpty)
            }
        }
    }

    @Test func `more than fifty shoppers come in pages`() async throws {
        let store = InMemoryPurchaseStore()
        let day = Month(year: 2024, month: 1)!.firstDay
        try await Fixture.add((100..<220).map { Fixture.purchase("U\($0)", "1", day, "Tea", "Drinks", 100, quantity: 1) }, to: store)
        try await TestServer.run(store) { server in
            var found: Set<String> = []
            var path: String? = "/"
            while let next = path, found.count < 1_000 {
                let page = try await server.get(next).text
                found.formUnion(links(in: page, "href").filter { $0.hasPrefix("/users/") })
                path = links(in: page, "rel=\"next\" href").first
            }
            #expect(found.count == 120)
        }
    }

    @Test func `no text from outside becomes markup, whatever stands beside its signs`() async throws {
        // U+0600 goes before a character and U+0301 after one, and each is one character with it.
        let name = "\u{600}<img src=x>\u{301}\u{22}\u{301} onfocus=x"
        let store = InMemoryPurchaseStore()
        try await Fixture.add(
            (1...3).map { Fixture.purchase("U\(name)", "\($0)", .init("2024-0\($0)-01")!, name, name, 450, quantity: 1) }, to: store)
        let encoded = name.percentEncoded
        try await TestServer.run(store) { server in
            let saved = try await server.send(
                "POST", "/users/U\(encoded)/saved", headers: ["Content-Type": "application/x-www-form-urlencoded"],
                body: "do=add&item=\(encoded)&category=\(encoded)")
            #expect(saved.status == 303)
            for path in ["/?q=\(encoded)", "/shop", "/api/users/U\(encoded)/report.html?title=\(encoded)"]
                + Self.views.map({ "/users/U\(encoded)\($0)" })
            {
                let page = try await server.get(path)
                #expect(page.status == 200)
                let scalars = page.text.unicodeScalars.map(\.value)
                for (index, scalar) in scalars.enumerated() where scalar == 0x600 || scalar == 0x301 {
                    let neighbour = scalar == 0x600 ? index + 1 : index - 1
                    #expect(!["<", ">", "\""].contains(Unicode.Scalar(scalars[neighbour]) ?? " "), "\(path)")
                }
            }
        }
    }
}
