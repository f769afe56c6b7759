import Charts
import Testing

@testable import Server

/// What a reader chooses once and every page remembers.
@Suite struct SettingsTests {
    private static let form = ["Content-Type": "application/x-www-form-urlencoded"]

    @Test func `a choice is remembered and leads back`() async throws {
        try await TestServer.run { server in
            let body = "appearance=dark&locale=de-DE&back=%2Fusers%2FU001%3Fmonth%3D3"
            let reply = try await server.send("POST", "/settings", headers: Self.form, body: body)
            #expect(reply.status == 303)
            #expect(reply["Location"] == "/users/U001?month=3")
            let cookies = try #require(reply["Set-Cookie"])
            #expect(cookies.contains("appearance=dark") && cookies.contains("locale=de-DE") && cookies.contains("SameSite=Lax"))
            let page = try await server.send("GET", "/users/U001", headers: ["Cookie": "appearance=dark; locale=de-DE"])
            #expect(page.text.contains("<html lang=\"de-DE\" dir=\"ltr\" data-theme=\"dark\">"))
            #expect(page.text.contains("Gesamtausgaben") || page.text.contains("Auswertung"))
            #expect(try await server.get("/users/U001").text.contains("<html lang=\"en-US\" dir=\"ltr\">"))
        }
    }

    @Test(arguments: ["//elsewhere.example", "https://elsewhere.example", "/\\elsewhere.example", "/a%0d%0ab"])
    func `a way back leads nowhere else`(back: String) async throws {
        try await TestServer.run { server in
            let reply = try await server.send("POST", "/settings", headers: Self.form, body: "back=\(back)")
            #expect(reply.status == 400)
            #expect(reply["Location"] == nil)
        }
    }

    @Test(arguments: [
        ("de", "de-DE"), ("fr-CA, en;q=0.5", "fr-FR"), ("it, es;q=0.2, en;q=0.1", "es-ES"), ("en-GB", "en-GB"), ("sv", nil),
        ("de;q=0", nil),
    ])
    func `the browser's languages decide where nothing was chosen`(field: String, identifier: String?) {
        #expect(Locale(languages: [field])?.identifier == identifier)
    }

    @Test func `a page for readers who begin at the right begins there`() async throws {
        try await TestServer.run { server in
            let page = try await server.get("/users/U001?locale=ar-EG").text
            #expect(page.contains(" dir=\"rtl\""))
            #expect(page.contains("/users/U001/patterns?locale="))
        }
    }
}
