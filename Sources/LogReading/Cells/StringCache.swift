import Hashing
import Purchases

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Makes strings of bytes, the same string again for what repeats: making them is what reading a log costs most.
///
/// A slot keeps the last string whose hash falls to it, so that the cache never grows and hostile text only misses.
struct StringCache {
    private var slots = [String](repeating: "", count: 1 << 14)

    /// Returns the text, which must be UTF-8, without control characters, and at most `limit` bytes long; noncharacters are replaced.
    mutating func string(_ bytes: Span<UInt8>, limit: Int) throws(Rejection.Reason) -> String {
        guard bytes.count <= limit else { throw .textTooLong }
        var hash = FNVHash()
        for index in bytes.indices { hash.combine(bytes[index]) }
        let slot = Int(truncatingIfNeeded: hash.value ^ (hash.value >> 32)) & (slots.count - 1)
        if Self.isEqual(&slots[slot], bytes) { return slots[slot] }

        let string = bytes.withUnsafeBufferPointer { String(validating: $0, as: UTF8.self) }
        guard let string else { throw .invalidUTF8 }
        guard !Self.hasControlCharacter(bytes) else { throw .controlCharacter }
        let text = string.replacingNoncharacters
        slots[slot] = text
        return text
    }

    // `inout` since `withUTF8` may make a string contiguous; these are.
    private static func isEqual(_ string: inout String, _ bytes: Span<UInt8>) -> Bool {
        bytes.withUnsafeBufferPointer { bytes in
            string.withUTF8 { utf8 in
                guard utf8.count == bytes.count else { return false }
                guard let some = utf8.baseAddress, let other = bytes.baseAddress else { return true }
                return memcmp(some, other, bytes.count) == 0
            }
        }
    }

    /// Whether valid UTF-8 has a character of the category Cc.
    private static func hasControlCharacter(_ bytes: Span<UInt8>) -> Bool {
        for index in bytes.indices {
            let byte = bytes[index]
            if byte < 0x20 || byte == 0x7F { return true }
            if byte == 0xC2, bytes[index + 1] < 0xA0 { return true }
        }
        return false
    }
}
