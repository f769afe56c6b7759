public import Purchases

/// A program's right to use the API, as it is kept: what it may do, and by what its secret is known again.
///
/// A program sends `cg_ID_SECRET`, which is shown once and kept nowhere.
public struct APIKey: Hashable, Sendable {
    /// Eight letters and digits of ASCII.
    public let id: String
    /// What people call it.
    public var name: String
    public var scopes: [Scope]
    /// SHA-256 of what the program sends.
    public let digest: SecretDigest
    public var creation: Timestamp
    /// Nil for one that holds until it is revoked.
    public var expiry: Timestamp?
    public var revocation: Timestamp?
    /// The day it was last used; nil when it never was.
    public var lastUse: CalendarDate?

    public init(
        id: String, name: String, scopes: [Scope], digest: SecretDigest, creation: Timestamp, expiry: Timestamp? = nil,
        revocation: Timestamp? = nil, lastUse: CalendarDate? = nil
    ) {
        self.id = id
        self.name = name
        self.scopes = scopes
        self.digest = digest
        self.creation = creation
        self.expiry = expiry
        self.revocation = revocation
        self.lastUse = lastUse
    }

    /// Makes a key, and the text that a program sends, which has 256 random bits.
    public static func make(
        name: String, scopes: [Scope], expiry: Timestamp?, at time: Timestamp, using generator: inout some RandomNumberGenerator
    ) -> (key: APIKey, text: String) {
        let id = String((0..<idLength).compactMap { _ in idCharacters.randomElement(using: &generator) })
        let text = "\(prefix)\(id)_\(RandomSecret.text(using: &generator))"
        return (APIKey(id: id, name: name, scopes: scopes, digest: SecretDigest(of: text), creation: time, expiry: expiry), text)
    }

    /// Returns the id in what a program sent, or nil for what is no key.
    public static func id(in text: String) -> String? {
        guard text.utf8.count == prefix.utf8.count + idLength + 1 + RandomSecret.length, text.hasPrefix(prefix) else { return nil }
        let rest = text.dropFirst(prefix.count)
        let id = rest.prefix(idLength)
        guard id.allSatisfy(idCharacters.contains), rest.dropFirst(idLength).first == "_" else { return nil }
        return String(id)
    }

    /// Whether a program that sent this may use the key now.
    public func admits(_ text: String, at time: Timestamp) -> Bool {
        let isGiven = digest.isDigest(of: text)
        return isGiven && revocation == nil && expiry.map { time < $0 } ?? true
    }

    private static let prefix = "cg_"
    private static let idLength = 8
    private static let idCharacters = Array("abcdefghijklmnopqrstuvwxyz0123456789")
    /// The most characters of a name.
    public static let nameLimit = 100
    /// The most scopes of a key.
    public static let scopeLimit = 100
}
