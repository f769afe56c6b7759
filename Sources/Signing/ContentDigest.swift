import Crypto

/// SHA-256 of what comes piece by piece, as a file does.
public struct ContentDigest: Sendable {
    private var hash = SHA256()

    public init() {}

    public mutating func append(_ bytes: [UInt8]) { hash.update(data: bytes) }

    /// In 64 hexadecimal digits, as `sha256sum` writes it.
    public var text: String {
        hash.finalize().map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
    }
}
