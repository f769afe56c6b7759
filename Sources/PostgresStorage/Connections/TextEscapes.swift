import Foundation

/// PostgreSQL's text cannot hold U+0000, which other stores keep: it is kept as U+0001 U+0001, and U+0001 as U+0001 U+0002.
///
/// All other text is kept as it is, different texts stay different, and their order by bytes stays as well.
extension UnsafeBufferPointer<UInt8> {
    private static var escape: UInt8 { 1 }

    /// Whether there is a U+0000 or a U+0001. (memchr)
    var needsEscapes: Bool {
        guard let baseAddress else { return false }
        return memchr(baseAddress, 0, count) != nil || memchr(baseAddress, Int32(Self.escape), count) != nil
    }

    /// Appends the text with its escapes, behind its length in four bytes.
    func appendEscaped(to bytes: inout [UInt8]) {
        bytes.appendWithLength { bytes in
            for byte in self { if byte <= Self.escape { bytes += [Self.escape, byte + 1] } else { bytes.append(byte) } }
        }
    }

    /// The text that was kept as these bytes.
    var unescapedText: String {
        guard let baseAddress, memchr(baseAddress, Int32(Self.escape), count) != nil else { return String(decoding: self, as: UTF8.self) }
        var bytes: [UInt8] = []
        var isEscaped = false
        for byte in self {
            if isEscaped { bytes.append(byte &- 1) } else if byte != Self.escape { bytes.append(byte) }
            isEscaped = !isEscaped && byte == Self.escape
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
