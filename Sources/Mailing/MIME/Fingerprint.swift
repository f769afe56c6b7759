/// A short name for bytes, the same for the same bytes: it tells parts of a message apart and protects nothing.
struct Fingerprint: Hashable, Sendable {
    /// 24 hexadecimal digits.
    let text: String

    /// FNV-1a (Fowler, Noll, Vo) from two starting points.
    init(of bytes: some Sequence<UInt8>) {
        var (one, two): (UInt64, UInt64) = (0xcbf2_9ce4_8422_2325, 0x6c62_272e_07bb_0142)
        for byte in bytes {
            one = (one ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
            two = (two &* 0x0000_0100_0000_01b3) ^ UInt64(byte)
        }
        let digits = [one, two].map { value in
            let digits = String(value, radix: 16)
            return String(repeating: "0", count: 16 - digits.utf8.count) + digits
        }
        text = digits[0] + digits[1].prefix(8)
    }
}
