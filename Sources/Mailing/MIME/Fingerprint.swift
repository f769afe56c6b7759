import Hashing

/// A short name for bytes, the same for the same bytes: it tells parts of a message apart and protects nothing.
struct Fingerprint: Hashable, Sendable {
    /// 24 hexadecimal digits.
    let text: String

    /// One hash from two starting points.
    init(of bytes: some Sequence<UInt8>) {
        var (one, two) = (FNVHash(), FNVHash(from: 0x6c62_272e_07bb_0142))
        for byte in bytes {
            one.combine(byte)
            two.combine(byte)
        }
        let digits = [one, two].map { hash in
            let digits = String(hash.value, radix: 16)
            return String(repeating: "0", count: 16 - digits.utf8.count) + digits
        }
        text = digits[0] + digits[1].prefix(8)
    }
}
