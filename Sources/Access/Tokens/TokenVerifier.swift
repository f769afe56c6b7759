import Foundation
import JWTKit
public import Purchases
import Signing

/// Tells who somebody is by a token of an identity provider (a JWT, RFC 7519).
public struct TokenVerifier: Sendable {
    /// What a token has to say, and where it says who somebody is.
    public struct Rules: Hashable, Sendable {
        public var issuer: String
        public var audience: String
        /// The claim that names the role, or several of which the highest counts.
        public var roleClaim = "role"
        /// The claim that names the shopper who somebody is.
        public var shopperClaim = "shopper"

        public init(issuer: String, audience: String) {
            self.issuer = issuer
            self.audience = audience
        }
    }

    private let rules: Rules

    public init(rules: Rules) { self.rules = rules }

    /// Returns whom a token is about, or throws what is wrong with it.
    ///
    /// - Parameters:
    ///   - token: as it stands behind `Bearer`.
    ///   - time: the time it is.
    public func principal(of token: String, keys: TokenKeys, at time: Timestamp) async throws(TokenError) -> Principal {
        let claims = try await verifiedClaims(of: token, keys: keys)
        let now = Double(time.secondsSince1970)
        guard let expiry = claims.time("exp") else { throw .claim("exp") }
        guard now < expiry + Self.leeway else { throw .expired }
        if claims.values["nbf"] != nil {
            guard let start = claims.time("nbf"), start <= now + Self.leeway else { throw .claim("nbf") }
        }
        guard claims["iss"] == .text(rules.issuer) else { throw .claim("iss") }
        guard claims.values["aud"]?.texts.contains(rules.audience) == true else { throw .claim("aud") }
        guard case .text(let subject)? = claims.values["sub"], !subject.isEmpty, subject.utf8.count <= 400 else { throw .claim("sub") }
        return try principal(subject: subject, claims: claims)
    }

    private func principal(subject: String, claims: TokenClaims) throws(TokenError) -> Principal {
        let shoppers = claims[rules.shopperClaim]?.texts ?? []
        guard shoppers.count <= 1, shoppers.allSatisfy({ !$0.isEmpty }) else { throw .claim(rules.shopperClaim) }
        let shopper = shoppers.first.map { UserID(rawValue: $0) }
        let roles = claims[rules.roleClaim]?.texts.compactMap { Role(rawValue: $0) } ?? []
        // Who names a shopper and no role is that shopper.
        guard let role = roles.max() ?? (shopper == nil ? nil : .shopper) else { throw .claim(rules.roleClaim) }
        guard role != .shopper || shopper != nil else { throw .claim(rules.shopperClaim) }
        var address: String?
        if claims.values["email_verified"] == .flag(true), case .text(let text)? = claims.values["email"] { address = text }
        return .vouched(for: .token(subject: subject), role: role, shopper: shopper, mailAddress: address)
    }

    private func verifiedClaims(of token: String, keys: TokenKeys) async throws(TokenError) -> TokenClaims {
        let parts = token.split(separator: ".", omittingEmptySubsequences: false)
        guard token.utf8.count <= Self.byteLimit, parts.count == 3, parts.allSatisfy({ Base64URL.bytes($0) != nil }),
            let bytes = Base64URL.bytes(parts[0]), let header = try? JSONDecoder().decode([String: ClaimValue].self, from: Data(bytes))
        else { throw .unreadable }
        // The header chooses among the keys, and never how they are used. What it says has to be understood is not (RFC 7515, 4.1.11).
        guard case .text(let name)? = header["alg"], let algorithm = TokenKeys.Algorithm(rawValue: name) else { throw .algorithm }
        guard header["crit"] == nil else { throw .unreadable }
        var id: String?
        if let value = header["kid"] {
            guard case .text(let text) = value else { throw .unreadable }
            id = text
        }
        let candidates = keys.candidates(for: algorithm, id: id)
        guard !candidates.isEmpty else { throw .unknownKey }
        for key in candidates.prefix(Self.candidateLimit) {
            if let claims = await Self.claims(of: token, signedWith: key) { return claims }
        }
        throw .signature
    }

    private static func claims(of token: String, signedWith key: TokenKeys.Key) async -> TokenClaims? {
        var jwk = key.jwk
        // A collection of one key, which is its default whatever the token calls it: the choice was made before.
        jwk.keyIdentifier = JWKIdentifier(string: key.id ?? "")
        guard let collection = try? await JWTKeyCollection().add(jwk: jwk, isDefault: true) else { return nil }
        return try? await collection.verify(token, as: TokenClaims.self)
    }

    /// How far the provider's clock may be off, in seconds.
    static let leeway = 60.0
    private static let byteLimit = 16 << 10
    /// How many keys are tried for a token that names none.
    private static let candidateLimit = 8
}

/// What is wrong with a token.
public enum TokenError: Error, Hashable, Sendable {
    case unreadable
    /// It is signed with something else than RS256, ES256 or EdDSA.
    case algorithm
    /// No key of that name is known; the provider may have a new one.
    case unknownKey
    case signature
    case expired
    /// This claim is not there, or is not what it has to be.
    case claim(String)
}
