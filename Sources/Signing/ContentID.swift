import Crypto

/// Names of contents, made of them with a secret: the same content has the same name, and who only guesses at a content cannot find out
/// whether it is there.
public enum ContentID {
    /// 80 bits in Base32.
    public static let length = 16
    /// How many bytes a secret has.
    public static let secretLength = 32

    /// Returns 16 letters and digits: the first 80 bits of HMAC-SHA-256 (RFC 2104) in Base32 (RFC 4648, section 6), in lower case.
    public static func text(of content: [UInt8], secret: [UInt8]) -> String {
        let code = Array(HMAC<SHA256>.authenticationCode(for: prefix + content, using: SymmetricKey(data: secret)))
        var (text, bits, count) = ("", 0 as UInt32, 0)
        for byte in code.prefix(length * 5 / 8) {
            bits = bits << 8 | UInt32(byte)
            count += 8
            while count >= 5 {
                count -= 5
                text.append(alphabet[Int(bits >> UInt32(count) & 31)])
            }
        }
        return text
    }

    /// Whether a text could be one.
    public static func isOne(_ text: String) -> Bool { text.utf8.count == length && text.allSatisfy(alphabet.contains) }

    private static let alphabet = Array("abcdefghijklmnopqrstuvwxyz234567")

    /// What is hashed says what it is for, so that a name is no part of another code.
    private static let prefix = Array("cartograph content\n".utf8)
}
