import Purchases
import Storage
import Testing

@testable import Server

/// How much is shown and drawn at most.
@Suite(.timeLimit(.minutes(10))) struct AmountLimitTests {
    @Test func `a picture has so many pixels and no more, one that was signed twice as many, and one of an error few`() async throws {
        try await TestServer.run { server in
            let path = "/api/users/U001/metrics"
            // 8 megapixels are 2000 by 1000 at twice the size; each of these asks for a few more.
            for query in ["width=2000&height=1001&scale=2", "width=2000&height=2000&scale=4", "width=2000&height=2000&scale=2"] {
                for form in [path, "\(path).png", "\(path).json", "/api/shop/spending-summary.svg"] {
                    let reply = try await server.get("\(form)?\(query)", accept: "application/problem+json")
                    #expect(reply.status == 400, "\(form) \(query)")
                    let errors = try #require(try reply.json()["errors"] as? [[String: String]])
                    #expect(errors.map { $0["parameter"] } == ["scale"])
                    #expect(errors.first?["detail"]?.contains("megapixels") == true)
                }
            }
            #expect(try await server.get("\(path).png?width=2000&height=1000&scale=2").pngSize == [4_000, 2_000])
            // The picture that says so is smaller than what it refuses.
            let refusal = try #require(try await server.get("\(path).png?width=2000&height=2000&scale=4").pngSize)
            #expect(refusal[0] * refusal[1] <= 2_000_000)

            let link = try await server.sign("\(path).png?width=2000&height=1001&scale=2")
            #expect(try await server.get(link).pngSize == [4_000, 2_002])
            let wish = #"{"path":"\#(path).png?width=2000&height=2000&scale=2.01"}"#
            let refused = try await server.send("POST", "/api/signatures", body: wish)
            #expect(refused.status == 422)
        }
    }

    @Test func `pages show a part of very many categories, and say what they leave out`() async throws {
        let (store, day) = (InMemoryPurchaseStore(), CalendarDate(year: 2024, month: 3, day: 5)!)
        let purchases = (0..<900).map { Fixture.purchase("W", "o\($0)", day, "i\($0)", "c\($0)", 100 + $0, quantity: 1) }
        try await Fixture.add(purchases, to: store)
        try await TestServer.run(store) { server in
            var pages: [String: String] = [:]
            for path in ["/users/W", "/users/W/trends", "/users/W/patterns", "/users/W/saved"] {
                let reply = try await server.get(path)
                #expect(reply.status == 200 && reply.body.count < 1_000_000, "\(path)")
                pages[path] = reply.text
            }
            #expect(pages["/users/W"]?.contains("These are 500 of 900 rows") == true)
            #expect(pages["/users/W"]?.contains("600 more can be chosen") == true)
            #expect(pages["/users/W/trends"]?.contains("840 smaller categories have no line here") == true)
            // Nothing is left out of the numbers.
            let table = try await server.get("/api/users/W/category-trends.csv").text
            #expect(table.split(separator: "\r\n").first?.split(separator: ",").count == 901)
        }
    }
}
