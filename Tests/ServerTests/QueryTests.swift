import Drawing
import Purchases
import Reports
import Testing

@testable import Server

/// What a query may say, and what it is told when it says something else.
@Suite struct QueryTests {
    /// Every parameter of every insight.
    static let parameters = [
        "month", "from", "to", "as_of", "category", "width", "height", "scale", "theme", "locale", "currency", "title", "background",
        "quality",
        "text", "download",
    ]

    private func faults(_ query: String, _ insight: Insight = .metrics) -> [String: String] {
        do {
            _ = try InsightRequest(insight, of: .init(rawValue: "U001"), query: Query(encoded: query))
            return [:]
        } catch {
            return Dictionary(error.faults.map { ($0.parameter, $0.detail) }) { "\($0); \($1)" }
        }
    }

    @Test func `an empty query asks for the defaults`() throws {
        let request = try InsightRequest(.topItems, of: .init(rawValue: "U001"))
        #expect(
            request.canonicalQuery.encoded == """
                by=count&currency=USD&height=400&limit=10&locale=en-US&scale=1&theme=light&width=800
                """
        )
        #expect(!request.isDownload)
    }

    @Test(arguments: [
        ("month=3", "month=03"), ("category=a&category=b", "category=b&category=a"),
        ("from=2024-02&to=2024-02", "to=2024-02-29&from=2024-02-01"),
        ("scale=2", "scale=2.0"), ("", "width=800&theme=light&height=400&scale=1"), ("background=fff", "background=%23FFFFFF"),
        ("currency=USD", "currency=usd"), ("title=a+b", "title=a%20b"), ("", "text=outlines&download=1"),
        ("category=a&category=a", "category=a"),
    ])
    func `requests that mean the same are the same, however they are spelled`(one: String, other: String) throws {
        let requests = try [one, other].map { try InsightRequest(.metrics, of: .init(rawValue: "U001"), query: Query(encoded: $0)) }
        #expect(requests[0].canonicalQuery == requests[1].canonicalQuery)
    }

    @Test(arguments: Insight.allCases)
    func `a canonical query asks for the very same`(insight: Insight) throws {
        let spelled =
            "month=2024-03&category=%C3%84pfel%20%26%20Birnen&category=b&width=640&height=360&scale=1.25&theme=dark&currency=EUR"
            + "&title=Mine%3D&background=0af" + Fixture.requiredFields(of: insight)
        let request = try InsightRequest(insight, of: .init(rawValue: "U001"), query: Query(encoded: spelled))
        let again = try InsightRequest(insight, of: .init(rawValue: "U001"), query: Query(encoded: request.canonicalQuery.encoded))
        #expect(again == request)
    }

    @Test(arguments: parameters)
    func `a parameter given twice is refused, but a category`(name: String) throws {
        let detail = faults("\(name)=1&\(name)=1")[name]
        #expect(name == "category" ? detail == nil : detail?.contains("2 times") == true)
    }

    @Test(arguments: parameters)
    func `a slip in a name is told what was meant`(name: String) {
        var slip = name
        slip.append("s")
        #expect(faults("\(slip)=1")[slip] == "there is no such parameter here; did you mean '\(name)'?")
    }

    @Test func `where nothing can be asked for, that is said`() {
        let reader = QueryReader(Query(encoded: "x=1"))
        #expect {
            try reader.finish()
        } throws: { error in
            (error as? InvalidQuery)?.faults == [.init(parameter: "x", detail: "there is no such parameter here; there are none")]
        }
    }

    @Test(arguments: [
        ("width=99", "width"), ("width=2001", "width"), ("width=1e3", "width"), ("width=-100", "width"), ("width=+100", "width"),
        ("width=", "width"), ("height=79", "height"), ("height=99999999999999999999", "height"), ("scale=0.5", "scale"),
        ("scale=4.01", "scale"), ("scale=1.234", "scale"), ("scale=nan", "scale"), ("scale=2.", "scale"), ("theme=drak", "theme"),
        ("locale=xx-XX", "locale"), ("currency=ABC", "currency"), ("title=%0A", "title"), ("title=a%0Ab", "title"),
        ("background=12", "background"),
        ("background=gggggg", "background"), ("background=%C3%A9%C3%A9%C3%A9", "background"), ("quality=low", "quality"),
        ("text=love", "text"), ("include=everything", "include"), ("download=yes", "download"),
        ("month=0", "month"), ("month=13", "month"), ("month=2024-13", "month"), ("month=march", "month"), ("from=2024-02-30", "from"),
        ("from=yesterday", "from"), ("to=2024-00", "to"), ("category=", "category"), ("chart=pie", "chart"), ("limit=0", "limit"),
        ("title=%ff", "title"), ("width=%4", "width"),
    ])
    func `a value that cannot be is refused under its name`(query: String, name: String) {
        #expect(faults(query)[name] != nil)
    }

    @Test func `a reason quotes what is wrong and says what to do`() {
        #expect(faults("from=2023-02-29")["from"] == "there is no day 2023-02-29: 2023-02 has 28 days")
        #expect(faults("theme=drak")["theme"] == "'drak' is not 'light' or 'dark'; did you mean 'dark'?")
        #expect(faults("from=2024-03&to=2024-01")["to"] == "2024-01-31 is before 'from', which is 2024-03-01; swap them or leave one out")
        #expect(faults("limit=51", .topItems)["limit"] == "'51' is not a whole number from 1 to 50")
        #expect(
            faults("chart=bars", .monthlyTrends)["chart"] == "'bars' is not 'bar' or 'stacked' or 'area' or 'line'; did you mean 'bar'?")
        #expect(faults("bins=41", .amountDistribution)["bins"] == "'41' is not a whole number from 1 to 40")
    }

    @Test func `everything that is wrong is told at once, up to a bound`() {
        #expect(faults("month=13&widht=1&scale=9&from=2024-02-30&theme=blue").count == 5)
        let many = (0..<100).map { "x\($0)=1" }.joined(separator: "&")
        #expect(faults(many).count == InvalidQuery.limit)
    }

    @Test func `categories are bounded in number and length`() {
        let names = (1...51).map { "category=c\($0)" }
        #expect(faults(names.dropLast().joined(separator: "&")).isEmpty)
        #expect(faults(names.joined(separator: "&"))["category"] == "is given 51 times; at most 50 are allowed")
        #expect(faults("category=" + String(repeating: "a", count: 500)).isEmpty)
        #expect(faults("category=" + String(repeating: "a", count: 501))["category"] != nil)
    }

    @Test func `a style that is limited has no more pixels than that, and is left alone where it has fewer`() throws {
        let style = try InsightRequest(.metrics, of: .init(rawValue: "S7"), query: Query(encoded: "width=2000&height=2000&scale=4")).picture
        #expect(style.pixelCount == 64_000_000)
        for limit in [100_000, 2_000_000, 63_999_999] { #expect((limit / 2...limit).contains(style.limited(toPixels: limit).pixelCount)) }
        #expect(style.limited(toPixels: 64_000_000) == style)
    }

    @Test func `what is encoded reads back`() {
        let query = Query([("a b", "c&d=e"), ("ü", "%2F+"), ("", ""), ("n", "line\nbreak\u{0}")])
        #expect(Query(encoded: query.encoded) == query)
        #expect(Query(encoded: "a=1&b=&c=2").droppingEmptyValues() == Query([("a", "1"), ("c", "2")]))
    }

    @Test func `of a hundred thousand names that nobody knows the first twenty are told`() {
        let query = Query((0..<100_000).map { (name: "limi\($0)", value: "") })
        #expect {
            var reader = QueryReader(query)
            _ = reader.value(.wholeNumber("limit", in: 1...50))
            try reader.finish()
        } throws: { error in
            guard let error = error as? InvalidQuery else { return false }
            return error.faults.count == 20 && error.faults[0].detail.contains("did you mean 'limit'?") && error.omittedCount == 99_980
        }
    }
}
