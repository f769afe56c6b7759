import Foundation
import Purchases
import Testing

@testable import Reports
@testable import Server

/// What the program says of an insight, wherever it says it.
@Suite struct InsightTests {
    private static let user = UserID(rawValue: "U1")

    @Test(arguments: Insight.allCases)
    func `the table of the documentation has a row for each insight, as it is described`(insight: Insight) throws {
        let path = "../../Sources/Cartograph/Documentation.docc/Charts.md"
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: path).standardizedFileURL
        let text = try String(contentsOf: file, encoding: .utf8)
        let parameters = insight.parameters.map { parameter in
            guard case .choice(let words) = parameter.kind else { return "`\(parameter.name)`" }
            return "`\(parameter.name)=\(words.joined(separator: "\\|"))`"
        }
        let cells = ["`/api/users/{id}/\(insight.name)`", insight.summary, parameters.joined(separator: ", "), insight.chart]
        let row = "|" + cells.map { $0.isEmpty ? " |" : " \($0) |" }.joined()
        #expect(text.contains(row), "Charts.md lacks: \(row)")
    }

    @Test func `names are told apart, and each is found`() {
        #expect(Set(Insight.allCases.map(\.name)).count == Insight.allCases.count)
        for insight in Insight.allCases { #expect(Insight(named: insight.name) == insight) }
        #expect(Insight(named: "top_items") == nil)
    }

    @Test(arguments: Insight.allCases)
    func `what is left out is what the description says`(insight: Insight) throws {
        let needed = insight.parameters.filter { $0.example != nil }.map { "\($0.name)=x" }.joined(separator: "&")
        let defaults = insight.parameters.compactMap { parameter in parameter.defaultValue.map { "\(parameter.name)=\($0)" } }
        func question(_ fields: [String]) throws -> Question {
            try InsightRequest(insight, of: Self.user, query: Query(encoded: ([needed] + fields).joined(separator: "&"))).question
        }
        #expect(try question(defaults) == question([]))
        #expect(insight.parameters.allSatisfy { $0.summary.hasSuffix(".") && !$0.summary.isEmpty })
    }

    @Test(arguments: Insight.allCases)
    func `a parameter that is no number in its range and no word of its own is refused`(insight: Insight) {
        for parameter in insight.parameters where parameter.kind != .text(upTo: 500) {
            let query = Query([(parameter.name, "17x")])
            #expect(throws: InvalidQuery.self) { try InsightRequest(insight, of: Self.user, query: query) }
        }
    }
}
