import Testing

@testable import Signing

@Suite struct KeyRingTests {
    private static let secret = "a secret of enough bytes"

    @Test func `keys are read from one text, whatever separates them`() throws {
        let ring = try KeyRing(parsing: "b:\(Self.secret):with:colons, a:\(Self.secret)\n\nc:\(Self.secret)\r\n")
        #expect(ring.count == 3)
        #expect(ring.signingKeyID == "b")
    }

    @Test(arguments: [
        ("", SigningKeyError.noKeys), ("abc", .missingColon(place: 1)), ("a:\(secret),b", .missingColon(place: 2)),
        (":\(secret)", .invalidID("")), ("a b:\(secret)", .invalidID("a b")), ("a.b:\(secret)", .invalidID("a.b")),
        ("a:short", .secretTooShort(id: "a", byteCount: 5)), ("a:\(secret),a:\(secret)x", .duplicateID("a")),
    ])
    func `keys that cannot be used are refused, and no secret is said`(text: String, error: SigningKeyError) {
        #expect(throws: error) { try KeyRing(parsing: text) }
        #expect(!error.description.contains(Self.secret))
    }

    @Test func `a key that is printed says its id and not its secret`() throws {
        let key = try SigningKey(id: "a", secret: Self.secret.utf8)
        var dumped = ""
        dump(key, to: &dumped)
        for text in ["\(key)", String(reflecting: key), dumped] {
            #expect(!text.contains(Self.secret))
            #expect(text.contains("a"))
        }
    }

    @Test func `a veil is the same for the same number and key, and known by every key of the ring`() throws {
        let (old, new) = (try KeyRing(parsing: "a:\(Self.secret)"), try KeyRing(parsing: "b:another \(Self.secret),a:\(Self.secret)"))
        let other = try KeyRing(parsing: "a:another \(Self.secret)")
        let veil = old.veil(7)
        #expect(veil == old.veil(7) && veil != old.veil(8) && veil != 7 && veil != other.veil(7))
        #expect(new.veil(7) != veil)
        #expect(new.isVeil(veil, of: 7) && new.isVeil(new.veil(7), of: 7))
        #expect(!new.isVeil(veil, of: 8) && !other.isVeil(veil, of: 7))
    }

    @Test func `random keys differ and have 256 bits`() throws {
        let (first, second) = (try SigningKey.random(id: "a"), try SigningKey.random(id: "a"))
        #expect(first != second)
        #expect(first.secretBytes.count == 32)
        #expect(try SigningKey(id: "a", secret: first.secretBytes) == first)
    }
}
