import Crypto
import Signing

/// SHA-256 of a secret with at least 256 random bits, which tells nothing of it.
public struct SecretDigest: Hashable, Sendable {
    /// 32 bytes.
    public let bytes: [UInt8]

    /// Reads what was kept.
    public init(bytes: [UInt8]) { self.bytes = bytes }

    public init(of secret: String) { bytes = Array(SHA256.hash(data: Array(secret.utf8))) }

    /// Whether the secret has this digest, in a time that does not depend on where it differs.
    public func isDigest(of secret: String) -> Bool {
        let other = SecretDigest(of: secret).bytes
        guard other.count == bytes.count else { return false }
        return zip(bytes, other).reduce(0 as UInt8) { $0 | ($1.0 ^ $1.1) } == 0
    }
}

/// 256 random bits in letters, digits, `-` and `_`.
public enum RandomSecret {
    static let byteCount = 32
    /// How many characters it has.
    static let length = 43

    public static func text(using generator: inout some RandomNumberGenerator) -> String {
        Base64URL.text((0..<byteCount).map { _ in UInt8.random(in: .min ... .max, using: &generator) })
    }

    /// Whether a text could be one.
    static func isOne(_ text: String) -> Bool { text.utf8.count == length && Base64URL.bytes(text)?.count == byteCount }
}
