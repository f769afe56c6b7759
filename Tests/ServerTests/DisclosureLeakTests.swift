import Foundation
import Purchases
import Storage
import Testing

@testable import Charts
@testable import Reports
@testable import Server

/// What may not be told stands nowhere: not in numbers, words, pictures, or what files carry.
@Suite(.timeLimit(.minutes(10))) struct DisclosureLeakTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var insight: Insight
        var disclosure: Disclosure
        var testDescription: String { "\(insight.name), \(disclosure.rawValue)" }
    }

    private static let cases = Insight.allCases.flatMap { insight in
        Disclosure.allCases.filter { $0 != .full }.map { Case(insight: insight, disclosure: $0) }
    }

    private static let user = UserID(rawValue: "SECRETIVE-7")

    /// Amounts of many digits, dearer from month to month, over two years.
    private static let history: [Purchase] = (0..<24).flatMap { place -> [Purchase] in
        let items = [("Whole Milk", "Dairy", 13_147), ("Sourdough Loaf", "Bakery", 5_283), ("Apples", "Produce", 2_969)]
        return items.enumerated().flatMap { row, item in
            (0...row).map { time in
                Fixture.purchase(
                    user.rawValue, "\(place)-\(time)", Month("2023-01")!.adding(months: place).firstDay.adding(days: 3 + time * 9),
                    item.0, item.1, Int64(item.2 + place * 37 + row * 11), quantity: 1 + row
                )
            }
        }
    }

    private static func money(in json: JSON) -> Set<Money> {
        switch json {
        case .object(let object): Set(object.members.flatMap { money(in: $0.value) })
        case .array(let values): Set(values.flatMap(money(in:)))
        case .money(let money): [money]
        case .price(let price): [Money(hundredths: price.millionths / 10_000)]
        case .string, .integer, .number, .exact, .boolean, .null: []
        }
    }

    /// How an amount may be written: to the cent, or in whole units where these have three digits or more.
    private static func spellings(of money: Money) -> [String] {
        let cents = money.hundredths.magnitude
        var texts = ["\(cents / 100).\(cents % 100 < 10 ? "0" : "")\(cents % 100)"]
        if cents % 10 == 0 { texts.append("\(cents / 100).\(cents / 10 % 10)") }
        let whole = (cents + 50) / 100
        // Two digits are what rounding leaves.
        if whole >= 100, Double(whole).coarse != Double(whole) { texts.append("\(whole)") }
        return texts
    }

    /// The numbers in a text, in whatever groups of digits they are written.
    private static func numbers(in text: String) -> Set<String> {
        let grouped = text.matches(of: /\d[\d,]*(?:\.\d+)?/).map { String($0.output).replacing(",", with: "") }
        let plain = text.matches(of: /\d+(?:\.\d+)?/).map { String($0.output) }
        return Set(grouped + plain)
    }

    /// What an SVG says in words: its shapes have numbers, too.
    private static func words(ofSVG text: String) -> String {
        text.replacing(/<style>.*?<\/style>/.dotMatchesNewlines(), with: "").replacing(/<[^>]*>/, with: " ")
    }

    private static func texts(of answer: String, as suffix: String, _ bytes: [UInt8]) throws -> String {
        switch suffix {
        case "svg": words(ofSVG: answer)
        case "png": try inspection(bytes)
        case "pdf":
            try inspection(bytes) + String(decoding: Tool.output(of: "pdftotext", ["-layout", "FILE", "-"], on: bytes), as: UTF8.self)
                + String(decoding: Tool.output(of: "pdfinfo", ["FILE"], on: bytes), as: UTF8.self)
                .split(separator: "\n").filter { $0.contains("Title") || $0.contains("Subject") || $0.contains("Keywords") }.joined()
        default: answer
        }
    }

    private static func inspection(_ bytes: [UInt8]) throws -> String {
        String(decoding: try Inspection(bytes).json, as: UTF8.self)
    }

    @Test(arguments: cases)
    func `no exact amount is in any representation, nor whose it is where that is not told`(test: Case) async throws {
        let (insight, disclosure) = (test.insight, test.disclosure)
        let fields = Fixture.requiredFields(of: insight)
        let request = try InsightRequest(insight, of: Self.user, query: Query(encoded: String(fields.dropFirst())))
        let store = InMemoryPurchaseStore()
        try await Fixture.add(Self.history, to: store)
        let everyone = await store.statistics().value
        let full = request.question.report(on: request.subject, from: Self.history, among: everyone).json
        let secrets = Set(Self.money(in: full).filter { $0.hundredths.magnitude % 1_000 != 0 }.flatMap(Self.spellings))
        try await TestServer.run(store) { server in
            let path = "/api/users/\(Self.user)/\(insight.name)"
            let isTold = request.question.refusal(in: Presentation(disclosure: disclosure)) == nil
            for suffix in ["json", "csv", "txt", "svg", "png", "pdf", "svg&text=live", "json&include=regions"] {
                let parts = suffix.split(separator: "&").map(String.init)
                let more = parts.dropFirst().map { "&\($0)" }.joined()
                let reply = try await server.get(
                    "\(path).\(parts[0])?disclosure=\(disclosure.rawValue)&download=1\(fields)\(more)", accept: "application/problem+json")
                guard isTold else {
                    #expect(reply.status == 400 && reply.text.contains("'\(disclosure.rawValue)'"), "\(reply.text)")
                    continue
                }
                #expect(reply.status == 200)
                var text = try Self.texts(of: reply.text, as: parts[0], reply.body)
                // Where a box stands is no amount.
                text.replace(/"(?:x|y|width|height)":[\d.]+/, with: "")
                // The edges of bins are round numbers.
                let found = insight == .amountDistribution ? [] : Self.numbers(in: text).intersection(secrets)
                #expect(found.isEmpty, "\(found) in \(suffix): \(text.prefix(3_000))")
                guard !Presentation(disclosure: disclosure).redaction.namesUser else { continue }
                let isNamed = (text + (reply["Content-Disposition"] ?? "")).contains("SECRETIVE")
                #expect(!isNamed, "\(suffix): \(text.prefix(1_000))")
            }
        }
    }

    @Test func `what would leave nothing of an insight is refused when it is signed`() async throws {
        try await TestServer.run { server in
            for (insight, disclosure) in [("amount-distribution", "share"), ("spending-summary", "trend"), ("bucket-list", "rounded")] {
                let body = "{\"path\":\"/api/users/U001/\(insight)\",\"disclosure\":\"\(disclosure)\"}"
                let reply = try await server.send("POST", "/api/signatures", body: body)
                #expect(reply.status == 422)
                #expect((try reply.json()["errors"] as? [[String: String]])?.first?["pointer"] == "/disclosure", "\(reply.text)")
            }
        }
    }
}
