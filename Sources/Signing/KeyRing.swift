import Crypto

/// The keys of a server: the first signs, all of them verify.
///
///     let ring = try KeyRing(parsing: "2024b:…,2024a:…")
///
/// To change keys, put a new one in front; take the old one away when the last link that it signed has expired.
public struct KeyRing: Sendable {
    private let signing: SigningKey
    private let keys: [String: SigningKey]

    public init(_ keys: [SigningKey]) throws(SigningKeyError) {
        guard let first = keys.first else { throw .noKeys }
        signing = first
        var known: [String: SigningKey] = [:]
        for key in keys {
            guard known.updateValue(key, forKey: key.id) == nil else { throw .duplicateID(key.id) }
        }
        self.keys = known
    }

    /// Reads `id:secret` pairs, separated by commas or line breaks. A secret is taken as it is written, colons included.
    public init(parsing text: String) throws(SigningKeyError) {
        try self.init(Self.keys(in: text))
    }

    /// Reads `id:secret` pairs, separated by commas or line breaks.
    public static func keys(in text: String) throws(SigningKeyError) -> [SigningKey] {
        var keys: [SigningKey] = []
        for (index, pair) in text.split(whereSeparator: { $0 == "," || $0.isNewline }).enumerated() {
            let pair = pair.drop { $0 == " " }
            guard let colon = pair.firstIndex(of: ":") else { throw .missingColon(place: index + 1) }
            keys.append(try SigningKey(id: String(pair[..<colon]), secret: pair[pair.index(after: colon)...].utf8))
        }
        return keys
    }

    /// How many keys verify.
    public var count: Int { keys.count }

    var signingKeyID: String { signing.id }

    func knows(keyID: String) -> Bool { keys[keyID] != nil }

    /// Returns the authentication code of a message, 32 bytes (HMAC-SHA-256, RFC 2104).
    func code(for message: String) -> [UInt8] { Self.code(for: message, using: signing) }

    /// Returns the codes of a message by all keys, in no order.
    func codes(for message: String) -> [[UInt8]] { keys.values.map { Self.code(for: message, using: $0) } }

    private static func code(for message: String, using key: SigningKey) -> [UInt8] {
        Array(HMAC<SHA256>.authenticationCode(for: Array(message.utf8), using: key.secret))
    }

    /// Whether the key of that id made the code, in a time that does not depend on where it is wrong.
    func isValid(_ code: [UInt8], for message: String, keyID: String) -> Bool {
        guard let key = keys[keyID] else { return false }
        return HMAC<SHA256>.isValidAuthenticationCode(code, authenticating: Array(message.utf8), using: key.secret)
    }
}
