import Foundation
import Purchases
import Signing
import Storage
import Testing

@testable import Server

/// The version of a shopper's purchases, which hashes every price: who knows it could try prices until theirs is the same.
@Suite(.timeLimit(.minutes(10))) struct LinkVersionTests {
    private static let keys = "test:a secret of many bytes"
    private static let user = UserID(rawValue: "U001")

    @Test(arguments: ["full", "rounded", "share", "trend"], ["", #","pinned":true"#])
    func `no link tells it, and its tag is known again`(disclosure: String, pin: String) async throws {
        let store = try await Fixture.store()
        let revision = try await store.revision(of: Self.user)
        try await TestServer.run(store, keys: Self.keys) { server in
            for suffix in ["json", "png"] {
                let link = try await server.sign("/api/users/U001/metrics.\(suffix)", #","disclosure":"\#(disclosure)""# + pin)
                let reply = try await server.get(link)
                let tag = try #require(reply["ETag"])
                #expect(reply.status == 200 && !tag.contains(revision.description))
                #expect(try await server.send("GET", link, headers: ["If-None-Match": tag]).status == 304)
                let token = try #require(link.split(separator: "/").dropFirst().first)
                let payload = try Self.payload(of: token)
                #expect(payload.contains("U001") && !payload.contains(String(revision.rawValue, radix: 36)))
                guard suffix == "png", disclosure != "full" else { continue }
                #expect(!String(decoding: reply.body, as: UTF8.self).contains(revision.description))
            }
        }
    }

    @Test func `links that were pinned to the version itself stay pinned, and so do those of another key of the ring`() async throws {
        let (store, clock) = (try await Fixture.store(), TestClock())
        let (old, both) = (Self.keys, "new:another secret of many bytes,\(Self.keys)")
        let day = Timestamp(clock.now).day
        let target = try LinkTarget(LinkWish(path: "/api/users/U001/metrics.json"), pinnedOn: day, currency: nil)
        var grant = Grant(
            user: Self.user, name: "metrics.json", terms: target.terms.encoded, expiry: Timestamp(clock.now + 1_000),
            pin: Revision(of: try await store.history(of: Self.user).value, until: day).rawValue)
        let plain = SignedLink(grant, signedWith: try KeyRing(parsing: old)).path
        grant.pin = try KeyRing(parsing: old).veil(try #require(grant.pin))
        let veiled = SignedLink(grant, signedWith: try KeyRing(parsing: old)).path
        grant.pin = 7
        let other = SignedLink(grant, signedWith: try KeyRing(parsing: old)).path
        try await TestServer.run(store, keys: both, clock: clock) { server in
            for link in [plain, veiled] {
                let reply = try await server.get(link)
                #expect(reply["Cache-Control"] == "public, max-age=1000, immutable")
            }
            let reply = try await server.get(other)
            #expect(reply["Cache-Control"] == "public, max-age=300")
        }
    }

    /// What the third part of a token says, in base64 without padding.
    private static func payload(of token: Substring) throws -> String {
        let text = String(token.split(separator: ".")[2]).replacing("-", with: "+").replacing("_", with: "/")
        let padded = text + String(repeating: "=", count: (4 - text.count % 4) % 4)
        return String(decoding: try #require(Data(base64Encoded: padded)), as: UTF8.self)
    }
}
