import Charts
import HTTPTypes
import Testing
import Typography

@testable import Server

/// Problems in pictures, for those who see nothing else.
@Suite struct ProblemPictureTests {
    private static let problems: [Problem] = [
        Problem(
            .invalidQuery, detail: "month: '13' is not a month.",
            faults: [.init(place: .parameter("month"), detail: "'13' is not a month")]
        ),
        Problem(.unknownUser, detail: "There is no shopper."),
        .unknownPath("/nothing.png"), .addressTooLong(limit: 10),
        Problem(.linkExpired, detail: "Ask for a new one."),
        Problem(.saturated, detail: "Try again in a moment."), .unexpected,
    ]

    @Test(arguments: problems)
    func `each is said in the language of the reader`(problem: Problem) throws {
        let all = try ["en", "de", "fr", "es"].map { problem.words(in: try #require(Locale(identifier: $0))) }
        #expect(all[0] == (problem.title, problem.detail))
        #expect(Set(all.map(\.title)).count == 4 && Set(all.map(\.detail)).count == 4)
        if problem.kind == .invalidQuery { #expect(all.allSatisfy { $0.detail.contains("month") }) }
    }

    @Test(arguments: [(400, "metrics.svg?month=13"), (404, "nothing.svg?x=1")])
    func `a picture has the asked language, size and look`(status: Int, name: String) async throws {
        try await TestServer.run { server in
            let path = "/api/users/U001/\(name)&text=live&width=400&height=200"
            let english = try await server.get("\(path)&theme=dark")
            #expect(english.status == status)
            #expect(english.text.contains("width=\"400\" height=\"200\"") && english.text.contains("#161b22"))
            let german = try await server.get("\(path)&locale=de-DE")
            #expect(german.status == status && !german.text.contains("#161b22"))
            #expect(german.text.contains(status == 400 ? "Die Anfrage ist nicht lesbar" : "Hier ist nichts"))
            let arabic = try await server.get("\(path)&locale=ar")
            #expect(arabic.text.contains("text-anchor=\"end\""), "it begins at the right")
        }
    }

    @Test func `no purchases in the selection is a picture that says so, in the language of the reader`() async throws {
        try await TestServer.run { server in
            let reply = try await server.get("/api/users/U001/spending-summary.svg?category=None&text=live&locale=fr")
            #expect(reply.status == 200)
            #expect(reply.text.contains(">Aucun achat dans cette sélection</text>"))
        }
    }
}
