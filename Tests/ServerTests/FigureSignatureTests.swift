import Foundation
import Purchases
import Rendering
import Signing
import Testing
import Typography

@testable import Reports
@testable import Server

/// Figures in pictures that say by whom they are, and whether anybody changed them.
@Suite(.timeLimit(.minutes(10))) struct FigureSignatureTests {
    private static let keys = "2024b:correct horse battery,2024a:staple of many bytes"

    private func picture(_ insight: Insight, as representation: Representation, _ fields: String = "", keys: String? = keys) throws
        -> [UInt8]
    {
        let query = Query(encoded: "title=%C3%9C%20(a)%20%3C%26%22\(Fixture.requiredFields(of: insight))\(fields)")
        let request = try InsightRequest(insight, of: UserID(rawValue: "U001"), query: query)
        return try request.bytes(
            as: representation, from: Fixture.purchases, signedWith: keys.map { try KeyRing(parsing: $0) }, typesetter: Typesetter())
    }

    private func state(_ bytes: [UInt8], keys: String? = keys) throws -> SignatureState? {
        try Inspection(bytes, verifiedWith: keys.map { try KeyRing(parsing: $0) }).signature
    }

    @Test(arguments: Insight.allCases)
    func `a signature holds in every format, and the same picture is signed alike`(insight: Insight) throws {
        for (representation, fields) in [(Representation.png, ""), (.svg, ""), (.svg, "&text=live"), (.pdf, ""), (.png, "&locale=fr-FR")] {
            let bytes = try picture(insight, as: representation, fields)
            #expect(try state(bytes) == .valid, "\(representation) \(fields)")
            #expect(try picture(insight, as: representation, fields) == bytes)
            #expect(try #require(PictureFile(bytes)?.metadata).utf8.count <= EmbeddedValues.sizeLimit)
        }
    }

    @Test func `keys that are not known, that changed, or that were not used are told apart`() throws {
        let signed = try picture(.metrics, as: .svg)
        #expect(try state(signed, keys: "2025:a new one of many bytes,\(Self.keys)") == .valid)
        #expect(try state(signed, keys: "2025:a new one of many bytes") == .unknownKey)
        #expect(try state(signed, keys: nil) == .unknownKey)
        #expect(try state(signed, keys: "2024b:another of the same name") == .invalid)
        #expect(try state(try picture(.metrics, as: .svg, keys: nil)) == SignatureState.none)
        #expect(try state(Array("<svg><title>x</title></svg>".utf8)) == nil)
    }

    @Test func `whoever changes a figure, the period, a word or the signature breaks it`() throws {
        let text = String(decoding: try picture(.spendingSummary, as: .svg), as: UTF8.self)
        let changes = [
            ("34.90", "34.91"), ("&quot;user_id&quot;:&quot;U001", "&quot;user_id&quot;:&quot;U002"),
            ("2024-01-01", "2023-01-01"), ("<title id=\"title\">Ü", "<title id=\"title\">A"), ("Dairy: $", "Dairy: €"),
            ("&quot;signature&quot;:&quot;v1.2024b.", "&quot;signature&quot;:&quot;v1.2024a."),
            ("&quot;signature&quot;:&quot;v1.", "&quot;signature&quot;:&quot;v2."), ("&quot;}</metadata>", "A&quot;}</metadata>"),
            ("&quot;}</metadata>", "&quot;,&quot;more&quot;:&quot;1&quot;}</metadata>"),
        ]
        for (old, new) in changes {
            let range = try #require(text.firstRange(of: old), "\(old) is not in \(text.suffix(2_000))")
            #expect(try state(Array(text.replacingCharacters(in: range, with: new).utf8)) == .invalid, "\(old) to \(new)")
        }
        // Taken away, it is none.
        let unsigned = text.replacing(/,&quot;signature&quot;:&quot;[^&]*&quot;/, with: "")
        #expect(try state(Array(unsigned.utf8)) == SignatureState.none)
    }

    @Test func `a record with a signature still has at most 4 kB`() throws {
        let purchases = (0..<400).map { index in
            Fixture.purchase("U1", "\(index)", .init("2024-01-01")!, "Tea", "Kategorie Nummer Ü\(index)", 450, quantity: 1)
        }
        let request = try InsightRequest(.spendingSummary, of: .init(rawValue: "U1"))
        let ring = try KeyRing(parsing: "a-name-16-longer:of many bytes and more")
        let png = try request.bytes(as: .png, from: purchases, signedWith: ring, typesetter: .init())
        let record = try #require(PictureFile(png)?.metadata)
        #expect(record.utf8.count <= 4_096 && record.utf8.count > 3_900)
        #expect(try Inspection(png, verifiedWith: ring).signature == .valid)
    }

    @Test func `a server signs with the keys it was given, and says so of what it is shown`() async throws {
        try await TestServer.run(keys: Self.keys, figureKeys: Self.keys) { server in
            let picture = try await server.get("/api/users/U001/metrics.png?headline=topic")
            let inspection = try await server.post("/api/inspect", picture.body).json()
            #expect(inspection["signature"] as? String == "valid")
            var broken = picture.body
            broken.replaceSubrange(try #require(broken.firstRange(of: "Key figures".utf8)), with: "Kay figures".utf8)
            #expect(try await server.post("/api/inspect", broken).json()["signature"] as? String == "invalid")
        }
        try await TestServer.run { server in
            let picture = try await server.get("/api/users/U001/metrics.png")
            #expect(try await server.post("/api/inspect", picture.body).json()["signature"] as? String == "none")
        }
    }
}
