import Foundation
import Reports
import Testing

@testable import Server

/// How much a link tells.
@Suite(.timeLimit(.minutes(10))) struct DisclosureTests {
    @Test func `what is rounded is rounded in numbers, tables, words and pictures alike`() async throws {
        try await TestServer.run { server in
            let full = try await server.get("/api/users/U001/spending-summary.json").text
            #expect(full.contains("\"total_spent\":229.60"), "\(full)")
            for suffix in ["json", "csv", "txt", "svg"] {
                for form in ["donut", "bar"] {
                    let path = "/api/users/U001/spending-summary.\(suffix)?chart=\(form)"
                    let text = try await server.get(try await server.sign(path, #","disclosure":"rounded""#)).text
                    // The coordinates of a picture are numbers too.
                    let figures = suffix == "svg" ? ["$229.6", "$34.9", "$105", "$89.7"] : ["229.6", "34.9", "105.0", "89.7", "0.391"]
                    for figure in figures { #expect(!text.contains(figure), "\(figure) in \(suffix)") }
                    switch suffix {
                    case "json": #expect(text.contains("\"total_spent\":230.00"))
                    case "csv": #expect(text.contains("Produce,90.00"))
                    default: #expect(text.contains("$230"), "\(text.prefix(2_000))")
                    }
                }
            }
        }
    }

    @Test func `the link says how much, and nobody can ask it for more`() async throws {
        try await TestServer.run { server in
            let link = try await server.sign("/api/users/U001/metrics.json?disclosure=full", #","disclosure":"rounded""#)
            let reply = try await server.get("\(link)?disclosure=full")
            #expect(reply.body == (try await server.get("/api/users/U001/metrics.json?disclosure=rounded")).body)
            #expect(reply.body != (try await server.get("/api/users/U001/metrics.json")).body)
        }
    }

    @Test(arguments: Insight.allCases)
    func `no insight tells cents when it is rounded`(insight: Insight) async throws {
        let fields = "disclosure=rounded\(Fixture.requiredFields(of: insight))"
        try await TestServer.run { server in
            for suffix in ["json", "csv"] {
                let text = try await server.get("/api/users/U001/\(insight.name).\(suffix)?\(fields)").text
                #expect(text.matches(of: /\d\.\d*[1-9]\d*/).allSatisfy { $0.output.count <= 5 }, "\(text)")
            }
            // The edges of bins are round numbers, whatever the amounts are.
            guard insight != .amountDistribution else { return }
            let words = try await server.get("/api/users/U001/\(insight.name).txt?\(fields)").text
            #expect(!words.contains(/\$[\d,]*\.\d/), "\(words)")
        }
    }
}
