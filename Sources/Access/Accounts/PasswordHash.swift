import Crypto
import CryptoExtras
import Foundation
import Signing

/// What is kept of a password: a salt, and scrypt of both (RFC 7914).
public struct PasswordHash: Hashable, Sendable {
    /// What one guess costs.
    public struct Cost: Hashable, Sendable {
        /// The logarithm of N to the base of 2.
        var exponent: Int
        /// r
        var blockSize: Int
        /// p
        var parallelism: Int

        /// N = 2^17, r = 8, p = 1: 128 MB of memory, and about half a second of a core.
        public static let standard = Cost(exponent: 17, blockSize: 8, parallelism: 1)
        /// Next to nothing, for tests.
        package static let test = Cost(exponent: 4, blockSize: 8, parallelism: 1)
    }

    private let cost: Cost
    private let salt: [UInt8]
    private let hash: [UInt8]

    /// Hashes a password that `PasswordRule` accepts.
    public init(
        of password: String, cost: Cost = .standard, using generator: inout some RandomNumberGenerator
    ) throws(PasswordError) {
        try PasswordRule.check(password)
        self.cost = cost
        salt = (0..<Self.saltLength).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
        hash = try Self.scrypt(password, salt: salt, cost: cost)
    }

    /// Whether this is the password.
    ///
    /// It takes as long for a wrong one, and as much memory as the cost says, so few should run at once.
    public func matches(_ password: String) throws(PasswordError) -> Bool {
        guard password.utf8.count <= PasswordRule.byteLimit else { return false }
        let other = try Self.scrypt(password, salt: salt, cost: cost)
        return other.count == hash.count && zip(hash, other).reduce(0 as UInt8) { $0 | ($1.0 ^ $1.1) } == 0
    }

    /// A hash that no password has, to spend on an unknown name what a known one costs.
    public static func decoy(cost: Cost = .standard) -> PasswordHash {
        PasswordHash(cost: cost, salt: Array(repeating: 0, count: saltLength), hash: [])
    }

    private init(cost: Cost, salt: [UInt8], hash: [UInt8]) {
        self.cost = cost
        self.salt = salt
        self.hash = hash
    }

    private static func scrypt(_ password: String, salt: [UInt8], cost: Cost) throws(PasswordError) -> [UInt8] {
        // The same characters may come composed or not, by keyboard and system (RFC 8265, section 4.2).
        let text = password.precomposedStringWithCanonicalMapping
        do {
            return try KDF.Scrypt.deriveKey(
                from: Array(text.utf8), salt: salt, outputByteCount: hashLength, rounds: 1 << cost.exponent, blockSize: cost.blockSize,
                parallelism: cost.parallelism
            ).withUnsafeBytes { Array($0) }
        } catch {
            throw .notHashed
        }
    }

    private static let saltLength = 16
    private static let hashLength = 32
}

extension PasswordHash: LosslessStringConvertible {
    /// As in `$scrypt$ln=17,r=8,p=1$SALT$HASH`, the bytes in the URL-safe alphabet of Base64.
    public var description: String {
        "$scrypt$ln=\(cost.exponent),r=\(cost.blockSize),p=\(cost.parallelism)$\(Base64URL.text(salt))$\(Base64URL.text(hash))"
    }

    /// Reads what `description` writes; nil for anything else, and for what would cost more than four times the standard.
    public init?(_ description: String) {
        let parts = description.split(separator: "$", omittingEmptySubsequences: false)
        guard parts.count == 5, parts[0].isEmpty, parts[1] == "scrypt", let salt = Base64URL.bytes(parts[3]),
            let hash = Base64URL.bytes(parts[4]), hash.count == Self.hashLength
        else { return nil }
        let numbers = parts[2].split(separator: ",", omittingEmptySubsequences: false)
        let values = zip(["ln=", "r=", "p="], numbers).compactMap { name, part in
            part.hasPrefix(name) ? Int(part.dropFirst(name.count)) : nil
        }
        guard numbers.count == 3, values.count == 3, (1...19).contains(values[0]), (1...8).contains(values[1]),
            (1...4).contains(values[2])
        else { return nil }
        self.init(
            cost: Cost(exponent: values[0], blockSize: values[1], parallelism: values[2]), salt: salt, hash: hash
        )
    }
}

/// What a password has to be.
public enum PasswordRule {
    public static let minimumLength = 10
    static let byteLimit = 1_000

    public static func check(_ password: String) throws(PasswordError) {
        guard password.count >= minimumLength else { throw .tooShort(count: password.count) }
        guard password.utf8.count <= byteLimit else { throw .tooLong }
    }
}

/// A reason a password is not taken. No case carries one.
public enum PasswordError: Error, Hashable, Sendable {
    case tooShort(count: Int)
    case tooLong
    /// Memory is short.
    case notHashed
}

extension PasswordError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .tooShort(let count):
            "The password has \(count) \(count == 1 ? "character" : "characters"): it needs at least \(PasswordRule.minimumLength)."
        case .tooLong: "The password is longer than \(PasswordRule.byteLimit) bytes: choose a shorter one."
        case .notHashed: "The password cannot be checked: there is not enough memory. Try again in a moment."
        }
    }
}
