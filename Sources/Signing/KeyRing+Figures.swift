/// Whether somebody's figures are as one of the keys signed them.
public enum SignatureState: String, Hashable, Sendable {
    case valid, invalid
    /// No key of that id is known here: the figures may be another server's.
    case unknownKey = "unknown key"
    /// They were never signed.
    case none
}

extension KeyRing {
    /// Signs what a file says of itself: `v1.KEY.CODE`, in letters, digits, `-`, `.` and `_`.
    ///
    /// Equal texts and keys make equal signatures.
    public func signature(ofFigures text: String) -> String {
        "\(Self.version).\(signingKeyID).\(Base64URL.text(code(for: Self.message(text))))"
    }

    /// Tells whether a signature is one of the text.
    public func state(of signature: String, ofFigures text: String) -> SignatureState {
        let parts = signature.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 3, parts[0] == Self.version, let code = Base64URL.bytes(parts[2]) else { return .invalid }
        guard knows(keyID: parts[1]) else { return .unknownKey }
        return isValid(code, for: Self.message(text), keyID: parts[1]) ? .valid : .invalid
    }

    /// The most characters of a signature: a version, an id of a key, and the 43 characters of a code.
    public static let figureSignatureLimit = 2 + 1 + 16 + 1 + 43

    private static let version = "v1"

    /// What is signed says what it is for, so that a code from elsewhere is none of figures.
    private static func message(_ text: String) -> String { "cartograph figures\n\(text)" }
}
