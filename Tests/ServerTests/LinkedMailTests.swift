import Foundation
import Purchases
import Testing

@testable import Server

/// Mails whose pictures are at the server.
@Suite(.timeLimit(.minutes(10))) struct LinkedMailTests {
    private static let path = "/api/users/U001/report.eml?pictures=linked&from=2024-01&to=2024-05&date=2024-06-01"

    /// The decoded HTML of a mail.
    private func html(of mail: HTTPReply) -> String {
        mail.text.replacing("=\r\n", with: "").replacing("=3D", with: "=").replacing("&amp;", with: "&")
    }

    @Test func `each picture is linked at twice the size, pinned, and works without a login until it expires`() async throws {
        let (store, clock) = (try await Fixture.store(), TestClock())
        try await TestServer.run(store, clock: clock, configure: { $0.base = try? ServerBase("https://charts.example.org") }) { server in
            let mail = try await server.get(Self.path)
            #expect(mail.status == 200 && !mail.text.contains("image/png"))
            let lint = try await server.post("/api/mail/lint", mail.body)
            #expect(lint.text.contains("\"errors\":0,\"warnings\":0"), "\(lint.text)")
            let images = html(of: mail).matches(
                of: /<img src="https:\/\/charts\.example\.org(\/s\/[^"]+)" width="(\d+)" height="(\d+)" alt="(.+?)"/)
            #expect(images.count == 5)
            for image in images {
                let (path, size) = (String(image.1), [image.2, image.3].map { Int($0) ?? 0 })
                #expect(path.utf8.allSatisfy { UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 | 0x20 || "0123456789-._~/".utf8.contains($0) })
                let picture = try await server.get(path)
                #expect(picture.pngSize == size.map { $0 * 2 })
                #expect(picture["Cache-Control"]?.hasSuffix(", immutable") == true)
            }
            // The same all day long, so that it can be kept.
            #expect(try await server.get(Self.path).body == mail.body)
            let first = String(try #require(images.first).1)
            let before = try await server.get(first)
            clock.now += 60 * 86_400
            let later = CalendarDate(year: 2024, month: 5, day: 30)!
            try await Fixture.add([Fixture.purchase("U005", "9000", later, "Rice", "Pantry", 500, quantity: 1)], to: store)
            #expect(try await server.get(first).body == before.body)
            clock.now += 32 * 86_400
            #expect(try await server.get(first).status == 410)
            let picture = try await server.get(first, accept: "image/png,image/*;q=0.8")
            #expect(picture.status == 200 && picture.pngSize == before.pngSize)
        }
    }

    @Test func `what is told in a mail is told by its linked pictures`() async throws {
        try await TestServer.run(configure: { $0.base = try? ServerBase("https://charts.example.org") }) { server in
            let mail = try await server.get(Self.path + "&disclosure=share")
            #expect(mail.status == 200)
            #expect(!mail.text.contains("229.60") && !mail.text.contains("U001"))
            for image in html(of: mail).matches(of: /src="https:\/\/charts\.example\.org(\/s\/[^"]+)"/) {
                let picture = try await server.get(String(image.1))
                let inspection = try await server.post("/api/inspect", picture.body).text
                #expect(inspection.contains("\"disclosure\":\"share\"") && !inspection.contains("U001"), "\(inspection)")
            }
        }
    }

    @Test func `a server that does not know its address says so`() async throws {
        try await TestServer.run { server in
            let reply = try await server.get(Self.path)
            #expect(reply.status == 422 && reply.text.contains("--base"), "\(reply.text)")
        }
    }

    @Test(arguments: ["charts.example.org", "ftp://example.org", "https://", "https://a b.org", "https://example.org?x=1", ""])
    func `what is no address of a server is refused`(text: String) {
        #expect(throws: ServerBase.Unreadable.self) { _ = try ServerBase(text) }
    }
}
