import Crypto

/// A secret that links are signed with, and the name it goes by in them.
public struct SigningKey: Hashable, Sendable {
    /// What a link names its key by: 1 to 16 letters, digits, hyphens or underscores of ASCII.
    public let id: String
    let secret: SymmetricKey

    /// Makes a key from what an operator wrote.
    public init(id: String, secret: some Sequence<UInt8>) throws(SigningKeyError) {
        let secret = Array(secret)
        guard (1...16).contains(id.utf8.count), id.utf8.allSatisfy(\.isKeyCharacter) else { throw .invalidID(id) }
        guard secret.count >= Self.minimumByteCount else { throw .secretTooShort(id: id, byteCount: secret.count) }
        self.id = id
        self.secret = SymmetricKey(data: secret)
    }

    /// An HMAC is worth as much as its secret: 128 bits at least.
    static let minimumByteCount = 16

    public static func == (a: SigningKey, b: SigningKey) -> Bool { a.id == b.id && a.secret == b.secret }
    public func hash(into hasher: inout Hasher) { hasher.combine(id) }
}

extension SigningKey {
    /// Makes a key of 256 random bits.
    public static func random(id: String) throws(SigningKeyError) -> SigningKey {
        try SigningKey(id: id, secret: SymmetricKey(size: .bits256).withUnsafeBytes { Array($0) })
    }

    /// The secret itself, for who keeps it.
    public var secretBytes: [UInt8] { secret.withUnsafeBytes { Array($0) } }
}

extension SigningKey: CustomStringConvertible, CustomReflectable {
    /// The id alone: a key that is printed by mistake gives nothing away.
    public var description: String { "key \(id)" }
    public var customMirror: Mirror { Mirror(self, children: ["id": id]) }
}

extension UInt8 {
    var isKeyCharacter: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
            UInt8(ascii: "-"), UInt8(ascii: "_"):
            true
        default: false
        }
    }
}
