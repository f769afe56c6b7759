import Foundation
import JWTKit
import Signing

/// The public keys that an identity provider signs with (a JWK set, RFC 7517).
public struct TokenKeys: Sendable {
    /// What a token may be signed with: no shared secret, and not "none".
    enum Algorithm: String, CaseIterable {
        case rs256 = "RS256"
        case es256 = "ES256"
        case edDSA = "EdDSA"
    }

    struct Key: Sendable {
        let id: String?
        let algorithm: Algorithm
        /// With its algorithm, and no private part.
        let jwk: JWK
    }

    let keys: [Key]

    /// Reads a JWK set. Keys of other kinds are left out, for a provider may have keys for other things.
    ///
    /// - Parameter json: at most 256 kB.
    public init(json: [UInt8]) throws(TokenKeysError) {
        guard json.count <= 256 << 10, let set = try? JSONDecoder().decode(KeySet.self, from: Data(json)) else { throw .unreadable }
        keys = set.keys.prefix(100).compactMap { $0.key }
        guard !keys.isEmpty else { throw .noUsableKey }
    }

    /// Returns the keys that a token with this header could be signed with.
    func candidates(for algorithm: Algorithm, id: String?) -> [Key] {
        keys.filter { key in key.algorithm == algorithm && (id == nil || key.id == id) }
    }

    private struct KeySet: Decodable {
        let keys: [Entry]
    }

    /// A key of the set; nil for one that cannot be used here.
    private struct Entry: Decodable {
        let key: Key?

        private struct Uses: Decodable {
            let use: String?
            let crv: String?
        }

        init(from decoder: any Decoder) throws {
            guard var jwk = try? JWK(from: decoder), let uses = try? Uses(from: decoder), uses.use == nil || uses.use == "sig",
                let algorithm = Entry.algorithm(of: jwk, curve: uses.crv)
            else {
                key = nil
                return
            }
            jwk.privateExponent = nil
            (jwk.prime1, jwk.prime2) = (nil, nil)
            jwk.algorithm = JWK.Algorithm(rawValue: algorithm.rawValue)
            key = Key(id: jwk.keyIdentifier?.string, algorithm: algorithm, jwk: jwk)
        }

        private static func algorithm(of jwk: JWK, curve: String?) -> Algorithm? {
            let algorithm: Algorithm
            switch jwk.keyType {
            case .rsa:
                // 2048 bits at least (RFC 7518, section 3.3).
                guard let modulus = jwk.modulus.flatMap(Base64URL.bytes), modulus.drop(while: { $0 == 0 }).count >= 256 else { return nil }
                algorithm = .rs256
            case .ecdsa:
                guard curve == "P-256" else { return nil }
                algorithm = .es256
            case .octetKeyPair:
                guard curve == "Ed25519" else { return nil }
                algorithm = .edDSA
            default: return nil
            }
            return jwk.algorithm == nil || jwk.algorithm?.rawValue == algorithm.rawValue ? algorithm : nil
        }
    }
}

/// A reason a key set cannot be used.
public enum TokenKeysError: Error, Hashable, Sendable {
    case unreadable, noUsableKey
}

extension TokenKeysError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .unreadable: "The key set is no JWK set (RFC 7517): give the JSON that the identity provider publishes."
        case .noUsableKey:
            "The key set has no key to check signatures with: it needs one for RS256 (2048 bits or more), ES256 or EdDSA (Ed25519)."
        }
    }
}
