import Crypto
import CryptoExtras
import Foundation
import JWTKit
import Purchases
import Testing

@testable import Access

/// Tokens as identity providers make them, and as attackers do.
@Suite struct TokenVerifierTests {
    private static let now: Int64 = 1_900_000_000
    private static let rules = TokenVerifier.Rules(issuer: "https://id.example", audience: "cartograph")

    private struct Claims: JWTPayload {
        var values: [String: ClaimValue]
        func verify(using algorithm: some JWTAlgorithm) {}
        init(_ values: [String: ClaimValue]) { self.values = values }
        init(from decoder: any Decoder) throws { values = try [String: ClaimValue](from: decoder) }
        func encode(to encoder: any Encoder) throws { try values.encode(to: encoder) }
    }

    private static let good: [String: ClaimValue] = [
        "iss": .text("https://id.example"), "aud": .text("cartograph"), "sub": .text("u-17"), "exp": .number(Double(now + 300)),
        "role": .text("analyst"),
    ]

    /// A provider with a key of each kind, and a set of its public keys as it publishes them.
    private struct Provider {
        let collection = JWTKeyCollection()
        let keys: TokenKeys
        let json: String

        /// Made once, for that takes long.
        private static let rsaKey = Result { try Insecure.RSA.PrivateKey(backing: _RSA.Signing.PrivateKey(keySize: .bits2048)) }

        init() async throws {
            let (rsa, ec, ed) = (try Self.rsaKey.get(), ES256PrivateKey(), try EdDSA.PrivateKey(curve: .ed25519))
            await collection.add(rsa: rsa, digestAlgorithm: .sha256, kid: "r")
            await collection.add(ecdsa: ec, kid: "e")
            await collection.add(eddsa: ed, kid: "d")
            let (modulus, exponent) = try rsa.publicKey.getKeyPrimitives()
            let point = try #require(ec.publicKey.parameters)
            json = """
                {"keys":[
                  {"kty":"oct","kid":"h","alg":"HS256","k":"c2VjcmV0LXNlY3JldC1zZWNyZXQtc2VjcmV0"},
                  {"kty":"RSA","kid":"r","use":"sig","n":"\(Self.urlSafe(modulus))","e":"\(Self.urlSafe(exponent))"},
                  {"kty":"RSA","kid":"x","use":"enc","n":"\(Self.urlSafe(modulus))","e":"\(Self.urlSafe(exponent))"},
                  {"kty":"EC","kid":"e","alg":"ES256","crv":"P-256","x":"\(Self.urlSafe(point.x))","y":"\(Self.urlSafe(point.y))"},
                  {"kty":"OKP","kid":"d","alg":"EdDSA","crv":"Ed25519","x":"\(Self.urlSafe(ed.publicKey.rawRepresentation))"}
                ]}
                """
            keys = try TokenKeys(json: Array(json.utf8))
        }

        func token(_ claims: [String: ClaimValue], kid: String, header: JWTHeader = JWTHeader()) async throws -> String {
            try await collection.sign(Claims(claims), kid: JWKIdentifier(string: kid), header: header)
        }

        private static func urlSafe(_ data: Data) -> String { urlSafe(data.base64EncodedString()) }

        private static func urlSafe(_ text: String) -> String {
            text.replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
        }
    }

    private func principal(
        _ token: String, _ provider: Provider, at time: Int64 = now, rules: TokenVerifier.Rules = rules
    ) async throws -> Principal {
        try await TokenVerifier(rules: rules).principal(of: token, keys: provider.keys, at: Timestamp(time))
    }

    private func error(_ token: String, _ provider: Provider, at time: Int64 = now) async -> TokenError? {
        do {
            _ = try await TokenVerifier(rules: Self.rules).principal(of: token, keys: provider.keys, at: Timestamp(time))
            return nil
        } catch {
            return error
        }
    }

    @Test func `keys that cannot check a signature here are left out`() async throws {
        #expect(try await Provider().keys.keys.map(\.id) == ["r", "e", "d"])
    }

    @Test(arguments: ["r", "e", "d"])
    func `a token signed with RS256, ES256 or EdDSA says who somebody is`(kid: String) async throws {
        let provider = try await Provider()
        let principal = try await principal(provider.token(Self.good, kid: kid), provider)
        #expect(principal.identity == .token(subject: "u-17"))
        #expect(principal.role == .analyst)
        #expect(principal.mailAddress == nil)
    }

    @Test func `a shopper's token names the shopper, also inside of other claims`() async throws {
        let provider = try await Provider()
        var rules = Self.rules
        rules.roleClaim = "realm_access.roles"
        rules.shopperClaim = "https://shop.example/id"
        var claims = Self.good
        claims["realm_access"] = .members(["roles": .list([.text("offline_access"), .text("shopper")])])
        claims["https://shop.example/id"] = .text("S7")
        claims["email"] = .text("ada@example.org")
        claims["email_verified"] = .flag(true)
        let principal = try await principal(provider.token(claims, kid: "e"), provider, rules: rules)
        #expect(principal.role == .shopper)
        #expect(principal.ownShopper == UserID(rawValue: "S7"))
        #expect(principal.mailAddress == "ada@example.org")
    }

    @Test func `without a role, or as a shopper without an id, somebody is nobody`() async throws {
        let provider = try await Provider()
        var claims = Self.good
        claims["role"] = .text("root")
        #expect(await error(try await provider.token(claims, kid: "e"), provider) == .claim("role"))
        claims["role"] = .text("shopper")
        #expect(await error(try await provider.token(claims, kid: "e"), provider) == .claim("shopper"))
        claims["shopper"] = .list([.text("S7"), .text("S8")])
        #expect(await error(try await provider.token(claims, kid: "e"), provider) == .claim("shopper"))
    }

    @Test func `the provider's clock may be a minute off, and no more`() async throws {
        let provider = try await Provider()
        let token = try await provider.token(Self.good, kid: "d")
        #expect(await error(token, provider, at: Self.now + 300 + 59) == nil)
        #expect(await error(token, provider, at: Self.now + 300 + 60) == .expired)
        var claims = Self.good
        claims["nbf"] = .number(Double(Self.now + 60))
        #expect(await error(try await provider.token(claims, kid: "d"), provider) == nil)
        claims["nbf"] = .number(Double(Self.now + 61))
        #expect(await error(try await provider.token(claims, kid: "d"), provider) == .claim("nbf"))
    }

    @Test func `a token for others, from others or without an end is refused`() async throws {
        let provider = try await Provider()
        let faults: [(String, ClaimValue?)] = [
            ("iss", .text("https://id.example/")), ("iss", nil), ("aud", .text("other")), ("aud", .list([.text("other")])), ("aud", nil),
            ("exp", nil), ("exp", .text("2100-01-01")), ("sub", nil), ("sub", .text("")),
        ]
        for (name, value) in faults {
            var claims = Self.good
            claims[name] = value
            #expect(await error(try await provider.token(claims, kid: "e"), provider) == .claim(name), "\(name)")
        }
        var claims = Self.good
        claims["aud"] = .list([.text("other"), .text("cartograph")])
        #expect(await error(try await provider.token(claims, kid: "e"), provider) == nil)
    }

    @Test func `a token that was changed anywhere is refused`() async throws {
        let provider = try await Provider()
        for kid in ["r", "e", "d"] {
            let bytes = Array(try await provider.token(Self.good, kid: kid).utf8)
            for index in stride(from: 0, to: bytes.count, by: 7) {
                var changed = bytes
                changed[index] = changed[index] == UInt8(ascii: "A") ? UInt8(ascii: "B") : UInt8(ascii: "A")
                #expect(await error(String(decoding: changed, as: UTF8.self), provider) != nil, "\(kid) \(index)")
            }
        }
    }

    @Test func `no token signs itself, by none or by a secret that everybody knows`() async throws {
        let provider = try await Provider()
        let attacker = JWTKeyCollection()
        await attacker.add(hmac: HMACKey(from: provider.json), digestAlgorithm: .sha256, kid: "r")
        await attacker.addUnsecuredNone(kid: "n")
        let forged = [
            try await attacker.sign(Claims(Self.good), kid: "r"), try await attacker.sign(Claims(Self.good), kid: "n"),
        ]
        for token in forged { #expect(await error(token, provider) == .algorithm) }
        for name in ["none", "None", "nOnE", "HS256", "RS512", "PS256", "ES384", "", "rs256"] {
            let header = Data("{\"alg\":\"\(name)\",\"kid\":\"r\"}".utf8).base64EncodedString()
                .replacing("=", with: "").replacing("+", with: "-").replacing("/", with: "_")
            let rest = forged[0].split(separator: ".").dropFirst().joined(separator: ".")
            #expect(await error("\(header).\(rest)", provider) == .algorithm, "\(name)")
        }
    }

    @Test func `a key is used for its own algorithm and under its own name`() async throws {
        let provider = try await Provider()
        // The provider's other key, called by a name that is not its own.
        var header = JWTHeader()
        header.kid = "e"
        let stranger = JWTKeyCollection()
        await stranger.add(ecdsa: ES256PrivateKey(), kid: "e")
        #expect(await error(try await stranger.sign(Claims(Self.good), kid: "e", header: header), provider) == .signature)
        await stranger.add(ecdsa: ES256PrivateKey(), kid: "unknown")
        #expect(await error(try await stranger.sign(Claims(Self.good), kid: "unknown"), provider) == .unknownKey)
    }

    @Test(arguments: ["", ".", "..", "a.b", "a.b.c.d", "e30.e30.", "!.!.!", "bm90IGpzb24.e30.AAAA"])
    func `what is no token is not read`(text: String) async throws {
        let provider = try await Provider()
        #expect(await error(text, provider) != nil)
        #expect(await error(String(repeating: "A", count: 1 << 20), provider) == .unreadable)
    }

    @Test func `a set without a key to check with is refused`() {
        #expect(throws: TokenKeysError.unreadable) { try TokenKeys(json: Array("{}".utf8)) }
        #expect(throws: TokenKeysError.unreadable) { try TokenKeys(json: Array("[]".utf8)) }
        #expect(throws: TokenKeysError.noUsableKey) { try TokenKeys(json: Array("{\"keys\":[{\"kty\":\"oct\",\"k\":\"AAAA\"}]}".utf8)) }
        let short = "{\"keys\":[{\"kty\":\"RSA\",\"n\":\"\(String(repeating: "q", count: 170))\",\"e\":\"AQAB\"}]}"
        #expect(throws: TokenKeysError.noUsableKey) { try TokenKeys(json: Array(short.utf8)) }
    }
}
