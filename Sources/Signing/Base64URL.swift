import Foundation

/// Bytes in letters, digits, `-` and `_`, without padding (RFC 4648, section 5).
package enum Base64URL {
    package static func text(_ bytes: [UInt8]) -> String {
        Data(bytes).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }

    /// Returns the bytes of a text that is written just as `text` writes them, or nil: no two texts stand for the same bytes.
    package static func bytes(_ text: some StringProtocol) -> [UInt8]? {
        let padding = String(repeating: "=", count: (4 - text.utf8.count % 4) % 4)
        let standard = String(text).replacing("-", with: "+").replacing("_", with: "/") + padding
        guard let bytes = Data(base64Encoded: standard).map(Array.init), self.text(bytes) == text else { return nil }
        return bytes
    }
}
