/// A short name for bytes, the same for the same bytes on any machine: it tells parts of a message apart and protects nothing.
struct Fingerprint: Hashable, Sendable {
    /// 24 hexadecimal digits.
    let text: String

    /// One hash from two starting points.
    init(of pieces: [UInt8]...) { self.init(of: pieces) }

    init(of pieces: [[UInt8]]) {
        var (one, two) = (UInt64(0xcbf2_9ce4_8422_2325), UInt64(0x6c62_272e_07bb_0142))
        // Eight bytes at a time, since a mail has some hundred thousand of them: FNV-1a takes one.
        func add(_ word: UInt64) {
            (one, two) = ((one ^ word) &* 0x9E37_79B9_7F4A_7C15, (two ^ word) &* 0xC2B2_AE3D_27D4_EB4F)
            (one, two) = (one ^ one >> 29, two ^ two >> 32)
        }
        for piece in pieces {
            piece.withUnsafeBytes { bytes in
                let end = bytes.count & ~7
                for offset in stride(from: 0, to: end, by: 8) {
                    add(UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)))
                }
                add(bytes[end...].reversed().reduce(0) { $0 << 8 | UInt64($1) })
                add(UInt64(bytes.count))
            }
        }
        let digits = [one, two].map { hash in
            let digits = String(hash, radix: 16)
            return String(repeating: "0", count: 16 - digits.utf8.count) + digits
        }
        text = digits[0] + digits[1].prefix(8)
    }
}
