import Purchases
import Testing

@testable import Signing

@Suite struct SignedLinkTests {
    private func ring(_ ids: String...) throws -> KeyRing {
        try KeyRing(ids.map { try SigningKey(id: $0, secret: "the secret of \($0) is this".utf8) })
    }

    private static let grants: [Grant] = [
        Grant(user: UserID(rawValue: "U001"), name: "monthly-trends.png", terms: "height=400&width=800", expiry: Timestamp(1_800_000_000)),
        Grant(
            user: UserID(rawValue: "a\nb/ü \u{0}"), name: "metrics", terms: "", expiry: Timestamp(-5), generation: 7,
            pin: 0xffff_ffff_ffff_ffff
        ),
        Grant(user: UserID(rawValue: "\r\n"), name: "bucket-list", terms: "role=edit&share=0", expiry: Timestamp(0), pin: 0),
    ]

    @Test(arguments: grants)
    func `what was granted is read back from the link`(grant: Grant) throws {
        let link = SignedLink(grant, signedWith: try ring("a"))
        let read = try #require(SignedLink(token: link.token, name: grant.name, verifiedWith: try ring("a")))
        #expect(read == link)
        #expect(read.grant == grant)
        #expect(read.id == link.id)
    }

    @Test(arguments: grants)
    func `a path has only characters that nobody encodes anew`(grant: Grant) throws {
        let link = SignedLink(grant, signedWith: try ring("a"))
        #expect(link.path.wholeMatch(of: /\/s\/v1(\.[A-Za-z0-9_-]+){3}\/[a-z.-]+/) != nil)
    }

    @Test func `equal grants make equal links, different ones different links`() throws {
        let ring = try ring("a")
        var links: Set<String> = []
        for grant in Self.grants {
            #expect(SignedLink(grant, signedWith: ring) == SignedLink(grant, signedWith: ring))
            links.insert(SignedLink(grant, signedWith: ring).token)
        }
        #expect(links.count == Self.grants.count)
    }

    @Test(arguments: grants)
    func `any other byte anywhere makes the link one that nobody made`(grant: Grant) throws {
        let ring = try ring("a")
        let link = SignedLink(grant, signedWith: ring)
        let (token, name) = (Array(link.token.utf8), Array(grant.name.utf8))
        let others = Array("Aa0_-.~B/ %".utf8)
        for (bytes, isToken) in [(token, true), (name, false)] {
            for index in bytes.indices {
                for other in others + [bytes[index] ^ 1, bytes[index] ^ 0x20] where other != bytes[index] && other < 0x80 {
                    var changed = bytes
                    changed[index] = other
                    let text = String(decoding: changed, as: UTF8.self)
                    let read = SignedLink(token: isToken ? text : link.token, name: isToken ? grant.name : text, verifiedWith: ring)
                    #expect(read == nil, "\(text)")
                }
            }
            for length in 0..<bytes.count {
                let text = String(decoding: bytes[..<length], as: UTF8.self)
                #expect(SignedLink(token: isToken ? text : link.token, name: isToken ? grant.name : text, verifiedWith: ring) == nil)
            }
        }
        #expect(SignedLink(token: link.token + "A", name: grant.name, verifiedWith: ring) == nil)
        #expect(SignedLink(token: link.token + "=", name: grant.name, verifiedWith: ring) == nil)
    }

    @Test func `a new key in front signs, and what the old one signed still holds until it is taken away`() throws {
        let old = SignedLink(Self.grants[0], signedWith: try ring("old"))
        let both = try ring("new", "old")
        #expect(SignedLink(token: old.token, name: old.grant.name, verifiedWith: both) != nil)
        let new = SignedLink(Self.grants[0], signedWith: both)
        #expect(new.token.hasPrefix("v1.new."))
        #expect(SignedLink(token: new.token, name: new.grant.name, verifiedWith: try ring("new")) != nil)
        #expect(SignedLink(token: old.token, name: old.grant.name, verifiedWith: try ring("new")) == nil)
    }

    @Test func `a key of the same id and another secret verifies nothing`() throws {
        let link = SignedLink(Self.grants[0], signedWith: try ring("a"))
        let other = try KeyRing([SigningKey(id: "a", secret: "quite another secret".utf8)])
        #expect(SignedLink(token: link.token, name: link.grant.name, verifiedWith: other) == nil)
    }

    /// RFC 4231, section 4.3, has the code of another key and message; this one was made with Python's `hmac`.
    @Test func `the code is HMAC-SHA-256 of the version, the key, the payload and the name`() throws {
        let ring = try KeyRing([SigningKey(id: "k", secret: "0123456789abcdef".utf8)])
        let link = SignedLink(
            Grant(user: UserID(rawValue: "U1"), name: "metrics.png", terms: "width=800", expiry: Timestamp(1_800_000_000)), signedWith: ring
        )
        #expect(link.token == Self.known)
    }

    private static let known = "v1.k.dHJvOHcwLjAuClUxCndpZHRoPTgwMA.02Td2Bp2cdGj9nUclZBrdhXz8x8aZqdnER8uMdKMOOg"
}
