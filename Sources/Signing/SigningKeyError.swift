/// A reason a signing key cannot be used. No case carries a secret.
public enum SigningKeyError: Error, Hashable, Sendable {
    case noKeys
    /// The text between two commas has no colon.
    case missingColon(place: Int)
    case invalidID(String)
    case duplicateID(String)
    case secretTooShort(id: String, byteCount: Int)
}

extension SigningKeyError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .noKeys: "There is no signing key: give at least one, as id:secret."
        case .missingColon(let place): "Signing key number \(place) has no colon: write id:secret, keys separated by commas."
        case .invalidID(let id):
            "“\(id.prefix(40))” is no id of a signing key: use 1 to 16 letters, digits, hyphens or underscores."
        case .duplicateID(let id): "Two signing keys have the id “\(id)”: give each its own."
        case .secretTooShort(let id, let count):
            "The secret of signing key “\(id)” has \(count) bytes: it needs at least \(SigningKey.minimumByteCount), better 32 random ones."
        }
    }
}
